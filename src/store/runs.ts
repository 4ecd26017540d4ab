import type { Db } from './database.ts';

/*
 * Runs (what every stage did, when, with which outcome) and leases (one worker per lane).
 */

/**
 * Takes the lane for `owner` until `expiresAt`; `false` when somebody else holds it. A lease that would outlast
 * `expiresAt` by far comes from a clock that was wrong, and holds nothing.
 */
export async function takeLease(
  db: Db,
  lane: { stage: string; key: string },
  owner: string,
  now: string,
  expiresAt: string,
): Promise<boolean> {
  const taken = await db
    .insertInto('leases')
    .values({ ...lane, owner, expires_at: expiresAt })
    .onConflict((c) =>
      c
        .columns(['stage', 'key'])
        .doUpdateSet({ owner, expires_at: expiresAt })
        .where((eb) =>
          eb.or([
            eb('leases.expires_at', '<=', now),
            eb('leases.expires_at', '>', muchLater(expiresAt)),
            eb('leases.owner', '=', owner),
          ]),
        ),
    )
    .returning('owner')
    .executeTakeFirst();
  return taken?.owner === owner;
}

function muchLater(instant: string): string {
  return new Date(Date.parse(instant) + 3_600_000).toISOString();
}

/** Prolongs a lease that is still ours; `false` when it was lost. */
export async function renewLease(
  db: Db,
  lane: { stage: string; key: string },
  owner: string,
  expiresAt: string,
): Promise<boolean> {
  const result = await db
    .updateTable('leases')
    .set({ expires_at: expiresAt })
    .where('stage', '=', lane.stage)
    .where('key', '=', lane.key)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

export async function releaseLease(db: Db, lane: { stage: string; key: string }, owner: string): Promise<void> {
  await db
    .deleteFrom('leases')
    .where('stage', '=', lane.stage)
    .where('key', '=', lane.key)
    .where('owner', '=', owner)
    .execute();
}

/** Who holds the lane, whether or not the lease has run out. */
export async function readLeaseOwner(db: Db, lane: { stage: string; key: string }): Promise<string | undefined> {
  const row = await db
    .selectFrom('leases')
    .select('owner')
    .where('stage', '=', lane.stage)
    .where('key', '=', lane.key)
    .executeTakeFirst();
  return row?.owner;
}

/** Who is at work in the lanes of these stages. */
export async function readLeaseOwners(db: Db, stages: readonly string[], now: string): Promise<string[]> {
  const leases = await db
    .selectFrom('leases')
    .select('owner')
    .where('stage', 'in', stages)
    .where('expires_at', '>', now)
    .execute();
  return leases.map((lease) => lease.owner);
}

export async function startRun(db: Db, lane: { stage: string; key: string }, now: string): Promise<number> {
  const { id } = await db
    .insertInto('runs')
    .values({ ...lane, started_at: now, finished_at: null, outcome: 'running', report: '{}', error: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function finishRun(
  db: Db,
  id: number,
  end: { now: string; outcome: 'ok' | 'failed'; report: Record<string, unknown>; error: string | null },
): Promise<void> {
  await db
    .updateTable('runs')
    .set({ finished_at: end.now, outcome: end.outcome, report: JSON.stringify(end.report), error: end.error })
    .where('id', '=', id)
    .execute();
}
