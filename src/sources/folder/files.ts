import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { BoardError } from '../../errors.ts';

/** A file of the folder that may hold postings. */
export interface OwnFile {
  /** Path inside the folder with `/` between its parts. */
  readonly name: string;
  readonly kind: 'json' | 'html' | 'eml';
  /** `undefined` when the file cannot be taken; `reason` says why. */
  readonly content: Buffer | undefined;
  readonly reason?: string;
}

/**
 * The files of the folder and of the folders in it, by name. Nothing outside the folder is ever read: a relative
 * `path` may not lead out of `home`, and links that lead out of the folder are refused. Throws `misconfigured` when
 * there is no such folder.
 */
export async function* ownFiles(home: string, path: string): AsyncGenerator<OwnFile> {
  const folder = await realFolder(home, path);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort();
  for (const name of names) {
    const kind = KINDS.get(extname(name).toLowerCase());
    if (kind !== undefined) yield { name, kind, ...(await read(folder, name)) };
  }
}

const MOST_BYTES = 10 * 1024 * 1024;

const KINDS = new Map<string, OwnFile['kind']>([
  ['.json', 'json'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.eml', 'eml'],
]);

async function realFolder(home: string, path: string): Promise<string> {
  const asked = resolve(home, path);
  try {
    const [realHome, folder] = await Promise.all([realpath(home), realpath(asked)]);
    if (!isAbsolute(path) && !isInside(realHome, folder)) {
      throw new BoardError(
        'misconfigured',
        `The folder ${path} lies outside of ${home}. Give its full path if that is what you want.`,
      );
    }
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  throw new BoardError('misconfigured', `There is no folder ${asked}. Make it, or correct "path" of the board.`);
}

async function read(folder: string, name: string): Promise<Pick<OwnFile, 'content' | 'reason'>> {
  try {
    const file = await realpath(join(folder, name));
    if (!isInside(folder, file)) return { content: undefined, reason: 'it is a link that leads out of the folder' };
    const { size, isFile } = await stat(file).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return { content: undefined, reason: 'it is no ordinary file' };
    if (size > MOST_BYTES) return { content: undefined, reason: 'it is larger than 10 MB' };
    return { content: await readFile(file) };
  } catch (error) {
    // removed since the folder was listed, or a link that leads nowhere
    if (isMissing(error)) return { content: undefined, reason: 'it is not there any more' };
    throw error;
  }
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP');
}
