import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../.ci/run', import.meta.url));

// A shell script of the build machine, which is no Windows.
describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolewatch-ci-'));
    mkdirSync(join(folder, 'project/.ci'), { recursive: true });
    copyFileSync(script, join(folder, 'project/.ci/run'));
    writeProgram('redis-server', 'exit 0');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['all is well', ' Test Files  9 passed (9)\n      Tests  204 passed (204)\n', 0, '204 passed, 0 failed'],
    ['a test failed', '      Tests  1 failed | 200 passed | 3 skipped (204)\n', 1, '200 passed, 1 failed'],
    ['all failed', '      Tests  2 failed (2)\n', 1, '0 passed, 2 failed'],
    [
      'the output is coloured',
      '\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[32m17 passed\u001b[39m\u001b[22m (17)\n',
      0,
      '17 passed, 0 failed',
    ],
    ['a check failed before the tests', 'src/log.ts(3,1): error TS2304\n', 2, '0 passed, 1 failed'],
    ['a test file could not be loaded', '      Tests  204 passed (204)\n', 1, '204 passed, 1 failed'],
  ])('closes with one plain line when %s', (_name, output, status, line) => {
    writeFileSync(join(folder, 'output'), output);
    writeProgram('npm', `if [ "$1" = test ]; then cat "${join(folder, 'output')}"; exit ${status}; fi`);

    const ended = run();

    expect(ended.status).toBe(status);
    expect(ended.stdout.trimEnd().split('\n').at(-1)).toBe(line);
  });

  it('calls exactly the two commands of the README, from the top of the repository', () => {
    writeProgram('npm', `echo "$PWD: npm $*" >> "${join(folder, 'calls')}"`);

    run();

    const calls = readFileSync(join(folder, 'calls'), 'utf8').trimEnd().split('\n');
    expect(calls.map((call) => call.replace(/^.*\/project: /, ''))).toEqual(['npm ci', 'npm test']);
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain('\nnpm ci && npm test');
  });

  it('does not test when the installation failed', () => {
    writeProgram('npm', `echo "npm $*"; [ "$1" != ci ]`);

    const ended = run();

    expect(ended.status).toBe(1);
    expect(ended.stdout).not.toContain('npm test');
    expect(ended.stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });

  function writeProgram(name: string, text: string): void {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }

  function run(): { status: number | null; stdout: string } {
    const path = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
    return spawnSync(join(folder, 'project/.ci/run'), {
      cwd: folder,
      env: { PATH: path, TMPDIR: folder },
      encoding: 'utf8',
    });
  }
});
