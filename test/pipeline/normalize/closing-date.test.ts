import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClosingDay } from '../../../src/model/reading.ts';
import { dateInWords } from '../../../src/pipeline/match/dates.ts';
import { readClosingDate } from '../../../src/pipeline/normalize/closing-date.ts';
import { expectQuoted, expectSoundReadings, sentencesOf, timeForMegabyte, wordsAround } from '../../kit/facts.ts';

const read = (text: string, postedAt?: string, country?: string) =>
  readClosingDate(text, sentencesOf(text), postedAt, country);
const day = fc
  .tuple(fc.integer({ min: 2024, max: 2032 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => dayOf(new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)));
/** 2027-01-05 with its parts: `month` 01 is also `name` January, and `date` 05 is also `short` 5. */
function dayOf(iso: string) {
  const [year = '', month = '', date = ''] = iso.split('-');
  const [short = '', name = ''] = dateInWords(iso).split(' ');
  return { iso, year, month, date, name, short };
}
type Day = ReturnType<typeof dayOf>;
const ordinal = (date: number) =>
  `${date}${date > 3 && date < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][date % 10] ?? 'th')}`;
const announcement = fc.constantFrom(
  'Closing date: ',
  'Closing Date/Time: ',
  'Applications close on ',
  'Application deadline: ',
  'Apply by ',
  'Deadline: ',
  'Deadline to apply is ',
  'Applications will be accepted until ',
  'This posting closes on ',
  'Apply no later than ',
  'The position will remain open until ',
  'Final filing date: ',
  'Last day to apply: ',
  'Closing Date\n',
  'Please submit your resume by ',
);
const around = wordsAround(
  ['Posted: 01/31/2024\n', 'Start date: February 3, 2030.\n', 'About us\n'],
  [' at 5:00 PM', '\nSalary: $60,000', '.\nClasses begin January 5, 2031.', ' 11:59PM Central Time'],
);

describe('readClosingDate', () => {
  it.each([
    ['Closing date: 12/15/2026', '2026-12-15'],
    ['Applications close on December 15, 2026', '2026-12-15'],
    ['apply by Jan 5th, 2027', '2027-01-05'],
    ['Deadline: 2026-12-15', '2026-12-15'],
    ['Closing Date 15 January 2027', '2027-01-15'],
    ['Applications for this position close on the 5th of January 2027', '2027-01-05'],
    ['This posting closes at 11:59 PM on December 15, 2026.', '2026-12-15'],
    ['Open & closing dates 04/06/2026 to 04/13/2026', '2026-04-13'],
    ['Application window: December 1, 2026 – December 15, 2026', '2026-12-15'],
    ['Posting expires 12/15/26', '2026-12-15'],
    ['Deadline to apply is 15-Dec-2026', '2026-12-15'],
    ['Closing Date | 12/15/2026', '2026-12-15'],
    ['Closing date: 05/05/2026', '2026-05-05'],
    ['Closing Date: 02/29/2028', '2028-02-29'],
  ])('reads %j', (text, date) => {
    expect(read(text)?.date).toBe(date);
  });

  it.each([
    'Open until filled',
    'Closing date: Open until filled',
    'Application Filing Date: Open Until Filled',
    'Closing date: 02/30/2026',
    'Closing date: 02/29/2027',
    'Application deadline: 31 June 2026',
    'Closing date: 13/13/2026',
    'Closing date: 00/10/2026',
    'Start date: 12/15/2026',
    'Classes begin December 15, 2026.',
    'Posting date: 12/15/2026',
    'Posted until further notice, 12/15/2026',
    'Benefits enrollment deadline: December 15, 2026',
    'Tuition assistance: apply by December 15, 2026',
    'Meets project deadlines, 12/15/2026 at the latest',
    'For full consideration, apply by December 15, 2026',
    'Apply by December 15, 2026 for priority consideration.',
    'Review of applications begins December 1, 2026; open until filled',
    'Application window: December 1 – 15, 2026',
    'Posting Date | Closing Date\n12/01/2026 | 12/15/2026',
    'The fiscal year closes on 12/31/2026',
    'Our clinic is open until December 24, 2026',
    'Deadlines apply 24/7',
    'Apply by December 15',
    'Closing date: 12/15',
    'Bewerbungsfrist: 15.12.2026',
    'Date limite de candidature : 15 décembre 2026',
    'Fecha límite de solicitud: 15/12/2026',
  ])('reads nothing of %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads nothing where two different days are named', () => {
    expect(read('Closing date: 12/15/2026\nApply by December 20, 2026')).toBeNull();
    expect(read('Closing date: 12/15/2026\nApply by December 15, 2026')?.date).toBe('2026-12-15');
  });

  it('reads 03/11/2026 by the dates beside it, by the country, by a text that names the US, or not at all', () => {
    const text = 'Closing date: 03/11/2026';

    expect(read(text)).toBeNull();
    expect(read(text, undefined, 'US')?.date).toBe('2026-03-11');
    expect(read(text, undefined, 'GB')?.date).toBe('2026-11-03');
    expect(read(text, undefined, 'CA')).toBeNull();
    expect(read(`Posted 02/27/2026\n${text}`, undefined, 'GB')?.date).toBe('2026-03-11');
    expect(read(`Posted 27/02/2026\n${text}`, undefined, 'US')?.date).toBe('2026-11-03');
    expect(read(`Springfield, IL 62701\n${text}`)?.date).toBe('2026-03-11');
    expect(read(`Offices in the United States and Canada\n${text}`)).toBeNull();
  });

  it('reads any day in any announcement and any way to write it', () => {
    const written = fc.constantFrom(
      ({ iso }: Day) => iso,
      ({ year, month, date }: Day) => `${month}/${date}/${year}`,
      ({ year, month, short }: Day) => `${Number(month)}/${short}/${year}`,
      ({ year, month, short }: Day) => `${Number(month)}/${short}/${year.slice(2)}`,
      ({ year, name, short }: Day) => `${name} ${short}, ${year}`,
      ({ year, name, short }: Day) => `${name.slice(0, 3)}. ${ordinal(Number(short))}, ${year}`,
      ({ year, name, short }: Day) => `Friday, ${name} ${short}, ${year}`,
      ({ iso }: Day) => dateInWords(iso),
      ({ year, name, short }: Day) => `the ${ordinal(Number(short))} of ${name}, ${year}`,
      ({ year, name, short }: Day) => `${short}-${name.slice(0, 3)}-${year}`,
    );
    fc.assert(
      fc.property(day, written, announcement, around, (one, write, lead, { head, spell, tail }) => {
        const text = head + spell(lead + write(one)) + tail;

        const closing = read(text, undefined, 'US');

        expect(closing?.date).toBe(one.iso);
        expectQuoted(text, closing?.evidence);
        expect(closing?.evidence.quote).toContain(one.short);
      }),
      { numRuns: 2400 },
    );
  });

  it('takes a day without a year for the next one on or after the posting date, and for none without it', () => {
    fc.assert(
      fc.property(day, day, announcement, fc.constantFrom('', 'T12:30:00Z'), (one, posted, lead, time) => {
        const text = `${lead}${one.name} ${one.short}`;

        const date = read(text, posted.iso + time)?.date ?? '';

        expect(date.slice(5)).toBe(one.iso.slice(5));
        expect(date >= posted.iso).toBe(true);
        expect(Number(date.slice(0, 4)) - Number(posted.year)).toBeLessThanOrEqual(1);
        expect(read(text)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('never reads a day that is no day for applications, nor one that no calendar has', () => {
    const other = fc.constantFrom(
      'Start date: ',
      'Posted on ',
      'Class starts ',
      'Hire date: ',
      'Benefits enrollment closes ',
      'Project deadline: ',
      'Grant applications are due by ',
      'Fiscal year ends ',
      'License expires ',
      'Effective ',
      'Since ',
    );
    fc.assert(
      fc.property(day, other, announcement, around, (one, lead, call, { tail }) => {
        expect(read(`${lead}${one.name} ${one.short}, ${one.year}${tail}`, '2024-01-01', 'US')).toBeNull();
        expect(read(`${call}${one.month}/${32 + Number(one.short)}/${one.year}`, '2024-01-01', 'US')).toBeNull();
        expect(read(`${call}February 30, ${one.year}`, '2024-01-01', 'US')).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('gives a valid, true and repeatable reading of any words', () => {
    const words = [
      'closing date',
      'deadline',
      'apply by',
      'until',
      '12/15/2026',
      '2026-02-31',
      'May',
      '5',
      '2027',
      '/',
      '-',
      'to',
      ':',
      '|',
      '24/7',
      '29 February',
    ];

    expectSoundReadings(words, read, ClosingDay, ({ evidence }) => [evidence]);
  });

  it.each([
    'closing date ',
    'closing date 01/02/03 ',
    'apply by ',
    'application a a a a ',
    'deadline\n',
    '01/02/2026 ',
    'open until 12/',
    'Closing date: May ',
    '1-1-',
  ])('takes time linear in a megabyte of %j', (piece) => {
    const took = timeForMegabyte(piece, (text, segments) => readClosingDate(text, segments, '2026-01-01'));

    expect(took).toBeLessThan(2000);
  });
});
