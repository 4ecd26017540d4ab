import { existsSync } from 'node:fs';
import { loadCatalogue } from '../config/boards.ts';
import { countOf, formatDay } from '../pipeline/digest/format.ts';
import { rulesVersion } from '../pipeline/normalize/rules-version.ts';
import { listBoards } from '../store/boards.ts';
import { openStore } from '../store/database.ts';
import { isMigrated } from '../store/migrate.ts';
import { countOlder } from '../store/older-readings.ts';
import type { GlobalOptions, Io } from './io.ts';
import { loadConfiguration } from './open-context.ts';
import { storeUrl } from './open-home.ts';
import { oneLine, paint, table, wrap } from './terminal.ts';

/** One board as `boards list` tells it. */
export interface BoardLine {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly on: boolean;
  readonly outcome: string;
  readonly message: string;
  readonly lastCheckedAt: string | null;
  readonly nextCheckAt: string | null;
  /** Stored postings that older rules have read. */
  readonly readByOlderRules: number;
}

/** The boards that are on, or the whole catalogue, with the story of their visits where there is one. */
export async function listBoardsFor(
  io: Io,
  options: GlobalOptions & { all?: boolean; tag?: string[] },
): Promise<BoardLine[]> {
  const configuration = loadConfiguration(io, options);
  const on = new Map(configuration.boards.map(({ board }) => [board.id, board]));
  const rows = options.all
    ? new Map([...loadCatalogue().boards.map((board) => [board.id, board] as const), ...on])
    : on;
  const { stories, older } = await readStories(storeUrl(io, configuration.home, configuration.settings.store.url));
  return [...rows.values()]
    .filter((board) => options.tag === undefined || options.tag.some((tag) => board.tags.includes(tag)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((board) => {
      const story = stories.get(board.id);
      return {
        id: board.id,
        name: board.name,
        source: board.source,
        tags: board.tags,
        on: on.has(board.id),
        outcome: story?.outcome ?? 'never',
        message: story?.message ?? '',
        lastCheckedAt: story?.last_checked_at ?? null,
        nextCheckAt: story?.next_check_at ?? null,
        readByOlderRules: on.has(board.id) ? (older.get(board.id) ?? 0) : 0,
      };
    });
}

interface Stories {
  readonly stories: ReadonlyMap<string, Awaited<ReturnType<typeof listBoards>>[number]>;
  readonly older: ReadonlyMap<string, number>;
}

async function readStories(url: string): Promise<Stories> {
  const none = { stories: new Map(), older: new Map() };
  if (url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))) return none;
  const store = await openStore(url);
  try {
    if (!(await isMigrated(store))) return none;
    const rows = await listBoards(store.db);
    return { stories: new Map(rows.map((row) => [row.id, row])), older: await countOlder(store.db, rulesVersion) };
  } finally {
    await store.close();
  }
}

/** The boards as a table, with the reasons of the failed ones below. */
export function printBoards(boards: readonly BoardLine[], options: { all?: boolean; tag?: string[] }, io: Io): void {
  if (boards.length === 0) {
    const kind = options.all ? 'No board of the catalogue' : 'No board';
    io.err(
      options.tag === undefined
        ? 'No board is switched on. rolewatch boards list --all shows the catalogue, boards enable NAME switches on.'
        : `${kind} with the tag ${oneLine(options.tag.join(' or '))} is ${options.all ? 'known' : 'switched on; add --all to see the catalogue'}.`,
    );
    return;
  }
  const width = Math.min(io.columns, 120);
  const [heading = '', ...lines] = table(
    [
      { title: 'Board' },
      { title: 'Source', width: 10, from: 60 },
      { title: 'Latest', width: 13 },
      { title: 'Checked', width: 12, from: 60 },
    ],
    boards.map((board) => [
      board.id,
      board.source,
      board.on ? board.outcome : 'off',
      board.lastCheckedAt === null ? '' : formatDay(board.lastCheckedAt, 'UTC'),
    ]),
    width,
  );
  io.out(paint('bold', heading, io, 'out'));
  for (const line of lines) io.out(line);
  for (const board of boards.filter(({ message }) => message !== '')) {
    io.out('');
    io.out(`${board.id} (${board.outcome})`);
    for (const line of wrap(oneLine(board.message), width, '  ')) io.out(line);
  }
  const on = boards.filter((board) => board.on).length;
  io.err(
    options.all
      ? `${countOf(boards.length, 'board')}, ${on} of them on.`
      : `${countOf(on, 'board is', 'boards are')} on.`,
  );
  const older = boards.reduce((sum, board) => sum + board.readByOlderRules, 0);
  if (older > 0) {
    const were = countOf(older, 'posting was', 'postings were');
    io.err(`${were} read by older rules; \`rolewatch replay\` shows what would change.`);
  }
}
