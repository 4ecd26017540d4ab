import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorForStatus, readRetryAfter } from '../../src/sources/http-status.ts';

const now = new Date('2026-11-20T08:00:00Z');

describe('errorForStatus', () => {
  it.each([
    [400, 'changed'],
    [401, 'misconfigured'],
    [402, 'changed'],
    [403, 'blocked'],
    [404, 'gone'],
    [408, 'transient'],
    [410, 'gone'],
    [418, 'changed'],
    [425, 'transient'],
    [429, 'throttled'],
    [500, 'transient'],
    [503, 'transient'],
    [599, 'transient'],
    [302, 'changed'],
    [304, 'changed'],
  ])('takes %i for %s', (status, kind) => {
    const error = errorForStatus('boards.example.com', status, {}, now);

    expect(error.kind).toBe(kind);
    expect(error.retryAt).toBeUndefined();
  });

  it.each([429, 503, 403])('takes %i with Retry-After for throttled', (status) => {
    const error = errorForStatus('boards.example.com', status, { 'retry-after': '900' }, now);

    expect(error.kind).toBe('throttled');
    expect(error.retryAt).toEqual(new Date('2026-11-20T08:15:00Z'));
  });

  it('says in one sentence what happened and when to come back', () => {
    const error = errorForStatus('boards.example.com', 429, { 'retry-after': '900' }, now);

    expect(error.message).toBe(
      'boards.example.com answered 429 (too many requests); next try after 2026-11-20 08:15 UTC.',
    );
  });

  it('points to the key when the server does not know us', () => {
    const error = errorForStatus('boards.example.com', 401, {}, now);

    expect(error.message).toBe(
      'boards.example.com answered 401 (unauthorized); check the key or token that this board uses.',
    );
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['words', 'soon'],
    ['negative', '-5'],
    ['fraction', '1.5'],
    ['a year and a word', '2027 soon'],
    ['a date without weekday', '2026-11-20T09:00:00Z'],
  ])('reads nothing when it is %s', (_, header) => {
    const retryAt = readRetryAfter(header, now);

    expect(retryAt).toBeUndefined();
  });

  it.each([
    ['seconds', '120', '2026-11-20T08:02:00.000Z'],
    ['seconds in spaces', ' 60 ', '2026-11-20T08:01:00.000Z'],
    ['zero', '0', '2026-11-20T08:00:00.000Z'],
    ['today’s date form', 'Fri, 20 Nov 2026 09:30:00 GMT', '2026-11-20T09:30:00.000Z'],
    ['RFC 850', 'Friday, 20-Nov-26 09:30:00 GMT', '2026-11-20T09:30:00.000Z'],
    ['asctime, which is in GMT', 'Fri Nov 20 09:30:00 2026', '2026-11-20T09:30:00.000Z'],
    ['a moment that has passed', 'Thu, 19 Nov 2026 09:30:00 GMT', '2026-11-20T08:00:00.000Z'],
    ['more than a week', '999999999', '2026-11-27T08:00:00.000Z'],
    ['an absurd number', '9'.repeat(400), '2026-11-27T08:00:00.000Z'],
  ])('reads %s', (_, header, expected) => {
    const retryAt = readRetryAfter(header, now);

    expect(retryAt?.toISOString()).toBe(expected);
  });

  it('never names a moment outside the coming week, whatever the header', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
        ),
        (header) => {
          const ahead = (readRetryAfter(header, now)?.getTime() ?? now.getTime()) - now.getTime();

          expect(ahead).toBeGreaterThanOrEqual(0);
          expect(ahead).toBeLessThanOrEqual(7 * 24 * 3_600_000);
        },
      ),
    );
  });
});
