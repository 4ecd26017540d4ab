import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/terminal.ts';
import { call, ESCAPE, runSampleHome } from '../kit/command-line.ts';

let home: Awaited<ReturnType<typeof runSampleHome>>;
let one: { id: number; title: string; url: string };
beforeAll(async () => {
  home = await runSampleHome(['lakeside-health', 'codewell', 'him-network']);
  const { out } = await call([
    'query',
    'inpatient coder',
    '--verdict',
    'eligible',
    '--profile',
    'sam-rivera',
    '--json',
    '--home',
    home.dir,
  ]);
  // as: the columns that these tests use
  [one = { id: 0, title: '', url: '' }] = JSON.parse(out) as { id: number; title: string; url: string }[];
});
afterAll(() => home.close());

describe.each(['show', 'explain'])('%s', (command) => {
  it('finds an opening by its number and by the address of a posting', async () => {
    const byId = await call([command, String(one.id), '--home', home.dir]);
    const byUrl = await call([command, `${one.url}&utm_source=mail#apply`, '--home', home.dir]);

    expect(byId.code).toBe(0);
    expect(byId.out).toContain(`${one.id}  ${one.title}`);
    expect(byUrl).toEqual(byId);
  });

  it.each([
    ['a number that is not there', '999999', 'No opening 999999 is stored; rolewatch query lists what there is.'],
    ['a number beyond all numbers', '9'.repeat(30), 'is stored'],
    ['an address that is not there', 'https://jobs.example/nothing', 'is stored'],
    ['something else', 'coder', 'coder is neither the number of an opening nor the address of a posting;'],
    ['an escape sequence', `${ESCAPE}[2J`, 'is neither the number'],
  ])('ends with 2 for %s', async (_what, wanted, says) => {
    const called = await call([command, wanted, '--home', home.dir]);

    expect(called.code).toBe(2);
    expect(called.err).toContain(says);
    expect(called.err).not.toContain(ESCAPE);
    expect(called.out).toBe('');
  });

  it('ends with 2 for an unknown profile', async () => {
    const called = await call([command, String(one.id), '--profile', 'nobody', '--home', home.dir]);

    expect(called.code).toBe(2);
    expect(called.err).toContain('There is no profile nobody');
  });

  it.each([40, 80])('has no line over %i columns but for addresses', async (columns) => {
    const { out } = await call([command, String(one.id), '--home', home.dir], { columns });

    const lines = out.split('\n').filter((line) => !line.includes('https://'));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  it('speaks for another person with --profile', async () => {
    const sam = await call([command, String(one.id), '--profile', 'sam-rivera', '--json', '--home', home.dir]);
    const dana = await call([command, String(one.id), '--profile', 'dana-okafor', '--json', '--home', home.dir]);

    expect(sam.out).not.toBe(dana.out);
  });
});

describe('show', () => {
  it('prints facts, verdict, words and copies', async () => {
    const { out } = await call(['show', String(one.id), '--profile', 'sam-rivera', '--home', home.dir]);

    expect(out).toMatch(/^You qualify.* \(\d+ of 100\)$/m);
    expect(out).toMatch(/posted\s\w+\s\d+,\s2026/);
    expect(out).toMatch(/^(One copy|\d copies)\n {2}\S+: seen first\n {4}https:/m);
    expect(out).not.toMatch(/^• .*\n\n• /m);
  });

  it('gives everything as JSON', async () => {
    const { out } = await call(['show', String(one.id), '--json', '--home', home.dir]);

    expect(JSON.parse(out)).toMatchObject({
      id: one.id,
      title: one.title,
      text: expect.any(String),
      copies: expect.any(Array),
      match: { verdict: expect.any(String), score: expect.any(Number) },
    });
  });
});

describe('explain', () => {
  it('holds every requirement against the profile, with the quoted words and the score', async () => {
    const { out } = await call(['explain', String(one.id), '--profile', 'sam-rivera', '--home', home.dir]);

    expect(out).toMatch(/^You qualify/m);
    expect(out).toMatch(/^ {2}✓ .*: you hold RHIT\b/m);
    expect(out).toMatch(/^ {6}“.*RHIT/m);
    expect(out).toMatch(/^Score: \d+ of 100$/m);
    expect(out).toMatch(/^ {2}occupation +\d[\d.]*\/20 +\S/m);
  });

  it('quotes words that are in the posting', async () => {
    const { out } = await call(['explain', String(one.id), '--json', '--home', home.dir]);
    const shown = await call(['show', String(one.id), '--json', '--home', home.dir]);

    // as: the shape of a match and of an opening as JSON
    const { findings } = JSON.parse(out) as { findings: { evidence: { quote: string; start: number; end: number } }[] };
    const { text } = JSON.parse(shown.out) as { text: string };
    expect(findings.length).toBeGreaterThan(0);
    for (const { evidence } of findings) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  it('gives verdict, findings and the parts of the score as JSON', async () => {
    const { out } = await call(['explain', String(one.id), '--profile', 'sam-rivera', '--json', '--home', home.dir], {
      env: { FORCE_COLOR: '1' },
    });

    expect(out).not.toContain(ESCAPE);
    expect(JSON.parse(out)).toMatchObject({
      id: one.id,
      profileId: 'sam-rivera',
      verdict: 'eligible',
      score: expect.any(Number),
      findings: expect.any(Array),
      parts: expect.any(Array),
      copies: expect.any(Array),
    });
  });
});
