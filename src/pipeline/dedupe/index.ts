import type { Context } from '../../context.ts';
import type { Db, DialectName } from '../../store/database.ts';
import { absorbOpening, createOpening, nextChange, writeOpening } from '../../store/openings.ts';
import {
  markPlaced,
  type PostingIdentity,
  placePosting,
  readCopies,
  readPendingIdentities,
  readRelatives,
  shardsWithPending,
} from '../../store/postings.ts';
import type { Stage } from '../stage.ts';
import { assignOpenings } from './assign-openings.ts';
import { buildOpening } from './build-opening.ts';
import { groupPostings } from './group-postings.ts';

/** Groups the postings of one lane of employers into openings. Nothing is thrown away: every copy stays. */
export const dedupe: Stage = {
  name: 'dedupe',
  concurrency: 1,
  due: async (context) => (await shardsWithPending(context.store.db)).map((shard) => `s${shard}`),
  async run(key, context) {
    const shard = Number(key.slice(1));
    const totals = { postings: 0, opened: 0, absorbed: 0 };
    while (true) {
      context.signal.throwIfAborted();
      const batch = await context.store.transaction((tx) => placeBatch(tx, context, shard));
      if (batch.postings === 0) return totals;
      totals.postings += batch.postings;
      totals.opened += batch.opened;
      totals.absorbed += batch.absorbed;
    }
  },
};

const BATCH = 100;
/** More postings than this are not looked at together; a garbage key must not load the table. */
const MOST_RELATIVES = 1_000;

async function placeBatch(
  tx: Db,
  context: Context,
  shard: number,
): Promise<{ postings: number; opened: number; absorbed: number }> {
  const pending = await readPendingIdentities(tx, shard, BATCH);
  if (pending.length === 0) return { postings: 0, opened: 0, absorbed: 0 };
  // Taken first: it also keeps two lanes from placing two copies of one address at the same moment.
  const change = await nextChange(tx);
  const touched = new Set<number>();
  const done = new Set<number>();
  let opened = 0;
  let absorbed = 0;
  for (const posting of pending) {
    if (done.has(posting.id)) continue;
    const family = await readFamily(tx, posting);
    for (const member of family) done.add(member.id);
    for (const assignment of assignOpenings(groupPostings(family))) {
      const openingId = assignment.openingId ?? (await createOpening(tx, context.clock().toISOString()));
      if (assignment.openingId === null) opened++;
      for (const { posting: member, reason } of assignment.group) {
        if (member.openingId !== null && member.openingId !== openingId) touched.add(member.openingId);
        await placePosting(tx, member.id, openingId, reason);
      }
      touched.add(openingId);
      for (const orphan of assignment.absorbed) {
        await absorbOpening(tx, orphan, openingId, { now: context.clock().toISOString(), change });
        absorbed++;
      }
    }
  }
  for (const openingId of touched) await rebuild(tx, context.store.dialect, openingId, change);
  await markPlaced(tx, pending);
  return { postings: pending.length, opened, absorbed };
}

/** The posting with all that address, requisition or the vacancy's words link to it, directly or through others. */
async function readFamily(tx: Db, posting: PostingIdentity): Promise<PostingIdentity[]> {
  const family = new Map([[posting.id, posting]]);
  let newest: readonly PostingIdentity[] = [posting];
  while (newest.length > 0 && family.size < MOST_RELATIVES) {
    const relatives = await readRelatives(tx, newest, MOST_RELATIVES);
    newest = relatives.filter(({ id }) => !family.has(id));
    for (const relative of newest) family.set(relative.id, relative);
  }
  return [...family.values()];
}

async function rebuild(tx: Db, dialect: DialectName, openingId: number, change: number): Promise<void> {
  const [first, ...others] = await readCopies(tx, openingId);
  if (first) await writeOpening(tx, dialect, openingId, buildOpening([first, ...others]), change);
}
