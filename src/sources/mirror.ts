import { BoardError } from '../errors.ts';

/** Translates between public addresses and the local copies that are asked instead of them. */
export interface Mirrors {
  /** Host names of the copies, without port. */
  readonly hosts: readonly string[];
  /** Where to ask for `url`; `undefined` when its origin has no copy. */
  locate(url: URL): URL | undefined;
  /** The public address meant by a `Location` header that came with the answer to `url`, when it is one. */
  resolveLocation(location: string, url: URL): URL | undefined;
}

/** `mirrors` maps an origin to the base address of its copy; `misconfigured` when one of them is no address. */
export function readMirrors(mirrors: Readonly<Record<string, string>>): Mirrors {
  const bases = new Map(
    Object.entries(mirrors).map(([origin, base]) => [readAddress(origin).origin, withoutSlash(readAddress(base))]),
  );

  function locate(url: URL): URL | undefined {
    const base = bases.get(url.origin);
    return base === undefined ? undefined : new URL(`${base}${url.pathname}${url.search}`);
  }

  /** An address inside a copy, as the public address that it stands for. */
  function unmirror(url: URL): URL | undefined {
    const bare = `${url.origin}${url.pathname}`;
    // The longest base first: one copy may lie inside the folder of another.
    const [found] = [...bases]
      .filter(([, base]) => bare === base || bare.startsWith(`${base}/`))
      .sort(([, a], [, b]) => b.length - a.length);
    return found === undefined ? undefined : new URL(`${found[0]}${bare.slice(found[1].length)}${url.search}`);
  }

  return {
    hosts: [...bases.values()].map((base) => new URL(base).hostname),
    locate,
    resolveLocation(location, url) {
      const meant = URL.parse(location, url) ?? undefined;
      const asked = locate(url);
      // Only the answers of a copy are translated: elsewhere such a link would be a way into the user's network.
      const given = asked === undefined ? null : URL.parse(location, asked);
      return given === null ? meant : (unmirror(given) ?? meant);
    },
  };
}

function readAddress(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw new BoardError('misconfigured', `"${text}" in http.mirrors is not a web address.`);
  return url;
}

function withoutSlash(url: URL): string {
  const address = `${url.origin}${url.pathname}`;
  return address.endsWith('/') ? address.slice(0, -1) : address;
}
