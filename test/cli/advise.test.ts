import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, runSampleHome } from '../kit/command-line.ts';

let home: Awaited<ReturnType<typeof runSampleHome>>;
beforeAll(async () => {
  home = await runSampleHome();
});
afterAll(() => home.close());

describe('advise', () => {
  it('charts what each step would open, and tells the way to it', async () => {
    const { out, code } = await call(['advise', '--home', home.dir], { columns: 80 });

    expect(code).toBe(0);
    expect(out).toMatch(/one single step away/);
    expect(out).toMatch(/█+ +\d+ openings?/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('counts as JSON what the store has', async () => {
    const { out } = await call(['advise', '--json', '--home', home.dir]);
    const near = await call(['query', '--verdict', 'near', '--json', '--limit', '1000', '--home', home.dir]);

    // as: what the command promises
    const told = JSON.parse(out) as { near: number; advice: { openings: number; words: string }[] };
    expect(told.near).toBeGreaterThan(0);
    expect(told.near).toBeLessThanOrEqual(JSON.parse(near.out).length);
    expect(told.advice[0]?.openings).toBe(Math.max(...told.advice.map(({ openings }) => openings)));
  });

  it('ends with 2 and the names there are for an unknown profile', async () => {
    const called = await call(['advise', '--profile', 'nobody', '--home', home.dir]);

    expect(called.code).toBe(2);
    expect(called.err).toContain('There is no profile nobody');
  });
});
