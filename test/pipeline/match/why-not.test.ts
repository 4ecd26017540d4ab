import { describe, expect, it } from 'vitest';
import type { Finding, Match } from '../../../src/model/match.ts';
import { byRule, whyNot } from '../../../src/pipeline/match/why-not.ts';

const LACKS_RHIA: Finding = {
  strength: 'required',
  state: 'not-met',
  asks: 'RHIA',
  because: 'not in your profile',
  evidence: { start: 0, end: 13, quote: 'RHIA required' },
  parts: [],
};

function match(over: Partial<Match> = {}): Match {
  return { verdict: 'eligible', score: 60, steps: [], findings: [], parts: [], hidden: null, ...over };
}

const OPEN = { closedAt: null, toldAt: null, ahead: 0, limit: 50 };

describe('whyNot', () => {
  it('finds nothing where nothing keeps it out', () => {
    expect(whyNot(match(), OPEN)).toEqual([]);
  });

  it('quotes the words of every required demand that is missing', () => {
    const wished: Finding = { ...LACKS_RHIA, strength: 'preferred' };
    const unread: Finding = { ...LACKS_RHIA, state: 'unknown' };

    const found = whyNot(match({ verdict: 'ineligible', findings: [LACKS_RHIA, wished, unread] }), OPEN);

    expect(found).toMatchObject([{ rule: 'required: RHIA; not in your profile', quotes: ['RHIA required'] }]);
  });

  it.each([
    ['refused employer: acme', 'Change refused.employers in the profile.'],
    ['refused words: cold calls', 'Change refused.words in the profile.'],
    ['too far: Erie, PA', 'Change wanted.places in the profile.'],
    ['remote only from OH, KY', 'Change home in the profile.'],
  ])('says where the rule is set: %s', (hidden, change) => {
    expect(whyNot(match({ hidden }), OPEN)).toEqual([{ rule: hidden, quotes: [], change }]);
  });

  it.each([
    [
      'told of already',
      match(),
      { ...OPEN, toldAt: '2026-11-20T07:00:00.000Z' },
      'a digest told of it already (2026-11-20)',
    ],
    ['closed', match(), { ...OPEN, closedAt: '2026-11-19T07:00:00.000Z' }, 'it is closed since 2026-11-19'],
    ['not matched', undefined, OPEN, 'it has not been held against this profile yet'],
    ['behind the limit', match(), { ...OPEN, ahead: 50 }, '50 openings come before it, and a digest has room for 50'],
  ])('%s', (_name, held, standing, rule) => {
    expect(whyNot(held, standing).map((one) => one.rule)).toEqual([rule]);
  });

  it('speaks of the limit only where nothing else keeps it out', () => {
    const found = whyNot(match({ hidden: 'refused employer: acme' }), { ...OPEN, ahead: 500 });

    expect(found.map(({ rule }) => rule)).toEqual(['refused employer: acme']);
  });
});

describe('byRule', () => {
  it('sums the places, employers and titles of one rule', () => {
    const counts = [
      { hidden: 'too far: Erie, PA', count: 5 },
      { hidden: 'refused employer: acme', count: 4 },
      { hidden: 'too far: Reno, NV', count: 2 },
    ];

    expect(byRule(counts)).toEqual([
      { rule: 'too far', setting: 'wanted.places', count: 7, most: 'Erie, PA' },
      { rule: 'refused employer', setting: 'refused.employers', count: 4, most: 'acme' },
    ]);
  });

  it('keeps a rule that it does not know in its own words', () => {
    expect(byRule([{ hidden: 'a rule of tomorrow', count: 1 }])).toEqual([
      { rule: 'a rule of tomorrow', setting: undefined, count: 1, most: '' },
    ]);
  });
});
