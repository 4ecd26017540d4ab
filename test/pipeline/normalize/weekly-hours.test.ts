import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../src/pipeline/normalize/schedule.ts';
import { expectQuoted, sentencesOf, wordsAround } from '../../kit/facts.ts';

const read = (text: string) => readSchedule(text, sentencesOf(text));
const hoursOf = (text: string) => {
  const hours = read(text)?.hoursPerWeek;
  return hours && [hours.min, hours.max];
};
const around = wordsAround();

describe('hours per week', () => {
  it.each([
    ['40 hours per week', [40, 40]],
    ['Hours per week: 36', [36, 36]],
    ['24 hours/week', [24, 24]],
    ['20 to 30 hours per week', [20, 30]],
    ['This position is 32-36 hours a week.', [32, 36]],
    ['up to 20 hours per week', [0, 20]],
    ['37.5 hours a week', [37.5, 37.5]],
    ['Scheduled Weekly Hours:\n\n40', [40, 40]],
    ['Work Hours:40/week.', [40, 40]],
    ['Expected hours: 32 – 36 per week', [32, 36]],
    ['3x12', [36, 36]],
    ['4 x 10 hours, Monday to Thursday', [40, 40]],
    ['three 12-hour shifts per week', [36, 36]],
    ['80 hours biweekly', [40, 40]],
    ['0.9 FTE', [36, 36]],
    ['FTE = 1.00', [40, 40]],
    ['0.9 FTE, 38 hours per week', [38, 38]],
    ['Part-time schedule will equate to 24 hours per week; all benefits are pro-rated', [24, 24]],
  ])('reads %j', (text, hours) => {
    expect(hoursOf(text)).toEqual(hours);
  });

  it.each([
    'at least 20 hours per week',
    '20+ hours per week',
    'Employees working 30 hours per week are eligible for benefits',
    'You will receive 2 hours of clinical supervision each week',
    '30 hours of continuing education',
    'Open 24 hours per day, seven days per week',
    'Everybody works 52 hours a week in the busy season',
    '0.001 FTE',
    'Manages a team of 190 FTE',
    'A 3x12 inch label',
    'Schedule: 8-10 hours',
    '5-10 years in shift work',
    '40 Stunden pro Woche',
    '40 horas semanales',
    '35 heures par semaine',
  ])('reads none in %j', (text) => {
    expect(hoursOf(text)).toBeUndefined();
  });

  it('reads any stated hours with their quoted words', () => {
    const hours = fc.tuple(fc.integer({ min: 4, max: 60 }), fc.integer({ min: 0, max: 20 }));
    const frame = fc.constantFrom(
      (figure: string) => `${figure} hours per week`,
      (figure: string) => `${figure} hours a week`,
      (figure: string) => `${figure} hrs/week`,
      (figure: string) => `Hours per week: ${figure}`,
      (figure: string) => `Weekly Hours: ${figure}`,
      (figure: string) => `Scheduled Weekly Hours:\n${figure}`,
      (figure: string) => `This is a part-time position, ${figure} hours weekly`,
      (figure: string) => `Schedule: ${figure} hours/week, Monday to Friday`,
    );
    fc.assert(
      fc.property(
        hours,
        fc.constantFrom('-', ' - ', ' to ', '–'),
        frame,
        around,
        ([min, more], join, put, { head, spell, tail }) => {
          const text = head + spell(put(more === 0 ? `${min}` : `${min}${join}${min + more}`)) + tail;

          const found = read(text)?.hoursPerWeek;

          expect([found?.min, found?.max]).toEqual([min, min + more]);
          expect(found?.evidence.quote).toContain(String(min));
          expectQuoted(text, found?.evidence);
        },
      ),
      { numRuns: 500 },
    );
  });
});
