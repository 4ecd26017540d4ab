import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/sources/http.ts';
import { workday } from '../../../src/sources/workday/index.ts';
import { fakeContext, gather } from '../../kit/cases.ts';

const info = {
  title: 'Coder',
  jobDescription: '<p>RHIT required.</p>',
  postedOn: 'Posted Today',
  timeLeftToApply: '30+ days',
};

describe('workday.collect', () => {
  it('takes a posting for unchanged when only the words for its age moved', async () => {
    const today = await stableText('Posted Today', info);
    const later = await stableText('Posted 3 Days Ago', {
      ...info,
      postedOn: 'Posted 3 Days Ago',
      timeLeftToApply: '27 days',
    });

    expect(today).toBeDefined();
    expect(later).toBe(today);
  });

  it('takes a posting for changed when its text changed', async () => {
    const before = await stableText('Posted Today', info);
    const after = await stableText('Posted Today', { ...info, jobDescription: '<p>RHIA required.</p>' });

    expect(after).not.toBe(before);
  });
});

async function stableText(postedOn: string, jobPostingInfo: object): Promise<string | undefined> {
  const item = { title: 'Coder', externalPath: '/job/Durham-NC/Coder_R1', locationsText: 'Durham, NC', postedOn };
  const fetch = (request: HttpRequest): HttpResponse => {
    const body = request.method === 'POST' ? { total: 1, jobPostings: [item] } : { jobPostingInfo };
    return { status: 200, url: request.url, headers: {}, body: JSON.stringify(body), unchanged: false };
  };
  const context = fakeContext({
    fetch,
    now: '2026-11-20T08:00:00Z',
    home: '/',
    secrets: {},
    known: () => undefined,
    signal: new AbortController().signal,
  });
  const options = { host: 'lakeside.wd5.myworkdayjobs.com', tenant: 'lakeside', site: 'External' };
  const [collected] = await gather(
    workday.collect({ id: 'lakeside', name: 'Lakeside Health', employer: undefined, options }, context),
  );
  return collected?.kind === 'posting' ? collected.stable : undefined;
}
