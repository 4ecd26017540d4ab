import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleBoards, startSampleBoards } from '../../src/cli/sample/server.ts';
import { openStore } from '../../src/store/database.ts';
import { differences, digestFiles, finalTables } from '../kit/final-tables.ts';
import { makeSampleHome, type SampleHome } from '../kit/sample-home.ts';

const KILL_POINTS = 24;
const child = fileURLToPath(new URL('../kit/interrupted-run.ts', import.meta.url));

let boards: SampleBoards;
let statements: number;
let undisturbed: Record<string, unknown>;
let undisturbedFiles: Record<string, string>;

/** One run in a process of its own; tells how it ended and what it printed. */
function run(home: SampleHome, killAfter?: number): Promise<{ signal: string | null; printed: string }> {
  return new Promise((resolve, reject) => {
    const args = [child, home.dir, ...(killAfter === undefined ? [] : [String(killAfter)])];
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'rolewatch-test-cache') };
    const process_ = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    process_.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    process_.once('error', reject).once('close', (_code, signal) => resolve({ signal, printed }));
  });
}

async function tablesOf(home: SampleHome): Promise<Record<string, unknown>> {
  const store = await openStore(`sqlite:${home.dir}/data/rolewatch.db`);
  try {
    return await finalTables(store);
  } finally {
    await store.close();
  }
}

beforeAll(async () => {
  // One board of every way to read: a list with texts, a list with details, pages through Crawlee, a dead one, files.
  boards = await startSampleBoards({
    only: ['codewell', 'bluestem', 'riverbend', 'oldmill', 'saved-alerts', 'remote-health'],
  });
  const home = makeSampleHome(boards);
  const { printed } = await run(home);
  statements = Number(printed);
  undisturbed = await tablesOf(home);
  undisturbedFiles = digestFiles(home.dir);
  home.remove();
}, 60_000);
afterAll(() => boards.close());

describe('a run that is killed with -9', () => {
  it('was long enough to be killed at many points', () => {
    expect(statements).toBeGreaterThan(KILL_POINTS * 4);
    expect(Object.keys(undisturbedFiles).length).toBeGreaterThan(0);
  });

  it.each(Array.from({ length: KILL_POINTS }, (_, index) => index + 1))(
    `and run again ends as if nothing had happened (%i of ${KILL_POINTS})`,
    async (point) => {
      const home = makeSampleHome(boards);
      // Spread over the whole run, from the first statements after the schema to the very last.
      const killed = await run(home, Math.floor((statements * point) / KILL_POINTS));

      const again = await run(home);

      const tables = await tablesOf(home);
      const files = digestFiles(home.dir);
      home.remove();
      expect(killed.signal).toBe('SIGKILL');
      expect(again.signal).toBeNull();
      expect(differences(undisturbed, tables)).toEqual([]);
      expect(differences(undisturbedFiles, files)).toEqual([]);
    },
    60_000,
  );
});
