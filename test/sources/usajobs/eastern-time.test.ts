import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easternToInstant } from '../../../src/sources/usajobs/eastern-time.ts';

describe('easternToInstant', () => {
  it.each([
    ['2022-04-14T23:59:59.9970', '2022-04-15T03:59:59.997Z'],
    ['2026-11-05T00:00:00.0000', '2026-11-05T05:00:00.000Z'],
    ['2026-03-08T01:59:59', '2026-03-08T06:59:59.000Z'],
    ['2026-03-08T03:00:00', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z'],
    ['2026-11-01T02:00:00', '2026-11-01T07:00:00.000Z'],
    ['2026-12-31T23:59:59', '2027-01-01T04:59:59.000Z'],
  ])('takes %s for %s', (text, instant) => {
    expect(easternToInstant(text)).toBe(instant);
  });

  it.each([
    '',
    'soon',
    '2026-04-31T00:00:00',
    '2026-13-01T00:00:00',
    '2026-11-05',
    '2026-11-05T00:00:00Z',
    null,
    undefined,
  ])('gives nothing for %s', (text) => {
    expect(easternToInstant(text)).toBeUndefined();
  });

  it('agrees with the time zone data of the platform', () => {
    const wallClock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2008-01-01'), max: new Date('2036-12-31'), noInvalidDate: true }),
        (date) => {
          const local = wallClock.format(date).replace(' ', 'T');

          const instant = easternToInstant(local);

          // the hour that happens twice may come out as the other one; on the wall clock it is the same
          expect(wallClock.format(new Date(instant ?? ''))).toBe(local.replace('T', ' '));
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => easternToInstant(text) === undefined || text.length > 0));
  });
});
