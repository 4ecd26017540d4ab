import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Travel } from '../../../src/model/reading.ts';
import { readTravel } from '../../../src/pipeline/normalize/travel.ts';
import { expectQuoted, expectSoundReadings, sentencesOf, timeForMegabyte, wordsAround } from '../../kit/facts.ts';

const read = (text: string) => readTravel(text, sentencesOf(text));
const around = wordsAround(
  ['You will code charts. ', 'Requirements:\n', 'RHIT required.\n• ', 'Bonus of 10% paid.\n'],
  ['. Apply today!', '\nPay: $30 per hour', '; two years of experience', '\n• 401k match of 4%'],
);

describe('readTravel', () => {
  it.each([
    ['up to 25% travel', 25],
    ['Travel: 10-20%', 20],
    ['travel required up to 10% of the time', 10],
    ['25% office, travel 75%', 75],
    ['50% clinic, 50% travel', 50],
    ['100% remote with up to 10% travel', 10],
    ['twenty-five percent (25%) travel', 25],
    ['Travel\nMinimal travel required; up to 5%', 5],
    ['Percentage of travel: 15%', 15],
    ['100% travel', 100],
    ['0% travel', 0],
    ['No travel required', 0],
    ['Travel is not required.', 0],
    ['This position does not require travel.', 0],
    ['Travel: None', 0],
    ['Travel Required:\nNo', 0],
    ['occasional travel', null],
    ['some travel between sites', null],
    ['Little to no travel', null],
    ['At least 50% travel', null],
    ['Travel: 25% or more', null],
    ['Must be willing to travel', null],
    ['Frequent travel to customer sites is required', null],
    ['Travels between the two clinics', null],
    ['100% remote, travel required', null],
    ['Travel: 1-2 days per month', null],
  ])('reads %j', (text, percent) => {
    expect(read(text)?.percent).toBe(percent);
  });

  it.each([
    'Join us as a travel nurse.',
    'A 13-week travel contract',
    'Travel reimbursement and per diem',
    'Travel insurance, discounts and more',
    'Discounts of up to 50% on travel',
    'Save 20% on travel',
    'We cover 100% of travel expenses',
    'The freedom to travel',
    'Coordinate domestic and international travel for executives',
    'Experience in scheduling complicated domestic travel',
    'You own the calendar, the travel and the minutes.',
    'Patients may need to travel to our clinic.',
    '50% of our staff travel',
    'A travel technology company with 30% growth',
    'No overnight travel',
    'TRAVEL IS REQUIRED:\n\nEQUAL OPPORTUNITY EMPLOYER',
    'Mileage reimbursement for local travel',
    'Love to travel?',
    'Viajes de hasta 25% del tiempo',
    'Reisebereitschaft bis zu 25 %',
    'Déplacements fréquents (25 %), travail en équipe',
  ])('reads nothing of %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('prefers a share to a denial, and a denial to travel without a figure', () => {
    expect(read('No travel required.\nUp to 10% travel.')?.percent).toBe(10);
    expect(read('Occasional travel.\nNo travel required.')?.percent).toBe(0);
  });

  it('gives the upper bound of any stated share, with the words around it', () => {
    const share = fc.tuple(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('-', ' - ', '–', ' to ', '% - ', '% to '),
      fc.constantFrom('%', ' %', ' percent'),
      fc.constantFrom('', 'up to ', 'approximately ', 'about '),
    );
    const frame = fc.constantFrom(
      (words: string) => `${words} travel`,
      (words: string) => `${words} regional travel required`,
      (words: string) => `Travel: ${words}`,
      (words: string) => `Travel Required: ${words}`,
      (words: string) => `Travel Requirements:\n${words}`,
      (words: string) => `travel required ${words} of the time`,
      (words: string) => `Must be able to travel ${words}`,
      (words: string) => `Willingness to travel (${words})`,
    );
    fc.assert(
      fc.property(share, frame, around, ([high, low, join, unit, lead], put, { head, spell, tail }) => {
        const range = low > 0 && low < high && lead === '' ? `${low}${join}${high}` : `${lead}${high}`;
        const sentence = put(`${range}${unit}`);
        const text = head + spell(sentence) + tail;

        const travel = read(text);

        expect(travel?.percent).toBe(high);
        expect(travel?.evidence.quote).toContain(String(high));
        expect(travel?.evidence.quote.toLowerCase()).toContain('travel');
        expectQuoted(text, travel?.evidence);
      }),
      { numRuns: 1200 },
    );
  });

  it('gives 0 where travel is denied, and no figure where none stands, in any spelling and order', () => {
    const denied = fc.constantFrom(
      'No travel required',
      'No travel',
      'Travel is not required',
      'Travel: none',
      'Travel not expected',
    );
    const stated = fc
      .tuple(
        fc.constantFrom('Occasional', 'Some', 'Frequent', 'Local', 'Limited', 'Overnight', 'Regional', 'Domestic'),
        fc.constantFrom('', ' between sites', ' to clients', ' is required', ' may be required', ' expected'),
      )
      .map(([kind, rest]) => `${kind} travel${rest}`);
    fc.assert(
      fc.property(denied, stated, around, (no, some, { head, spell, tail }) => {
        expect(read(head + spell(no) + tail)?.percent).toBe(0);
        expect(read(head + spell(some) + tail)?.percent).toBeNull();
      }),
      { numRuns: 900 },
    );
  });

  it('never reads travel that is sold, paid back or arranged', () => {
    const other = fc
      .tuple(
        fc.constantFrom('travel', 'Travel', 'TRAVEL'),
        fc.constantFrom(
          'nurse',
          'nursing agency',
          'contract',
          'reimbursement',
          'stipend',
          'insurance',
          'discounts',
          'expenses',
          'assistance',
          'benefits',
          'agency',
          'industry',
          'perks',
          'itineraries',
        ),
        fc.constantFrom('', ' available', ' up to 50%', ' required', ' and 100% match', ' paid'),
      )
      .map(([word, noun, rest]) => `${word} ${noun}${rest}`);
    fc.assert(
      fc.property(other, around, (words, { head, tail }) => {
        expect(read(head + words + tail)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('gives a valid, true and repeatable reading of any words', () => {
    const words = [
      'travel',
      'Travel:',
      '10',
      '%',
      '25%',
      '-',
      'up to',
      'no',
      'not',
      'required',
      'occasional',
      '(',
      ')',
      'some',
      'remote',
      'of the time',
    ];

    expectSoundReadings(words, read, Travel, ({ evidence }) => [evidence]);
  });

  it.each(['travel ', 'travel\n', 'Travel:\n', '10% travel\n', '10% ', 'no travel nurse ', '1', ' '])(
    'takes time linear in a megabyte of %j',
    (piece) => {
      const took = timeForMegabyte(piece, readTravel);

      expect(took).toBeLessThan(2000);
    },
  );
});
