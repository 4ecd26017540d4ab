import { type Expression, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { Place } from '../model/place.ts';
import { Reading } from '../model/reading.ts';
import type { Db } from './database.ts';

const Places = z.array(Place);
// A line shows facts, no requirements: their trees need not be understood for it.
const Facts = Reading.pick({ pay: true, remoteLimits: true, employmentTypes: true });

/** What a person asks for with `rolewatch query`. */
export interface OpeningFilter {
  readonly profileId: string | undefined;
  /** Ids that the full-text search found, best first; `undefined` when no words were given. */
  readonly found: readonly number[] | undefined;
  readonly remote: boolean;
  readonly verdicts: readonly string[];
  readonly employer: string | undefined;
  readonly postedSince: string | undefined;
  readonly closed: boolean;
  readonly limit: number;
  /** How many of the first ones are left out. */
  readonly offset: number;
  readonly sort: 'score' | 'date';
}

/** One line of a query's answer. */
export interface OpeningLine {
  readonly id: number;
  readonly title: string;
  readonly employer: string;
  readonly url: string;
  readonly places: readonly Place[];
  readonly workplace: string | null;
  readonly postedAt: string | null;
  readonly closedAt: string | null;
  readonly verdict: string | null;
  readonly score: number | null;
  readonly reading: z.infer<typeof Facts>;
}

/** Openings that pass the filter: best match first, then newest; or newest first, then best. Always the same order. */
export async function queryOpenings(db: Db, filter: OpeningFilter): Promise<OpeningLine[]> {
  if (filter.found?.length === 0) return [];
  const score = sql`coalesce(matches.score, -1)`;
  const posted = sql`coalesce(openings.posted_at, openings.first_seen_at)`;
  const rows = await db
    .selectFrom('openings')
    .innerJoin('postings', 'postings.id', 'openings.posting_id')
    .leftJoin('matches', (join) =>
      join.onRef('matches.opening_id', '=', 'openings.id').on('matches.profile_id', '=', filter.profileId ?? ''),
    )
    .select([
      'openings.id',
      'openings.title',
      'openings.employer',
      'openings.url',
      'openings.places',
      'openings.workplace',
      'openings.posted_at',
      'openings.closed_at',
      'matches.verdict',
      'matches.score',
      'postings.reading',
    ])
    .where((eb) => {
      const all: Expression<SqlBool>[] = [eb('openings.merged_into', 'is', null)];
      if (!filter.closed) all.push(eb('openings.closed_at', 'is', null));
      if (filter.found) all.push(eb('openings.id', 'in', filter.found));
      if (filter.remote) all.push(eb('openings.workplace', '=', 'remote'));
      if (filter.verdicts.length > 0) all.push(eb('matches.verdict', 'in', filter.verdicts));
      if (filter.employer) {
        all.push(eb(eb.fn('lower', ['openings.employer']), 'like', `%${likeText(filter.employer.toLowerCase())}%`));
      }
      if (filter.postedSince) {
        all.push(eb(eb.fn.coalesce('openings.posted_at', 'openings.first_seen_at'), '>=', filter.postedSince));
      }
      return eb.and(all);
    })
    .orderBy(filter.sort === 'score' ? score : posted, 'desc')
    .orderBy(filter.sort === 'score' ? posted : score, 'desc')
    .orderBy('openings.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    employer: row.employer,
    url: row.url,
    places: Places.parse(JSON.parse(row.places)),
    workplace: row.workplace,
    postedAt: row.posted_at,
    closedAt: row.closed_at,
    verdict: row.verdict,
    score: row.score,
    reading: Facts.parse(JSON.parse(row.reading)),
  }));
}

// The wildcards of LIKE are plain characters to the person who typed them.
function likeText(text: string): string {
  return text.replace(/[%_]/g, ' ');
}
