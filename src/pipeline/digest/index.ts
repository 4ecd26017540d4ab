import type { Context } from '../../context.ts';
import { DeliveryError } from '../../errors.ts';
import type { LoadedProfile } from '../../model/profile.ts';
import {
  type PendingDelivery,
  prepareDigest,
  profilesWithDeliveries,
  readPendingDeliveries,
  recordDelivery,
} from '../../store/digests.ts';
import { readProfileState, writeLastSlot } from '../../store/matches.ts';
import { readLeaseOwners } from '../../store/runs.ts';
import { collect } from '../collect/index.ts';
import { dedupe } from '../dedupe/index.ts';
import { isDead } from '../lease-owner.ts';
import { match } from '../match/index.ts';
import { normalize } from '../normalize/index.ts';
import type { Stage } from '../stage.ts';
import { channelsOf, deliver } from './deliver.ts';
import { gatherDigest, isQuiet } from './gather.ts';
import { latestSlot } from './slot.ts';

/** Prepares one profile's digest when its schedule slot has passed, and delivers what waits to be delivered. */
export const digest: Stage = {
  name: 'digest',
  concurrency: 2,
  async due(context) {
    const now = context.clock();
    const configured = new Set(context.profiles.map((loaded) => loaded.id));
    const due = new Set(
      (await profilesWithDeliveries(context.store.db, now.toISOString())).filter((id) => configured.has(id)),
    );
    for (const loaded of context.profiles) {
      const slot = await openSlot(context, loaded);
      if (!slot) continue;
      // After a long rest the boards get their time too: the wait begins with this process.
      const waited = now.getTime() - Math.max(slot.getTime(), context.startedAt.getTime());
      if (waited > PATIENCE_MS || !(await isUpstreamBusy(context))) due.add(loaded.id);
    }
    return [...due].sort();
  },
  async run(profileId, context) {
    const loaded = context.profiles.find((profile) => profile.id === profileId);
    if (!loaded) return { skipped: 'the profile is not configured' };
    const prepared = await prepare(context, loaded);
    const now = context.clock().toISOString();
    const totals = { prepared: prepared ? 1 : 0, sent: 0, waiting: 0, rejected: 0, where: [] as string[] };
    for (const delivery of await readPendingDeliveries(context.store.db, profileId, now)) {
      context.signal.throwIfAborted();
      const end = await attempt(context, loaded, delivery);
      totals[end.state === 'pending' ? 'waiting' : end.state]++;
      if (end.state === 'sent' && delivery.channel === 'files') totals.where.push(end.message);
    }
    return totals;
  },
};

/** How long a digest waits for boards that are still being read before it goes without them. */
const PATIENCE_MS = 3_600_000;
const FIRST_RETRY_MS = 5 * 60_000;
const MOST_ATTEMPTS = 12;

/** The profile's latest slot, unless its digest has been prepared already. */
async function openSlot(context: Context, loaded: LoadedProfile): Promise<Date | undefined> {
  const timeZone = loaded.profile.timeZone ?? context.settings.timeZone;
  const slot = latestSlot(loaded.profile.digest.schedule, timeZone, context.clock());
  const state = await readProfileState(context.store.db, loaded.id);
  const last = state?.lastSlot ?? '';
  // A slot that lies ahead of now was prepared by a clock that was wrong.
  const isDone = last >= slot.toISOString() && last <= context.clock().toISOString();
  return isDone ? undefined : slot;
}

// A digest that leaves before the boards were read would tell half of it and, worse, call the rest old tomorrow.
async function isUpstreamBusy(context: Context): Promise<boolean> {
  const upstream = [collect, normalize, dedupe, match];
  const names = upstream.map((stage) => stage.name);
  const owners = await readLeaseOwners(context.store.db, names, context.clock().toISOString());
  if (owners.some((owner) => !isDead(owner))) return true;
  for (const stage of upstream) {
    if ((await stage.due(context)).length > 0) return true;
  }
  return false;
}

async function prepare(context: Context, loaded: LoadedProfile): Promise<boolean> {
  const slot = await openSlot(context, loaded);
  if (!slot) return false;
  const now = context.clock().toISOString();
  return context.store.transaction(async (tx) => {
    const { view, told } = await gatherDigest(tx, context, loaded, slot);
    await writeLastSlot(tx, loaded.id, slot.toISOString());
    if (isQuiet(view)) return false;
    await prepareDigest(tx, { view, told, channels: channelsOf(context, loaded), now });
    return true;
  });
}

interface Attempt {
  readonly state: 'sent' | 'pending' | 'rejected';
  readonly message: string;
}

async function attempt(context: Context, loaded: LoadedProfile, delivery: PendingDelivery): Promise<Attempt> {
  const attempts = delivery.attempts + 1;
  let end: Attempt;
  try {
    end = { state: 'sent', message: await deliver(context, loaded, delivery) };
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const giveUp = error.kind === 'rejected' || attempts >= MOST_ATTEMPTS;
    end = { state: giveUp ? 'rejected' : 'pending', message: error.message };
    context.log.warn(
      { channel: delivery.channel, attempts, state: end.state, reason: error.message },
      'delivery failed',
    );
  }
  const now = context.clock();
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), 24 * 3_600_000);
  await recordDelivery(context.store.db, delivery, {
    state: end.state,
    attempts,
    nextAttemptAt: new Date(now.getTime() + wait).toISOString(),
    sentAt: end.state === 'sent' ? now.toISOString() : null,
    message: end.message,
  });
  return end;
}
