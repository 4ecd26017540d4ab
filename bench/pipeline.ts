import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../src/cli/io.ts';
import { openContext } from '../src/cli/open-context.ts';
import { sampleNow, sampleProfiles } from '../src/cli/sample/settings.ts';
import { stringifyYaml } from '../src/config/write-yaml.ts';
import { runInline } from '../src/pipeline/run-inline.ts';
import type { RunResult } from '../src/pipeline/run-stage.ts';
import { stages } from '../src/pipeline/stages.ts';
import type { RunBench } from './bench.ts';
import type { Serving } from './board-server.ts';

/** Boards are asked every six hours and a tenth at most, and no digest is due before the next day. */
const NEXT_VISIT_MS = 7 * 3_600_000;

/**
 * Every stage over generated boards, which another process serves, into a fresh SQLite file: first all postings are
 * new, then nothing has changed. A run includes reading the configuration and opening the store, as a command's does.
 */
export const run: RunBench = async ({ size, report }) => {
  const home = mkdtempSync(join(tmpdir(), 'rolewatch-bench-'));
  const server = fork(new URL('./board-server.ts', import.meta.url), [String(size)]);
  try {
    writeHome(home, await startedOf(server));
    const first = await runOnce(home, sampleNow);
    const added = countOf(first.results, 'normalize', 'added');
    if (added !== size) throw new Error(`Only ${added} of ${size} postings were stored.`);
    for (const [stage, ms] of first.times) {
      report(`${stage} time`, ms, 'ms');
      if (stage !== 'digest') report(`${stage} speed`, size / (ms / 1_000), 'postings/s');
    }
    report('openings', countOf(first.results, 'dedupe', 'opened'), 'openings');
    report('whole run', first.ms / 1_000, 's');
    report('database size', bytesIn(join(home, 'data')) / 2 ** 20, 'MB');
    const second = await runOnce(home, new Date(sampleNow.getTime() + NEXT_VISIT_MS));
    const visited = countOf(second.results, 'collect', 'boards');
    if (visited === 0 || second.results.some(({ stage }) => stage !== 'collect')) {
      throw new Error(`The second run was to visit all boards and find nothing new; it visited ${visited}.`);
    }
    report('second run', second.ms / 1_000, 's');
    report('peak memory', process.resourceUsage().maxRSS / 1_024, 'MB');
  } finally {
    server.kill();
    rmSync(home, { recursive: true, force: true });
  }
};

/** Waits for the server's word; an early end of it must not leave the bench waiting for ever. */
async function startedOf(server: ChildProcess): Promise<Serving> {
  const [told]: unknown[] = await Promise.race([once(server, 'message'), once(server, 'exit').then(() => [])]);
  if (typeof told !== 'object') throw new Error('The board server did not start.');
  // as: this is what our own server sends
  return told as Serving;
}

function writeHome(home: string, { port, boards: add }: Serving): void {
  const mirrors = { 'https://boards-api.greenhouse.io': `http://127.0.0.1:${port}` };
  mkdirSync(join(home, 'profiles'));
  writeFileSync(
    join(home, 'rolewatch.yaml'),
    stringifyYaml({
      contact: 'bench@rolewatch.example',
      timeZone: 'America/New_York',
      boards: { add },
      http: { mirrors },
    }),
  );
  const [[id, profile] = ['nobody', {}]] = Object.entries(sampleProfiles());
  writeFileSync(join(home, 'profiles', `${id}.yaml`), stringifyYaml(profile));
}

async function runOnce(
  home: string,
  now: Date,
): Promise<{ ms: number; times: ReadonlyMap<string, number>; results: readonly RunResult[] }> {
  const started = performance.now();
  const times = new Map<string, number>();
  const results: RunResult[] = [];
  const context = await openContext(ioAt(now), { home });
  try {
    for (const stage of stages) {
      const begun = performance.now();
      results.push(...(await runInline(context, [stage])));
      times.set(stage.name, performance.now() - begun);
    }
  } finally {
    await context.close();
  }
  for (const result of results) {
    if (result.outcome === 'failed') throw result.error;
    const { failed = [] } = result.outcome === 'ok' ? result.report : {};
    if (Array.isArray(failed) && failed.length > 0)
      throw new Error(`These boards could not be read: ${failed.join(', ')}.`);
  }
  return { ms: performance.now() - started, times, results };
}

function ioAt(now: Date): Io {
  return {
    out: () => undefined,
    err: () => undefined,
    progress: () => undefined,
    stdin: process.stdin,
    env: {},
    cwd: tmpdir(),
    columns: 80,
    terminal: { out: false, err: false, in: false },
    clock: () => new Date(now),
    signal: new AbortController().signal,
  };
}

/** The sum of one figure of a stage's reports. */
function countOf(results: readonly RunResult[], stage: string, figure: string): number {
  return results.reduce((sum, result) => {
    const value = result.outcome === 'ok' && result.stage === stage ? result.report[figure] : 0;
    return sum + (typeof value === 'number' ? value : 0);
  }, 0);
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
