import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/sources/http.ts';
import { usajobs } from '../../../src/sources/usajobs/index.ts';
import { fakeContext, gather } from '../../kit/cases.ts';

const secrets = { ROLEWATCH_USAJOBS_KEY: 'the-key', ROLEWATCH_USAJOBS_EMAIL: 'reader@lakeside.example' };

describe('usajobs.collect', () => {
  it('sends the key as a header and the registered e-mail as the user agent', async () => {
    const requests: HttpRequest[] = [];

    await collect([announcement('1', {})], (request) => requests.push(request));

    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers?.['authorization-key']).toBe('the-key');
    expect(requests[0]?.userAgent).toBe('reader@lakeside.example');
    expect(requests[0]?.url).not.toContain('the-key');
  });

  it('never stores whom to contact', async () => {
    const contact = {
      AgencyContactEmail: 'pat@lakeside.example',
      AgencyContactPhone: '555-0100',
      JobSummary: 'You code.',
    };

    const [item] = await collect([announcement('1', contact)]);

    const stored = JSON.stringify(item);
    expect(stored).toContain('You code.');
    expect(stored).not.toMatch(/pat@|555-0100/);
  });

  it('takes an announcement for unchanged when only its rank moved', async () => {
    const [one] = await collect([{ ...announcement('1', {}), RelevanceRank: 3 }]);
    const [other] = await collect([{ ...announcement('1', {}), RelevanceRank: 9 }]);

    expect(stableOf(one)).toBeDefined();
    expect(stableOf(one)).toBe(stableOf(other));
  });

  it('gives at most 10,000 announcements and then asks for a narrower search', async () => {
    let page = 0;
    const answer = () => {
      page += 1;
      return Array.from({ length: 500 }, (_, n) => announcement(`${page}-${n}`, {}));
    };

    await expect(collect(answer, undefined, 12_345)).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('at most 10000'),
    });
    expect(page).toBe(20);
  });
});

describe('usajobs.options', () => {
  it.each([{}, { location: 'Austin, TX' }, { series: ['675'] }, { series: [] }])('refuses %j', (options) => {
    expect(usajobs.options.safeParse(options).success).toBe(false);
  });
});

async function collect(
  items: readonly unknown[] | (() => readonly unknown[]),
  onRequest: (request: HttpRequest) => void = () => undefined,
  total?: number,
) {
  const fetch = (request: HttpRequest): HttpResponse => {
    onRequest(request);
    const page = typeof items === 'function' ? items() : items;
    const body = { SearchResult: { SearchResultCountAll: total ?? page.length, SearchResultItems: page } };
    return { status: 200, url: request.url, headers: {}, body: JSON.stringify(body), unchanged: false };
  };
  const context = fakeContext({
    fetch,
    now: '2026-11-20T08:00:00Z',
    home: '/',
    secrets,
    known: () => undefined,
    signal: new AbortController().signal,
  });
  const board = { id: 'records', name: 'Records', employer: undefined, options: { series: ['0675'] } };
  return gather(usajobs.collect(board, context));
}

function announcement(id: string, details: Readonly<Record<string, string>>) {
  const url = `https://www.usajobs.gov:443/job/${id}`;
  const descriptor = { PositionTitle: 'Coder', PositionURI: url, UserArea: { Details: details } };
  return { MatchedObjectId: id, MatchedObjectDescriptor: descriptor };
}

function stableOf(item: Awaited<ReturnType<typeof collect>>[number] | undefined): string | undefined {
  return item?.kind === 'posting' ? item.stable : undefined;
}
