import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { byName, decodeText, MOST_BYTES, MOST_BYTES_IN_ALL, MOST_ENTRIES, tooLarge, tooMany } from './export-limits.ts';
import type { ExportFile } from './linkedin.ts';
import { kindOfName } from './linkedin-tables.ts';
import { ImportError } from './resume.ts';

/**
 * Reads the CSV files of a packed export that a profile is made from, in memory: no path of the archive is ever written, and what
 * unpacks to more than the limits is refused before or while it does. `unopened` are its other CSV files.
 */
export async function readArchive(
  path: string,
): Promise<{ readonly files: readonly ExportFile[]; readonly unopened: readonly string[] }> {
  try {
    const archive = await openPromise(path, { autoClose: false });
    try {
      return await readEntries(archive, path);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    // The library has no error of its own; what it meets is in the file.
    throw new ImportError(`${path} cannot be read: it is no .zip archive, or it is damaged; download it again.`);
  }
}

async function readEntries(archive: ZipFile, path: string) {
  if (archive.entryCount > MOST_ENTRIES) throw tooMany(path);
  const files: ExportFile[] = [];
  const unopened: string[] = [];
  let room = MOST_BYTES_IN_ALL;
  let seen = 0;
  for await (const entry of archive.eachEntry()) {
    seen++;
    if (seen > MOST_ENTRIES) throw tooMany(path);
    const name = entry.fileName;
    if (!/\.csv$/i.test(name)) continue;
    if (kindOfName(name) === undefined) {
      unopened.push(name);
      continue;
    }
    if (entry.uncompressedSize > room) throw tooLarge(path, MOST_BYTES_IN_ALL);
    const bytes = await readEntry(archive, entry, `${name} in ${path}`);
    room -= bytes.length;
    files.push({ path: name, text: decodeText(bytes, `${name} in ${path}`) });
  }
  return { files: files.sort((a, b) => byName(a.path, b.path)), unopened: unopened.sort(byName) };
}

async function readEntry(archive: ZipFile, entry: Entry, name: string): Promise<Buffer> {
  if (entry.isEncrypted()) throw new ImportError(`${name} is encrypted; unpack it yourself, then give the folder.`);
  if (entry.uncompressedSize > MOST_BYTES) throw tooLarge(name, MOST_BYTES);
  const stream: Readable = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // The stated size may be a lie.
    if (size > MOST_BYTES) throw tooLarge(name, MOST_BYTES);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
