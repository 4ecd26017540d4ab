import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateOrInstant } from '../../src/model/posting.ts';
import { readDate } from '../../src/sources/dates.ts';

describe('readDate', () => {
  it.each([
    ['2026-07-16T11:55:32-04:00', '2026-07-16T15:55:32.000Z'],
    ['2026-07-16T11:55:32.123Z', '2026-07-16T11:55:32.123Z'],
    ['2026-07-16T11:55:32+0000', '2026-07-16T11:55:32.000Z'],
    ['2026-07-16 11:55:32 UTC', '2026-07-16T11:55:32.000Z'],
    ['2026-07-16', '2026-07-16'],
    [1764205361939, '2025-11-27T01:02:41.939Z'],
  ])('takes %s for %s', (value, date) => {
    expect(readDate(value)).toBe(date);
  });

  it.each([
    '2026-07-16T11:55:32',
    'Posted 3 Days Ago',
    '03/11/2026',
    '2026-02-31',
    '2026-13-40',
    '',
    null,
    undefined,
    Number.NaN,
    1e17,
  ])('gives nothing for %s', (value) => {
    expect(readDate(value)).toBeUndefined();
  });

  it('gives a date of the model or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (value) => {
        const date = readDate(value);

        expect(date === undefined || DateOrInstant.safeParse(date).success).toBe(true);
      }),
    );
  });
});
