import { describe, expect, it } from 'vitest';
import { DigestView } from '../../../src/model/digest.ts';
import type { Verdict } from '../../../src/model/match.ts';
import { candidate, finding, sampleInput, sampleView } from './sample.ts';

describe('buildView', () => {
  it('lists the fitting openings before the undecided ones and only counts the others', () => {
    const view = sampleView({ candidates: verdicts('ineligible', 'unknown', 'eligible'), beyond: { ineligible: 4 } });

    expect(view.sections.map((section) => [section.verdict, section.entries.length])).toEqual([
      ['eligible', 1],
      ['eligible-soon', 0],
      ['unknown', 1],
      ['near', 0],
    ]);
    expect(view.more).toEqual([{ verdict: 'ineligible', count: 5 }]);
  });

  it('orders by score, then first seen, title and employer, and never by id', () => {
    const early = { firstSeenAt: '2026-11-18T00:00:00.500Z' };
    const late = { firstSeenAt: '2026-11-18T00:00:01Z' };
    const view = sampleView({
      candidates: [
        candidate({ id: 1, ...late, title: 'Coder' }, { score: 50 }),
        candidate({ id: 2, ...early, title: 'Coder', employer: 'Willow' }, { score: 50 }),
        candidate({ id: 3, ...early, title: 'Coder', employer: 'Birch' }, { score: 50 }),
        candidate({ id: 4, ...early, title: 'Analyst' }, { score: 50 }),
        candidate({ id: 5, ...late, title: 'Zebra' }, { score: 90 }),
      ],
    });

    expect(ids(view)).toEqual([5, 4, 3, 2, 1]);
  });

  it('gives the same order for any order of the candidates', () => {
    const { candidates } = sampleInput();

    expect(sampleView({ candidates: candidates.toReversed() })).toEqual(sampleView({ candidates }));
  });

  it('applies the limit over all verdicts and counts the rest', () => {
    const view = sampleView({
      limit: 3,
      candidates: verdicts('eligible', 'eligible', 'unknown', 'unknown', 'unknown'),
      beyond: { eligible: 1 },
    });

    expect(view.sections.map((section) => section.entries.length)).toEqual([2, 0, 1, 0]);
    expect(view.more).toEqual([
      { verdict: 'eligible', count: 1 },
      { verdict: 'unknown', count: 2 },
    ]);
  });

  it('lets no number of middling fits crowd out a better opening that is undecided', () => {
    const view = sampleView({
      limit: 2,
      candidates: [
        candidate({ id: 1 }, { verdict: 'eligible', score: 60 }),
        candidate({ id: 2 }, { verdict: 'eligible', score: 55 }),
        candidate({ id: 3 }, { verdict: 'unknown', score: 90 }),
      ],
    });

    expect(ids(view)).toEqual([1, 3]);
  });

  it('keeps a fifth of the limit for openings of which one thing is missing, and what the others leave', () => {
    const near = verdicts(...Array.from({ length: 5 }, () => 'near' as const));
    const fitting = verdicts(...Array.from({ length: 8 }, () => 'eligible-soon' as const));

    const full = sampleView({ limit: 5, candidates: [...near, ...fitting] });
    const half = sampleView({ limit: 10, candidates: [...near, ...fitting.slice(0, 6)] });

    expect(full.sections.map(({ entries }) => entries.length)).toEqual([0, 4, 0, 1]);
    expect(full.more).toEqual(expect.arrayContaining([{ verdict: 'near', count: 4 }]));
    expect(half.sections.map(({ entries }) => entries.length)).toEqual([0, 6, 0, 4]);
  });

  it('says of each opening how the person stands', () => {
    const near = candidate({}, { verdict: 'near', findings: [finding({ state: 'not-met', asks: 'CCS' })] });

    const entries = sampleView({ candidates: [near] }).sections.flatMap((section) => section.entries);

    expect(entries.map(({ standing }) => standing)).toEqual(['One thing is missing: CCS']);
  });

  it('leaves hidden openings out and does not count them', () => {
    const view = sampleView({
      candidates: [
        candidate({}, { hidden: 'refused.employers' }),
        candidate({}, { verdict: 'ineligible', hidden: 'x' }),
      ],
      beyond: {},
    });

    expect(ids(view)).toEqual([]);
    expect(view.more).toEqual([]);
  });

  it('puts first what stands in the way, required before preferred, and keeps ten', () => {
    const findings = [
      finding({ strength: 'preferred', state: 'not-met', asks: 'CCS' }),
      ...Array.from({ length: 12 }, (_, index) => finding({ asks: `met ${index}` })),
      finding({ state: 'grace', asks: 'RHIA' }),
      finding({ state: 'unknown', asks: 'a licence' }),
    ];

    const entry = sampleView({ candidates: [candidate({}, { findings })] }).sections[0]?.entries[0];

    expect(entry?.findings).toHaveLength(10);
    expect(entry?.findings.slice(0, 3).map((each) => each.asks)).toEqual(['a licence', 'RHIA', 'met 0']);
  });

  it('cleans everything that boards wrote', () => {
    const dirty = 'a\u202eb\nc';
    const view = sampleView({
      candidates: [
        candidate(
          { title: dirty, employer: dirty, places: [{ text: dirty }] },
          { findings: [finding({ quote: dirty, asks: dirty, because: dirty })] },
          [dirty, dirty],
        ),
      ],
      silentBoards: [{ id: 'x', name: dirty, outcome: 'gone', message: dirty, since: null }],
      personName: dirty,
    });

    expect(JSON.stringify(view)).not.toMatch(/\u202e|\\n/);
    expect(view.sections[0]?.entries[0]).toMatchObject({ title: 'ab c', places: ['ab c'], boards: ['ab c'] });
  });

  it('names a place by city and state, else in the words of the source', () => {
    const places = [
      { text: 'COLUMBUS OHIO 43215', city: 'Columbus', region: 'OH' },
      { text: 'Two sites in Ohio', region: 'OH' },
      { text: 'COLUMBUS, OH', city: 'Columbus', region: 'OH' },
    ];

    const view = sampleView({ candidates: [candidate({ places })] });

    expect(view.sections[0]?.entries[0]?.places).toEqual(['Columbus, OH', 'Two sites in Ohio']);
  });

  it('fulfils the schema of the model', () => {
    const view = sampleView();

    expect(DigestView.parse(view)).toEqual(view);
  });
});

function verdicts(...list: Verdict[]) {
  return list.map((verdict, index) => candidate({ id: index + 1, title: `Opening ${index}` }, { verdict }));
}

function ids(view: DigestView): number[] {
  return view.sections.flatMap((section) => section.entries.map((entry) => entry.openingId));
}
