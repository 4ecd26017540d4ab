import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/io.ts';
import { progressBar } from '../../src/cli/progress.ts';
import { startSampleBoards } from '../../src/cli/sample/server.ts';
import { call, ESCAPE, emptyFolder, runSampleHome } from '../kit/command-line.ts';
import { makeSampleHome, sampleIo } from '../kit/sample-home.ts';

const CLEAR = `\r${ESCAPE}[2K`;

let home: Awaited<ReturnType<typeof runSampleHome>>;
beforeAll(async () => {
  home = await runSampleHome();
});
afterAll(() => home.close());

describe('run', () => {
  it('ends with 3 when some boards gave nothing, and names each with its reason', () => {
    const { code, out, err } = home.ran;

    expect(code).toBe(3);
    expect(out).toMatch(/^18 boards visited; postings: \d+ new, 0 changed, 0 closed; \d+ openings open\.$/m);
    expect(out).toContain('3 boards gave nothing:');
    expect(out).toMatch(/\(throttled\)\n {4}\S+ answered 429/);
    expect(out).toMatch(/\(changed\)/);
    expect(out).toMatch(/\(gone\)\n {4}\S+ answered 404/);
    expect(out).toMatch(/^Digest: .*\.html/m);
    expect(err).toBe('');
  });

  it('breaks its words to the width of the terminal', () => {
    const lines = home.ran.out.split('\n').filter((line) => !line.startsWith('Digest: '));

    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('has nothing to do right afterwards, and still says which boards are silent', async () => {
    const again = await call(['run', '--home', home.dir, '--json']);

    const summary: unknown = JSON.parse(again.out);
    expect(again.code).toBe(3);
    expect(summary).toMatchObject({ boardsVisited: 0, postingsAdded: 0, digests: [], failures: [] });
    expect(summary).toHaveProperty('silent.length', 3);
  });

  it('shows its progress where stderr is a terminal, and clears it at the end', () => {
    const screen: string[] = [];
    const io = sampleIo({
      progress: (text) => screen.push(text),
      columns: 40,
      terminal: { out: false, err: true, in: false },
    });
    const bar = progressBar(io);

    bar.step({ stage: 'collect', key: 'boards-api.greenhouse.example', done: 1, all: 4 });
    bar.end();

    expect(screen).toEqual([`${CLEAR}collect   █████░░░░░░░░░░░░░░░ 1/4 boa…`, CLEAR]);
  });

  it('ends with 0 and a hint when no board is on', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.dir, 'rolewatch.yaml'), '# no board\n');

    const called = await call(['run', '--home', folder.dir]);

    expect(called.code).toBe(0);
    expect(called.err).toContain('No board is switched on');
    expect(called.out).toBe('0 boards visited; postings: 0 new, 0 changed, 0 closed; 0 openings open.');
    folder.remove();
  });

  it('leaves out a profile with a mistake, says so, and still serves the others', async () => {
    const boards = await startSampleBoards({ only: ['codewell'] });
    const home = makeSampleHome(boards);
    writeFileSync(join(home.dir, 'profiles', 'broken.yaml'), 'name: Broken\ncredentials: [{ id: rhitt }]\n');

    const { code, err } = await call(['run', '--home', home.dir]);

    const digests = readdirSync(join(home.dir, 'digests'));
    home.remove();
    await boards.close();
    expect(code).toBe(EXIT.usage);
    expect(err).toMatch(/broken\.yaml:2: .*rhit/);
    expect(digests.some((name) => name.includes('sam-rivera'))).toBe(true);
  });

  it('stops when it is told to, with 1', async () => {
    const called = await call(['run', '--home', home.dir], { signal: AbortSignal.abort(new Error('Stopped.')) });

    expect(called.code).toBe(1);
  });
});

describe('results go to stdout as JSON with --json, without colours', () => {
  it.each([
    ['query coder', true],
    ['query "no such words at all"', true],
    ['boards list', true],
    ['boards list --all', true],
    ['digest', false],
    ['digest --preview', false],
    ['config check', false],
    ['doctor', true],
    ['migrate', false],
  ])('%s', async (line, list) => {
    const env = { FORCE_COLOR: '1', ROLEWATCH_USAJOBS_KEY: 'k', ROLEWATCH_USAJOBS_EMAIL: 'sam@example.com' };

    const called = await call([...line.split(' '), '--json', '--home', home.dir], { env });

    expect(Array.isArray(JSON.parse(called.out))).toBe(list);
    expect(called.out).not.toContain(ESCAPE);
    expect(called.code).toBe(0);
  });
});
