import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardError } from '../../src/errors.ts';
import type { CachedResponse } from '../../src/sources/http.ts';
import { createRobots, productToken, ROBOTS_MAX_BYTES, readRobots } from '../../src/sources/robots.ts';

const origin = 'https://boards.example.com';

describe('readRobots', () => {
  it.each([
    ['no rules at all', '', '/jobs', true],
    ['an HTML page in its place', '<!doctype html><p>Hello: World', '/jobs', true],
    ['all is forbidden to everybody', 'User-agent: *\nDisallow: /', '/jobs', false],
    ['nothing is forbidden', 'User-agent: *\nDisallow:', '/jobs', true],
    [
      'our group wins over the general one',
      'User-agent: *\nDisallow: /\n\nUser-agent: rolewatch\nDisallow:',
      '/jobs',
      true,
    ],
    [
      'our group forbids what others may',
      'User-agent: *\nAllow: /\n\nUser-agent: Rolewatch\nDisallow: /',
      '/jobs',
      false,
    ],
    ['our group, with a version', 'User-agent: rolewatch/2.0\nDisallow: /jobs', '/jobs/1', false],
    [
      'two groups of ours are one',
      'User-agent: rolewatch\nDisallow: /a\n\nUser-agent: rolewatch\nDisallow: /b',
      '/a',
      false,
    ],
    ['a group of several agents', 'User-agent: other\nUser-agent: rolewatch\nDisallow: /', '/jobs', false],
    ['a group of another agent', 'User-agent: other\nDisallow: /', '/jobs', true],
    ['an agent whose name only starts like ours', 'User-agent: rolewatchers\nDisallow: /', '/jobs', true],
    ['the longer rule wins: allow', 'User-agent: *\nDisallow: /jobs\nAllow: /jobs/open', '/jobs/open/1', true],
    ['the longer rule wins: disallow', 'User-agent: *\nAllow: /jobs\nDisallow: /jobs/closed', '/jobs/closed/1', false],
    ['equal length: allow wins', 'User-agent: *\nDisallow: /jobs\nAllow: /jobs', '/jobs', true],
    ['a star', 'User-agent: *\nDisallow: /*/apply', '/jobs/1/apply', false],
    ['an end anchor that matches', 'User-agent: *\nDisallow: /jobs$', '/jobs', false],
    ['an end anchor that does not', 'User-agent: *\nDisallow: /jobs$', '/jobs/1', true],
    ['a query', 'User-agent: *\nDisallow: /*?page=', '/jobs?page=2', false],
    ['percent-encoding in either case', 'User-agent: *\nDisallow: /caf%c3%a9', '/caf%C3%A9/1', false],
    ['letters beyond ASCII', 'User-agent: *\nDisallow: /café', '/caf%C3%A9', false],
    ['case counts in paths', 'User-agent: *\nDisallow: /Jobs', '/jobs', true],
    ['a comment', 'User-agent: * # all\nDisallow: /jobs # please', '/jobs', false],
    ['old line ends', 'User-agent: *\rDisallow: /jobs\r', '/jobs', false],
    ['a byte order mark', '\uFEFFUser-agent: *\nDisallow: /jobs', '/jobs', false],
    [
      'a sitemap between two names of a group',
      'User-agent: rolewatch\nSitemap: /s.xml\nUser-agent: b\nDisallow: /',
      '/jobs',
      false,
    ],
    ['rules before any name', 'Disallow: /\nUser-agent: *\nDisallow: /x', '/jobs', true],
    ['a colon in a path', 'User-agent: *\nDisallow: /a:b', '/a:b', false],
    ['robots.txt itself', 'User-agent: *\nDisallow: /', '/robots.txt', true],
    ['an agent named like a property of objects', 'User-agent: __proto__\nDisallow: /', '/jobs', true],
  ])('obeys: %s', (_, text, path, expected) => {
    const rules = readRobots(origin, text, 'rolewatch');

    const allowed = rules.allows(new URL(path, origin));

    expect(allowed).toBe(expected);
  });

  it.each([
    ['none', 'User-agent: *\nDisallow:', 0],
    ['seconds', 'User-agent: *\nCrawl-delay: 6', 6000],
    ['a fraction', 'User-agent: *\nCrawl-delay: 0.5', 500],
    ['that of our own group', 'User-agent: *\nCrawl-delay: 30\n\nUser-agent: rolewatch\nCrawl-delay: 3', 3000],
    ['an absurd one', 'User-agent: *\nCrawl-delay: 86400', 60_000],
    ['a negative one', 'User-agent: *\nCrawl-delay: -5', 0],
    ['words', 'User-agent: *\nCrawl-delay: slowly', 0],
  ])('reads a Crawl-delay: %s', (_, text, expected) => {
    const rules = readRobots(origin, text, 'rolewatch');

    expect(rules.crawlDelayMs).toBe(expected);
  });

  it('survives names and rules without number', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `User-agent: bot-${index}\n`).join('');
    const text = `${names}User-agent: *\n${'Disallow: /x\n'.repeat(10_000)}`;

    const rules = readRobots(origin, text, 'rolewatch');

    expect(rules.allows(new URL('/x', origin))).toBe(false);
  });

  it('never throws, whatever the text', () => {
    const line = fc.tuple(fc.constantFrom('User-agent', 'Disallow', 'Allow', 'Crawl-delay', 'x'), fc.string());
    const file = fc.array(line.map(([name, value]) => `${name}:${value}`)).map((lines) => lines.join('\n'));

    fc.assert(
      fc.property(fc.oneof(file, fc.string()), fc.string(), (text, path) => {
        const url = new URL(origin);
        url.pathname = path;

        const rules = readRobots(origin, text, 'rolewatch');

        expect(typeof rules.allows(url)).toBe('boolean');
        expect(rules.crawlDelayMs).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});

describe('productToken', () => {
  it.each([
    ['rolewatch/0.1.0 (+https://example.org)', 'rolewatch'],
    ['rolewatch (+ann@example.org)', 'rolewatch'],
    ['', ''],
  ])('is the first word of "%s"', (userAgent, expected) => {
    const token = productToken(userAgent);

    expect(token).toBe(expected);
  });
});

describe('createRobots', () => {
  it('forbids the whole host for the moment when robots.txt cannot be read', async () => {
    const { robots } = setUp(() => Promise.reject(new BoardError('transient', 'boards.example.com answered 500.')));

    const asking = robots.rulesFor(new URL('/jobs', origin), neverAborted());

    await expect(asking).rejects.toMatchObject({
      kind: 'transient',
      message:
        'robots.txt of boards.example.com could not be read, so no page of it is read either: boards.example.com answered 500.',
    });
  });

  it.each(['misconfigured', 'throttled'] as const)('passes on what is %s', async (kind) => {
    const error = new BoardError(kind, 'No.');
    const { robots } = setUp(() => Promise.reject(error));

    const asking = robots.rulesFor(new URL('/jobs', origin), neverAborted());

    await expect(asking).rejects.toBe(error);
  });

  it('asks a host that failed again after a minute, not before', async () => {
    const answers = [Promise.reject(new BoardError('transient', 'Down.')), Promise.resolve('')];
    answers[0]?.catch(() => {});
    const { robots, asked, pass } = setUp(() => answers.shift() ?? Promise.resolve(''));
    const visit = () => robots.rulesFor(new URL('/jobs', origin), neverAborted());

    await expect(visit()).rejects.toThrow('Down.');
    await expect(visit()).rejects.toThrow('Down.');
    pass(60_000);
    await expect(visit()).resolves.toBeDefined();

    expect(asked).toHaveLength(2);
  });

  it('asks each origin once a day', async () => {
    const { robots, asked, pass } = setUp(async () => '');
    const visit = (url: string) => robots.rulesFor(new URL(url), neverAborted());

    await Promise.all([visit(`${origin}/a`), visit(`${origin}/b`), visit('http://boards.example.com/')]);
    await visit('https://boards.example.com:8443/');
    pass(24 * 3_600_000 - 1);
    await visit(`${origin}/c`);
    pass(1);
    await visit(`${origin}/d`);

    expect(asked).toEqual([
      'https://boards.example.com/robots.txt',
      'http://boards.example.com/robots.txt',
      'https://boards.example.com:8443/robots.txt',
      'https://boards.example.com/robots.txt',
    ]);
  });

  it('takes the rules that an earlier process kept, until they are a day old', async () => {
    const { robots, asked, stored, pass } = setUp(async () => '');
    stored.set(`robots:${origin}`, kept('User-agent: *\nDisallow: /', '2026-11-19T20:00:00Z'));

    const early = await robots.rulesFor(new URL('/jobs', origin), neverAborted());
    pass(12 * 3_600_000);
    const late = await robots.rulesFor(new URL('/jobs', origin), neverAborted());

    expect([early, late].map((rules) => rules.allows(new URL('/jobs', origin)))).toEqual([false, true]);
    expect(asked).toHaveLength(1);
    expect(stored.get(`robots:${origin}`)?.fetchedAt).toBe('2026-11-20T20:00:00.000Z');
  });

  it('drops the line in which a text of the greatest length was cut', async () => {
    const filler = `#${'x'.repeat(ROBOTS_MAX_BYTES - 40)}\n`;
    const text = `${filler}User-agent: *\nDisallow: /private/`.slice(0, ROBOTS_MAX_BYTES).padEnd(ROBOTS_MAX_BYTES, 'x');
    const { robots } = setUp(async () => text);

    const rules = await robots.rulesFor(new URL('/jobs', origin), neverAborted());

    expect(rules.allows(new URL('/private/xxxxxxxx', origin))).toBe(true);
  });

  it('lets one caller give up without failing the others', async () => {
    const answer = Promise.withResolvers<string>();
    const { robots } = setUp(() => answer.promise);
    const leaving = new AbortController();
    const first = robots.rulesFor(new URL('/jobs', origin), leaving.signal);
    const second = robots.rulesFor(new URL('/jobs', origin), neverAborted());

    leaving.abort(new Error('enough'));
    answer.resolve('');

    await expect(first).rejects.toThrow('enough');
    await expect(second).resolves.toBeDefined();
  });
});

function setUp(read: () => Promise<string>) {
  const stored = new Map<string, CachedResponse>();
  const asked: string[] = [];
  let now = Date.parse('2026-11-20T08:00:00Z');
  const robots = createRobots({
    read: (url) => {
      asked.push(url.href);
      return read();
    },
    cache: { get: async (key) => stored.get(key), set: async (key, response) => void stored.set(key, response) },
    clock: () => new Date(now),
    userAgent: 'rolewatch/0.1.0 (+https://example.org)',
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { robots, stored, asked, pass };
}

function kept(body: string, fetchedAt: string): CachedResponse {
  return { status: 200, etag: undefined, lastModified: undefined, headers: {}, body, fetchedAt };
}

function neverAborted(): AbortSignal {
  return new AbortController().signal;
}
