import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunBench } from './bench.ts';

const BIN = fileURLToPath(new URL('../src/cli/bin.js', import.meta.url));
const WARM_UPS = 2;

/**
 * Whole processes, from start to exit, over the home of the demo: what a person waits for. The compile cache is warm
 * and the bench's own. The commands take turns, so that a busy moment of the machine does not fall on one of them.
 */
export const run: RunBench = async ({ size, report }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rolewatch-bench-'));
  try {
    const home = join(folder, 'home');
    // What the person at this machine has set must not lead a command elsewhere.
    const { DATABASE_URL: _url, ROLEWATCH_HOME: _home, REDIS_URL: _redis, ...own } = process.env;
    const env = { ...own, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    node([BIN, 'demo', '--home', home], env);
    const query = [BIN, 'query', 'coder', '--remote', '--json', '--home', home];
    const id = firstId(node(query, env).stdout);
    const commands: Readonly<Record<string, readonly string[]>> = {
      query,
      show: [BIN, 'show', id, '--home', home],
      explain: [BIN, 'explain', id, '--home', home],
      '--version': [BIN, '--version'],
      '--help': [BIN, '--help'],
      'bare node': ['-e', '0'],
    };
    const times = new Map(Object.keys(commands).map((name) => [name, Array.of<number>()]));
    for (let round = -WARM_UPS; round < size; round++) {
      for (const [name, args] of Object.entries(commands)) {
        const { ms } = node(args, env);
        if (round >= 0) times.get(name)?.push(ms);
      }
    }
    for (const [name, list] of times) {
      report(`${name} median`, median(list), 'ms');
      report(`${name} min`, Math.min(...list), 'ms');
      report(`${name} max`, Math.max(...list), 'ms');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function node(args: readonly string[], env: NodeJS.ProcessEnv): { ms: number; stdout: string } {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { ms, stdout };
}

function firstId(json: string): string {
  const openings: unknown = JSON.parse(json);
  const [first]: unknown[] = Array.isArray(openings) ? openings : [];
  if (typeof first !== 'object' || first === null || !('id' in first)) throw new Error('The demo has no such opening.');
  return String(first.id);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}
