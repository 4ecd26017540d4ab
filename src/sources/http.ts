import { BoardError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { checkAddress, type ResolveHost } from './address-guard.ts';
import { decodeBody } from './body.ts';
import { type Answer, createExchanger } from './exchange.ts';
import { errorForStatus, readRetryAfter } from './http-status.ts';
import { readMirrors } from './mirror.ts';
import { followRedirect, type Hop, REDIRECTS } from './redirect.ts';
import { createRobots, ROBOTS_MAX_BYTES } from './robots.ts';
import { createThrottle } from './throttle.ts';

/** A request of a source. Bodies are JSON text. */
export interface HttpRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  /** What belongs to the connection, to caching or to our identity is the door's business and dropped from here. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * In place of our own `user-agent`, for the one reason that a provider demands it: USAJOBS wants the e-mail address
   * that the key was registered with. Never a disguise; another origin does not get to see it.
   */
  readonly userAgent?: string;
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

export interface HttpParts {
  readonly cache: HttpCache;
  readonly log: Logger;
  readonly clock: () => Date;
  /** How host names are resolved; the system's way when absent. */
  readonly lookup?: ResolveHost;
}

/**
 * Opens the door. Every request is guarded against private addresses, asks robots.txt, waits for its turn on the host,
 * and is limited in time and size; whatever goes wrong is a `BoardError`, except an abort, which rejects with the
 * signal's reason. Costs nothing until the first request.
 */
export function openHttp(settings: HttpSettings, parts: HttpParts): Http {
  const closing = new AbortController();
  let door: ReturnType<typeof buildDoor> | undefined;

  return {
    async fetch(request, signal) {
      door ??= buildDoor(settings, parts, closing.signal);
      return await door.fetch(request, AbortSignal.any([signal, closing.signal]));
    },
    async close() {
      closing.abort();
      await door?.close();
    },
  };
}

// A listing that is larger changes with nearly every visit, and would crowd the store.
const MAX_CACHED_BYTES = 2_000_000;

const DROPPED_HEADERS = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'if-modified-since',
  'if-none-match',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
  'user-agent',
]);

