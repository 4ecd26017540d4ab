import { PassThrough, Readable } from 'node:stream';
import type { ExitCode, Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { sampleIo } from './sample-home.ts';

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
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      progress: (text) => err.push(text),
      ...over,
    }),
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Stdin that holds this text and ends. */
export function typed(text: string | Buffer): NodeJS.ReadableStream {
  const stream = Readable.from([Buffer.from(text)], { objectMode: false });
  return stream;
}

/** Stdin that stays open until it is ended, and stdout whose next line can be waited for. */
export function conversation(): { stdin: PassThrough; out: (line: string) => void; next: () => Promise<string> } {
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
