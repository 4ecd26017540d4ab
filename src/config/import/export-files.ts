import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { byName, decodeText, MOST_BYTES, MOST_BYTES_IN_ALL, MOST_ENTRIES, tooLarge, tooMany } from './export-limits.ts';
import { readJsonResume } from './json-resume.ts';
import { type ExportFile, readLinkedIn } from './linkedin.ts';
import { kindOfName } from './linkedin-tables.ts';
import { ImportError, type ImportedResume } from './resume.ts';

/**
 * Reads a JSON Resume (`.json`), LinkedIn's data export (`.zip`, or the folder of an unpacked one), or one of its CSV files.
 * Links are not followed, nothing is written. An `ImportError` says in one sentence why it cannot be used.
 */
export async function readResumeFile(path: string): Promise<ImportedResume> {
  if (lookAt(path) === 'folder') return readFolder(path);
  switch (extname(path).toLowerCase()) {
    case '.json':
      return readJsonResume(readText(path));
    case '.csv':
      return readLinkedIn([{ path: basename(path), text: readText(path) }]);
    case '.zip': {
      // The library is of no use to anybody else.
      const { readArchive } = await import('./export-archive.ts');
      const { files, unopened } = await readArchive(path);
      return readLinkedIn(files, unopened);
    }
    default:
      throw new ImportError(
        `${path} is neither a JSON Resume (.json) nor a LinkedIn data export (.zip, folder or .csv).`,
      );
  }
}

const DEEPEST = 4;

function readFolder(folder: string): ImportedResume {
  const files: ExportFile[] = [];
  const unopened: string[] = [];
  let size = 0;
  for (const path of csvFilesBelow(folder)) {
    const name = relative(folder, path);
    // Messages, answers to application questions and the like are not even opened.
    if (kindOfName(name) === undefined) {
      unopened.push(name);
      continue;
    }
    const text = readText(path);
    size += text.length;
    if (size > MOST_BYTES_IN_ALL) throw tooLarge(folder, MOST_BYTES_IN_ALL);
    files.push({ path: name, text });
  }
  return readLinkedIn(files, unopened);
}

function csvFilesBelow(folder: string): string[] {
  const found: string[] = [];
  let entries = 0;
  const walk = (dir: string, depth: number): void => {
    for (const entry of listed(dir)) {
      entries++;
      if (entries > MOST_ENTRIES) throw tooMany(folder);
      const path = join(dir, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) walk(path, depth + 1);
      if (entry.isFile() && /\.csv$/i.test(entry.name)) found.push(path);
    }
  };
  walk(folder, 0);
  return found.sort(byName);
}

function listed(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch (error) {
    throw unreadable(dir, error);
  }
}

function lookAt(path: string): 'file' | 'folder' {
  try {
    const found = lstatSync(path);
    if (found.isDirectory()) return 'folder';
    if (found.isFile()) return 'file';
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new ImportError(`${path} is neither a file nor a folder.`);
}

function readText(path: string): string {
  return decodeText(readBytes(path), path);
}

function readBytes(path: string): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      if (fstatSync(file).size > MOST_BYTES) throw tooLarge(path, MOST_BYTES);
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): ImportError {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const what = error.code === 'ENOENT' ? 'there is no such file or folder' : String(error.code);
  return new ImportError(`${path} cannot be read (${what}).`);
}
