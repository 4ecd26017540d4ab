import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, listInWords, overlaps, stems, subjectStems, wordStems } from '../../../src/pipeline/match/words.ts';

describe('fold', () => {
  it.each([
    ['…', ''],
    ['', ''],
    ['Résumé — “CCS-P”', ' resume ccs p '],
    ["bachelor's and driver’s", ' bachelor and driver '],
    ['Security+ / C#', ' security+ c# '],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('never throws, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text);

        expect(fold(once)).toBe(once);
      }),
    );
  });

  it('takes linear time', () => {
    const text = "’s '’s -".repeat(50_000);

    const before = performance.now();
    fold(text);

    expect(performance.now() - before).toBeLessThan(3000);
  });
});

describe('stems', () => {
  it.each([
    ['nurse', 'Nursing'],
    ['coder', 'coding'],
    ['accountant', 'Accounting'],
    ['manager', 'management'],
    ['registries', 'registry'],
  ])('%s and %s are one', (left, right) => {
    expect(stems(left)).toEqual(stems(right));
  });

  it.each([
    ['health', 'heavy'],
    ['care', 'career'],
  ])('%s and %s are two', (left, right) => {
    expect(stems(left)).not.toEqual(stems(right));
  });
});

describe('subjectStems', () => {
  // A subject asked for, and a person's own words.
  it.each([
    ['Computer Science', 'Health Sciences', false],
    ['Sales Specialist', 'Coding Specialist', false],
    ['HIM', 'Health Information Management', true],
    ['Health Information Management', 'HIM', true],
    ['Health Information Management', 'Business Management', false],
    ['Management', 'Business Management', true],
    ['Nursing', 'Registered Nurse', true],
  ])('%s and %s: %j', (left, right, same) => {
    expect(overlaps(subjectStems(left), wordStems(right))).toBe(same);
  });
});

describe('listInWords', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ])('%j', (items, words) => {
    expect(listInWords(items, 'or')).toBe(words);
  });
});
