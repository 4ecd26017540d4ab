import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ActiveBoard } from '../../config/boards.ts';
import type { Context } from '../../context.ts';
import { BoardError } from '../../errors.ts';
import type { Posting } from '../../model/posting.ts';
import { listBoards, readBoard, recordVisit } from '../../store/boards.ts';
import type { Db } from '../../store/database.ts';
import { type OlderItem, readOlder, sendOlder } from '../../store/older-readings.ts';
import { closePosting, readPostings, writePosting } from '../../store/postings.ts';
import {
  boardsWithPending,
  countUnreadable,
  markRead,
  type PendingItem,
  readPending,
  rereadBoard,
} from '../../store/raw-postings.ts';
import { afterFailure } from '../collect/next-check.ts';
import { placeKey } from '../dedupe/place-key.ts';
import type { Stage, StageContext } from '../stage.ts';
import { knowledgeOf } from './knowledge.ts';
import { type ItemResult, readItem } from './read-item.ts';
import { rulesVersion } from './rules-version.ts';

/**
 * Reads the stored raw postings of one board into postings: first the source's `parse`, then the words. All of them
 * when the board's row, its source or the credential catalogue changed; else only new and changed ones.
 */
export const normalize: Stage = {
  name: 'normalize',
  concurrency: 1,
  async due(context) {
    const ids = new Set(context.boards.map(({ board }) => board.id));
    const pending = (await boardsWithPending(context.store.db)).filter((id) => ids.has(id));
    return [...new Set([...pending, ...(await boardsToReread(context))])].sort();
  },
  async run(boardId, context) {
    const active = context.boards.find((board) => board.board.id === boardId);
    if (!active) return { skipped: 'the board is not configured' };
    const { db } = context.store;
    const state = await readBoard(db, boardId);
    const revision = revisionOf(active, state?.config_hash ?? '', hashOf([...context.credentials.values()]));
    if (state?.read_revision !== revision) {
      await context.store.transaction((tx) => rereadBoard(tx, boardId, revision));
    }
    const knowledge = knowledgeOf(context.credentials);
    const totals = { added: 0, changed: 0, unchanged: 0, notPostings: 0, unreadable: 0 };
    while (true) {
      context.signal.throwIfAborted();
      const items = await readPending(db, boardId, BATCH);
      if (items.length === 0) break;
      const readings = items.map((item) => ({ item, result: readItem(item, active, knowledge) }));
      await context.store.transaction(async (tx) => {
        for (const { item, result } of readings) totals[await keep(tx, boardId, item, result)]++;
      });
      await nextTurn();
    }
    await reportUnreadable(active, context);
    return totals;
  },
};

/**
 * `normalize` for boards with postings that were read by older rules: they are sent through it once more, in its own
 * lane. A repeat after a kill goes on where it ended, because a posting that was sent waits like a new one.
 */
export function acceptRules(boardIds: readonly string[]): Stage {
  return {
    ...normalize,
    due: async () => boardIds,
    async run(boardId, context) {
      await context.store.transaction((tx) => sendOlder(tx, boardId, rulesVersion));
      return normalize.run(boardId, context);
    },
  };
}

/** A stored item that was read by older rules: what is stored of it, and what the present rules read. */
export interface Reread {
  readonly externalId: string;
  readonly before: Posting | undefined;
  readonly after: ItemResult;
}

/**
 * Reads the items of a board that were read by older rules again, in batches, and writes nothing. It takes no door to
 * the network; memory holds one batch.
 */
export async function* rereadOlder(
  active: ActiveBoard,
  context: Pick<Context, 'store' | 'credentials' | 'signal'>,
): AsyncGenerator<readonly Reread[]> {
  const { db } = context.store;
  const boardId = active.board.id;
  const knowledge = knowledgeOf(context.credentials);
  let last: OlderItem | undefined;
  while (true) {
    context.signal.throwIfAborted();
    const items = await readOlder(db, boardId, rulesVersion, last, BATCH);
    if (items.length === 0) return;
    last = items.at(-1);
    const stored = await readPostings(
      db,
      boardId,
      items.map(({ externalId }) => externalId),
    );
    yield items.map((item) => ({
      externalId: item.externalId,
      before: stored.get(item.externalId),
      after: readItem(item, active, knowledge),
    }));
    await nextTurn();
  }
}

/** Boards whose row, source or credential catalogue changed since they were read: the next run reads all of them again. */
export async function boardsToReread(
  context: Pick<Context, 'store' | 'boards' | 'credentials'>,
): Promise<readonly string[]> {
  const active = new Map(context.boards.map((board) => [board.board.id, board]));
  const knowledge = hashOf([...context.credentials.values()]);
  return (await listBoards(context.store.db)).flatMap((row) => {
    const board = active.get(row.id);
    if (!board || row.last_checked_at === null) return [];
    return row.read_revision === revisionOf(board, row.config_hash, knowledge) ? [] : [row.id];
  });
}

// After each batch timers and signals have their turn: SQLite answers at once, so that nothing else would let the lease
// be renewed or Ctrl-C be heard.
const BATCH = 100;
/** A board of which more than this share cannot be read has changed its form. */
const MOST_UNREADABLE = 0.5;

/**
 * All that a reading rests on besides the raw posting and our rules: the source's `parse`, the board's row and what is
 * known of credentials. When it differs from what a board was read under, the board is read again. The rules are left
 * out: what they change is shown to a person first.
 */
function revisionOf(active: ActiveBoard, configHash: string, knowledge: string): string {
  return `${active.source.revision}.${hashOf([configHash, knowledge])}`;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}

async function keep(
  tx: Db,
  boardId: string,
  item: PendingItem,
  result: ItemResult,
): Promise<'added' | 'changed' | 'unchanged' | 'notPostings' | 'unreadable'> {
  await markRead(tx, boardId, item, {
    unreadable: result.kind === 'unreadable' ? result.reason : null,
    rulesVersion: result.kind === 'notPostings' ? null : rulesVersion,
  });
  if (result.kind === 'posting') {
    return writePosting(tx, result.posting, placeKey(result.posting), item);
  }
  // What could be read before stays open with its last good words, unless the board closed it or it is no posting.
  if (result.kind === 'notPostings') await closePosting(tx, boardId, item.externalId, item.fetchedAt);
  else if (item.closedAt !== null) await closePosting(tx, boardId, item.externalId, item.closedAt);
  return result.kind;
}

async function reportUnreadable(active: ActiveBoard, context: StageContext): Promise<void> {
  const { db } = context.store;
  const { unreadable, all } = await countUnreadable(db, active.board.id);
  if (unreadable === 0) return;
  context.log.warn({ unreadable, all }, 'postings could not be read');
  if (unreadable / all <= MOST_UNREADABLE) return;
  const error = new BoardError(
    'changed',
    `${unreadable} of ${all} postings of ${active.board.name} do not have the expected form; the last good ones stay open.`,
  );
  const story = await readBoard(db, active.board.id);
  await recordVisit(db, active.board.id, afterFailure(context.clock(), active.everyMs, active.board.id, story, error));
}
