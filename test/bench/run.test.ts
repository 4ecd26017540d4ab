import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const RUN = fileURLToPath(new URL('../../bench/run.ts', import.meta.url));

function bench(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [RUN, ...args], { encoding: 'utf8' });
}

describe('npm run bench', () => {
  it.each([
    ['an unknown bench', ['speed'], 'There is no bench speed; there are cli, normalize, pipeline.'],
    [
      'a name that every object has',
      ['constructor'],
      'There is no bench constructor; there are cli, normalize, pipeline.',
    ],
    ['two benches', ['cli', 'pipeline'], 'Name one bench at a time; pipeline is one too many.'],
    ['a size of none', ['pipeline', '--size', '0'], '--size must be a whole number from 1 to 1000000, not 0.'],
    ['a size in words', ['pipeline', '--size', 'many'], '--size must be a whole number from 1 to 1000000, not many.'],
    ['an unknown option', ['pipeline', '--fast'], "Unknown option '--fast'."],
  ])('refuses %s with a sentence', (_name, args, sentence) => {
    const { status, stdout, stderr } = bench(...args);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('lists the benches when none is named', () => {
    const { status, stdout } = bench();

    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(' ', 1)[0])).toEqual(['cli', 'normalize', 'pipeline', '']);
  });

  it('measures the pipeline and tells every figure as a line of JSON', () => {
    const { status, stdout, stderr } = bench('pipeline', '--size', '30', '--json');
    const figures: unknown[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(figures).toContainEqual({ bench: 'pipeline', name: 'openings', value: 30, unit: 'openings' });
    for (const name of [
      'collect speed',
      'normalize speed',
      'dedupe speed',
      'match speed',
      'digest time',
      'second run',
    ]) {
      expect(figures).toContainEqual({ bench: 'pipeline', name, value: expect.any(Number), unit: expect.any(String) });
    }
  });
});
