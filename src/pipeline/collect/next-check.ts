import { createHash } from 'node:crypto';
import type { BoardError } from '../../errors.ts';
import type { BoardVisit } from '../../store/boards.ts';

/** What the next check depends on, besides the outcome. */
export interface BoardStory {
  readonly failures: number;
  readonly silent_since: string | null;
  readonly outcome: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST_BACKOFF = 15 * MINUTE;
const WEEK = 7 * DAY;
/** A board that is gone is asked again this many weeks, then never. */
const GONE_CHECKS = 4;

/** The row of a board after a complete visit. */
export function afterSuccess(now: Date, everyMs: number, boardId: string): BoardVisit {
  return {
    next_check_at: new Date(now.getTime() + spread(everyMs, boardId)).toISOString(),
    last_checked_at: now.toISOString(),
    last_complete_at: now.toISOString(),
    outcome: 'ok',
    message: '',
    failures: 0,
    silent_since: null,
  };
}

/** The row of a board after a failed visit: the kind of the error says when it is asked again. */
export function afterFailure(
  now: Date,
  everyMs: number,
  boardId: string,
  story: BoardStory | undefined,
  error: BoardError,
): BoardVisit {
  const failures = (story?.failures ?? 0) + 1;
  return {
    next_check_at: nextCheck(now, everyMs, boardId, failures, error)?.toISOString() ?? null,
    last_checked_at: now.toISOString(),
    outcome: error.kind,
    message: error.message,
    failures,
    silent_since: story?.silent_since ?? now.toISOString(),
  };
}

function nextCheck(now: Date, everyMs: number, boardId: string, failures: number, error: BoardError): Date | undefined {
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  switch (error.kind) {
    case 'transient':
      return later(spread(Math.min(FIRST_BACKOFF * 2 ** (failures - 1), DAY), boardId));
    case 'throttled':
      return error.retryAt ?? later(spread(Math.min(FIRST_BACKOFF * 2 ** failures, DAY), boardId));
    case 'changed':
      return later(spread(everyMs, boardId));
    case 'gone':
      return failures > GONE_CHECKS ? undefined : later(WEEK);
    case 'blocked':
    case 'misconfigured':
      return undefined;
  }
}

/** Up to a tenth longer, always the same for one board: neighbours do not all come due in the same second. */
function spread(ms: number, boardId: string): number {
  const part = createHash('sha256').update(boardId).digest().readUInt16BE(0) / 0xffff;
  return Math.round(ms * (1 + part / 10));
}
