/*
 * The rules of the house about who may import whom, as plain data and pure functions; see docs/adr/0005.
 */

/** A source file, with its path from the top of the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Rooms, and the rooms of ours that they may import besides their own, `model`, `errors` and `log`. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  errors: [],
  log: [],
  sources: [],
  store: [],
  config: ['sources/registry', 'sources/source'],
  context: ['store', 'config', 'sources/http'],
  pipeline: ['sources', 'store', 'config', 'context'],
  web: ['store', 'context', 'pipeline/match', 'pipeline/digest', 'pipeline/stage'],
  cli: ['sources', 'store', 'config', 'context', 'pipeline', 'web'],
};

/** Libraries, and the only places that may import them. */
const LIBRARY_ROOMS: Readonly<Record<string, readonly string[]>> = {
  crawlee: ['src/sources/crawl.ts'],
  cheerio: ['src/sources/'],
  undici: ['src/sources/'],
  'robots-parser': ['src/sources/'],
  mailparser: ['src/sources/'],
  bullmq: ['src/pipeline/run-bullmq.ts'],
  ioredis: ['src/pipeline/run-bullmq.ts'],
  kysely: ['src/store/'],
  pg: ['src/store/'],
  'node:sqlite': ['src/store/'],
  hono: ['src/web/', 'src/pipeline/digest/'],
  commander: ['src/cli/'],
  pino: ['src/log.ts'],
  yaml: ['src/config/'],
  'csv-parse': ['src/config/import/'],
  yauzl: ['src/config/import/'],
  'csv-stringify': ['src/cli/'],
  nodemailer: ['src/pipeline/digest/'],
  nock: ['test/kit/'],
};

const FREE = ['model', 'errors', 'log'];

/** Every breach of the rules, one sentence each; empty when all is well. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => importsOf(file.text).flatMap((target) => breachOf(file.path, target) ?? []));
}

/** Everything a file imports: static, dynamic, re-exported and type-only. */
function importsOf(text: string): string[] {
  const found = [...text.matchAll(STATIC), ...text.matchAll(DYNAMIC)];
  return found.map((match) => match[1] ?? '');
}

// A statement begins its line; the same words inside a string do not.
const STATIC = /^(?:import|export)\b(?:[^'"=(;]*\bfrom)?\s*['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

function breachOf(path: string, target: string): string | undefined {
  if (!target.startsWith('.')) return libraryBreach(path, target);
  if (!path.startsWith('src/')) return undefined;
  if (!/\.(ts|js|json)$/.test(target)) return `${path} imports ${target} without its ending.`;
  const to = resolvePath(path, target);
  // The version of the program stands there and nowhere else.
  if (to === 'package.json') return undefined;
  if (!to.startsWith('src/')) return `${path} imports ${to}, which lies outside src.`;
  const from = roomOf(path);
  const room = roomOf(to);
  if (from === undefined || room === undefined) return `${room === undefined ? to : path} lies in no room.`;
  if (from === 'sources') return sourceBreach(path, to);
  if (room === from || (FREE.includes(room) && !FREE.includes(from)) || (FREE.includes(room) && from === 'model')) {
    return from === 'model' && room !== 'model' ? `${path} (model) imports ${to}.` : undefined;
  }
  const allowed = ROOMS[from] ?? [];
  const within = to.slice('src/'.length).replace(/\.ts$/, '');
  if (allowed.some((entry) => within === entry || within.startsWith(`${entry}/`))) return undefined;
  return `${path} (${from}) must not import ${to}.`;
}

function sourceBreach(path: string, to: string): string | undefined {
  const room = roomOf(to);
  if (room !== undefined && FREE.includes(room)) return undefined;
  if (room !== 'sources') return `${path} (sources) must not import ${to}.`;
  const folder = (file: string): string | undefined => /^src\/sources\/([^/]+)\//.exec(file)?.[1];
  const target = folder(to);
  if (target === undefined || target === folder(path) || path === 'src/sources/registry.ts') return undefined;
  return `${path} must not import another source, ${to}.`;
}

function libraryBreach(path: string, target: string): string | undefined {
  const name = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '');
  const rooms = LIBRARY_ROOMS[name];
  const bound = name === 'nock' ? !path.startsWith('test/kit/') : path.startsWith('src/');
  if (rooms === undefined || !bound) return undefined;
  return rooms.some((room) => path === room || (room.endsWith('/') && path.startsWith(room)))
    ? undefined
    : `${path} must not import ${name}, which belongs to ${rooms.join(' and ')}.`;
}

function roomOf(path: string): string | undefined {
  const [, first = ''] = path.split('/');
  const room = first.replace(/\.ts$/, '');
  return room in ROOMS ? room : undefined;
}

function resolvePath(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1);
}
