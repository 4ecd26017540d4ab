import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { Place } from '../model/place.ts';
import { Origin, type Posting } from '../model/posting.ts';
import { Reading } from '../model/reading.ts';
import type { Db } from './database.ts';
import type { PostingsTable } from './tables.ts';

const Places = z.array(Place);

/** Lanes of `dedupe`. Fixed for ever: the number is stored. */
export const SHARDS = 16;

/** Which lane of `dedupe` an employer's postings belong to. */
export function shardOf(employerKey: string): number {
  return createHash('sha256').update(employerKey).digest().readUInt32BE(0) % SHARDS;
}

/**
 * Stores a posting as it was just read. One that says exactly what is stored already is left alone; a new or changed
 * one waits for `dedupe`.
 */
export async function writePosting(
  db: Db,
  posting: Posting,
  placeKey: string,
  seen: { firstSeenAt: string; closedAt: string | null },
): Promise<'added' | 'changed' | 'unchanged'> {
  const reading = JSON.stringify(posting.reading);
  const places = JSON.stringify(posting.places);
  const content = {
    origin: posting.origin,
    url: posting.url,
    canonical_url: posting.canonicalUrl,
    apply_url: posting.applyUrl ?? null,
    requisition: posting.requisition ?? null,
    title: posting.title,
    title_key: posting.titleKey,
    employer: posting.employer,
    employer_key: posting.employerKey,
    shard: shardOf(posting.employerKey),
    place_key: placeKey,
    places,
    posted_at: posting.postedAt ?? null,
    closes_at: posting.closesAt ?? null,
    text: posting.text,
    reading,
    closed_at: seen.closedAt,
  };
  const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
  const before = await db
    .selectFrom('postings')
    .select('content_hash')
    .where('board_id', '=', posting.boardId)
    .where('external_id', '=', posting.externalId)
    .executeTakeFirst();
  if (before?.content_hash === contentHash) return 'unchanged';
  const row = { ...content, content_hash: contentHash, pending: 1 };
  await db
    .insertInto('postings')
    .values({
      board_id: posting.boardId,
      external_id: posting.externalId,
      first_seen_at: seen.firstSeenAt,
      opening_id: null,
      join_reason: '',
      ...row,
    })
    .onConflict((c) => c.columns(['board_id', 'external_id']).doUpdateSet(row))
    .execute();
  return before ? 'changed' : 'added';
}

/** Closes a stored posting whose item is no posting any more, or cannot be read and is gone from its board. */
export async function closePosting(db: Db, boardId: string, externalId: string, closedAt: string): Promise<void> {
  await db
    .updateTable('postings')
    .set({ closed_at: closedAt, pending: 1, content_hash: '' })
    .where('board_id', '=', boardId)
    .where('external_id', '=', externalId)
    .where('closed_at', 'is', null)
    .execute();
}

/** Lanes with postings that wait for `dedupe`. */
export async function shardsWithPending(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('postings').select('shard').distinct().where('pending', '=', 1).execute();
  return rows.map((row) => row.shard).sort((a, b) => a - b);
}

/** What `dedupe` needs to know of a posting to place it. */
export interface PostingIdentity {
  readonly id: number;
  readonly boardId: string;
  readonly externalId: string;
  readonly canonicalUrl: string;
  readonly employerKey: string;
  readonly titleKey: string;
  readonly placeKey: string;
  readonly requisition: string | null;
  readonly openingId: number | null;
}

const IDENTITY = [
  'id',
  'board_id',
  'external_id',
  'canonical_url',
  'employer_key',
  'title_key',
  'place_key',
  'requisition',
  'opening_id',
] as const;

export async function readPendingIdentities(db: Db, shard: number, limit: number): Promise<PostingIdentity[]> {
  const rows = await db
    .selectFrom('postings')
    .select(IDENTITY)
    .where('shard', '=', shard)
    .where('pending', '=', 1)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toIdentity);
}

/** Postings that share an address, a requisition, or employer and title with one of these, these included. */
export async function readRelatives(
  db: Db,
  postings: readonly PostingIdentity[],
  limit: number,
): Promise<PostingIdentity[]> {
  const found = new Map<number, PostingIdentity>();
  for (const posting of postings) {
    const rows = await db
      .selectFrom('postings')
      .select(IDENTITY)
      .where((eb) =>
        eb.or([
          eb('canonical_url', '=', posting.canonicalUrl),
          ...(posting.requisition === null ? [] : [eb('requisition', '=', posting.requisition)]),
          eb.and([eb('employer_key', '=', posting.employerKey), eb('title_key', '=', posting.titleKey)]),
        ]),
      )
      .orderBy('board_id')
      .orderBy('external_id')
      .limit(limit)
      .execute();
    for (const row of rows) found.set(row.id, toIdentity(row));
  }
  return [...found.values()];
}

export async function placePosting(db: Db, id: number, openingId: number, reason: string): Promise<void> {
  await db.updateTable('postings').set({ opening_id: openingId, join_reason: reason }).where('id', '=', id).execute();
}

export async function markPlaced(db: Db, postings: readonly { id: number }[]): Promise<void> {
  if (postings.length === 0) return;
  await db
    .updateTable('postings')
    .set({ pending: 0 })
    .where(
      'id',
      'in',
      postings.map((posting) => posting.id),
    )
    .execute();
}

/** A stored posting with the facts that only the store knows. */
export interface StoredPosting {
  readonly id: number;
  readonly posting: Posting;
  readonly firstSeenAt: string;
  readonly closedAt: string | null;
  readonly joinReason: string;
}

/** Every copy of an opening, oldest first. */
export async function readCopies(db: Db, openingId: number): Promise<StoredPosting[]> {
  const rows = await db.selectFrom('postings').selectAll().where('opening_id', '=', openingId).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    posting: toPosting(row),
    firstSeenAt: row.first_seen_at,
    closedAt: row.closed_at,
    joinReason: row.join_reason,
  }));
}

/** Stored postings of a board by external id, as they were last read. */
export async function readPostings(
  db: Db,
  boardId: string,
  externalIds: readonly string[],
): Promise<Map<string, Posting>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('postings')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('external_id', 'in', externalIds)
    .execute();
  return new Map(rows.map((row) => [row.external_id, toPosting(row)]));
}

function toIdentity(row: Pick<Selectable<PostingsTable>, (typeof IDENTITY)[number]>): PostingIdentity {
  return {
    id: row.id,
    boardId: row.board_id,
    externalId: row.external_id,
    canonicalUrl: row.canonical_url,
    employerKey: row.employer_key,
    titleKey: row.title_key,
    placeKey: row.place_key,
    requisition: row.requisition,
    openingId: row.opening_id,
  };
}

function toPosting(row: Selectable<PostingsTable>): Posting {
  return {
    boardId: row.board_id,
    externalId: row.external_id,
    origin: Origin.parse(row.origin),
    url: row.url,
    canonicalUrl: row.canonical_url,
    title: row.title,
    titleKey: row.title_key,
    employer: row.employer,
    employerKey: row.employer_key,
    places: Places.parse(JSON.parse(row.places)),
    text: row.text,
    reading: Reading.parse(JSON.parse(row.reading)),
    ...(row.apply_url === null ? {} : { applyUrl: row.apply_url }),
    ...(row.requisition === null ? {} : { requisition: row.requisition }),
    ...(row.posted_at === null ? {} : { postedAt: row.posted_at }),
    ...(row.closes_at === null ? {} : { closesAt: row.closes_at }),
  };
}
