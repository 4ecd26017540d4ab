import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleBoards, startSampleBoards } from '../../../src/cli/sample/server.ts';
import { sampleSecrets } from '../../../src/cli/sample/settings.ts';

let boards: SampleBoards;
beforeAll(async () => {
  boards = await startSampleBoards();
});
afterAll(() => boards.close());

describe('startSampleBoards', () => {
  it('maps each origin to a path of its own on the loopback', () => {
    expect(boards.mirrors['https://boards-api.greenhouse.io']).toBe(
      `http://127.0.0.1:${boards.port}/boards-api.greenhouse.io`,
    );
    expect(Object.keys(boards.mirrors)).toHaveLength(12);
  });

  it('allows robots on every host, and names the sitemap where there is one', async () => {
    for (const origin of Object.keys(boards.mirrors)) {
      const text = await (await ask(`${origin}/robots.txt`)).text();

      expect(text).toMatch(/^User-agent: \*\nAllow: \/\n/);
    }
    const text = await (await ask('https://careers.riverbend-hospitals.example/robots.txt')).text();

    expect(text).toContain('Sitemap: https://careers.riverbend-hospitals.example/sitemap.xml\n');
  });

  it('answers 304 to whoever has the list already', async () => {
    const url = 'https://boards-api.greenhouse.io/v1/boards/lakesidehealth/jobs?content=true';
    const etag = (await ask(url)).headers.get('etag') ?? '';

    const second = await ask(url, { headers: { 'if-none-match': etag } });

    expect(etag).toMatch(/^"[0-9a-f]{20}"$/);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });

  it('notes every request', async () => {
    await ask('https://remotive.com/api/remote-jobs');

    expect(boards.requests().at(-1)).toEqual({ method: 'GET', host: 'remotive.com', path: '/api/remote-jobs' });
  });

  it('serves only the boards that are asked for', async () => {
    const few = await startSampleBoards({ only: ['riskline', 'saved-alerts'] });

    expect(few.ids).toEqual(['riskline', 'saved-alerts']);
    expect(Object.keys(few.mirrors)).toEqual(['https://api.lever.co']);
    await few.close();
  });

  it('gives the same bytes after another start', async () => {
    const again = await startSampleBoards();

    for (const path of LISTS) {
      const [one, two] = await Promise.all([bytes(boards, path), bytes(again, path)]);
      expect(two).toBe(one);
    }
    await again.close();
  });

  it.each([
    ['https://boards-api.greenhouse.io/v1/boards/oldmill/jobs', 404, null],
    ['https://api.eu.lever.co/v0/postings/brightwater?mode=json', 429, '3600'],
    ['https://boards-api.greenhouse.io/v1/boards/nobody/jobs', 404, null],
    ['https://nowhere.example/', 404, null],
  ])('answers %s with %i', async (url, status, retryAfter) => {
    const response = await fetch(mirrored(boards, url));

    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
  });

  it('answers for a board that changed its shape with a web page', async () => {
    const response = await ask('https://boards-api.greenhouse.io/v1/boards/northforkregional/jobs?content=true');

    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  });
});

