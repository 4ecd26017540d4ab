import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';
import { Board } from '../model/board.ts';
import type { AnySource } from '../sources/source.ts';
import { suggestion } from './nearest.ts';
import { noPlaces, type Path, type Places, showPath } from './places.ts';
import { checkValue, showValue } from './schema-problems.ts';
import type { Settings } from './settings.ts';
import { shippedFolder, yamlFiles } from './shipped.ts';
import { readYamlFile } from './yaml-file.ts';

/** A board that is to be visited, with all that its source needs to know. */
export interface ActiveBoard {
  readonly board: Board;
  readonly source: AnySource;
  /** The row's options as the source's schema understands them. */
  readonly options: unknown;
  /** Host lane. */
  readonly host: string;
  /** Milliseconds between two visits. */
  readonly everyMs: number;
}

/** The form of a file of config/boards. */
export const BoardFile = z.array(Board);

/** Reads the shipped catalogue, config/boards/*.yaml: each file is a list of rows, ids are unique among all files. */
export function loadCatalogue(folder: string = shippedFolder('boards')): {
  readonly boards: readonly Board[];
  readonly problems: readonly ConfigProblem[];
} {
  const boards = new Map<string, Board>();
  const problems: ConfigProblem[] = [];
  for (const file of yamlFiles(folder)) {
    const { value = [], problems: found, places } = readYamlFile(file, BoardFile);
    problems.push(...found);
    for (const [index, board] of value.entries()) {
      if (boards.has(board.id)) problems.push(twice(board.id, places, [index, 'id']));
      else boards.set(board.id, board);
    }
  }
  return { boards: [...boards.values()], problems };
}

/**
 * The boards that are on: those of the catalogue that `boards.enable` names by id or tag, without those of
 * `boards.disable`, and the user's own. `places` (from `loadSettings`) gives the problems their lines. A secret that
 * is not set is no problem here: the board runs, and ends as `misconfigured`.
 */
export function activeBoards(
  settings: Settings,
  catalogue: readonly Board[],
  sources: readonly AnySource[],
  places: Places = noPlaces('rolewatch.yaml'),
): { readonly boards: readonly ActiveBoard[]; readonly problems: readonly ConfigProblem[] } {
  const { enable, disable, add } = settings.boards;
  const problems: ConfigProblem[] = [];
  const ids = new Set(catalogue.map(({ id }) => id));
  const tags = new Set(catalogue.flatMap((board) => board.tags));
  const off = new Set(disable);
  const on = new Set<string>();

  // The user's own boards are on as they stand; naming them once more does no harm.
  const own = new Set(add.flatMap(({ id, tags: ownTags }) => [id, ...ownTags]));
  for (const [index, name] of enable.entries()) {
    if (ids.has(name)) on.add(name);
    else if (tags.has(name)) for (const board of catalogue.filter((row) => row.tags.includes(name))) on.add(board.id);
    else if (!own.has(name)) {
      problems.push(unknown(name, 'board and no tag', [...tags, ...ids, ...own], places, ['boards', 'enable', index]));
    }
  }
  for (const [index, name] of disable.entries()) {
    if (ids.has(name) || add.some(({ id }) => id === name)) continue;
    problems.push(unknown(name, 'board', [...ids, ...own], places, ['boards', 'disable', index]));
  }

  const rows: { board: Board; places: Places; path: Path }[] = catalogue
    .filter(({ id }) => on.has(id))
    .map((board) => ({ board, places: noPlaces(`config/boards (${board.id})`), path: [] }));
  const seen = new Set(ids);
  for (const [index, board] of add.entries()) {
    const path = ['boards', 'add', index];
    if (seen.has(board.id)) problems.push(twice(board.id, places, [...path, 'id']));
    else rows.push({ board, places, path });
    seen.add(board.id);
  }

  const boards: ActiveBoard[] = [];
  for (const row of rows) {
    const result = activate(row.board, sources, row.places, row.path);
    problems.push(...result.problems);
    if (result.board !== undefined && !off.has(row.board.id)) boards.push(result.board);
  }
  return { boards, problems };
}

/** Milliseconds of a span such as `30m`, `6h` or `2d`; throws `RangeError` when it is none. */
export function parseSpan(span: string): number {
  const unit = UNITS[span.at(-1) ?? ''];
  const count = span.slice(0, -1);
  if (unit === undefined || !/^\d{1,6}$/.test(count) || Number(count) === 0) {
    throw new RangeError(`"${span}" is no span such as 30m, 6h or 2d.`);
  }
  return Number(count) * unit;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function activate(
  board: Board,
  sources: readonly AnySource[],
  places: Places,
  path: Path,
): { readonly board?: ActiveBoard; readonly problems: readonly ConfigProblem[] } {
  const source = sources.find(({ id }) => id === board.source);
  if (source === undefined) {
    const known = sources.map(({ id }) => id);
    const problem = unknown(board.source, 'source', known, places, [...path, 'source']);
    return { problems: [problem] };
  }
  const problems: ConfigProblem[] = [];
  const every = board.every ?? source.every;
  if (/^0+[mhd]$/.test(every)) {
    const fix = 'Give at least 1m.';
    problems.push(problemAt(places, [...path, 'every'], `read ${showValue(every)}, which is no time at all.`, fix));
  }
  const options = checkValue<unknown>(board.options, source.options, places, [...path, 'options']);
  problems.push(...options.problems);
  if (problems.length > 0) return { problems };
  const host = source.host(options.value);
  return { board: { board, source, options: options.value, host, everyMs: parseSpan(every) }, problems };
}

function unknown(name: string, what: string, known: readonly string[], places: Places, path: Path): ConfigProblem {
  const meant = suggestion(name, known);
  const fix = meant === undefined ? '`rolewatch boards list --all` shows what there is.' : `Did you mean "${meant}"?`;
  return problemAt(places, path, `read ${showValue(name)}, which is no ${what} that is known.`, fix);
}

function twice(id: string, places: Places, path: Path): ConfigProblem {
  return problemAt(places, path, `read "${id}", the id of another board.`, 'Give it an id of its own.');
}

function problemAt(places: Places, path: Path, message: string, fix: string): ConfigProblem {
  return { file: places.file, line: places.lineOf(path), path: showPath(path), message, fix };
}
