/** A request of a source. Bodies are JSON text; `user-agent` is set by the door and cannot be overridden. */
export interface HttpRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses outside 2xx that the source wants to judge itself. */
  readonly accept?: readonly number[];
}

export interface HttpResponse {
  readonly status: number;
  /** Final address after redirects, before any mirror. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded by the charset of the header, the XML declaration or the meta element; UTF-8 otherwise. */
  readonly body: string;
  /** The server said 304 and `body` is our stored copy. */
  readonly unchanged: boolean;
}

/** What the door remembers of an address, so that it can ask "changed since?". */
export interface CachedResponse {
  readonly status: number;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** ISO instant of the last confirmation. */
  readonly fetchedAt: string;
}

/** Kept in the store, so that it outlives the process; `key` is the address with its `accept` header. */
export interface HttpCache {
  get(key: string): Promise<CachedResponse | undefined>;
  set(key: string, response: CachedResponse): Promise<void>;
}

export interface HttpSettings {
  /** `rolewatch/VERSION (+CONTACT)` is what every server sees. */
  readonly userAgent: string;
  /** Host names that may resolve to private addresses, exactly as written in the configuration. */
  readonly allowPrivateHosts: readonly string[];
  /** Origin → address of a local copy that is asked instead, for recordings and the demo. */
  readonly mirrors: Readonly<Record<string, string>>;
  /** Milliseconds between two requests to one host; a mirrored origin has no pace. */
  readonly paceMs: number;
  readonly connectTimeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Most bytes of a body, after decompression. */
  readonly maxBytes: number;
}

/** The only door to the network. */
export interface Http {
  fetch(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
  close(): Promise<void>;
}
