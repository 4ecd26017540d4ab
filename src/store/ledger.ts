import type { Verdict } from '../model/match.ts';
import type { Db } from './database.ts';
import { untold } from './matches.ts';

/** What the store knows of an opening's way into a person's digest. */
export interface StoredStanding {
  readonly closedAt: string | null;
  /** Instant for which the digest that told of it was due. */
  readonly toldAt: string | null;
  /** Openings that a digest would tell of before it. */
  readonly ahead: number;
}

/** `order` are the verdicts that a digest lists, in its order. */
export async function readStanding(
  db: Db,
  openingId: number,
  profileId: string,
  order: readonly Verdict[],
): Promise<StoredStanding> {
  const row = await db
    .selectFrom('openings')
    .leftJoin('matches', (join) =>
      join.onRef('matches.opening_id', '=', 'openings.id').on('matches.profile_id', '=', profileId),
    )
    .leftJoin('digests', 'digests.id', 'matches.digest_id')
    .select(['openings.closed_at', 'matches.verdict', 'matches.score', 'digests.slot'])
    .where('openings.id', '=', openingId)
    .executeTakeFirst();
  const position = order.map(String).indexOf(row?.verdict ?? '');
  const ahead = position === -1 ? 0 : await countAhead(db, profileId, order.slice(0, position + 1), row?.score ?? 0);
  return { closedAt: row?.closed_at ?? null, toldAt: row?.slot ?? null, ahead };
}

async function countAhead(db: Db, profileId: string, verdicts: readonly Verdict[], score: number): Promise<number> {
  const own = verdicts.at(-1) ?? 'unknown';
  const { count } = await untold(db, profileId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) =>
      eb.or([
        eb('verdict', 'in', verdicts.length > 1 ? verdicts.slice(0, -1) : ['']),
        eb.and([eb('verdict', '=', own), eb('matches.score', '>', score)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A rule of a profile, as `hiddenBy` words it, and how many open openings it hides. */
export interface RuleCount {
  readonly hidden: string;
  readonly count: number;
}

/** How many open openings each rule of a profile hides, most first. */
export async function countHidden(db: Db, profileId: string): Promise<RuleCount[]> {
  const rows = await db
    .selectFrom('matches')
    .innerJoin('openings', 'openings.id', 'matches.opening_id')
    .select((eb) => ['hidden', eb.fn.countAll<number>().as('count')])
    .where('profile_id', '=', profileId)
    .where('hidden', 'is not', null)
    .where('openings.closed_at', 'is', null)
    .groupBy('hidden')
    .orderBy('count', 'desc')
    .orderBy('hidden')
    .execute();
  return rows.map(({ hidden, count }) => ({ hidden: hidden ?? '', count: Number(count) }));
}

/** How many open openings have each verdict that no rule hides. */
export async function countVerdicts(db: Db, profileId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('matches')
    .innerJoin('openings', 'openings.id', 'matches.opening_id')
    .select((eb) => ['verdict', eb.fn.countAll<number>().as('count')])
    .where('profile_id', '=', profileId)
    .where('hidden', 'is', null)
    .where('openings.closed_at', 'is', null)
    .groupBy('verdict')
    .execute();
  return new Map(rows.map(({ verdict, count }) => [verdict, Number(count)]));
}
