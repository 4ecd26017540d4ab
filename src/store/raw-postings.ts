import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import { pack, unpack } from './packing.ts';
import type { RawPostingsTable } from './tables.ts';

/** An item as a board gave it, ready to be kept. */
export interface RawItem {
  readonly externalId: string;
  readonly format: string;
  readonly body: string;
  readonly fingerprint: string | undefined;
  /** What the change hash is taken over; `body` when absent. */
  readonly stable: string | undefined;
}

/**
 * Stores what a board gave. An item whose hash is unchanged is only confirmed; a new or changed one, or one that had
 * been closed, waits for `normalize`. Returns how many were new or changed.
 */
export async function writeRawItems(
  db: Db,
  boardId: string,
  items: readonly RawItem[],
  now: string,
): Promise<{ added: number; changed: number }> {
  if (items.length === 0) return { added: 0, changed: 0 };
  const held = new Map(
    (
      await db
        .selectFrom('raw_postings')
        .select(['external_id', 'hash', 'fingerprint'])
        .where('board_id', '=', boardId)
        .where(
          'external_id',
          'in',
          items.map((item) => item.externalId),
        )
        .execute()
    ).map((row) => [row.external_id, row]),
  );
  const unchanged: string[] = [];
  let added = 0;
  let changed = 0;
  for (const item of items) {
    const hash = hashOf(item.stable ?? item.body);
    const before = held.get(item.externalId);
    const fingerprint = item.fingerprint ?? null;
    if (before?.hash === hash) {
      unchanged.push(item.externalId);
      if (before.fingerprint !== fingerprint) await writeFingerprint(db, boardId, item.externalId, fingerprint);
      continue;
    }
    if (before === undefined) added++;
    else changed++;
    const content = {
      format: item.format,
      body: pack(clean(item.body)),
      hash,
      fingerprint,
      fetched_at: now,
      last_seen_at: now,
      misses: 0,
      closed_at: null,
      pending: 1,
      unreadable: null,
    };
    await db
      .insertInto('raw_postings')
      .values({ board_id: boardId, external_id: item.externalId, first_seen_at: now, rules_version: null, ...content })
      .onConflict((c) => c.columns(['board_id', 'external_id']).doUpdateSet(content))
      .execute();
  }
  await confirm(db, boardId, unchanged, { last_seen_at: now, fetched_at: now });
  return { added, changed };
}

/** Confirms items that the listing still names and that were not opened again. */
export async function confirmSeen(db: Db, boardId: string, externalIds: readonly string[], now: string): Promise<void> {
  await confirm(db, boardId, externalIds, { last_seen_at: now });
}

async function confirm(
  db: Db,
  boardId: string,
  externalIds: readonly string[],
  times: { last_seen_at: string; fetched_at?: string },
): Promise<void> {
  if (externalIds.length === 0) return;
  await db
    .updateTable('raw_postings')
    .set((eb) => ({
      ...times,
      misses: 0,
      // One that was closed is back: its posting must be opened again.
      pending: eb.case().when('closed_at', 'is not', null).then(1).else(eb.ref('pending')).end(),
      closed_at: null,
    }))
    .where('board_id', '=', boardId)
    .where('external_id', 'in', externalIds)
    .execute();
}

async function writeFingerprint(
  db: Db,
  boardId: string,
  externalId: string,
  fingerprint: string | null,
): Promise<void> {
  await db
    .updateTable('raw_postings')
    .set({ fingerprint })
    .where('board_id', '=', boardId)
    .where('external_id', '=', externalId)
    .execute();
}

/**
 * Called after a complete listing that began at `startedAt`: what it did not name has been missed once more, and what
 * was missed twice in a row is closed. Returns how many were closed.
 */
