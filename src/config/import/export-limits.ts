import { ImportError } from './resume.ts';

/** Most bytes of one file, unpacked. */
export const MOST_BYTES = 16 * 1024 * 1024;
/** Most bytes of all files that are opened, unpacked. */
export const MOST_BYTES_IN_ALL = 64 * 1024 * 1024;
/** Most files and folders in an export, opened or not. */
export const MOST_ENTRIES = 5_000;

/** The refusal of something larger than `most` bytes. */
export function tooLarge(path: string, most: number): ImportError {
  return new ImportError(`${path} is larger than ${most / 1024 / 1024} MB; no export of one person is.`);
}

/** The refusal of something with more than `MOST_ENTRIES` files. */
export function tooMany(path: string): ImportError {
  return new ImportError(`${path} holds more than ${MOST_ENTRIES} files; give the export itself.`);
}

/** The text of a file in UTF-8; an `ImportError` when it is in another encoding. */
export function decodeText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ImportError(`${path} is not written in UTF-8; save it again as UTF-8.`);
  }
}

/** Paths of an export in the order of their names, the parts of a split file one after the other. */
export function byName(a: string, b: string): number {
  // Without the ending, so that Connections.csv comes before Connections_2.csv.
  return NAMES.compare(a.slice(0, -'.csv'.length), b.slice(0, -'.csv'.length));
}

const NAMES = new Intl.Collator('en', { numeric: true });
