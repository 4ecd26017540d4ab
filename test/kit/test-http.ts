import { createLogger } from '../../src/log.ts';
import { type CachedResponse, type Http, type HttpParts, type HttpSettings, openHttp } from '../../src/sources/http.ts';

export const USER_AGENT = 'rolewatch/0.1.0 (+https://example.org/about)';

export interface TestHttp extends AsyncDisposable {
  /** As `Http.fetch`, GET unless `rest` says otherwise. */
  get(url: string, rest?: Omit<Parameters<Http['fetch']>[0], 'url'>, signal?: AbortSignal): ReturnType<Http['fetch']>;
}

/**
 * The real door without pace, for servers on 127.0.0.1, at eight o'clock on 20 November 2026. `stored` stands for the
 * store and may be shared between doors.
 */
export function openTestHttp(
  settings: Partial<HttpSettings> = {},
  parts: Pick<HttpParts, 'lookup'> & { readonly stored?: Map<string, CachedResponse> } = {},
): TestHttp {
  const { stored = new Map<string, CachedResponse>(), lookup } = parts;
  const http = openHttp(
    {
      userAgent: USER_AGENT,
      allowPrivateHosts: ['127.0.0.1'],
      mirrors: {},
      paceMs: 0,
      connectTimeoutMs: 5000,
      idleTimeoutMs: 5000,
      totalTimeoutMs: 5000,
      maxBytes: 10_000_000,
      ...settings,
    },
    {
      cache: { get: async (key) => stored.get(key), set: async (key, response) => void stored.set(key, response) },
      log: createLogger('silent'),
      clock: () => new Date('2026-11-20T08:00:00Z'),
      ...(lookup === undefined ? {} : { lookup }),
    },
  );
  return {
    get: (url, rest, signal = new AbortController().signal) => http.fetch({ url, ...rest }, signal),
    [Symbol.asyncDispose]: () => http.close(),
  };
}
