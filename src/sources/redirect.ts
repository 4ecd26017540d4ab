import { BoardError } from '../errors.ts';

/** One request on its way through redirects. */
export interface Hop {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Statuses whose `Location` is followed. */
export const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

const MAX_REDIRECTS = 5;

/**
 * The request that a redirect to `target` asks for, which still has to pass every check; `target` is `undefined` when
 * the `Location` header was no address. `changed` when it must not be followed. `count` is how many were followed.
 */
export function followRedirect(hop: Hop, status: number, target: URL | undefined, count: number): Hop {
  const host = hop.url.host;
  if (count >= MAX_REDIRECTS) throw changed(`${host} redirects more than ${MAX_REDIRECTS} times.`);
  if (target === undefined) throw changed(`${host} redirects to something that is not an address.`);

  const url = new URL(target);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw changed(`${host} redirects to an address that is not a web page (${url.protocol}).`);
  }
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
    throw changed(`${host} redirects from https to http on ${url.host}, which is not followed.`);
  }

  const sameHost = url.host === host;
  const replays = status === 307 || status === 308;
  if (hop.method === 'POST' && replays && !sameHost) {
    throw changed(`${host} redirects what was sent to it to ${url.host}, which is not followed.`);
  }
  const keepsBody = hop.method === 'GET' || replays;
  return {
    url,
    method: keepsBody ? hop.method : 'GET',
    headers: headersFor(hop.headers, url.origin === hop.url.origin, keepsBody),
    body: keepsBody ? hop.body : undefined,
  };
}

/** Another origin gets no keys or tokens, and a request without a body no description of one. */
function headersFor(headers: Hop['headers'], sameOrigin: boolean, keepsBody: boolean): Hop['headers'] {
  const kept = Object.entries(headers).filter(([name]) => {
    if (name === 'content-type') return keepsBody;
    return sameOrigin || name === 'accept' || name === 'accept-language';
  });
  return Object.fromEntries(kept);
}

function changed(message: string): BoardError {
  return new BoardError('changed', message);
}
