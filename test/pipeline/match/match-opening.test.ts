import { describe, expect, it } from 'vitest';
import { Match } from '../../../src/model/match.ts';
import { matchOpening } from '../../../src/pipeline/match/match-opening.ts';
import { NOW, opening, person, preferred, required } from './kit.ts';

describe('matchOpening', () => {
  it('says that nothing is known of a posting that states nothing', () => {
    const match = matchOpening(opening(), person({ credentials: [{ id: 'rhit' }] }), NOW);

    expect(match).toMatchObject({ verdict: 'unknown', score: 50, findings: [], steps: [], hidden: null });
  });

  it('puts verdict, score and the hiding rule together, as the model wants them', () => {
    const posting = opening({
      title: 'Medical Coder',
      employer: 'Lakeside Health',
      postedAt: '2026-11-21',
      reading: { requirements: [required({ any: ['rhia', 'rhit'] }), preferred('ccs')], workplace: { mode: 'remote' } },
    });
    const someone = person({
      credentials: [{ id: 'rhit' }],
      wanted: { titles: ['coder'] },
      refused: { employers: ['Lakeside'] },
    });

    const match = Match.parse(matchOpening(posting, someone, NOW));

    expect(match.verdict).toBe('eligible');
    expect(match.findings.map(({ asks, state }) => [asks, state])).toEqual([
      ['RHIA or RHIT', 'met'],
      ['CCS', 'not-met'],
    ]);
    expect(match.score).toBe(Math.round(match.parts.reduce((sum, part) => sum + part.points, 0)));
    expect(match.hidden).toBe('refused employer: Lakeside');
  });

  it('names the steps of an opening of which one thing is missing', () => {
    const posting = opening({ reading: { requirements: [required('ccs'), preferred('rhia')] } });

    const match = Match.parse(matchOpening(posting, person({ credentials: [{ id: 'rhit' }] }), NOW));

    expect(match).toMatchObject({ verdict: 'near', steps: [{ kind: 'credential', id: 'ccs' }] });
  });
});
