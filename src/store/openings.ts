import { z } from 'zod';
import type { Opening, OpeningCopy } from '../model/opening.ts';
import { Place } from '../model/place.ts';
import { Origin } from '../model/posting.ts';
import { Reading } from '../model/reading.ts';
import type { Db, DialectName } from './database.ts';
import { indexOpening } from './search.ts';

const Places = z.array(Place);

/** What `dedupe` decided an opening to be. */
export interface OpeningContent {
  /** The copy whose words stand for the opening. */
  readonly postingId: number;
  readonly title: string;
  readonly employer: string;
  readonly employerKey: string;
  readonly url: string;
  readonly places: readonly Place[];
  readonly workplace: string | null;
  readonly postedAt: string | null;
  readonly closesAt: string | null;
  readonly firstSeenAt: string;
  readonly closedAt: string | null;
  readonly text: string;
}

/**
 * The number of the next change. Taking it locks the counter until the transaction ends, so that a smaller number is
 * always visible before a greater one and no reader can skip a change.
 */
export async function nextChange(db: Db): Promise<number> {
  const { value } = await db
    .updateTable('counters')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', 'change')
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value);
}

/** A new opening without content, which `writeOpening` fills in the same transaction. */
export async function createOpening(db: Db, firstSeenAt: string): Promise<number> {
  const { id } = await db
    .insertInto('openings')
    .values({
      posting_id: 0,
      title: '',
      employer: '',
      employer_key: '',
      url: '',
      places: '[]',
      workplace: null,
      posted_at: null,
      closes_at: null,
      first_seen_at: firstSeenAt,
      closed_at: null,
      merged_into: null,
      change: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

/** Fills an opening and its search entry, as part of change number `change`. */
export async function writeOpening(
  db: Db,
  dialect: DialectName,
  id: number,
  content: OpeningContent,
  change: number,
): Promise<void> {
  await db
    .updateTable('openings')
    .set({
      posting_id: content.postingId,
      title: content.title,
      employer: content.employer,
      employer_key: content.employerKey,
      url: content.url,
      places: JSON.stringify(content.places),
      workplace: content.workplace,
      posted_at: content.postedAt,
      closes_at: content.closesAt,
      first_seen_at: content.firstSeenAt,
      closed_at: content.closedAt,
      change,
    })
    .where('id', '=', id)
    .execute();
  await indexOpening(db, dialect, { id, ...content });
}

/**
 * Ends an opening that turned out to be another one. What a digest told of it counts as told of the other, so that
 * nobody is told twice; its row stays and points there.
 */
export async function absorbOpening(
  db: Db,
  id: number,
  into: number,
  end: { now: string; change: number },
): Promise<void> {
  await db
    .updateTable('openings')
    .set({ closed_at: end.now, merged_into: into, change: end.change })
    .where('id', '=', id)
    .execute();
  const told = await db
    .selectFrom('matches')
    .select(['profile_id', 'digest_id'])
    .where('opening_id', '=', id)
    .where('digest_id', 'is not', null)
    .execute();
  for (const { profile_id, digest_id } of told) {
    await db
      .insertInto('matches')
      .values({
        opening_id: into,
        profile_id,
        digest_id,
        verdict: 'unknown',
        score: 0,
        hidden: null,
        findings: '[]',
        parts: '[]',
        steps: '[]',
        matched_at: end.now,
      })
      .onConflict((c) =>
        c
          .columns(['opening_id', 'profile_id'])
          .doUpdateSet((eb) => ({ digest_id: eb.fn.coalesce('matches.digest_id', 'excluded.digest_id') })),
      )
      .execute();
  }
  await db.deleteFrom('matches').where('opening_id', '=', id).execute();
}

/** The number of the latest change. */
export async function latestChange(db: Db): Promise<number> {
  const { value } = await db
    .selectFrom('counters')
    .select('value')
    .where('name', '=', 'change')
    .executeTakeFirstOrThrow();
  return Number(value);
}

/** Openings changed after the given place, in order of change, with all that matching needs. */
export async function readChanged(
  db: Db,
  after: { change: number; id: number },
  limit: number,
): Promise<{ change: number; opening: Opening }[]> {
  const rows = await openingRows(db)
    .where((eb) =>
      eb.or([
        eb('openings.change', '>', after.change),
        eb.and([eb('openings.change', '=', after.change), eb('openings.id', '>', after.id)]),
      ]),
    )
    .orderBy('openings.change')
    .orderBy('openings.id')
    .limit(limit)
    .execute();
  const openings = await withCopies(db, rows);
  return openings.map((opening, index) => ({ change: Number(rows[index]?.change), opening }));
}

/** These openings, in the order of the ids; an unknown id is left out. */
export async function readOpenings(db: Db, ids: readonly number[]): Promise<Opening[]> {
  if (ids.length === 0) return [];
  const openings = await withCopies(db, await openingRows(db).where('openings.id', 'in', ids).execute());
  const byId = new Map(openings.map((opening) => [opening.id, opening]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The opening that an address belongs to: that of any of its copies. */
export async function findOpeningByUrl(db: Db, urls: readonly string[]): Promise<number | undefined> {
  const row = await db
    .selectFrom('postings')
    .select('opening_id')
    .where('opening_id', 'is not', null)
    .where((eb) => eb.or([eb('url', 'in', urls), eb('canonical_url', 'in', urls)]))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.opening_id ?? undefined;
}

export async function countOpenOpenings(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('openings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function openingRows(db: Db) {
  return db
    .selectFrom('openings')
    .innerJoin('postings', 'postings.id', 'openings.posting_id')
    .where('openings.merged_into', 'is', null)
    .select([
      'openings.id',
      'openings.title',
      'openings.employer',
      'openings.employer_key',
      'openings.url',
      'openings.places',
      'openings.posted_at',
      'openings.closes_at',
      'openings.first_seen_at',
      'openings.closed_at',
      'openings.change',
      'postings.text',
      'postings.reading',
    ]);
}

async function withCopies(
  db: Db,
  rows: Awaited<ReturnType<ReturnType<typeof openingRows>['execute']>>,
): Promise<Opening[]> {
  if (rows.length === 0) return [];
  const copies = new Map<number, { copy: OpeningCopy; lastSeenAt: string }[]>();
  for (const row of await db
    .selectFrom('postings')
    .innerJoin('raw_postings', (join) =>
      join
        .onRef('raw_postings.board_id', '=', 'postings.board_id')
        .onRef('raw_postings.external_id', '=', 'postings.external_id'),
    )
    .select([
      'postings.opening_id',
      'postings.board_id',
      'postings.external_id',
      'postings.origin',
      'postings.url',
      'postings.join_reason',
      'postings.closed_at',
      'raw_postings.last_seen_at',
    ])
    .where(
      'postings.opening_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('postings.id')
    .execute()) {
    const openingId = Number(row.opening_id);
    const list = copies.get(openingId) ?? [];
    copies.set(openingId, list);
    list.push({
      copy: {
        boardId: row.board_id,
        externalId: row.external_id,
        origin: Origin.parse(row.origin),
        url: row.url,
        reason: row.join_reason,
        ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
      },
      lastSeenAt: row.last_seen_at,
    });
  }
  return rows.map((row) => {
    const list = copies.get(row.id) ?? [];
    return {
      id: row.id,
      title: row.title,
      employer: row.employer,
      employerKey: row.employer_key,
      url: row.url,
      places: Places.parse(JSON.parse(row.places)),
      firstSeenAt: row.first_seen_at,
      lastSeenAt: list.reduce(
        (latest, { lastSeenAt }) => (lastSeenAt > latest ? lastSeenAt : latest),
        row.first_seen_at,
      ),
      text: row.text,
      reading: Reading.parse(JSON.parse(row.reading)),
      copies: list.map(({ copy }) => copy),
      ...(row.posted_at === null ? {} : { postedAt: row.posted_at }),
      ...(row.closes_at === null ? {} : { closesAt: row.closes_at }),
      ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
    };
  });
}
