import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDemoHome } from '../../src/cli/demo-home.ts';
import { widthOf } from '../../src/cli/terminal.ts';
import { type Called, call, ESCAPE, emptyFolder } from '../kit/command-line.ts';

const boards = { port: 1, ids: ['codewell'], mirrors: {}, requests: () => [], close: async () => undefined };

describe('demo', () => {
  let folder: ReturnType<typeof emptyFolder>;
  let first: Called;
  let second: Called;
  beforeAll(async () => {
    folder = emptyFolder();
    // A real database and today's date must not matter.
    const over = { cwd: folder.dir, env: { DATABASE_URL: 'postgres://127.0.0.1:1/none' } };
    first = await call(['demo', '--json'], over);
    second = await call(['demo'], { ...over, clock: () => new Date('2031-05-05T05:05:05Z') });
  });
  afterAll(() => folder.remove());

  it('finds ten openings that fit, each with its reasons', () => {
    const result: unknown = JSON.parse(first.out);

    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).not.toContain(ESCAPE);
    expect(result).toMatchObject({ folder: 'demo', person: 'Sam Rivera' });
    expect(result).toHaveProperty('best.length', 10);
    expect(result).toHaveProperty(
      'best.0',
      expect.objectContaining({ verdict: 'eligible', reasons: expect.any(Array) }),
    );
  });

  it('reads about 300 postings, and names the three boards that gave nothing', () => {
    // as: the columns that this test looks at
    const { summary } = JSON.parse(first.out) as {
      summary: { postingsAdded: number; failures: unknown[]; silent: { outcome: string }[] };
    };

    expect(summary.postingsAdded).toBeGreaterThan(280);
    expect(summary.failures).toEqual([]);
    expect(summary.silent.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'gone', 'throttled']);
  });

  it('writes the digest that it names', () => {
    // as: the column that this test looks at
    const { digestFile } = JSON.parse(first.out) as { digestFile: string };

    expect(digestFile).toBe(join('demo', 'digests', '2026-11-20-0700-sam-rivera.html'));
    expect(readFileSync(join(folder.dir, digestFile), 'utf8')).toContain('Sam Rivera');
  });

  it('says the same every time, over the remains of the time before, on any day', () => {
    // as: the columns that this test looks at
    const { best } = JSON.parse(first.out) as { best: { id: number; title: string; score: number }[] };

    const headings = [...second.out.matchAll(/^(\d+) {2}(.+)$/gm)].map(([, id, title]) => `${id} ${title}`);
    const scores = [...second.out.matchAll(/, (\d+) of 100$/gm)].map(([, score]) => Number(score));
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(headings).toEqual(best.map(({ id, title }) => `${id} ${title}`));
    expect(scores).toEqual(best.map(({ score }) => score));
    expect(readdirSync(join(folder.dir, 'demo', 'digests'))).toHaveLength(3);
  });

  it('reads well: the best with verdict, reasons and quotes, then where to go on, in 80 columns', () => {
    const lines = second.out.split('\n');

    expect(lines[0]).toBe('The 10 best openings for Sam Rivera');
    expect(lines.filter((line) => /^ {4}You qualify(, with a condition)?, \d+ of 100$/.test(line))).toHaveLength(10);
    expect(second.out).toMatch(/^ {4}✓ .*RHIT/m);
    expect(lines.at(-2)).toBe('Open the digest in a browser: demo/digests/2026-11-20-0700-sam-rivera.html');
    expect(lines.at(-1)).toBe('Then try: npx rolewatch query coder --remote --home demo');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  it('leaves a home that the other commands can use', async () => {
    const queried = await call(['query', 'coder', '--remote', '--home', join(folder.dir, 'demo')]);

    expect(queried.code).toBe(0);
    expect(queried.out.split('\n').length).toBeGreaterThan(5);
  });

  it('refuses the home of somebody, with 2', async () => {
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), 'timeZone: UTC\n');

    const called = await call(['demo', '--home', '.'], { cwd: folder.dir });

    expect(called).toMatchObject({ code: 2, out: '' });
    expect(called.err).toBe(
      `${folder.dir} holds rolewatch.yaml, which no demo has written; give the demo a folder of its own, for example --home demo.`,
    );
    expect(readFileSync(join(folder.dir, 'rolewatch.yaml'), 'utf8')).toBe('timeZone: UTC\n');
  });
});

describe('the folder of the demo', () => {
  let folder: ReturnType<typeof emptyFolder>;
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => folder.remove());
  const at = (...names: string[]): string => join(folder.dir, ...names);

  it('loses what an earlier demo made, also a profile that is no longer there, and nothing else', () => {
    makeDemoHome(folder.dir, boards, 'dana-okafor');
    for (const name of ['data', 'digests', 'notes']) mkdirSync(at(name));
    for (const file of ['data/rolewatch.db', 'data/rolewatch.db-wal', 'digests/2026-11-20-0700-dana-okafor.html']) {
      writeFileSync(at(file), 'old');
    }
    const kept = ['notes/mine.txt', 'data/mine.txt', 'digests/mine.html', 'profiles/jordan.yaml', 'letter.txt'];
    for (const file of kept) writeFileSync(at(file), 'name: mine\n');

    makeDemoHome(folder.dir, boards, 'sam-rivera');

    expect(readdirSync(at('profiles')).sort()).toEqual(['jordan.yaml', 'sam-rivera.yaml']);
    expect(readdirSync(at('data'))).toEqual(['mine.txt']);
    expect(readdirSync(at('digests'))).toEqual(['mine.html']);
    for (const file of kept) expect(readFileSync(at(file), 'utf8')).toBe('name: mine\n');
  });

  it.each(['data', 'digests', 'profiles'])('is not taken where somebody keeps %s', (name) => {
    mkdirSync(at(name));
    writeFileSync(at(name, 'rolewatch.db'), 'precious');

    expect(() => makeDemoHome(folder.dir, boards, 'sam-rivera')).toThrow(`holds ${name}, which no demo has written`);

    expect(readFileSync(at(name, 'rolewatch.db'), 'utf8')).toBe('precious');
    expect(existsSync(at('rolewatch.yaml'))).toBe(false);
  });

  it('may hold other things', () => {
    writeFileSync(at('letter.txt'), 'Dear Sir');

    makeDemoHome(folder.dir, boards, 'sam-rivera');

    expect(readdirSync(folder.dir).sort()).toEqual(['letter.txt', 'profiles', 'rolewatch.yaml']);
  });
});
