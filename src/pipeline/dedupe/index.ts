import type { Context } from '../../context.ts';
import type { Db, DialectName } from '../../store/database.ts';
import { createOpening, nextChange, writeOpening } from '../../store/openings.ts';
import {
  markPlaced,
  type PostingIdentity,
  placePosting,
  readCandidates,
  readCopies,
  readPendingIdentities,
  shardsWithPending,
} from '../../store/postings.ts';
import type { Stage } from '../stage.ts';
import { buildOpening } from './build-opening.ts';
import { chooseOpening } from './choose-opening.ts';

/** Groups the postings of one lane of employers into openings. Nothing is thrown away: every copy stays. */
export const dedupe: Stage = {
  name: 'dedupe',
  concurrency: 1,
  due: async (context) => (await shardsWithPending(context.store.db)).map((shard) => `s${shard}`),
  async run(key, context) {
    const shard = Number(key.slice(1));
    const totals = { postings: 0, opened: 0, joined: 0 };
    while (true) {
      context.signal.throwIfAborted();
      const batch = await context.store.transaction((tx) => placeBatch(tx, context, shard));
      if (batch.postings === 0) return totals;
      totals.postings += batch.postings;
      totals.opened += batch.opened;
      totals.joined += batch.joined;
    }
  },
};

const BATCH = 100;

async function placeBatch(
  tx: Db,
  context: Context,
  shard: number,
): Promise<{ postings: number; opened: number; joined: number }> {
  const postings = await readPendingIdentities(tx, shard, BATCH);
  if (postings.length === 0) return { postings: 0, opened: 0, joined: 0 };
  // Taken first: it also keeps two lanes from placing two copies of one address at the same moment.
  const change = await nextChange(tx);
  const touched = new Set<number>();
  let opened = 0;
  let joined = 0;
  for (const posting of postings) {
    const placed = await place(tx, posting, context.clock().toISOString());
    touched.add(placed.openingId);
    if (placed.how === 'opened') opened++;
    if (placed.how === 'joined') joined++;
  }
  for (const openingId of touched) await rebuild(tx, context.store.dialect, openingId, change);
  await markPlaced(tx, postings);
  return { postings: postings.length, opened, joined };
}

async function place(
  tx: Db,
  posting: PostingIdentity,
  now: string,
): Promise<{ openingId: number; how: 'kept' | 'opened' | 'joined' }> {
  // A posting that was edited stays where it is: people may already have been told of that opening.
  if (posting.openingId !== null) return { openingId: posting.openingId, how: 'kept' };
  const choice = chooseOpening(posting, await readCandidates(tx, posting));
  if (choice) {
    await placePosting(tx, posting.id, choice.openingId, choice.reason);
    return { openingId: choice.openingId, how: 'joined' };
  }
  const openingId = await createOpening(tx, now);
  await placePosting(tx, posting.id, openingId, 'first');
  return { openingId, how: 'opened' };
}

async function rebuild(tx: Db, dialect: DialectName, openingId: number, change: number): Promise<void> {
  const [first, ...others] = await readCopies(tx, openingId);
  if (first) await writeOpening(tx, dialect, openingId, buildOpening([first, ...others]), change);
}
