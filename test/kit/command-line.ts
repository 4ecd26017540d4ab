import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { ExitCode, Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { startSampleBoards } from '../../src/cli/sample/server.ts';
import { makeSampleHome, sampleIo } from './sample-home.ts';

/** What a command line said and how it ended. */
export interface Called {
  readonly code: ExitCode;
  /** Stdout, without the last line end. */
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, at the sample's moment; `over` changes the world it sees. */
export async function call(args: readonly string[], over: Partial<Io> = {}): Promise<Called> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(
    args,
    sampleIo({
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      progress: (text) => void err.push(text),
      ...over,
    }),
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A sample home that was run once; `only` some boards make it quick. `ran` is how the run ended. */
export async function runSampleHome(
  only?: readonly string[],
): Promise<{ readonly dir: string; readonly ran: Called; close(): Promise<void> }> {
  const boards = await startSampleBoards(only === undefined ? {} : { only });
  const home = makeSampleHome(boards);
  const ran = await call(['run', '--home', home.dir]);
  return {
    dir: home.dir,
    ran,
    async close() {
      await boards.close();
      home.remove();
    },
  };
}

/** An empty folder of its own. */
export function emptyFolder(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'rolewatch-cli-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Stdin that holds this text and ends. */
export function typed(text: string | Buffer): Readable {
  return Readable.from([Buffer.from(text)], { objectMode: false });
}

/** Stdin that stays open until it is ended, and stdout whose next line can be waited for. */
export function conversation(): {
  readonly stdin: PassThrough;
  readonly out: (line: string) => void;
  readonly next: () => Promise<string>;
} {
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  return {
    stdin: new PassThrough(),
    out(line) {
      const first = waiting.shift();
      if (first) first(line);
      else lines.push(line);
    },
    next() {
      const line = lines.shift();
      return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line);
    },
  };
}

/** An escape character: the beginning of everything that a terminal obeys. */
export const ESCAPE = '\u001b';
