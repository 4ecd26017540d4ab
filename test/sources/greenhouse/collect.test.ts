import { describe, expect, it } from 'vitest';
import { greenhouse } from '../../../src/sources/greenhouse/index.ts';
import { fakeContext, gather } from '../../kit/cases.ts';

describe('greenhouse.collect', () => {
  it('takes a job for unchanged when only updated_at moved', async () => {
    const one = await collectJob({ updated_at: '2026-11-18T08:50:01-05:00' });
    const other = await collectJob({ updated_at: '2026-11-19T08:50:01-05:00' });

    expect(one.stable).toBeDefined();
    expect(one.stable).toBe(other.stable);
  });

  it('keeps the item exactly as received, members that nobody reads included', async () => {
    const { raw } = await collectJob({ updated_at: '2026-11-18T08:50:01-05:00', surprise: [null, 1.5] });

    expect(JSON.parse(raw.body)).toEqual({
      ...JOB,
      updated_at: '2026-11-18T08:50:01-05:00',
      surprise: [null, 1.5],
    });
  });
});

const JOB = {
  id: 8636903002,
  title: 'Coder',
  absolute_url: 'https://job-boards.greenhouse.io/lakesidehealth/jobs/8636903002',
};

async function collectJob(members: object) {
  const context = fakeContext({
    fetch: ({ url }) => ({
      status: 200,
      url,
      headers: {},
      body: JSON.stringify({ jobs: [{ ...JOB, ...members }] }),
      unchanged: false,
    }),
    now: '2026-11-20T08:00:00Z',
    home: '/',
    secrets: {},
    known: () => undefined,
    signal: new AbortController().signal,
  });
  const board = { id: 'lakeside', name: 'Lakeside Health', employer: undefined, options: { token: 'lakesidehealth' } };
  const [collected] = await gather(greenhouse.collect(board, context));
  if (collected?.kind !== 'posting') throw new Error('no posting came out');
  return collected;
}
