import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenEnd, readExportDate } from '../../../src/config/import/dates.ts';
import { readDegree } from '../../../src/config/import/degree.ts';
import { countryCode, languageCode } from '../../../src/config/import/intl-codes.ts';
import { cleanCell } from '../../../src/config/import/resume.ts';
import { yearsCovered } from '../../../src/config/import/time-in-role.ts';
import { hostileText } from './files.ts';

const now = new Date('2026-11-23T12:00:00Z');

describe('readExportDate', () => {
  it.each([
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    ['2024-5-1', '2024-05-01'],
    ['2024-05-31T10:00:00Z', '2024-05-31'],
    ['Mar 2019', '2019-03'],
    ['September 2019', '2019-09'],
    ['Sept 2019', '2019-09'],
    ['12 Mar 2024', '2024-03-12'],
    ['7-Feb-22', '2022-02-07'],
    ['7-Feb-99', '1999-02-07'],
    ['Mar 12, 2024', '2024-03-12'],
    ['3/2019', '2019-03'],
    ['10/3/24, 2:15 PM', '2024-10-03'],
    ['2023-02-29', undefined],
    ['2024-13', undefined],
    ['Foo 2019', undefined],
    ['0001', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (text, date) => {
    expect(readExportDate(text)).toBe(date);
  });

  it('gives a date of the calendar or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/ -]{0,12}$/)), (text) => {
        const date = readExportDate(text) ?? '2000';
        const whole = `${date}${'-01'.repeat((10 - date.length) / 3)}`;

        expect(new Date(`${whole}T00:00:00Z`).toISOString().slice(0, 10)).toBe(whole);
      }),
    );
  });

  it.each(['', ' ', 'Present', 'current', undefined])('takes %s for a time that goes on', (text) => {
    expect(isOpenEnd(text)).toBe(true);
  });
});

describe('readDegree', () => {
  it.each([
    ['Bachelor of Science', 'bachelor', undefined],
    ['Bachelor of Science in Nursing', 'bachelor', 'Nursing'],
    ['Bachelor of Science - BS, Health Informatics', 'bachelor', 'Health Informatics'],
    ['Bachelor', 'bachelor', undefined],
    ["Bachelor's degree", 'bachelor', undefined],
    ['B.S.', 'bachelor', undefined],
    ['BSN', 'bachelor', undefined],
    ['AAS', 'associate', undefined],
    ['Associate of Applied Science - AAS', 'associate', undefined],
    ["Associate's degree, Health Information Technology", 'associate', 'Health Information Technology'],
    ['Master of Business Administration - MBA', 'master', 'Business Administration'],
    ['MS in Health Informatics', 'master', 'Health Informatics'],
    ["Post-Master's Certificate", 'certificate', undefined],
    ['Certificate in Medical Coding', 'certificate', 'Medical Coding'],
    ['Doctor of Philosophy (Ph.D.)', 'doctorate', undefined],
    ['High School Diploma', 'high_school', undefined],
    ['GED', 'high_school', undefined],
    ['Courses as a guest', undefined, undefined],
    ['', undefined, undefined],
  ])('reads %s', (text, level, field) => {
    expect(readDegree(text)).toEqual({ level, field });
  });
});

describe('names of languages and countries', () => {
  it.each([
    ['Spanish', 'es'],
    ['Español', 'es'],
    ['Chinese (Mandarin)', 'zh'],
    ['Mandarin Chinese', 'zh'],
    ['en', 'en'],
    ['Klingon', undefined],
    ['', undefined],
  ])('%s is %s', (name, code) => {
    expect(languageCode(name)).toBe(code);
  });

  it.each([
    ['United States', 'US'],
    ['United States of America', 'US'],
    ['us', 'US'],
    ['Germany', 'DE'],
    ['Atlantis', undefined],
  ])('%s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});

describe('cleanCell', () => {
  it.each([
    ['a name', 'Lakeside Health', 'Lakeside Health'],
    ['line ends and marks', ' a\r\n\tb\u202e\u200b ', 'a b'],
    ['escape sequences', '\u001b[2Jx', '[2Jx'],
    ['a formula', '=HYPERLINK("x")', undefined],
    ['a formula that begins with a sign', '+SUM(1)', undefined],
    ['an at sign that is a name', '@ Home Care', '@ Home Care'],
    ['an e-mail address', 'ask kim@x.example now', 'ask now'],
    ['a telephone number', 'call (912) 555-0143', 'call …'],
    ['a licence number', 'RN 12345678', 'RN …'],
    ['a number in a word', 'RN.123456', '…'],
    ['years', '2015 - 2019', '2015 - 2019'],
    ['nothing', ' \n', undefined],
    ['signs only', '---', undefined],
  ])('keeps of %s what may be kept', (_name, text, kept) => {
    const expected = kept === '…' ? undefined : kept;

    expect(cleanCell(text)).toBe(expected);
  });

  it('is one clean line of at most 100 characters, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const cell = cleanCell(text) ?? 'x';

        expect(cell.length).toBeLessThanOrEqual(100);
        expect(cell).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]|\S@\S|\d{5}/u);
        expect(cell.isWellFormed()).toBe(true);
      }),
    );
  });

  it.each(['1 ', '(', '+1', '1-', 'a@'])('reads a megabyte of "%s" in a moment', (part) => {
    const start = performance.now();

    cleanCell(part.repeat(500_000));

    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('yearsCovered', () => {
  it.each<[string, [string, string?][], number]>([
    ['whole months, the last one too', [['2019-03', '2021-02']], 2],
    ['days', [['2020-01-15', '2022-01-15']], 2],
    ['years alone', [['2015', '2018']], 3],
    ['one year alone', [['2015', '2015']], 0.5],
    [
      'an overlap once',
      [
        ['2019-01', '2020-12'],
        ['2020-01', '2021-12'],
      ],
      3,
    ],
    [
      'one inside another once',
      [
        ['2019-01', '2021-12'],
        ['2020-01', '2020-02'],
      ],
      3,
    ],
    [
      'two with a gap',
      [
        ['2019-01', '2019-12'],
        ['2021-01', '2021-12'],
      ],
      2,
    ],
    ['what goes on until now', [['2025-11-23']], 1],
    ['an end to come only until now', [['2025-11-23', '2030-01']], 1],
    ['rounded down', [['2019-01', '2020-11']], 1.9],
    ['one month as a little', [['2020-01', '2020-01']], 0.1],
    ['nothing', [], 0],
  ])('counts %s', (_name, times, years) => {
    const stretches = times.map(([from, until]) => ({ from, until }));

    expect(yearsCovered(stretches, now)).toBe(years);
  });

  it('is never more than the time from the first day to the last, and the order does not matter', () => {
    const month = fc
      .integer({ min: 0, max: 310 })
      .map((n) => `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
    const stretch = fc.tuple(month, month).map((pair) => {
      const [from = '', until = ''] = pair.toSorted();
      return { from, until };
    });
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1 }), (stretches) => {
        const first = stretches.map(({ from }) => from).toSorted()[0] ?? '';
        const last = stretches
          .map(({ until }) => until)
          .toSorted()
          .at(-1);

        const years = yearsCovered(stretches, now);

        expect(years).toBeLessThanOrEqual(yearsCovered([{ from: first, until: last }], now));
        expect(yearsCovered(stretches.toReversed(), now)).toBe(years);
      }),
    );
  });
});
