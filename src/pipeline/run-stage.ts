import type { Context } from '../context.ts';
import { finishRun, readLeaseOwner, releaseLease, renewLease, startRun, takeLease } from '../store/runs.ts';
import { isDead, newOwner } from './lease-owner.ts';
import type { Stage, StageReport } from './stage.ts';

/** How one run of one lane ended. `busy`: another worker has the lane. */
export type RunResult =
  | { readonly stage: string; readonly key: string; readonly outcome: 'ok'; readonly report: StageReport }
  | { readonly stage: string; readonly key: string; readonly outcome: 'failed'; readonly error: Error }
  | { readonly stage: string; readonly key: string; readonly outcome: 'busy' };

const LEASE_MS = 60_000;
const RENEW_MS = 20_000;

/**
 * Works on one lane of one stage: takes its lease, records the run, and gives the lane back whatever happens. Both
 * runners call this and nothing else. A failure is logged with its stack and returned; it never leaves this function.
 */
export async function runStage(stage: Stage, key: string, context: Context): Promise<RunResult> {
  const { db } = context.store;
  const lane = { stage: stage.name, key };
  const owner = newOwner();
  const expiry = (): string => new Date(context.clock().getTime() + LEASE_MS).toISOString();
  const take = (): Promise<boolean> => takeLease(db, lane, owner, nowOf(context), expiry());
  if (!(await take())) {
    // Who was killed on this machine does not come back: its lanes need not wait for the end of the lease.
    const holder = await readLeaseOwner(db, lane);
    if (holder !== undefined && isDead(holder)) await releaseLease(db, lane, holder);
    if (!(await take())) return { ...lane, outcome: 'busy' };
  }

  const lost = new AbortController();
  const renewal = setInterval(() => {
    renewLease(db, lane, owner, expiry()).then(
      (held) => held || lost.abort(new Error('the lease of the lane was lost')),
      (error: unknown) => context.log.warn({ ...lane, err: error }, 'lease could not be renewed'),
    );
  }, RENEW_MS);
  const runId = await startRun(db, lane, nowOf(context));
  const log = context.log.child({ stage: stage.name, key, run: runId });
  try {
    const signal = AbortSignal.any([context.signal, lost.signal]);
    const report = await stage.run(key, { ...context, log, signal });
    await finishRun(db, runId, { now: nowOf(context), outcome: 'ok', report, error: null });
    log.debug({ report }, 'run finished');
    return { ...lane, outcome: 'ok', report };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    if (context.signal.aborted) log.info('run stopped');
    else log.error({ err: error }, 'run failed');
    await finishRun(db, runId, { now: nowOf(context), outcome: 'failed', report: {}, error: error.message });
    return { ...lane, outcome: 'failed', error };
  } finally {
    clearInterval(renewal);
    await releaseLease(db, lane, owner);
  }
}

function nowOf(context: Context): string {
  return context.clock().toISOString();
}
