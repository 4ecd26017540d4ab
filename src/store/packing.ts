import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

// Our own rows are trusted, but a damaged one must not fill the memory.
const MOST_BYTES = 64 * 1024 * 1024;

/** Text as a zstd blob. */
export function pack(text: string): Uint8Array {
  return zstdCompressSync(Buffer.from(text, 'utf8'));
}

/** The text of a blob made by `pack`. */
export function unpack(blob: Uint8Array): string {
  return zstdDecompressSync(blob, { maxOutputLength: MOST_BYTES }).toString('utf8');
}
