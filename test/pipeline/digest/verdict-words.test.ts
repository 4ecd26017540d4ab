import { describe, expect, it } from 'vitest';
import type { Finding, Step, Verdict } from '../../../src/model/match.ts';
import { verdictWords } from '../../../src/pipeline/digest/format.ts';
import { finding } from './sample.ts';

const ccs = finding({ state: 'not-met', asks: 'CCS' });
const booked = finding({ state: 'planned', because: 'once you pass the exam for RHIA, booked for 5 January 2027' });
const degree = finding({ state: 'planned', because: "once you finish a bachelor's degree, expected in May 2027" });
const both = finding({ state: 'not-met', asks: 'RN and (CCDS or CDIP)' });

describe('verdictWords', () => {
  it.each<[words: string, Verdict, Finding[], Step[]?]>([
    ['You qualify', 'eligible', [finding()]],
    ['You qualify', 'eligible', [finding({ state: 'met-by-other' })]],
    ['You qualify, with a condition', 'eligible', [finding({ state: 'grace' })]],
    ['You qualify', 'eligible', [finding({ state: 'grace', strength: 'preferred' })]],
    ['You will qualify once you pass the exam for RHIA, booked for 5 January 2027', 'eligible-soon', [booked]],
    [
      "You will qualify once you pass the exam for RHIA, booked for 5 January 2027; once you finish a bachelor's degree, expected in May 2027",
      'eligible-soon',
      [booked, finding(), degree, booked],
    ],
    ['You will qualify soon', 'eligible-soon', []],
    ['Cannot be decided from the words', 'unknown', [booked]],
    ['One thing is missing: CCS', 'near', [ccs, finding({ state: 'unknown' })]],
    ['One thing is missing: CCS', 'near', [ccs, finding({ strength: 'preferred', state: 'not-met', asks: 'RHIA' })]],
    ['One thing is missing: RHIT and RHIA', 'near', ['RHIT', 'RHIA'].map((asks) => ({ ...ccs, asks }))],
    [
      'One thing is missing: CCDS or CDIP',
      'near',
      [{ ...both, parts: [finding({ asks: 'RN' }), { ...ccs, asks: 'CCDS or CDIP' }] }],
      [{ kind: 'credential', id: 'ccds' }],
    ],
    ['One thing is missing: RN and (CCDS or CDIP)', 'near', [{ ...both, parts: [ccs, ccs] }]],
    [
      "One thing is missing: a bachelor's degree or 2 more years of coding experience",
      'near',
      [ccs],
      [
        { kind: 'education', level: 'bachelor' },
        { kind: 'experience', years: 2, topic: 'coding' },
      ],
    ],
    ['More than one thing is missing', 'ineligible', [ccs, ccs]],
  ])('%s', (words, verdict, findings, steps) => {
    expect(verdictWords(verdict, findings, steps)).toBe(words);
  });
});
