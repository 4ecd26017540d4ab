import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/terminal.ts';
import { call, emptyFolder, runSampleHome } from '../kit/command-line.ts';

let home: Awaited<ReturnType<typeof runSampleHome>>;
beforeAll(async () => {
  home = await runSampleHome(['codewell', 'northfork', 'oldmill', 'him-network']);
});
afterAll(() => home.close());

function boards(...words: string[]) {
  return call(['boards', ...words, '--home', home.dir]);
}

describe('boards list', () => {
  it('lists the boards that are on with their latest visit, and why one failed', async () => {
    const called = await boards('list');

    expect(called.code).toBe(0);
    expect(called.out).toMatch(/^codewell +greenhouse +ok +Nov 20, 2026$/m);
    expect(called.out).toMatch(/^northfork +greenhouse +changed +Nov 20, 2026$/m);
    expect(called.out).toMatch(/^oldmill \(gone\)\n {2}\S.*404/m);
    expect(called.err).toBe('4 boards are on.');
  });

  it('--all lists the catalogue too', async () => {
    const called = await boards('list', '--all', '--json');

    // as: the columns that this test looks at
    const lines = JSON.parse(called.out) as { id: string; on: boolean }[];
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter(({ on }) => on).map(({ id }) => id)).toEqual([
      'codewell',
      'him-network',
      'northfork',
      'oldmill',
    ]);
  });

  it('--tag keeps the boards with one of the tags', async () => {
    const vendors = await boards('list', '--tag', 'vendor', '--json');
    const none = await boards('list', '--tag', 'zoo');

    expect(JSON.parse(vendors.out)).toMatchObject([{ id: 'codewell', tags: expect.arrayContaining(['vendor']) }]);
    expect(none).toMatchObject({ code: 0, out: '' });
    expect(none.err).toBe('No board with the tag zoo is switched on; add --all to see the catalogue.');
  });

  it.each([40, 80])('fits %i columns', async (columns) => {
    const { out } = await call(['boards', 'list', '--all', '--home', home.dir], { columns });

    for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  it('knows what is on before the first run', async () => {
    const folder = emptyFolder();
    await call(['init', '--yes', '--home', folder.dir]);

    const called = await call(['boards', 'list', '--json', '--home', folder.dir]);

    folder.remove();
    expect(JSON.parse(called.out)).toContainEqual(
      expect.objectContaining({ on: true, outcome: 'never', lastCheckedAt: null }),
    );
  });
});

describe('boards check', () => {
  it('says what a good board gives, with some of its postings', async () => {
    const called = await boards('check', 'codewell');

    expect(called.code).toBe(0);
    expect(called.out).toMatch(/^codewell: ok, (\d+) items, \1 of them readable$/m);
    expect(called.out).toMatch(/^ {2}.+ · Codewell Partners$/m);
    expect(called.out).toMatch(/^ {4}https:/m);
  });

  it('ends with 3 when one board fails, and checks the others all the same', async () => {
    const called = await boards('check', 'oldmill', 'codewell', '--json');

    expect(called.code).toBe(3);
    expect(JSON.parse(called.out)).toMatchObject([
      { id: 'oldmill', outcome: 'gone', items: 0, message: expect.stringContaining('404') },
      { id: 'codewell', outcome: 'ok' },
    ]);
  });

  it('stores nothing', async () => {
    const before = await boards('list', '--json');

    await boards('check', 'codewell', 'oldmill');

    expect((await boards('list', '--json')).out).toBe(before.out);
  });

  it.each(['check', 'reset'])('%s ends with 2 for a board that is not on, and does nothing', async (word) => {
    const near = await boards(word, 'codewell', 'codewel');
    const off = await boards(word, 'machinify');

    expect(near).toEqual({ code: 2, out: '', err: 'No board codewel is on; did you mean codewell?' });
    expect(off).toEqual({ code: 2, out: '', err: 'No board machinify is on; see rolewatch boards list.' });
  });
});

describe('boards reset', () => {
  it('makes a board due now', async () => {
    const called = await boards('reset', 'oldmill');
    const listed = await boards('list', '--json');

    expect(called).toMatchObject({ code: 0, out: '1 board is due now.' });
    expect(JSON.parse(listed.out)).toContainEqual(
      expect.objectContaining({ id: 'oldmill', nextCheckAt: '2026-11-20T13:00:00.000Z' }),
    );
  });
});

describe('boards enable and disable', () => {
  const TEXT = '# mine\ntimeZone: UTC # here\nboards:\n  # why not\n  enable:\n    - machinify # a good one\n';
  let folder: ReturnType<typeof emptyFolder>;
  let file: string;
  beforeEach(() => {
    folder = emptyFolder();
    file = join(folder.dir, 'rolewatch.yaml');
    writeFileSync(file, TEXT);
    return () => folder.remove();
  });
  const change = (...words: string[]) => call(['boards', ...words, '--home', folder.dir]);
  const on = async (): Promise<string[]> => {
    const { out } = await change('list', '--json');
    // as: the column that these tests look at
    return (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
  };

  it('switch a board on and off again, and keep every comment', async () => {
    const enabled = await change('enable', 'datavant');
    const afterEnabling = await on();
    await change('disable', 'datavant', 'machinify');

    const text = readFileSync(file, 'utf8');
    expect(enabled).toEqual({ code: 0, out: `datavant: enabled in ${file}.`, err: '' });
    expect(afterEnabling).toEqual(['datavant', 'machinify']);
    expect(await on()).toEqual([]);
    for (const comment of ['# mine', '# here', '# why not']) expect(text).toContain(comment);
  });

  it('change nothing the second time', async () => {
    await change('enable', 'datavant', 'remote');
    const once = readFileSync(file, 'utf8');

    const called = await change('enable', 'datavant', 'remote');

    expect(called.code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(once);
  });

  it('enable takes a tag, and leaves a file that is in order', async () => {
    await change('enable', 'remote');

    const checked = await call(['config', 'check', '--home', folder.dir]);
    expect(checked.code).toBe(0);
    expect((await on()).length).toBeGreaterThan(1);
  });

  it('disable does not take a tag, and says what to do', async () => {
    const called = await change('disable', 'remote');

    expect(called.code).toBe(2);
    expect(called.err).toContain('remote is a tag');
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
  });

  it.each(['enable', 'disable'])('%s names the nearest board for an unknown one, and changes nothing', async (how) => {
    const near = await change(how, 'datavant', 'machinfy');
    const far = await change(how, 'zoological-gardens');

    expect(near).toMatchObject({ code: 2, err: 'There is no board machinfy; did you mean machinify?' });
    expect(far).toMatchObject({
      code: 2,
      err: 'There is no board zoological-gardens; see rolewatch boards list --all.',
    });
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
  });

  it('touch no file that has a problem', async () => {
    writeFileSync(file, 'boards: red\n');

    const called = await change('enable', 'datavant');

    expect(called.code).toBe(2);
    expect(called.err).toContain('rolewatch.yaml:1');
    expect(readFileSync(file, 'utf8')).toBe('boards: red\n');
  });
});
