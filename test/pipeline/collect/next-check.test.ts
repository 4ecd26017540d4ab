import { describe, expect, it } from 'vitest';
import { BoardError, type BoardErrorKind } from '../../../src/errors.ts';
import { afterFailure, afterSuccess } from '../../../src/pipeline/collect/next-check.ts';

const now = new Date('2026-11-20T08:00:00Z');
const HOUR = 3_600_000;

function hoursUntil(instant: string | null): number | null {
  return instant === null ? null : (Date.parse(instant) - now.getTime()) / HOUR;
}

function fail(kind: BoardErrorKind, failures = 0, retryAt?: Date): ReturnType<typeof afterFailure> {
  const story = { failures, silent_since: null, outcome: 'ok' };
  return afterFailure(now, 6 * HOUR, 'lakeside', story, new BoardError(kind, 'reason', retryAt ? { retryAt } : {}));
}

describe('the next check of a board', () => {
  it('comes after its own span, a little later for each board by a fixed amount', () => {
    const first = afterSuccess(now, 6 * HOUR, 'lakeside');
    const again = afterSuccess(now, 6 * HOUR, 'lakeside');

    expect(hoursUntil(first.next_check_at)).toBeGreaterThanOrEqual(6);
    expect(hoursUntil(first.next_check_at)).toBeLessThanOrEqual(6.6);
    expect(again).toEqual(first);
    expect(first).toMatchObject({ outcome: 'ok', failures: 0, silent_since: null });
  });

  it.each<[BoardErrorKind, number, number, number]>([
    ['transient', 0, 0.25, 0.28],
    ['transient', 3, 2, 2.2],
    ['transient', 30, 24, 26.4],
    ['throttled', 0, 0.5, 0.55],
    ['changed', 0, 6, 6.6],
    ['gone', 0, 168, 168],
  ])('after %s (failed %i times before) comes within its bounds', (kind, failures, least, most) => {
    const hours = hoursUntil(fail(kind, failures).next_check_at);

    expect(hours).toBeGreaterThanOrEqual(least);
    expect(hours).toBeLessThanOrEqual(most);
  });

  it('waits as long as the site said', () => {
    const retryAt = new Date('2026-11-21T08:00:00Z');

    expect(fail('throttled', 0, retryAt).next_check_at).toBe(retryAt.toISOString());
  });

  it.each<[BoardErrorKind, number]>([
    ['blocked', 0],
    ['misconfigured', 0],
    ['gone', 4],
  ])('after %s (failed %i times before) waits for a person', (kind, failures) => {
    expect(fail(kind, failures).next_check_at).toBeNull();
  });

  it('remembers since when the board has been silent', () => {
    const first = fail('transient');
    const later = afterFailure(
      new Date('2026-11-21T08:00:00Z'),
      HOUR,
      'lakeside',
      { ...first, silent_since: first.silent_since, outcome: first.outcome },
      new BoardError('transient', 'reason'),
    );

    expect(later.silent_since).toBe(now.toISOString());
    expect(later.failures).toBe(2);
  });
});
