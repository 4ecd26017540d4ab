import { existsSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { BoardError } from '../../src/errors.ts';
import { crawlPages, type FetchPage } from '../../src/sources/crawl.ts';
import type { CrawledPage } from '../../src/sources/source.ts';
import { allowNetwork } from '../kit/http-mock.ts';
import { startServer } from '../kit/local-server.ts';
import { openTestHttp } from '../kit/test-http.ts';

beforeAll(allowNetwork);
afterEach(() => void vi.restoreAllMocks());

describe('crawlPages', () => {
  it('reports a page that fails with the very error of the door, and the others all the same', async () => {
    const gone = new BoardError('gone', 'boards.example.com answered 404 (not found).');
    // Crawlee takes these words for a failing proxy and rewrites the error.
    const proxyLike = new BoardError('transient', 'ECONNRESET ECONNREFUSED ERR_TUNNEL_CONNECTION_FAILED');
    const errors = new Map([
      ['https://boards.example.com/1', gone],
      ['https://boards.example.com/2', proxyLike],
    ]);
    const fetchPage: FetchPage = async (url) => {
      const error = errors.get(url);
      if (error !== undefined) throw error;
      return page(url);
    };

    const pages = await all(crawlPages(addresses(3), fetchPage, neverAborted()));

    expect(pages).toEqual([
      { url: 'https://boards.example.com/0', body: 'page https://boards.example.com/0' },
      { url: 'https://boards.example.com/1', error: gone },
      { url: 'https://boards.example.com/2', error: proxyLike },
    ]);
    expect(pages[1]?.error).toBe(gone);
    expect(pages[2]?.error).toBe(proxyLike);
  });

  it('reports an address that cannot be read', async () => {
    const pages = await all(crawlPages(['/jobs/1'], async (url) => page(url), neverAborted()));

    expect(pages).toMatchObject([{ url: '/jobs/1', error: { kind: 'changed' } }]);
  });

  it('tries each page once', async () => {
    const fetchPage = vi.fn<FetchPage>().mockRejectedValue(new BoardError('transient', 'Broken.'));

    await all(crawlPages(addresses(3), fetchPage, neverAborted()));

    expect(fetchPage).toHaveBeenCalledTimes(3);
  });

  it('reads each address once, more than one batch of them, however alike they are', async () => {
    const urls = [
      ...addresses(110),
      'https://boards.example.com/JOBS?b=1&a=2',
      'https://boards.example.com/jobs?a=2&b=1',
    ].concat(
      'https://boards.example.com/jobs/',
      'https://boards.example.com/jobs?utm_source=x',
      'https://boards.example.com/0',
    );

    const pages = await all(crawlPages(urls, async (url) => page(url), neverAborted()));

    expect(pages.map(({ url }) => url).toSorted()).toEqual([...new Set(urls)].toSorted());
  });

  it.each([
    ['an empty page', ''],
    ['a page that is no HTML', '{"jobs":[]}'],
    ['a page in another script', '<p>看護師 Médecin 🩺'],
    ['a page that claims another charset', '<meta charset="latin1"><p>Médecin'],
  ])('hands over %s as it is', async (_, body) => {
    const fetchPage: FetchPage = async (url) => ({
      ...page(url),
      headers: { 'content-type': 'text/html; charset=koi8-r' },
      body,
    });

    const pages = await all(crawlPages(addresses(1), fetchPage, neverAborted()));

    expect(pages).toEqual([{ url: 'https://boards.example.com/0', body }]);
  });

  it('rejects with the reason of an abort, and stops asking', async () => {
    const leaving = new AbortController();
    const fetchPage = vi.fn<FetchPage>(async (url) => page(url));
    const pages = crawlPages(addresses(40), fetchPage, leaving.signal);
    await pages.next();

    leaving.abort(new Error('enough'));

    await expect(all(pages)).rejects.toThrow('enough');
    expect(fetchPage.mock.calls.length).toBeLessThan(20);
  });

  it('ends a fetch that hangs when aborted', async () => {
    const leaving = new AbortController();
    const fetchPage: FetchPage = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        leaving.abort(new Error('enough'));
      });

    const crawling = all(crawlPages(addresses(3), fetchPage, leaving.signal));

    await expect(crawling).rejects.toThrow('enough');
  });

  it('asks for nothing more once its reader has left', async () => {
    const signals: AbortSignal[] = [];
    const fetchPage = vi.fn<FetchPage>(async (url, signal) => {
      signals.push(signal);
      return page(url);
    });

    for await (const first of crawlPages(addresses(40), fetchPage, neverAborted())) {
      expect(first.error).toBeUndefined();
      break;
    }

    expect(fetchPage.mock.calls.length).toBeLessThan(20);
    expect(signals[0]?.aborted).toBe(true);
  });

  it('fetches only a few pages ahead of a slow reader', async () => {
    const fetchPage = vi.fn<FetchPage>(async (url) => page(url));
    const pages = crawlPages(addresses(30), fetchPage, neverAborted());
    await pages.next();

    await new Promise((resolve) => setImmediate(resolve));

    expect(fetchPage.mock.calls.length).toBeLessThanOrEqual(8);
    await pages.return();
  });

  it('goes through the one door, and writes neither a file nor a line', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await using server = await startServer(({ path }, response) => {
      if (path === '/robots.txt') response.end('User-agent: *\nDisallow: /private');
      else setImmediate(() => response.end(`<title>${path}</title>`));
    }, 'handled');
    await using http = openTestHttp();
    const urls = ['/1', '/2', '/3', '/private'].map((path) => server.origin + path);

    const pages = await all(crawlPages(urls, (url, signal) => http.get(url, {}, signal), neverAborted()));

    expect(pages.map(({ body, error }) => body ?? error)).toMatchObject([
      '<title>/1</title>',
      '<title>/2</title>',
      '<title>/3</title>',
      { kind: 'blocked' },
    ]);
    expect(server.mostAtOnce()).toBe(1);
    for (const { headers } of server.requests) expect(headers['user-agent']).toMatch(/^rolewatch\//);
    expect(write).not.toHaveBeenCalled();
    expect(existsSync('storage')).toBe(false);
  });
});

function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `https://boards.example.com/${index}`);
}

function page(url: string) {
  return { status: 200, url, headers: {}, body: `page ${url}`, unchanged: false };
}

/** In the order of their addresses, for pages may arrive in any. */
async function all(pages: AsyncIterable<CrawledPage>): Promise<CrawledPage[]> {
  const found: CrawledPage[] = [];
  for await (const next of pages) found.push(next);
  return found.toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

function neverAborted(): AbortSignal {
  return new AbortController().signal;
}
