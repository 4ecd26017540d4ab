import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/model/match.ts';
import type { Requirement } from '../../../src/model/requirement.ts';
import { type AdvisedOpening, advise } from '../../../src/pipeline/match/advise.ts';
import { judgeRequirements } from '../../../src/pipeline/match/eligibility.ts';
import { person, required } from './kit.ts';

const technician = person({
  credentials: [{ id: 'bls' }],
  education: [{ level: 'high_school' }],
  experience: [{ role: 'Coder', years: 2 }],
});

function asking(pay: number | null, ...requirements: unknown[]): AdvisedOpening {
  const { verdict, steps } = judgeRequirements(requirements.map(required) satisfies Requirement[], technician);
  return { match: { verdict, steps }, pay };
}

function near(pay: number | null, ...steps: Step[]): AdvisedOpening {
  return { match: { verdict: 'near', steps }, pay };
}

describe('advise', () => {
  it('counts the openings that each step turns, the most first, with the median of the stated pay', () => {
    const openings = [
      asking(60_000, 'ccs'),
      asking(70_000, { any: ['ccs', 'ods'] }),
      asking(null, 'ccs'),
      asking(90_000, 'ods'),
      asking(50_000, { experience: 3, topic: 'coding' }),
    ];

    const advice = advise(openings, technician);

    expect(advice.map(({ words, openings: count, medianPay }) => [words, count, medianPay])).toEqual([
      ['CCS', 3, 65_000],
      ['ODS', 2, 80_000],
      ['1 more year of coding experience', 1, 50_000],
    ]);
  });

  it('looks at near openings only', () => {
    const openings = [asking(60_000, 'bls'), asking(60_000, 'ccs', 'rn'), asking(60_000, 'unread')];

    expect(advise(openings, technician)).toEqual([]);
  });

  it('puts equal counts by pay, those without pay last', () => {
    const openings = [asking(null, 'cphims'), asking(40_000, 'ods'), asking(70_000, 'ccs')];

    expect(advise(openings, technician).map(({ words }) => words)).toEqual(['CCS', 'ODS', 'CPHIMS']);
  });

  it('counts more years where fewer are enough, and a higher degree where a lower one is', () => {
    const openings = [
      asking(null, { experience: 3, topic: 'coding' }),
      asking(null, { experience: 5, topic: 'coding' }),
      asking(null, { experience: 4 }),
      asking(null, { education: 'associate' }),
      asking(null, { education: 'bachelor' }),
    ];

    const advice = advise(openings, technician);

    expect(advice.map(({ words, openings: count }) => [words, count])).toEqual([
      ['3 more years of coding experience', 3],
      ["a bachelor's degree", 2],
      ['1 more year of coding experience', 1],
      ['2 more years of experience', 1],
      ['an associate degree', 1],
    ]);
  });

  it('counts an opening once that two of its steps would turn alike', () => {
    const opening = near(null, { kind: 'experience', years: 1 }, { kind: 'experience', years: 2, topic: 'coding' });

    const advice = advise([opening], technician);

    expect(advice.map(({ openings }) => openings)).toEqual([1, 1]);
  });

  it('leaves out what only stands in for what is asked, unless it turns more', () => {
    const alike = advise([asking(null, 'rhit')], technician);
    const more = advise([asking(null, 'rhit'), asking(null, 'rhia')], technician);
    const mutual = advise([asking(null, 'ccds')], technician);

    expect(alike.map(({ words }) => words)).toEqual(['RHIT']);
    expect(more.map(({ words, openings }) => [words, openings])).toEqual([
      ['RHIA', 2],
      ['RHIT', 1],
    ]);
    expect(mutual.map(({ words }) => words)).toEqual(['CCDS', 'CDIP']);
  });

  it('gives the route of a credential in words, and none for a degree', () => {
    const [credential] = advise([asking(null, 'rhit')], technician);
    const [degree] = advise([asking(null, { education: 'associate' })], technician);

    expect(credential?.route).toBe(
      'Associate degree in health information management from a CAHIIM-accredited programme; missing: an associate degree from a programme accredited by CAHIIM',
    );
    expect(degree?.route).toBeNull();
  });

  it('gives the same advice for any order of the openings', () => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ kind: fc.constant('credential' as const), id: fc.constantFrom('rhit', 'rhia', 'ccs', 'nothing') }),
      fc.record({
        kind: fc.constant('education' as const),
        level: fc.constantFrom('associate' as const, 'master' as const),
      }),
      fc.record({
        kind: fc.constant('experience' as const),
        years: fc.integer({ min: 1, max: 4 }),
        topic: fc.constantFrom('coding', 'Coding', undefined),
      }),
    );
    const pay = fc.option(fc.integer({ min: 1, max: 200_000 }));
    const opening = fc.tuple(pay, fc.array(step, { maxLength: 3 })).map(([amount, steps]) => near(amount, ...steps));
    fc.assert(
      fc.property(fc.array(opening, { maxLength: 8 }), (openings) => {
        const summary = (list: readonly AdvisedOpening[]) =>
          advise(list, technician).map(({ openings: count, medianPay, route }) => [count, medianPay, route]);

        expect(summary(openings.toReversed())).toEqual(summary(openings));
        for (const { openings: count } of advise(openings, technician)) {
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(openings.length);
        }
      }),
    );
  });
});
