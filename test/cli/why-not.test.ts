import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, runSampleHome } from '../kit/command-line.ts';

let home: Awaited<ReturnType<typeof runSampleHome>>;
beforeAll(async () => {
  home = await runSampleHome(['lakeside-health', 'codewell']);
});
afterAll(() => home.close());

async function json(...words: string[]): Promise<unknown> {
  const { out, code } = await call([...words, '--json', '--home', home.dir]);
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** The first opening with a verdict. */
async function first(verdict: string): Promise<number> {
  const lines = await json('query', '--verdict', verdict, '--limit', '1');
  // as: the shape that the test of query holds
  return (lines as { id: number }[])[0]?.id ?? 0;
}

describe('why-not', () => {
  it('quotes the demand that keeps an opening out', async () => {
    const id = await first('ineligible');

    const { out, code } = await call(['why-not', String(id), '--home', home.dir]);

    expect(code).toBe(0);
    expect(out).toMatch(/Because required: /);
    expect(out).toMatch(/“.+”/);
    expect(out).toContain('To change it:');
  });

  it('ends with 2 for an opening that does not exist', async () => {
    const called = await call(['why-not', '999999', '--home', home.dir]);

    expect(called.code).toBe(2);
    expect(called.err).toContain('No opening 999999');
  });
});

describe('rules', () => {
  it('counts what each rule hides, and every verdict', async () => {
    const { rules, verdicts } = (await json('rules')) as {
      // as: what the command promises
      rules: { count: number }[];
      verdicts: Record<string, number>;
    };
    const all = (await json('query', '--limit', '1000')) as unknown[];

    const sum = [...rules.map(({ count }) => count), ...Object.values(verdicts)].reduce((one, other) => one + other, 0);
    expect(sum).toBe(all.length);
  });

  it('fits 80 columns', async () => {
    const { out } = await call(['rules', '--home', home.dir], { columns: 80 });

    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toMatch(/fits/);
  });
});
