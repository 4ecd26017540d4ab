import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSegments } from '../../../src/pipeline/normalize/sections.ts';
import { splitSentences } from '../../../src/pipeline/normalize/sentences.ts';

const pieces = (text: string) => splitSentences(text).map((one) => text.slice(one.start, one.end));

describe('splitSentences', () => {
  it.each([
    ['RHIA required. CCS preferred.', ['RHIA required.', 'CCS preferred.']],
    ['• RHIA\n• RHIT', ['RHIA', 'RHIT']],
    ['RequirementsRHIA required', ['Requirements', 'RHIA required']],
    ['attend meetings etc.Bachelor’s degree', ['attend meetings etc.', 'Bachelor’s degree']],
    ['PREFERRED QUALIFICATIONSBachelor’s degree', ['PREFERRED QUALIFICATIONS', 'Bachelor’s degree']],
    ['life science5+ years of experience', ['life science', '5+ years of experience']],
    ['EPA card (Required)OSHA card (Required)', ['EPA card (Required)', 'OSHA card (Required)']],
    ['Doctor of Pharmacy (Pharm.D) or R.H.I.A. holders', ['Doctor of Pharmacy (Pharm.D) or R.H.I.A. holders']],
    ['Use PowerPoint and QuickBooks daily', ['Use PowerPoint and QuickBooks daily']],
    ['LakesideHealth hires. We are LakesideHealth', ['LakesideHealth hires.', 'We are LakesideHealth']],
    ['bring in funds * Prepare charts * Code them', ['bring in funds', 'Prepare charts', 'Code them']],
    ['$28.50 an hour e.g. nights', ['$28.50 an hour e.g. nights']],
  ])('cuts %j', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('never overlaps, never leaves the text, and loses no letter or digit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'grapheme' }), (text) => {
        const segments = splitSentences(text);
        let last = 0;

        for (const { start, end } of segments) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('placeSegments', () => {
  const sections = (text: string) =>
    placeSegments(text, splitSentences(text))
      .filter((one) => !one.heading)
      .map((one) => `${one.section}: ${text.slice(one.start, one.end)}`);

  it.each([
    ['What you’ll do\nCode charts\nWhat you’ll bring\nRHIA', ['duties: Code charts', 'requirements: RHIA']],
    [
      'Preferred Qualifications\nEducation: Bachelor’s\nMinimum Qualifications\nEducation: Associate’s',
      ['preferred: Bachelor’s', 'requirements: Associate’s'],
    ],
    [
      'Requirements\nPreferred: RHIA\nThree years of experience',
      ['preferred: RHIA', 'requirements: Three years of experience'],
    ],
    ['Requirements\nRHIT\nBenefits\nTuition help', ['requirements: RHIT', 'benefits: Tuition help']],
    ['Physical Requirements:\nLift boxes', ['physical: Lift boxes']],
    ['Minimum Qualifications A bachelor’s degree', ['requirements: A bachelor’s degree']],
    ['RHIA certification required', ['open: RHIA certification required']],
  ])('places the sentences of %j', (text, expected) => {
    expect(sections(text)).toEqual(expected);
  });
});
