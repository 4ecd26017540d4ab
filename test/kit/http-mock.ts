import nock from 'nock';

/** One request that a test expects, and the answer to it. */
export interface MockedExchange {
  readonly method?: 'GET' | 'POST';
  /** Absolute address with its query. */
  readonly url: string;
  /** Compared by deep equality when given. */
  readonly requestBody?: unknown;
  /** Request headers that must be there, lower-case names. */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** How often the request is expected; once when absent. */
  readonly times?: number;
}

/**
 * From now on only this machine can be reached; any other request that no mock expects fails. The one file that
 * knows nock.
 */
export function refuseNetwork(): void {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect(LOOPBACK);
}

/**
 * Takes nock out altogether and forgets all mocks. Tests of name resolution and of timeouts against a local server
 * need that: under nock the agent's own `lookup` and the timeouts are not used.
 */
export function allowNetwork(): void {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
}

/** Answers one request; `expectMocksUsed` fails when it never comes. */
export function mockExchange(exchange: MockedExchange): void {
  const { origin, pathname, search } = new URL(exchange.url);
  const matching = exchange.requestHeaders === undefined ? {} : { reqheaders: { ...exchange.requestHeaders } };
  const body = exchange.requestBody === undefined ? undefined : JSON.parse(JSON.stringify(exchange.requestBody));
  nock(origin, matching)
    .intercept(`${pathname}${search}`, exchange.method ?? 'GET', body)
    .times(exchange.times ?? 1)
    .reply(exchange.status ?? 200, exchange.body ?? '', { ...exchange.headers });
}

/** Every host answers `/robots.txt` with 404 ("no restrictions"), as often as it is asked. */
export function mockNoRobots(): void {
  nock(/.*/).persist().get('/robots.txt').optionally().reply(404, '');
}

/** Call after each test: throws when an expected request was not made, and forgets all mocks either way. */
export function expectMocksUsed(): void {
  const unused = nock.pendingMocks();
  nock.cleanAll();
  if (unused.length > 0) {
    throw new Error(
      `These expected requests were never made: ${unused.join(', ')}. Remove the mock, or find out why the code no longer asks.`,
    );
  }
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[?::1\]?)(?::\d+)?$/;
