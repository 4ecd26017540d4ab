import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateOrInstant } from '../../src/model/posting.ts';
import { notAfter, readStatedDate } from '../../src/sources/stated-date.ts';

describe('readStatedDate', () => {
  it.each([
    ['2026-11-10', '2026-11-10'],
    ['2026-11-10T21:42:38-05:00', '2026-11-11T02:42:38.000Z'],
    ['2026-11-10T21:42:38+0000', '2026-11-10T21:42:38.000Z'],
    ['2020-10-20 20:28:32 UTC', '2020-10-20T20:28:32.000Z'],
    ['2017-01-15 00:00:00.0', '2017-01-15'],
    ['2013-04-12 15:52:34.19', '2013-04-12'],
    ['Wed, 28 Oct 2020 21:35:29 +0000', '2020-10-28T21:35:29.000Z'],
    ['28 Oct 2020 1:05 EST', '2020-10-28T06:05:00.000Z'],
    ['Sun, 20 Sep 2026 04:59:00:0', '2026-09-20'],
    ['Fri, 12 Apr 2013', '2013-04-12'],
  ])('reads %s', (text, expected) => {
    expect(readStatedDate(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '2026-02-31',
    '2026-13-01',
    '31 Abc 2026',
    '9/22/2026',
    '2026-11-10T99:99:99Z',
    null,
    {},
    Number.NaN,
  ])('reads nothing in %s', (value) => {
    expect(readStatedDate(value)).toBeUndefined();
  });

  it('takes a time without a zone for UTC only when told so', () => {
    expect(readStatedDate('2026-09-21T12:55:11', 'utc')).toBe('2026-09-21T12:55:11.000Z');
    expect(readStatedDate('2026-09-21T12:55:11')).toBe('2026-09-21');
  });

  it('gives a date of the known form or nothing, for any text', () => {
    const digits = fc.stringMatching(/^\d{1,4}$/);
    const piece = fc.oneof(digits, fc.constantFrom('-', ':', 'T', ' ', 'Z', '+', 'Oct', 'GMT', ',', '.'));

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const date = readStatedDate(pieces.join(''));
        expect(DateOrInstant.optional().safeParse(date).success).toBe(true);
      }),
    );
  });
});

describe('notAfter', () => {
  it('compares instants by their time and days by the day', () => {
    const moment = '2026-11-20T08:00:00Z';

    expect(notAfter('2026-11-20T08:00:00.000Z', moment)).toBe('2026-11-20T08:00:00.000Z');
    expect(notAfter('2026-11-20T08:00:00.001Z', moment)).toBeUndefined();
    expect(notAfter('2026-11-20', moment)).toBe('2026-11-20');
    expect(notAfter('2026-11-21', moment)).toBeUndefined();
  });
});