export async function closeMissing(db: Db, boardId: string, startedAt: string): Promise<number> {
  await db
    .updateTable('raw_postings')
    .set((eb) => ({ misses: eb('misses', '+', 1) }))
    .where('board_id', '=', boardId)
    .where('closed_at', 'is', null)
    .where('last_seen_at', '<', startedAt)
    .execute();
  const result = await db
    .updateTable('raw_postings')
    .set({ closed_at: startedAt, pending: 1 })
    .where('board_id', '=', boardId)
    .where('closed_at', 'is', null)
    .where('misses', '>=', MISSES_TO_CLOSE)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

const MISSES_TO_CLOSE = 2;

/** Fingerprints of a board's open items that were opened since `since`; older ones are due for a fresh look. */
export async function readFingerprints(db: Db, boardId: string, since: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('raw_postings')
    .select(['external_id', 'fingerprint'])
    .where('board_id', '=', boardId)
    .where('fetched_at', '>=', since)
    .where('fingerprint', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.external_id, row.fingerprint ?? '']));
}

export async function countOpenItems(db: Db, boardId: string): Promise<number> {
  const { count } = await db
    .selectFrom('raw_postings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('board_id', '=', boardId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A stored item that waits to be read. */
export interface PendingItem {
  readonly externalId: string;
  readonly format: string;
  readonly body: string;
  readonly hash: string;
  readonly fetchedAt: string;
  readonly firstSeenAt: string;
  readonly closedAt: string | null;
}

/** The columns of a `PendingItem`. */
export const ITEM = ['external_id', 'format', 'body', 'hash', 'fetched_at', 'first_seen_at', 'closed_at'] as const;

/** A stored row as the item that it holds. */
export function toItem(row: Pick<Selectable<RawPostingsTable>, (typeof ITEM)[number]>): PendingItem {
  return {
    externalId: row.external_id,
    format: row.format,
    body: unpack(row.body),
    hash: row.hash,
    fetchedAt: row.fetched_at,
    firstSeenAt: row.first_seen_at,
    closedAt: row.closed_at,
  };
}

export async function readPending(db: Db, boardId: string, limit: number): Promise<PendingItem[]> {
  const rows = await db
    .selectFrom('raw_postings')
    .select(ITEM)
    .where('board_id', '=', boardId)
    .where('pending', '=', 1)
    .orderBy('external_id')
    .limit(limit)
    .execute();
  return rows.map(toItem);
}

/** Boards with items that wait to be read. */
export async function boardsWithPending(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('raw_postings').select('board_id').distinct().where('pending', '=', 1).execute();
  return rows.map((row) => row.board_id).sort();
}

/**
 * Marks an item as read, unless a newer version arrived meanwhile. `rulesVersion` is that of the rules it was read by;
 * `null` when they had no part in it, because the source says that the item is no posting.
 */
export async function markRead(
  db: Db,
  boardId: string,
  item: { externalId: string; hash: string; closedAt: string | null },
  result: { unreadable: string | null; rulesVersion: number | null },
): Promise<void> {
  await db
    .updateTable('raw_postings')
    .set({ pending: 0, unreadable: result.unreadable, rules_version: result.rulesVersion })
    .where('board_id', '=', boardId)
    .where('external_id', '=', item.externalId)
    .where('hash', '=', item.hash)
    .where('closed_at', item.closedAt === null ? 'is' : '=', item.closedAt)
    .execute();
}

/** Sends every stored item of a board through `normalize` again and remembers under which revision. */
export async function rereadBoard(db: Db, boardId: string, revision: string): Promise<void> {
  await db.updateTable('raw_postings').set({ pending: 1 }).where('board_id', '=', boardId).execute();
  await db.updateTable('boards').set({ read_revision: revision }).where('id', '=', boardId).execute();
}

/** How many items of a board could not be read, and how many there are. */
export async function countUnreadable(db: Db, boardId: string): Promise<{ unreadable: number; all: number }> {
  const row = await db
    .selectFrom('raw_postings')
    .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.count<number>('unreadable').as('unreadable')])
    .where('board_id', '=', boardId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), unreadable: Number(row.unreadable) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

// PostgreSQL refuses NUL, SQLite cuts at it, and a lone surrogate is no text.
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
