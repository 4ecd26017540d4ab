import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/sources/http.ts';
import { readList } from '../../../src/sources/workday/list.ts';
import { fakeContext } from '../../kit/cases.ts';

const JOBS = 'https://lakeside.wd5.myworkdayjobs.com/wday/cxs/lakeside/External/jobs';

describe('readList', () => {
  it('reads a site of 3,100 postings through its facets, although the site stops counting at 2,000', async () => {
    const site = tenant(
      Array.from({ length: 3100 }, (_, n) => ({ path: `/job/P/J_R${n}`, location: `L${n % 3}`, family: `F${n % 4}` })),
    );

    const { items, problem } = await readList(JOBS, 'Lakeside Health', context(site.answer));

    expect(problem).toBeUndefined();
    expect(items.size).toBe(3100);
  });

  it('cuts a slice that is still too large by a second facet', async () => {
    const site = tenant(
      Array.from({ length: 5000 }, (_, n) => ({
        path: `/job/P/J_R${n}`,
        location: n < 4500 ? 'L0' : 'L1',
        family: `F${n % 4}`,
      })),
    );

    const { items, problem } = await readList(JOBS, 'Lakeside Health', context(site.answer));

    expect(problem).toBeUndefined();
    expect(items.size).toBe(5000);
  });

  it('says that the list is not whole when no facet can cut it', async () => {
    const site = tenant(
      Array.from({ length: 2500 }, (_, n) => ({ path: `/job/P/J_R${n}`, location: 'L0', family: 'F0' })),
      2500,
    );

    const { items, problem } = await readList(JOBS, 'Lakeside Health', context(site.answer));

    expect(items.size).toBe(2000);
    expect(problem?.kind).toBe('transient');
    expect(site.largestOffset()).toBeLessThan(2000);
  });
});

interface Row {
  readonly path: string;
  readonly location: string;
  readonly family: string;
}

/** A site that counts up to `cap` and whose offsets wrap round beyond it. */
function tenant(rows: readonly Row[], cap = 2000) {
  let largestOffset = 0;
  return {
    largestOffset: () => largestOffset,
    answer: (request: HttpRequest): HttpResponse => {
      const { appliedFacets, offset } = JSON.parse(request.body ?? '{}');
      largestOffset = Math.max(largestOffset, offset);
      const matching = rows.filter(
        (row) =>
          (appliedFacets.locations ?? [row.location]).includes(row.location) &&
          (appliedFacets.jobFamily ?? [row.family]).includes(row.family),
      );
      const start = offset >= 2000 ? 0 : offset;
      const body = {
        total: offset === 0 ? Math.min(matching.length, cap) : 0,
        jobPostings: matching.slice(start, start + 20).map(({ path }) => ({ title: 'Coder', externalPath: path })),
        facets: [
          {
            facetParameter: 'locationMainGroup',
            values: [{ facetParameter: 'locations', values: counts(matching, 'location') }],
          },
          { facetParameter: 'jobFamily', values: counts(matching, 'family') },
        ],
      };
      return { status: 200, url: request.url, headers: {}, body: JSON.stringify(body), unchanged: false };
    },
  };
}

function counts(rows: readonly Row[], member: 'location' | 'family') {
  const groups = Map.groupBy(rows, (row) => row[member]);
  return [...groups].map(([id, group]) => ({ id, descriptor: id, count: group.length }));
}

function context(fetch: (request: HttpRequest) => HttpResponse) {
  return fakeContext({
    fetch,
    now: '2026-11-20T08:00:00Z',
    home: '/',
    secrets: {},
    known: () => undefined,
    signal: new AbortController().signal,
  });
}
