import { z } from 'zod';
import { Finding, type Match, ScorePart, Step, Verdict } from '../model/match.ts';
import type { Pay } from '../model/pay.ts';
import { Reading } from '../model/reading.ts';
import type { Db } from './database.ts';

const Findings = z.array(Finding);
const Parts = z.array(ScorePart);
const Steps = z.array(Step);

/** How far a profile has been matched. */
export interface ProfileState {
  readonly hash: string;
  readonly matchedChange: number;
  readonly matchedOpening: number;
  readonly lastSlot: string | null;
}

export async function readProfileState(db: Db, id: string): Promise<ProfileState | undefined> {
  const row = await db.selectFrom('profiles').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      hash: row.hash,
      matchedChange: Number(row.matched_change),
      matchedOpening: Number(row.matched_opening),
      lastSlot: row.last_slot,
    }
  );
}

/** Remembers how far a profile has been matched, and with which content of the profile. */
export async function writeMatchedThrough(
  db: Db,
  id: string,
  hash: string,
  through: { change: number; opening: number },
): Promise<void> {
  const state = { hash, matched_change: through.change, matched_opening: through.opening };
  await db
    .insertInto('profiles')
    .values({ id, last_slot: null, ...state })
    .onConflict((c) => c.column('id').doUpdateSet(state))
    .execute();
}

export async function writeLastSlot(db: Db, id: string, slot: string): Promise<void> {
  await db
    .insertInto('profiles')
    .values({ id, hash: '', matched_change: 0, matched_opening: 0, last_slot: slot })
    .onConflict((c) => c.column('id').doUpdateSet({ last_slot: slot }))
    .execute();
}

/** Stores matches in place of earlier ones; that an opening was told is kept. */
export async function writeMatches(
  db: Db,
  profileId: string,
  matches: readonly { openingId: number; match: Match }[],
  now: string,
): Promise<void> {
  for (const { openingId, match } of matches) {
    const content = {
      verdict: match.verdict,
      score: match.score,
      hidden: match.hidden,
      findings: JSON.stringify(match.findings),
      parts: JSON.stringify(match.parts),
      steps: JSON.stringify(match.steps),
      matched_at: now,
    };
    await db
      .insertInto('matches')
      .values({ opening_id: openingId, profile_id: profileId, digest_id: null, ...content })
      .onConflict((c) => c.columns(['opening_id', 'profile_id']).doUpdateSet(content))
      .execute();
  }
}

export async function readMatch(db: Db, openingId: number, profileId: string): Promise<Match | undefined> {
  const row = await db
    .selectFrom('matches')
    .select(['verdict', 'score', 'hidden', 'findings', 'parts', 'steps'])
    .where('opening_id', '=', openingId)
    .where('profile_id', '=', profileId)
    .executeTakeFirst();
  return row && toMatch(row);
}

/** Matches of open openings that no digest has told this person of and no rule of theirs hides, to be narrowed further. */
export function untold(db: Db, profileId: string) {
  return db
    .selectFrom('matches')
    .innerJoin('openings', 'openings.id', 'matches.opening_id')
    .where('profile_id', '=', profileId)
    .where('digest_id', 'is', null)
    .where('hidden', 'is', null)
    .where('openings.closed_at', 'is', null);
}

/** Open openings that no digest has told this person of, best first, leaving out what their own rules hide. */
export async function readUntold(
  db: Db,
  profileId: string,
  verdict: Verdict,
  limit: number,
): Promise<{ openingId: number; match: Match }[]> {
  const rows = await untold(db, profileId)
    .select(['opening_id', 'verdict', 'score', 'hidden', 'findings', 'parts', 'steps'])
    .where('verdict', '=', verdict)
    .orderBy('score', 'desc')
    .orderBy('openings.first_seen_at')
    .orderBy('openings.title')
    .orderBy('openings.employer')
    .orderBy('openings.url')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ openingId: Number(row.opening_id), match: toMatch(row) }));
}

/** How many openings `readUntold` would find without a limit. */
export async function countUntold(db: Db, profileId: string, verdict: Verdict): Promise<number> {
  const { count } = await untold(db, profileId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('verdict', '=', verdict)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The open openings of one verdict that no rule hides, told or not, with what their posting was read to pay; in pages. */
export async function* readOfVerdict(
  db: Db,
  profileId: string,
  verdict: Verdict,
): AsyncGenerator<{ openingId: number; match: Match; pay: Pay[] }> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('matches')
      .innerJoin('openings', 'openings.id', 'matches.opening_id')
      .innerJoin('postings', 'postings.id', 'openings.posting_id')
      .select(['matches.opening_id', 'verdict', 'score', 'hidden', 'findings', 'parts', 'steps', 'postings.reading'])
      .where('profile_id', '=', profileId)
      .where('verdict', '=', verdict)
      .where('hidden', 'is', null)
      .where('openings.closed_at', 'is', null)
      .where('matches.opening_id', '>', after)
      .orderBy('matches.opening_id')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      after = Number(row.opening_id);
      yield { openingId: after, match: toMatch(row), pay: Paid.parse(JSON.parse(row.reading)).pay };
    }
    if (rows.length < PAGE) return;
  }
}

const PAGE = 500;
const Paid = Reading.pick({ pay: true });

function toMatch(row: {
  verdict: string;
  score: number;
  hidden: string | null;
  findings: string;
  parts: string;
  steps: string;
}): Match {
  return {
    verdict: Verdict.parse(row.verdict),
    score: row.score,
    hidden: row.hidden,
    findings: Findings.parse(JSON.parse(row.findings)),
    parts: Parts.parse(JSON.parse(row.parts)),
    steps: Steps.parse(JSON.parse(row.steps)),
  };
}
