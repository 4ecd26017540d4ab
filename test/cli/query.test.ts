import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleNow } from '../../src/cli/sample/settings.ts';
import { widthOf } from '../../src/cli/terminal.ts';
import { openStore } from '../../src/store/database.ts';
import { call, ESCAPE, emptyFolder, runSampleHome } from '../kit/command-line.ts';

interface Line {
  readonly id: number;
  readonly title: string;
  readonly employer: string;
  readonly workplace: string | null;
  readonly verdict: string | null;
  readonly postedAt: string | null;
  readonly score: number;
}

let home: Awaited<ReturnType<typeof runSampleHome>>;
beforeAll(async () => {
  home = await runSampleHome(['lakeside-health', 'codewell']);
});
afterAll(() => home.close());

/** The openings that a query prints as JSON. */
async function ask(...words: string[]): Promise<Line[]> {
  const { out, code } = await call(['query', ...words, '--json', '--home', home.dir]);
  expect(code).toBe(0);
  // as: the columns that these tests look at; the test of the JSON holds all of them
  return JSON.parse(out) as Line[];
}

describe('query', () => {
  it('finds openings that hold all the words', async () => {
    const coders = await ask('coder');
    const inpatient = await ask('coder', 'inpatient');

    expect(coders.length).toBeGreaterThan(inpatient.length);
    expect(inpatient.length).toBeGreaterThan(0);
    expect(coders.map(({ id }) => id)).toEqual(expect.arrayContaining(inpatient.map(({ id }) => id)));
  });

  it('takes a phrase as a phrase', async () => {
    const words = await ask('information', 'release');
    const phrase = await ask('"release of information"');
    const reversed = await ask('"information release of"');

    expect(words.length).toBeGreaterThanOrEqual(phrase.length);
    expect(phrase.length).toBeGreaterThan(0);
    expect(reversed).toEqual([]);
  });

  it('leaves out what is excluded, without a -- in front', async () => {
    const all = await ask('coder');
    const without = await ask('coder', '-inpatient');
    const quoted = await ask('coder -inpatient');
    const capital = await ask('coder', '-Very', '-Inpatient');

    const inpatient = (await ask('coder', 'inpatient')).map(({ id }) => id);
    expect(without.length).toBe(all.length - inpatient.length);
    expect(quoted).toEqual(without);
    expect(capital.map(({ id }) => id)).not.toContain(inpatient[0]);
  });

  it.each([
    'coder"',
    '"',
    '"inpatient coder',
    '" " -"',
    '-',
    '(coder',
    'coder*',
    "co'der; drop",
    'NEAR(a b)',
    'a AND',
    '\\',
    '%',
  ])('survives %s', async (words) => {
    const called = await call(['query', words, '--home', home.dir]);

    expect(called.code).toBe(0);
  });

  it('lists everything without words', async () => {
    const all = await ask('--limit', '1000');

    expect(all.length).toBeGreaterThan(20);
  });

  it('--remote gives remote openings only', async () => {
    const lines = await ask('coder', '--remote');

    expect(new Set(lines.map(({ workplace }) => workplace))).toEqual(new Set(['remote']));
  });

  it('--verdict gives the openings of one or more verdicts', async () => {
    const fits = await ask('--verdict', 'eligible');
    const both = await ask('--verdict', 'eligible', 'unknown', '--limit', '500');

    expect(new Set(fits.map(({ verdict }) => verdict))).toEqual(new Set(['eligible']));
    expect(new Set(both.map(({ verdict }) => verdict))).toEqual(new Set(['eligible', 'unknown']));
  });

  it('--employer looks at the name, whatever its letters', async () => {
    const lines = await ask('--employer', 'CODEWELL', '--limit', '500');

    expect(lines.length).toBeGreaterThan(0);
    for (const { employer } of lines) expect(employer).toMatch(/codewell/i);
  });

  it('--within counts days back from now', async () => {
    const week = await ask('--within', '7', '--limit', '500');

    expect(week.length).toBeGreaterThan(0);
    for (const { postedAt } of week) {
      expect(sampleNow.getTime() - Date.parse(postedAt ?? '')).toBeLessThanOrEqual(8 * 86_400_000);
    }
  });

  it('--limit cuts, with the best first', async () => {
    const lines = await ask('--limit', '3');

    expect(lines).toHaveLength(3);
    expect(lines.map(({ score }) => score)).toEqual(lines.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('--offset goes on where the first ones end', async () => {
    const all = await ask('--limit', '6');
    const rest = await ask('--limit', '3', '--offset', '3');

    expect(rest.map(({ id }) => id)).toEqual(all.slice(3).map(({ id }) => id));
  });

  it('--sort date gives the newest first', async () => {
    const days = (await ask('--sort', 'date', '--limit', '500')).map(({ postedAt }) => postedAt ?? '9999');

    expect(days).toEqual(days.toSorted().reverse());
  });

  it('takes one format at a time, with 2', async () => {
    const called = await call(['query', '--json', '--csv', '--home', home.dir]);

    expect(called.code).toBe(2);
    expect(called.err).toContain('cannot be used with');
  });

  it('--profile shows the verdicts of another person', async () => {
    const sam = await ask('--profile', 'sam-rivera', '--limit', '500');
    const dana = await ask('--profile', 'dana-okafor', '--limit', '500');

    const verdicts = (lines: Line[]) => lines.toSorted((a, b) => a.id - b.id).map(({ verdict }) => verdict);
    expect(dana).toHaveLength(sam.length);
    expect(verdicts(dana)).not.toEqual(verdicts(sam));
  });

  it('says who there is when the profile is unknown, with 2', async () => {
    const called = await call(['query', '--profile', 'nobody', '--home', home.dir]);

    expect(called.code).toBe(2);
    expect(called.err).toBe('There is no profile nobody; there is dana-okafor, sam-rivera.');
  });

  it('gives nothing on stdout and a hint on stderr when nothing is found, with 0', async () => {
    const called = await call(['query', 'astronaut', '--home', home.dir]);

    expect(called).toMatchObject({ code: 0, out: '' });
    expect(called.err).toContain('Nothing found');
    expect(await ask('astronaut')).toEqual([]);
  });

  it('prints every fact as JSON, absent ones as null', async () => {
    const [line] = await ask('coder', '--limit', '1');

    expect(Object.keys(line ?? {})).toEqual([
      'id',
      'title',
      'employer',
      'url',
      'places',
      'workplace',
      'remoteLimits',
      'employmentTypes',
      'pay',
      'postedAt',
      'closedAt',
      'verdict',
      'score',
    ]);
  });

  it.each([
    ['before the first run', 'rolewatch run first', async (dir: string) => call(['init', '--yes', '--home', dir])],
    ['with an empty database', 'rolewatch migrate', async (dir: string) => emptyDatabase(dir)],
  ])('ends with 2 and says what to do %s', async (_when, says, prepare) => {
    const folder = emptyFolder();
    await prepare(folder.dir);

    const called = await call(['query', 'coder', '--home', folder.dir]);

    folder.remove();
    expect(called.code).toBe(2);
    expect(called.err).toContain(says);
  });
});

async function emptyDatabase(dir: string): Promise<void> {
  await call(['init', '--yes', '--home', dir]);
  const { mkdirSync, writeFileSync } = await import('node:fs');
  mkdirSync(`${dir}/data`);
  writeFileSync(`${dir}/data/rolewatch.db`, '');
}

describe('the table of openings', () => {
  it.each([40, 60, 80, 100, 120, 200])('fits %i columns', async (columns) => {
    const { out } = await call(['query', '--limit', '100', '--home', home.dir], { columns });

    const lines = out.split('\n');
    expect(lines[0]).toMatch(/ID +Fit .*Title/);
    expect(lines).toHaveLength(101 > lines.length ? lines.length : 101);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  it('keeps a hostile title harmless and in its column', async () => {
    const wicked = `${ESCAPE}]0;owned\u0007${ESCAPE}[2J\u202eredoC\u202c\n\r漢字漢字漢字漢字漢字漢字漢字漢字漢字 ${'x'.repeat(5_000)}`;
    const store = await openStore(`sqlite:${home.dir}/data/rolewatch.db`);
    const [first] = await ask('--limit', '1');
    await store.db
      .updateTable('openings')
      .set({ title: wicked, employer: wicked })
      .where('id', '=', first?.id ?? 0)
      .execute();
    await store.close();

    const queried = await call(['query', '--limit', '5', '--home', home.dir]);
    const shown = await call(['show', String(first?.id), '--home', home.dir]);
    const explained = await call(['explain', String(first?.id), '--home', home.dir]);

    expect(queried.out.split('\n')).toHaveLength(6);
    for (const line of queried.out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
    for (const { out } of [queried, shown, explained]) {
      expect(out).toContain('redoC');
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }
  });

  it('is one result line a line, and tells the rest on stderr', async () => {
    const { out, err } = await call(['query', '--limit', '2', '--home', home.dir]);

    expect(out.split('\n')).toHaveLength(3);
    expect(err).toBe('2 shown. rolewatch explain ID says why.');
  });
});
