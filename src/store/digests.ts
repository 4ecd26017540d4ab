import { DigestView } from '../model/digest.ts';
import type { Db } from './database.ts';

/** A way a digest reaches a person. */
export type Channel = 'files' | 'email';

/**
 * Keeps a prepared digest, marks its openings as told and lists its deliveries. Must run in the transaction that chose
 * the openings: then each opening is told once, whatever happens afterwards.
 */
export async function prepareDigest(
  db: Db,
  digest: { view: DigestView; told: readonly number[]; channels: readonly Channel[]; now: string },
): Promise<number> {
  const { profileId, slot } = digest.view;
  const { id } = await db
    .insertInto('digests')
    .values({ profile_id: profileId, slot, view: JSON.stringify(digest.view), prepared_at: digest.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const digestId = Number(id);
  for (let start = 0; start < digest.told.length; start += BATCH) {
    await db
      .updateTable('matches')
      .set({ digest_id: digestId })
      .where('profile_id', '=', profileId)
      .where('opening_id', 'in', digest.told.slice(start, start + BATCH))
      .execute();
  }
  for (const channel of digest.channels) {
    await db
      .insertInto('deliveries')
      .values({
        digest_id: digestId,
        channel,
        state: 'pending',
        attempts: 0,
        next_attempt_at: digest.now,
        sent_at: null,
        message: '',
      })
      .execute();
  }
  return digestId;
}

const BATCH = 500;

/** A delivery whose time has come, with what is to be delivered. */
export interface PendingDelivery {
  readonly digestId: number;
  readonly channel: Channel;
  readonly attempts: number;
  readonly view: DigestView;
}

export async function readPendingDeliveries(db: Db, profileId: string, now: string): Promise<PendingDelivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('digests', 'digests.id', 'deliveries.digest_id')
    .select(['digest_id', 'channel', 'attempts', 'view'])
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<=', now)
    .where('profile_id', '=', profileId)
    .orderBy('digest_id')
    .orderBy('channel')
    .execute();
  return rows.map((row) => ({
    digestId: Number(row.digest_id),
    channel: row.channel === 'email' ? 'email' : 'files',
    attempts: row.attempts,
    view: DigestView.parse(JSON.parse(row.view)),
  }));
}

/** Profiles with a delivery whose time has come. */
export async function profilesWithDeliveries(db: Db, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('digests', 'digests.id', 'deliveries.digest_id')
    .select('profile_id')
    .distinct()
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<=', now)
    .execute();
  return rows.map((row) => row.profile_id).sort();
}

/** What became of an attempt. */
export async function recordDelivery(
  db: Db,
  delivery: { digestId: number; channel: Channel },
  end: {
    state: 'sent' | 'pending' | 'rejected';
    attempts: number;
    nextAttemptAt: string;
    sentAt: string | null;
    message: string;
  },
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({
      state: end.state,
      attempts: end.attempts,
      next_attempt_at: end.nextAttemptAt,
      sent_at: end.sentAt,
      message: end.message,
    })
    .where('digest_id', '=', delivery.digestId)
    .where('channel', '=', delivery.channel)
    .execute();
}
