import { addAbortSignal, Readable } from 'node:stream';
import { UsageError } from '../errors.ts';

/** A posting is a page or two; more than this is not one. */
const MOST_BYTES = 10 * 1024 * 1024;
const NEWLINE = 10;

/** All of a stream as text; a `UsageError` when it is larger than 10 MB. Rejects with the signal's reason. */
export async function readText(input: NodeJS.ReadableStream, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const bytes of bytesOf(input, signal)) {
    size += bytes.length;
    if (size > MOST_BYTES) throw new UsageError('The input is larger than 10 MB; give one posting.');
    chunks.push(bytes);
  }
  return textOf(Buffer.concat(chunks));
}

/**
 * The lines of a stream, each as soon as it is complete; they end with LF or CRLF and nothing else, as JSON text may
 * hold every other kind of line end. `undefined` stands for a line of more than 10 MB, which is not kept.
 */
export async function* linesOf(input: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<string | undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (bytes: Buffer): void => {
    size += bytes.length;
    if (size <= MOST_BYTES) parts.push(bytes);
    else parts = [];
  };
  const finish = (): string | undefined => {
    const line = size <= MOST_BYTES ? textOf(Buffer.concat(parts)).replace(/\r$/, '') : undefined;
    parts = [];
    size = 0;
    return line;
  };
  for await (const bytes of bytesOf(input, signal)) {
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(bytes.subarray(start));
  }
  if (size > 0) yield finish();
}

async function* bytesOf(input: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<Buffer> {
  // Somebody at a terminal who gives up would else have to press Ctrl-C twice.
  if (input instanceof Readable) addAbortSignal(signal, input);
  try {
    for await (const chunk of input) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function textOf(bytes: Buffer): string {
  return new TextDecoder('utf-8').decode(bytes);
}
