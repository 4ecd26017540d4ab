import robotsParser from 'robots-parser';
import { BoardError } from '../errors.ts';
import type { HttpCache } from './http.ts';
import { untilAborted } from './throttle.ts';

/** What one origin's robots.txt says to us. */
export interface RobotsRules {
  /** `url` must belong to the origin. */
  allows(url: URL): boolean;
  /** From `Crawl-delay`, at most a minute; 0 when there is none. */
  readonly crawlDelayMs: number;
}

/** Reads a robots.txt (RFC 9309). `agent` is the product token: the part of our user agent before the slash. */
export function readRobots(origin: string, text: string, agent: string): RobotsRules {
  const address = `${origin}/robots.txt`;
  const robots = parse(address, groupsFor(agent.toLowerCase(), text));
  const seconds = robots.getCrawlDelay(agent) ?? 0;
  return {
    allows: (url) => url.pathname === '/robots.txt' || robots.isAllowed(url.href, agent) !== false,
    crawlDelayMs: Math.min(Math.max(seconds, 0) * 1000, MAX_CRAWL_DELAY_MS),
  };
}

/** First word of a user agent, without its version. */
export function productToken(userAgent: string): string {
  return /^[^\s/]*/.exec(userAgent)?.[0] ?? '';
}

/** Knows the rules of every origin; asks each at most once a day. */
export interface Robots {
  /** Rejects with `transient` when robots.txt could not be read: then nothing on the host may be. */
  rulesFor(url: URL, signal: AbortSignal): Promise<RobotsRules>;
}

export interface RobotsParts {
  /** Text of robots.txt (its first `ROBOTS_MAX_BYTES`), `''` when the host has none; rejects when it cannot be told. */
  readonly read: (url: URL) => Promise<string>;
  readonly cache: HttpCache;
  readonly clock: () => Date;
  readonly userAgent: string;
}

/** RFC 9309, 2.5: at least this much is read; what follows may be ignored. */
export const ROBOTS_MAX_BYTES = 500 * 1024;

// The package is CommonJS and exports the function itself; its types claim an ES module with a default export.
const parse = robotsParser as unknown as typeof robotsParser.default;

const MAX_CRAWL_DELAY_MS = 60_000;
const KEPT_MS = 24 * 3_600_000;
// A host that is down is not asked again for its rules before each page of a board.
const FAILURE_KEPT_MS = 60_000;
const MAX_ORIGINS = 500;

export function createRobots({ read, cache, clock, userAgent }: RobotsParts): Robots {
  const agent = productToken(userAgent);
  const known = new Map<string, { readonly rules: Promise<RobotsRules>; until: number }>();

  async function load(origin: string): Promise<RobotsRules> {
    const key = `robots:${origin}`;
    const kept = await cache.get(key);
    const readAt = kept === undefined ? Number.NaN : Date.parse(kept.fetchedAt);
    if (kept !== undefined && clock().getTime() - readAt < KEPT_MS) {
      remember(origin, readAt + KEPT_MS);
      return readRobots(origin, kept.body, agent);
    }

    const body = await readText(origin);
    const fetchedAt = clock().toISOString();
    await cache.set(key, { status: 200, etag: undefined, lastModified: undefined, headers: {}, body, fetchedAt });
    return readRobots(origin, body, agent);
  }

  async function readText(origin: string): Promise<string> {
    const url = new URL('/robots.txt', origin);
    try {
      return wholeLines(await read(url));
    } catch (error) {
      remember(origin, clock().getTime() + FAILURE_KEPT_MS);
      const passes = !(error instanceof BoardError) || error.kind === 'misconfigured' || error.kind === 'throttled';
      if (passes) throw error;
      const message = `robots.txt of ${url.host} could not be read, so no page of it is read either: ${error.message}`;
      throw new BoardError('transient', message, { cause: error });
    }
  }

  function remember(origin: string, until: number): void {
    const entry = known.get(origin);
    if (entry !== undefined) entry.until = until;
  }

  return {
    async rulesFor(url, signal) {
      const now = clock().getTime();
      const entry = known.get(url.origin);
      if (entry !== undefined && entry.until > now) return await untilAborted(entry.rules, signal);

      const [oldest] = known.keys();
      if (known.size >= MAX_ORIGINS && oldest !== undefined) known.delete(oldest);
      const fresh = { rules: load(url.origin), until: now + KEPT_MS };
      // Each caller hears of a failure through its own wait; without a listener an abort would leave it unheard.
      fresh.rules.catch(() => {});
      known.delete(url.origin);
      known.set(url.origin, fresh);
      return await untilAborted(fresh.rules, signal);
    },
  };
}

/** A text that was cut in the middle of a line loses that line: half a rule forbids more than the whole one. */
function wholeLines(text: string): string {
  if (Buffer.byteLength(text) < ROBOTS_MAX_BYTES) return text;
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

/**
 * The groups that speak to `agent` or to everybody, each under those names alone. The parser stores every rule once
 * per name of its group, so that half a megabyte of names and rules would fill gigabytes.
 */
function groupsFor(agent: string, text: string): string {
  const lines: string[] = [];
  const names = new Set<string>();
  let naming = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [field = '', ...rest] = (line.split('#', 1)[0] ?? '').split(':');
    const name = field.trim().toLowerCase();
    const value = rest.join(':').trim();
    if (name === 'user-agent') {
      if (!naming) names.clear();
      naming = true;
      const token = productToken(value).toLowerCase();
      if (token === agent || token === '*') names.add(token);
    } else if (name === 'allow' || name === 'disallow' || name === 'crawl-delay') {
      if (naming) lines.push(...[...names].map((token) => `user-agent: ${token}`));
      naming = false;
      if (names.size > 0) lines.push(`${name}: ${value}`);
    }
  }
  return lines.join('\n');
}
