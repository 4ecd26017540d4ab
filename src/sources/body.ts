import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { BoardError } from '../errors.ts';

/** Value of `accept-encoding` for which `readBody` is able. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

export interface BodyLimits {
  /** Named in messages. */
  readonly host: string;
  /** Most bytes after decompression. */
  readonly maxBytes: number;
  /** Keep the first `maxBytes` of a longer body in place of failing. */
  readonly truncate?: boolean;
}

/**
 * The whole body, decompressed while it arrives, so that a small body that unpacks into a huge one never fills the
 * memory: over the limit it is `changed`. A body that cannot be unpacked is `transient`. Errors of `source` pass.
 */
export async function readBody(source: Readable, contentEncoding: string, limits: BodyLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Errors are met where the body is read; one that arrives after that must not end the process.
  source.on('error', () => {});
  try {
    for await (const chunk of await decompress(source, contentEncoding, limits.host)) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > limits.maxBytes) {
        if (limits.truncate) break;
        throw new BoardError(
          'changed',
          `${limits.host} sent more than ${describeBytes(limits.maxBytes)}, the most that is read of one page.`,
        );
      }
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new BoardError('transient', `${limits.host} sent a compressed page that cannot be unpacked.`, {
      cause: error,
    });
  } finally {
    source.destroy();
  }
  return Buffer.concat(chunks).subarray(0, limits.maxBytes);
}

/**
 * Text of a body. The charset is that of the byte order mark, the `content-type` header, or, in markup, the XML
 * declaration or the meta element; UTF-8 otherwise. Never throws: what is no valid text becomes U+FFFD.
 */
export function decodeBody(bytes: Buffer, contentType: string): string {
  const label = markOf(bytes) ?? headerCharset(contentType) ?? markupCharset(bytes) ?? 'utf-8';
  return decoderFor(label).decode(bytes);
}

async function decompress(source: Readable, contentEncoding: string, host: string): Promise<Readable> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const [encoding] = encodings;
  if (encoding === undefined) return source;
  if (encodings.length > 1 || !/^(?:x-gzip|gzip|deflate|br)$/.test(encoding)) {
    throw new BoardError('changed', `${host} packed the page in a way that was not asked for.`);
  }

  const rest = source[Symbol.asyncIterator]();
  const first = await rest.next();
  // A 204 may carry the header and no body, which no unpacker accepts.
  if (first.done) return Readable.from([]);
  const start = Buffer.from(first.value);
  // Returns the unpacker; the callback is needed for errors to travel down, and they are met where it is read.
  return pipeline(Readable.from(prepend(start, rest)), unpacker(encoding, start), () => {});
}

function unpacker(encoding: string, start: Buffer): Transform {
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding !== 'deflate') return createGunzip();
  // Servers disagree whether "deflate" has the zlib header, which starts with method 8 (RFC 9110, 8.4.1.2).
  return ((start[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

async function* prepend(start: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield start;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/.test(String(error.code))
  );
}

function describeBytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${bytes} bytes`;
}

function markOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function headerCharset(contentType: string): string | undefined {
  return known(/;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
}

/** Looks where HTML looks: into the first 1024 bytes, and only when they are markup at all. */
function markupCharset(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 1024).toString('latin1').trimStart();
  if (!start.startsWith('<')) return undefined;
  const declared = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1];
  const label = known(declared ?? /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1]);
  // Had it been UTF-16, the declaration could not have been read as single bytes (HTML, prescan of a byte stream).
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decoderFor(label: string): TextDecoder {
  return new TextDecoder(label, { fatal: false, ignoreBOM: false });
}