function buildDoor(settings: HttpSettings, { cache, log, clock, lookup }: HttpParts, closed: AbortSignal) {
  const mirrors = readMirrors(settings.mirrors);
  const exchanger = createExchanger(settings, mirrors.hosts, lookup);
  const throttle = createThrottle({ clock });
  const robots = createRobots({ read: readRobotsText, cache, clock, userAgent: settings.userAgent });

  async function fetch(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    const isWanted = (status: number) => isSuccess(status) || (request.accept?.includes(status) ?? false);
    let hop = firstHop(request);
    for (let count = 0; ; count++) {
      checkAddress(hop.url);
      const rules = await robots.rulesFor(hop.url, signal);
      if (!rules.allows(hop.url)) {
        throw new BoardError('blocked', `robots.txt of ${hop.url.host} does not allow this page to be read.`);
      }

      const stored = hop.method === 'GET' ? await cache.get(cacheKey(hop)) : undefined;
      const asked = { ...hop, headers: { ...hop.headers, ...validatorsOf(stored) } };
      const answer = await visit(asked, isWanted, { paceMs: rules.crawlDelayMs, maxBytes: settings.maxBytes }, signal);
      const next = isWanted(answer.status) ? undefined : redirectOf(hop, answer, count);
      if (next === undefined) return await conclude(hop, answer, isWanted(answer.status), stored);
      hop = next;
    }
  }

  /** One exchange in the lane of its host. */
  async function visit(
    hop: Hop,
    wants: (status: number) => boolean,
    limits: { readonly paceMs: number; readonly maxBytes: number; readonly truncate?: boolean },
    signal: AbortSignal,
  ): Promise<Answer> {
    const { host } = hop.url;
    const mirror = mirrors.locate(hop.url);
    if (mirror === undefined) exchanger.guard.check(hop.url);
    const paceMs = mirror === undefined ? Math.max(settings.paceMs, limits.paceMs) : 0;
    const headers = { accept: '*/*', 'user-agent': settings.userAgent, ...hop.headers };

    return await throttle.visit(host, paceMs, signal, async () => {
      const { maxBytes, truncate = false } = limits;
      const answer = await exchanger.ask({ ...hop, headers, mirror, wants, maxBytes, truncate }, signal);
      log.debug({ host, status: answer.status, bytes: answer.bytes.length }, 'answered');
      // Still inside the lane, so that the next in the queue already finds the host closed.
      const retryAt = isPause(answer.status) ? readRetryAfter(answer.headers['retry-after'], clock()) : undefined;
      if (retryAt !== undefined) throttle.close(host, retryAt);
      return answer;
    });
  }

  function redirectOf(hop: Hop, { status, headers }: Answer, count: number): Hop | undefined {
    const location = headers['location'];
    if (location === undefined || !REDIRECTS.includes(status)) return undefined;
    const next = followRedirect(hop, status, mirrors.resolveLocation(location, hop.url), count);
    if (next.url.host !== hop.url.host)
      log.info({ from: hop.url.host, to: next.url.host }, 'redirected to another host');
    return next;
  }

  async function conclude(
    hop: Hop,
    { status, headers, bytes }: Answer,
    isWanted: boolean,
    stored: CachedResponse | undefined,
  ): Promise<HttpResponse> {
    const url = hop.url.href;
    const fetchedAt = clock().toISOString();
    if (status === 304 && stored !== undefined) {
      const confirmed = { ...stored, headers: { ...stored.headers, ...withoutCookies(headers) }, fetchedAt };
      await cache.set(cacheKey(hop), confirmed);
      return { status: stored.status, url, headers: confirmed.headers, body: stored.body, unchanged: true };
    }
    if (!isWanted) throw errorForStatus(hop.url.host, status, headers, clock());

    const body = decodeBody(bytes, headers['content-type'] ?? '');
    const { etag, 'last-modified': lastModified } = headers;
    if (
      hop.method === 'GET' &&
      status === 200 &&
      (etag ?? lastModified) !== undefined &&
      bytes.length <= MAX_CACHED_BYTES
    ) {
      await cache.set(cacheKey(hop), { status, etag, lastModified, headers: withoutCookies(headers), body, fetchedAt });
    }
    return { status, url, headers, body, unchanged: false };
  }

  async function readRobotsText(url: URL): Promise<string> {
    let hop: Hop = { url, method: 'GET', headers: {}, body: undefined };
    for (let count = 0; ; count++) {
      checkAddress(hop.url);
      const answer = await visit(hop, isSuccess, { paceMs: 0, maxBytes: ROBOTS_MAX_BYTES, truncate: true }, closed);
      if (isSuccess(answer.status)) return decodeBody(answer.bytes, 'text/plain; charset=utf-8');
      const next = redirectOf(hop, answer, count);
      if (next === undefined) {
        const error = errorForStatus(hop.url.host, answer.status, answer.headers, clock());
        // RFC 9309, 2.3.1.3: no such file, no restrictions. A request to wait is none of that.
        if (answer.status >= 400 && answer.status < 500 && error.retryAt === undefined) return '';
        throw error;
      }
      hop = next;
    }
  }

  return { fetch, close: () => exchanger.close() };
}

function firstHop(request: HttpRequest): Hop {
  const url = URL.parse(request.url);
  if (url === null) throw new BoardError('misconfigured', 'A board holds an address that is not a web address.');
  url.hash = '';
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const headers = {
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...Object.fromEntries(given.filter(([name]) => !DROPPED_HEADERS.has(name))),
    ...(request.userAgent === undefined ? {} : { 'user-agent': request.userAgent }),
  };
  return { url, method: request.method ?? 'GET', headers, body: request.body };
}

function validatorsOf(stored: CachedResponse | undefined): Record<string, string> {
  return {
    ...(stored?.etag === undefined ? {} : { 'if-none-match': stored.etag }),
    ...(stored?.lastModified === undefined ? {} : { 'if-modified-since': stored.lastModified }),
  };
}

function cacheKey(hop: Hop): string {
  return `${hop.url.href} ${hop.headers['accept'] ?? '*/*'}`;
}

/** A cookie belongs to one visit. */
function withoutCookies(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'set-cookie'));
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isPause(status: number): boolean {
  return status === 429 || status === 503 || status === 403;
}
