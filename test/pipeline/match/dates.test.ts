import { describe, expect, it } from 'vitest';
import {
  dateInWords,
  endsWithinDays,
  isAhead,
  isPast,
  isWithinMonths,
  monthsInWords,
  onDate,
} from '../../../src/pipeline/match/dates.ts';
import { NOW } from './kit.ts';

describe('isPast', () => {
  it.each([
    ['2026-11-21', true],
    ['2026-11-22', false],
    ['2026-10', true],
    ['2026-11', false],
    ['2025', true],
    ['2026', false],
  ])('%s: %j', (date, past) => {
    expect(isPast(date, NOW)).toBe(past);
  });

  it('knows the last day of a leap February', () => {
    expect(isPast('2028-02', new Date('2028-02-29T23:59:59Z'))).toBe(false);
    expect(isPast('2028-02', new Date('2028-03-01T00:00:00Z'))).toBe(true);
  });
});

describe('endsWithinDays', () => {
  it.each([
    ['2026-11-21', false],
    ['2026-11-22', true],
    ['2026-11', true],
    ['2026', true],
    ['2027-02-20', true],
    ['2027-02-21', false],
    ['2027-02', false],
  ])('%s: %j', (date, soon) => {
    expect(endsWithinDays(date, NOW, 90)).toBe(soon);
  });
});

describe('isAhead', () => {
  it.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11', false],
    ['2026-12', true],
    ['2026', false],
    ['2027', true],
  ])('%s: %j', (date, ahead) => {
    expect(isAhead(date, NOW)).toBe(ahead);
  });
});

describe('isWithinMonths', () => {
  it.each([
    ['2027-06', 6, false],
    ['2027-05', 6, true],
    ['2027-05-31', 6, true],
    ['2027', 12, false],
    ['2027', 13, true],
    ['2026-12', 0.5, true],
  ])('%s within %d: %j', (date, months, within) => {
    expect(isWithinMonths(date, NOW, months)).toBe(within);
  });
});

describe('words', () => {
  it.each([
    ['2027', '2027'],
    ['2027-05', 'May 2027'],
    ['2027-05-09', '9 May 2027'],
    ['2027-13', '2027'],
  ])('%s is %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  it.each([
    ['2027', 'in 2027'],
    ['2027-05', 'in May 2027'],
    ['2027-05-09', 'on 9 May 2027'],
  ])('ran out %s: %s', (date, words) => {
    expect(onDate(date)).toBe(words);
  });

  it.each([
    [1, '1 month'],
    [12, '12 months'],
    [0.333, '0.3 months'],
  ])('%d months', (months, words) => {
    expect(monthsInWords(months)).toBe(words);
  });
});
