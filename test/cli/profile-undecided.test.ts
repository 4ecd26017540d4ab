import { describe, expect, it } from 'vitest';
import { startTally } from '../../src/cli/profile-undecided.ts';
import type { Finding } from '../../src/model/match.ts';

const evidence = { quote: 'x', start: 0, end: 1 };
const finding = (because: string, over: Partial<Finding> = {}): Finding => ({
  strength: 'required',
  state: 'unknown',
  asks: 'x',
  because,
  evidence,
  parts: [],
  ...over,
});
const EDUCATION = 'your profile lists no education';
const IN_CODING = 'you list 4 years in all; your profile does not show how much of it was in coding';

function tally(...openings: Finding[][]) {
  const running = startTally();
  for (const findings of openings) running.add(findings);
  return running.result();
}

describe('startTally', () => {
  it('counts an opening once for each reason, the most first', () => {
    const { total, reasons } = tally(
      [finding(EDUCATION), finding(EDUCATION)],
      [finding(EDUCATION)],
      [finding('your profile lists no experience')],
    );

    expect(total).toBe(3);
    expect(reasons).toEqual([
      { because: EDUCATION, openings: 2, subjects: [] },
      { because: 'your profile lists no experience', openings: 1, subjects: [] },
    ]);
  });

  it('puts the subjects of experience under one reason', () => {
    const other = IN_CODING.replace('coding', 'ROI');

    const { reasons } = tally([finding(IN_CODING), finding(IN_CODING), finding(other)], [finding(IN_CODING)]);

    expect(reasons).toEqual([
      {
        because: 'your profile does not show how much of your experience was in',
        openings: 2,
        subjects: [
          { subject: 'coding', openings: 2 },
          { subject: 'ROI', openings: 1 },
        ],
      },
    ]);
  });

  it('looks into the parts of a choice', () => {
    const choice = finding('none of it is certain', {
      parts: [finding('x', { state: 'not-met' }), finding(EDUCATION)],
    });

    expect(tally([choice]).reasons.map(({ because }) => because)).toEqual([EDUCATION]);
  });

  it.each([
    ['what is only preferred', finding(EDUCATION, { strength: 'preferred' })],
    ['what is decided', finding(EDUCATION, { state: 'not-met' })],
    ['what the employer decides', finding('the employer decides whether your experience counts as equivalent')],
    ['what could not be read', finding('these words could not be read for certain; the quote shows them')],
  ])('leaves out %s', (_name, one) => {
    expect(tally([one])).toEqual({ total: 1, reasons: [] });
  });
});
