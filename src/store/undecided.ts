import { z } from 'zod';
import { Finding } from '../model/match.ts';
import type { Db } from './database.ts';

const Findings = z.array(Finding);

/**
 * Findings of open openings that could not be decided for this person, by rising id from after `afterId`; those that their own
 * rules hide are left out.
 */
export async function readUndecided(
  db: Db,
  profileId: string,
  afterId: number,
  limit: number,
): Promise<{ readonly openingId: number; readonly findings: readonly Finding[] }[]> {
  const rows = await db
    .selectFrom('matches')
    .innerJoin('openings', 'openings.id', 'matches.opening_id')
    .select(['opening_id', 'findings'])
    .where('profile_id', '=', profileId)
    .where('opening_id', '>', afterId)
    .where('verdict', '=', 'unknown')
    .where('hidden', 'is', null)
    .where('openings.closed_at', 'is', null)
    .where('openings.merged_into', 'is', null)
    .orderBy('opening_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    openingId: Number(row.opening_id),
    findings: Findings.parse(JSON.parse(row.findings)),
  }));
}
