/**
 * Measures the program:
 *   npm run bench                               lists the benches
 *   npm run bench -- NAME [--size N] [--json]   runs one; with --json every figure is a line of JSON on stdout
 */
import { parseArgs } from 'node:util';
import type { Report, RunBench } from './bench.ts';

interface Bench {
  readonly summary: string;
  /** What `--size` counts, and how many there are without it. */
  readonly unit: string;
  readonly size: number;
  readonly load: () => Promise<{ readonly run: RunBench }>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  cli: {
    summary: 'start-up and answer of the commands that only read, as whole processes',
    unit: 'calls of each command',
    size: 10,
    load: () => import('./cli.ts'),
  },
  normalize: {
    summary: 'reading alone: text to structure, on one core',
    unit: 'postings',
    size: 20_000,
    load: () => import('./normalize.ts'),
  },
  pipeline: {
    summary: 'all stages over generated boards on this machine, twice',
    unit: 'postings',
    size: 2_000,
    load: () => import('./pipeline.ts'),
  },
};

const LARGEST = 1_000_000;

/** Wrong usage; `message` is the sentence for the person who called. */
class UsageError extends Error {}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(args: readonly string[]): Promise<void> {
  const { name, size, json } = readArguments(args);
  if (name === undefined) {
    for (const [id, { summary, unit, size: usual }] of Object.entries(BENCHES)) {
      console.log(`${id.padEnd(10)} ${summary} (--size: ${unit}, ${usual})`);
    }
    return;
  }
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) throw new UsageError(`There is no bench ${name}; there are ${Object.keys(BENCHES).join(', ')}.`);
  const { run } = await bench.load();
  const rows: string[][] = [];
  const report: Report = (figure, value, unit) => {
    const rounded = Math.round(value * 10) / 10;
    if (json) console.log(JSON.stringify({ bench: name, name: figure, value: rounded, unit }));
    else rows.push([figure, rounded.toLocaleString('en-US'), unit]);
  };
  await run({ size: size ?? bench.size, report });
  printTable(rows);
}

function readArguments(args: readonly string[]): { name: string | undefined; size: number | undefined; json: boolean } {
  const { values, positionals } = parse(args);
  const [name, another] = positionals;
  if (another !== undefined) throw new UsageError(`Name one bench at a time; ${another} is one too many.`);
  if (values.size === undefined) return { name, size: undefined, json: values.json };
  const size = /^\d+$/.test(values.size) ? Number(values.size) : 0;
  if (size < 1 || size > LARGEST) {
    throw new UsageError(`--size must be a whole number from 1 to ${LARGEST}, not ${values.size}.`);
  }
  return { name, size, json: values.json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { size: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
  } catch (error) {
    // Node's own sentences: an unknown option, an option without its value.
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Names to the left, figures to the right of their column. */
function printTable(rows: readonly (readonly string[])[]): void {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  for (const [name = '', value = '', unit = ''] of rows) {
    console.log(`${name.padEnd(width(0))}  ${value.padStart(width(1))} ${unit}`);
  }
}