describe('shapes', () => {
  it('greenhouse: escaped content with the blocks of the board, and the total', async () => {
    const list = await json('https://boards-api.greenhouse.io/v1/boards/lakesidehealth/jobs?content=true');

    expect(list.meta.total).toBe(list.jobs.length);
    expect(list.jobs[0].content).toMatch(/^&lt;div class=&quot;content-intro&quot;&gt;&lt;p&gt;/);
    const one = await json(`https://boards-api.greenhouse.io/v1/boards/lakesidehealth/jobs/${list.jobs[0].id}`);
    expect(one).toEqual(list.jobs[0]);
  });

  it('lever: a bare array in slices, requirements in lists without <ul>', async () => {
    const all = await json('https://api.lever.co/v0/postings/harborpoint?mode=json');
    const slice = await json('https://api.lever.co/v0/postings/harborpoint?mode=json&skip=8&limit=100');

    expect(slice).toEqual(all.slice(8));
    expect(all[0].lists[1].content).toMatch(/^\n<li>.*<\/li>$/s);
  });

  it('workday: 20 on a page, a total on the first only, no more than 20', async () => {
    const list = 'https://summitvalley.wd5.myworkdayjobs.com/wday/cxs/summitvalley/SVH_Careers/jobs';
    const page = (limit: number, offset: number) =>
      ask(list, { method: 'POST', body: JSON.stringify({ appliedFacets: {}, limit, offset, searchText: '' }) });

    const first: Json = await (await page(20, 0)).json();
    const second: Json = await (await page(20, 20)).json();

    expect(first.jobPostings).toHaveLength(20);
    expect([first.total, second.total]).toEqual([20 + second.jobPostings.length, 0]);
    expect((await page(50, 0)).status).toBe(400);
    const detail = await json(list.replace(/\/jobs$/, first.jobPostings[0].externalPath));
    expect(detail.jobPostingInfo.title).toBe(first.jobPostings[0].title);
  });

  it('workday: a posting that is no longer open is refused with S22', async () => {
    const response = await ask('https://bluestem.wd1.myworkdayjobs.com/wday/cxs/bluestem/External/job/Wichita-KS/X_1');

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errorCode: 'S22' });
  });

  it('usajobs: refuses without a key, filters by series, pages', async () => {
    const search = 'https://data.usajobs.gov/api/Search';
    const headers = { 'authorization-key': sampleSecrets()['ROLEWATCH_USAJOBS_KEY'] ?? '' };

    const refused = await ask(search);
    const found: Json = await (await ask(`${search}?JobCategoryCode=0669&ResultsPerPage=1&Page=2`, { headers })).json();

    expect(refused.status).toBe(401);
    expect(found.SearchResult).toMatchObject({ SearchResultCount: 1, SearchResultCountAll: 2 });
    expect(found.SearchResult.SearchResultItems[0].MatchedObjectDescriptor.JobCategory[0].Code).toBe('0669');
  });

  it.each([
    ['https://careers.him-network.example/jobs/?display=rss&resultsPerPage=1000', 'item'],
    ['https://jobs.buckeye-him.example/jobsrss/?countrycode=US', 'item'],
    ['https://careers.riverbend-hospitals.example/sitemap.xml', 'url'],
  ])('%s is well-formed XML', async (url, element) => {
    const text = await (await ask(url)).text();

    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true);
    expect(countElements(text)[element]).toBeGreaterThan(10);
    expect(text.replaceAll(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
  });

  it('json-ld: the list has pages and each page it links to holds a JobPosting', async () => {
    const origin = 'https://jobs.carepath.example';
    const links: string[] = [];
    for (let next: string | undefined = '/search?field=health-information'; next; ) {
      const page = await (await ask(`${origin}${next.replaceAll('&amp;', '&')}`)).text();
      links.push(...[...page.matchAll(/class="job-card"><a href="([^"]+)"/g)].flatMap((match) => match[1] ?? []));
      next = /<a rel="next" href="([^"]+)"/.exec(page)?.[1];
    }
    const [last = ''] = links.slice(-1);
    const page = await (await ask(`${origin}${last}`)).text();
    const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];

    expect(new Set(links).size).toBeGreaterThan(40);
    expect(JSON.parse(blocks[1]?.[1] ?? '')).toMatchObject({ '@type': 'JobPosting', url: `${origin}${last}` });
  });
});

// biome-ignore lint/suspicious/noExplicitAny: answers of foreign shape, looked into member by member
type Json = any;

const LISTS = [
  'https://boards-api.greenhouse.io/v1/boards/chartbridge/jobs?content=true',
  'https://api.lever.co/v0/postings/RisklineAnalytics?mode=json',
  'https://remotive.com/api/remote-jobs',
  'https://careers.him-network.example/jobs/?display=rss&resultsPerPage=1000',
  'https://careers.riverbend-hospitals.example/sitemap.xml',
  'https://jobs.carepath.example/search?page=2',
];

function mirrored(from: SampleBoards, url: string): string {
  const { origin, hostname } = new URL(url);
  return url.replace(origin, from.mirrors[origin] ?? `http://127.0.0.1:${from.port}/${hostname}`);
}

function ask(url: string, init?: RequestInit): Promise<Response> {
  return fetch(mirrored(boards, url), init);
}

async function json(url: string): Promise<Json> {
  return (await ask(url)).json();
}

async function bytes(from: SampleBoards, url: string): Promise<string> {
  return (await fetch(mirrored(from, url))).text();
}

/** How often each element occurs; throws when one is closed that is not open. */
function countElements(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        open.push(name);
        counts[name] = (counts[name] ?? 0) + 1;
      },
      onclosetag(name, implied) {
        if (implied || open.pop() !== name) throw new Error(`<${name}> is not closed properly`);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return counts;
}
