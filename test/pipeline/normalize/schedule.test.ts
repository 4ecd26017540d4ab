import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Schedule, type Shift } from '../../../src/model/reading.ts';
import { readSchedule } from '../../../src/pipeline/normalize/schedule.ts';
import { expectQuoted, expectSoundReadings, sentencesOf, timeForMegabyte, wordsAround } from '../../kit/facts.ts';

const read = (text: string) => readSchedule(text, sentencesOf(text));
const shiftsOf = (text: string) =>
  read(text)
    ?.shifts.map((one) => one.shift)
    .toSorted() ?? [];
const around = wordsAround();

describe('shifts', () => {
  it.each([
    ['Day shift', ['day']],
    ['1st shift', ['day']],
    ['2nd shift', ['evening']],
    ['3rd shift', ['night']],
    ['1st, 2nd or 3rd shift', ['day', 'evening', 'night']],
    ['Day, evening and night shifts available', ['day', 'evening', 'night']],
    ['Shift: Nights', ['night']],
    ['Shift: 1 - Day', ['day']],
    ['Work Shift\n\nDay (United States of America)', ['day']],
    ['FLSA: Exempt Shift: Days FTE: 1.0', ['day']],
    ['Shift\nRotating (Days and Nights)', ['day', 'night', 'rotating']],
    ['Full Time Days', ['day']],
    ['Openings for .9 Nights', ['night']],
    ['Shift: 7a-7p', ['day']],
    ['7p-7a shift', ['night']],
    ['11 PM – 7 AM shift', ['night']],
    ['Shift: 3p-11:30p', ['evening']],
    ['Hours: 1900-0730', ['night']],
    ['Monday–Friday 8:00–4:30', ['day']],
    ['8-5 Monday-Friday', ['day']],
    ['Schedule: Saturdays (7:00 PM - 7:00 AM)', ['night', 'weekend']],
    ['Tuesday–Saturday schedule', ['weekend']],
    ['every other weekend', ['weekend']],
    ['One weekend in five', ['weekend']],
    ['Must be able to work evenings and weekends', ['evening', 'weekend']],
    ['rotating shifts', ['rotating']],
    ['on-call rotation', ['on_call']],
    ['Takes call every fourth night', ['on_call']],
    ['Must be reachable when on call.', ['on_call']],
    ['Monday – Friday, 8:30 AM – 5:00 PM; no weekends, no on-call.', ['day']],
    ['No weekends, day shift', ['day']],
  ] satisfies [string, Shift[]][])('reads %j', (text, shifts) => {
    expect(shiftsOf(text)).toEqual(shifts);
  });

  it.each([
    'We provide 24/7 coverage',
    'The club is a nightclub',
    'Day one benefits',
    'Vacation: 20 days of PTO',
    'Shift: Variable',
    'Monday to Friday',
    'No nights, weekends, or holidays',
    'Weekends off',
    'Schedule: 5 days per week',
    'Ability to work nights and/or weekends may be required',
    'Occasional weekends',
    'An employee may be assigned to work days, evenings, nights, and/or weekends',
    'Evening, night and weekend shift differentials offered',
    'Clinic hours: Monday-Friday; 8:00 a.m. to 5:00 p.m.',
    'Call us Monday–Friday 8am–5pm',
    'Contact Human Resources at 000-000-0000, Monday - Friday from 8:30 a.m. - 5:00 p.m.',
    'Notify the on-call physician',
    'Coordinates with night shift staff',
    'Experience working night shift preferred',
    'Training is on day shift',
    'The plant operates on a 24/7 schedule including weekends and holidays.',
    '[Insert shift Ex: Full-time days]',
    'Overnight travel',
    'Call center schedule',
    'Students come in the evening; some work full-time.',
    'Nachtschicht, Wochenenddienst, Schichtarbeit',
    'Turno de noche y fines de semana',
    'Travail de nuit et le week-end, horaires de jour',
  ])('reads no shift in %j', (text) => {
    expect(shiftsOf(text)).toEqual([]);
  });

  it('reads a named shift in any frame and spelling', () => {
    const name = fc.constantFrom<[string, Shift]>(
      ['Day', 'day'],
      ['1st', 'day'],
      ['First', 'day'],
      ['Morning', 'day'],
      ['Evening', 'evening'],
      ['2nd', 'evening'],
      ['Second', 'evening'],
      ['Afternoon', 'evening'],
      ['Night', 'night'],
      ['Overnight', 'night'],
      ['3rd', 'night'],
      ['Weekend', 'weekend'],
    );
    const frame = fc.constantFrom(
      (shift: string) => `${shift} shift`,
      (shift: string) => `Shift: ${shift}`.replace(/: (?:Morning|Afternoon)$/, '$& shift'),
      (shift: string) => `This is a full-time ${shift} shift position`,
      (shift: string) => `Full-time, ${shift} shift`,
      (shift: string) => `${shift} 12-hour shifts`,
      (shift: string) => `Schedule: ${shift} shift, Monday to Friday`,
      (shift: string) => `${shift}-shift schedule with no holidays`,
    );
    fc.assert(
      fc.property(name, frame, around, ([words, shift], put, { head, spell, tail }) => {
        const text = head + spell(put(words)) + tail;

        const schedule = read(text);

        expect(schedule?.shifts.map((one) => one.shift)).toEqual([shift]);
        const [only] = schedule?.shifts ?? [];
        expectQuoted(text, only?.evidence);
        expect(only?.evidence.quote.toLowerCase()).toContain(words.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });

  it('reads the shift that clock times make, however they are written', () => {
    const span = fc.constantFrom<[number, number, Shift]>(
      [7, 15, 'day'],
      [8, 17, 'day'],
      [7, 19, 'day'],
      [6, 18, 'day'],
      [9, 17, 'day'],
      [15, 23, 'evening'],
      [14, 22, 'evening'],
      [16, 24, 'evening'],
      [23, 7, 'night'],
      [19, 7, 'night'],
      [22, 6, 'night'],
      [18, 6, 'night'],
    );
    const half = (hour: number) => (hour % 24 < 12 ? 'a' : 'p');
    const clock = fc.constantFrom(
      (hour: number) => `${hour % 12 || 12}${half(hour)}`,
      (hour: number) => `${hour % 12 || 12}${half(hour)}m`,
      (hour: number) => `${hour % 12 || 12}:00 ${half(hour).toUpperCase()}M`,
      (hour: number) => `${hour % 12 || 12}:30 ${half(hour)}.m.`,
      (hour: number) => `${String(hour % 24).padStart(2, '0')}00`,
      (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`.replace('00:00', 'midnight'),
    );
    const join = fc.constantFrom('-', ' - ', '–', ' to ', ' until ');
    const frame = fc.constantFrom(
      (times: string) => `Shift: ${times}`,
      (times: string) => `Schedule: ${times}`,
      (times: string) => `Hours: ${times}, Monday to Friday`,
      (times: string) => `Work hours are ${times}`,
      (times: string) => `This position works ${times}`,
      (times: string) => `Monday through Friday, ${times}`,
    );
    fc.assert(
      fc.property(span, clock, join, frame, around, ([from, to, shift], write, between, put, { head, tail }) => {
        const written = write(from);
        // "07:00 to 15:00" could be either half of the day only where the hour is below 13.
        fc.pre(!/^0?\d:00$|^1[0-2]:00$/.test(written) || shift === 'day');

        expect(shiftsOf(head + put(`${written}${between}${write(to)}`) + tail)).toEqual([shift]);
      }),
      { numRuns: 625 },
    );
  });

  it('reads nothing that is denied, only possible, or paid extra', () => {
    const shift = fc.constantFrom(
      'nights',
      'weekends',
      'evenings',
      'nights or weekends',
      'evenings, nights and weekends',
      'night shifts',
      'weekend shifts',
    );
    const frame = fc.constantFrom(
      (words: string) => `No ${words}`,
      (words: string) => `No ${words} required`,
      (words: string) => `Full-time with no ${words}`,
      (words: string) => `You may be asked to work ${words}`,
      (words: string) => `Occasionally works ${words}`,
      (words: string) => `Must work ${words} as needed`,
      (words: string) => `Differential for ${words}`,
      (words: string) => `Experience working ${words}`,
    );
    fc.assert(
      fc.property(shift, frame, around, (words, put, { head, spell, tail }) => {
        expect(shiftsOf(head + spell(put(words)) + tail)).toEqual([]);
      }),
      { numRuns: 375 },
    );
  });
});

describe('readSchedule on any text', () => {
  it('gives a valid, true and repeatable reading', () => {
    const words = [
      'Shift:',
      'Schedule:',
      'day',
      'Nights',
      'weekend',
      'shift',
      'rotating',
      'on-call',
      'no',
      'may',
      '7a',
      '-',
      '7p',
      '8:00',
      'to',
      '4:30',
      'Monday',
      'hours per week',
      '36',
      '3x12',
      '0.9 FTE',
      '(',
      ')',
      ':',
    ];
    const eachOnce = Schedule.refine(({ shifts }) => new Set(shifts.map((one) => one.shift)).size === shifts.length);

    expectSoundReadings(words, read, eachOnce, ({ shifts, hoursPerWeek }) =>
      [...shifts, ...(hoursPerWeek ? [hoursPerWeek] : [])].map((one) => one.evidence),
    );
  });

  it.each([
    'night shift ',
    'night shift\n',
    'no nights or weekends\n',
    'nights, ',
    'Shift: \n',
    '3x12 ',
    '40\n',
    '40 hours per week\n',
    '7a-7p ',
    '7a-7p\n',
    'on-call ',
    'Hours:\n40\n',
    '1-',
    '.5 fte ',
    ' ',
  ])('takes time linear in a megabyte of %j', (piece) => {
    const took = timeForMegabyte(piece, readSchedule);

    expect(took).toBeLessThan(2000);
  });
});
