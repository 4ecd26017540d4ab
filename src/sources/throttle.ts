import { setTimeout as sleep } from 'node:timers/promises';
import { BoardError } from '../errors.ts';

/** Lets one visitor at a time into each host, first come, first served, and keeps the pace between visits. */
export interface Throttle {
  /**
   * Runs `work` when it is this caller's turn and `paceMs` have passed since the last visit started. Rejects with the
   * signal's reason when it is aborted while waiting, and with `throttled` while the host is closed.
   */
  visit<T>(host: string, paceMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** The host asked for silence until this moment. */
  close(host: string, until: Date): void;
}

export interface ThrottleParts {
  readonly clock: () => Date;
  /** Milliseconds that only run forward, so that a corrected clock cannot shorten a pause. */
  readonly ticks?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface Lane {
  /** Settles, never rejects, when the last one in the queue has left. */
  tail: Promise<void>;
  visitors: number;
  lastStart: number;
  closedUntil: Date | undefined;
}

// Redirects can name any number of hosts; past this many, the idle ones are forgotten.
const MAX_LANES = 1000;
const LONGEST_PACE_MS = 60_000;

export function createThrottle({ clock, ticks = () => performance.now(), wait = pause }: ThrottleParts): Throttle {
  const lanes = new Map<string, Lane>();

  function laneOf(host: string): Lane {
    const lane = lanes.get(host) ?? newLane();
    if (!lanes.has(host) && lanes.size >= MAX_LANES) forgetIdle(lanes, clock(), ticks());
    lanes.set(host, lane);
    return lane;
  }

  function refuseIfClosed(host: string, lane: Lane): void {
    if (lane.closedUntil === undefined) return;
    if (lane.closedUntil <= clock()) {
      lane.closedUntil = undefined;
      return;
    }
    const until = lane.closedUntil.toISOString().slice(0, 16).replace('T', ' ');
    throw new BoardError('throttled', `${host} asked for a pause; next try after ${until} UTC.`, {
      retryAt: lane.closedUntil,
    });
  }

  return {
    async visit(host, paceMs, signal, work) {
      signal.throwIfAborted();
      const lane = laneOf(host);
      refuseIfClosed(host, lane);

      const ahead = lane.tail;
      const turn = Promise.withResolvers<void>();
      lane.tail = ahead.then(() => turn.promise);
      lane.visitors += 1;
      try {
        await untilAborted(ahead, signal);
        refuseIfClosed(host, lane);
        const rest = lane.lastStart + paceMs - ticks();
        if (rest > 0) await wait(rest, signal);
        lane.lastStart = ticks();
        return await work();
      } finally {
        lane.visitors -= 1;
        turn.resolve();
      }
    },

    close(host, until) {
      const lane = laneOf(host);
      if (lane.closedUntil === undefined || until > lane.closedUntil) lane.closedUntil = until;
    },
  };
}

function newLane(): Lane {
  return { tail: Promise.resolve(), visitors: 0, lastStart: Number.NEGATIVE_INFINITY, closedUntil: undefined };
}

function forgetIdle(lanes: Map<string, Lane>, now: Date, tick: number): void {
  for (const [host, lane] of lanes) {
    const closed = lane.closedUntil !== undefined && lane.closedUntil > now;
    if (lane.visitors === 0 && !closed && tick - lane.lastStart > LONGEST_PACE_MS) lanes.delete(host);
  }
}

/** As `promise`, but rejects at once when the signal is aborted. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  const { promise: result, resolve, reject } = Promise.withResolvers<T>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  return result;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // The timer rejects with an AbortError of its own; callers look for the reason that was given.
    signal.throwIfAborted();
    throw error;
  }
}
