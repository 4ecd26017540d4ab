import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ActiveBoard } from '../../config/boards.ts';
import { BoardError } from '../../errors.ts';
import { type Origin, PostingDraft } from '../../model/posting.ts';
import type { RawPosting } from '../../sources/source.ts';
import { listBoards, readBoard, recordVisit } from '../../store/boards.ts';
import type { Db } from '../../store/database.ts';
import { closePosting, writePosting } from '../../store/postings.ts';
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
import { type Knowledge, knowledgeOf } from './knowledge.ts';
import { normalizeDraft } from './normalize-draft.ts';
import { rulesVersion } from './rules-version.ts';

/** Reads the stored raw postings of one board into postings: first the source's `parse`, then the words. */
export const normalize: Stage = {
  name: 'normalize',
  concurrency: 1,
  async due(context) {
    const { db } = context.store;
    const active = new Map(context.boards.map((board) => [board.board.id, board]));
    const due = new Set((await boardsWithPending(db)).filter((id) => active.has(id)));
    const knowledge = hashOf([...context.credentials.values()]);
    for (const row of await listBoards(db)) {
      const board = active.get(row.id);
      if (!board || row.last_checked_at === null) continue;
      if (row.read_revision !== revisionOf(board, row.config_hash, knowledge)) due.add(row.id);
    }
    return [...due].sort();
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
    }
    await reportUnreadable(active, context);
    return totals;
  },
};

const BATCH = 100;
/** A board of which more than this share cannot be read has changed its form. */
const MOST_UNREADABLE = 0.5;

/**
 * All that a reading rests on besides the raw posting: the source's `parse`, our rules, the board's row and what is
 * known of credentials. When it differs from what a board was read under, the board is read again.
 */
function revisionOf(active: ActiveBoard, configHash: string, knowledge: string): string {
  return `${active.source.revision}.${rulesVersion}.${hashOf([configHash, knowledge])}`;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}

type ItemResult =
  | { readonly kind: 'posting'; readonly posting: ReturnType<typeof normalizeDraft> }
  | { readonly kind: 'notPostings' }
  | { readonly kind: 'unreadable'; readonly reason: string };

function readItem(item: PendingItem, active: ActiveBoard, knowledge: Knowledge): ItemResult {
  const { source, board, options } = active;
  const raw: RawPosting<unknown> = {
    externalId: item.externalId,
    format: RawFormat.parse(item.format),
    body: item.body,
    fetchedAt: item.fetchedAt,
    board: { id: board.id, name: board.name, employer: board.employer, options },
  };
  try {
    const draft = source.parse(raw);
    if (draft === undefined) return { kind: 'notPostings' };
    const posting = normalizeDraft(PostingDraft.parse(draft), { id: board.id, origin: originOf(active) }, knowledge);
    return { kind: 'posting', posting };
  } catch (error) {
    // One bad item never kills a board: it is kept, named and counted.
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

function originOf({ source, options }: ActiveBoard): Origin {
  return typeof source.origin === 'function' ? source.origin(options) : source.origin;
}

const RawFormat = z.enum(['json', 'html', 'xml', 'text']);

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not have the expected form'}`;
  }
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown fault';
}

async function keep(
  tx: Db,
  boardId: string,
  item: PendingItem,
  result: ItemResult,
): Promise<'added' | 'changed' | 'unchanged' | 'notPostings' | 'unreadable'> {
  await markRead(tx, boardId, item, result.kind === 'unreadable' ? result.reason : null);
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
