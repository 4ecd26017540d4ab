import { describe, expect, it } from 'vitest';
import { describeNode } from '../../../src/pipeline/normalize/describe.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

/** What is read of one sentence under a requirements heading: "required: …", "preferred: …". */
function read(sentence: string): string[] {
  const { requirements } = readPosting({ title: 'Coder', text: `Requirements:\n${sentence}` }, shippedIndex());
  return requirements.map((one) => `${one.strength}: ${describeNode(one.node, (id) => id)}`);
}

describe('requirements of one sentence', () => {
  it.each([
    ['RHIA or RHIT required', ['required: rhia or rhit']],
    ['RHIA, RHIT, CCS', ['required: rhia, rhit or ccs']],
    ['RHIA/RHIT required, CCS a plus', ['required: rhia or rhit', 'preferred: ccs']],
    ['BLS, ACLS', ['required: bls', 'required: acls']],
    ['Must hold RHIA and CHPS', ['required: rhia', 'required: chps']],
    ['RN licence and CCDS or CDIP', ['required: rn', 'required: ccds or cdip']],
    ['CPC or CCS required; CPC-A not accepted', ['required: cpc or ccs']],
    ['CPC required; CCS-P is also accepted', ['required: cpc or ccs-p']],
    ['CPC, excluding CPC-A', ['required: cpc']],
    ['RHIT-eligible', ['required: rhit eligibility']],
    ['RHIA or RHIA-eligible', ['required: rhia or rhia eligibility']],
    ['Eligible to sit for the RHIT exam', ['required: rhit eligibility']],
    ['RHIT within 6 months of hire', ['required: rhit, within 6 months of hire']],
    ['RHIT preferred, must be obtained within one (1) year of hire', ['required: rhit, within 12 months of hire']],
    [
      'RHIT required within 90 days of employment; CCS preferred',
      ['required: rhit, within 3 months of hire', 'preferred: ccs'],
    ],
    ['CPC or equivalent certification', ['required: cpc or equivalent credential']],
    ['No certification required', []],
    ['CCS is not required', []],
    ['No degree required', ['required: no formal education']],
    ['Bachelor’s degree or equivalent experience', ["required: bachelor's degree or equivalent experience"]],
    [
      'Bachelor’s degree or 4 years of coding experience',
      ["required: bachelor's degree or 4 years of coding experience"],
    ],
    ['Bachelor’s degree in HIM or RHIA required', ["required: bachelor's degree in HIM or rhia"]],
    [
      'Associate’s degree required, bachelor’s preferred',
      ["required: associate's degree", "preferred: bachelor's degree"],
    ],
    ['Bachelor’s degree (Master’s preferred)', ["required: bachelor's degree", "preferred: master's degree"]],
    ['3-5 years of coding experience', ['required: 3 years of coding experience']],
    ['Six months of experience', ['required: 6 months of experience']],
    ['3 years of coding experience, inpatient experience preferred', ['required: 3 years of coding experience']],
    ['Preferred certification as a RHIA or RHIT', ['preferred: rhia or rhit']],
    ['RN license required if applicable', []],
    ['2 years of RN experience', ['required: 2 years of RN experience']],
    ['Works with RHIA coders', []],
    [
      '3 years experience required; a master’s degree may be accepted in lieu of experience',
      ['required: 3 years of experience'],
    ],
    ['High degree of accuracy', []],
    ['Within 5 years we grew', []],
    ['Must be certified in phlebotomy', ['required: “Must be certified in phlebotomy”']],
  ])('reads %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('requirements over several lines', () => {
  it.each([
    ['One of the following is required:\n• RHIA\n• RHIT\nBLS required', ['required: rhia or rhit', 'required: bls']],
    ['• RHIA, OR\n• RHIT, OR\n• CCS', ['required: rhia, rhit or ccs']],
    ['• RHIT\nor\n• CCS', ['required: rhit or ccs']],
    ['Certifications preferred:\n• RHIA\n• CPHIMS', ['preferred: rhia', 'preferred: cphims']],
    ['RHIT preferred.\nMust be obtained within 12 months of hire.', ['required: rhit, within 12 months of hire']],
    ['At least one coding credential is required.\nCPC or CCS certification.', ['required: cpc or ccs']],
    [
      'Bachelor’s degree.\nIn lieu of a degree, 4 years of coding experience.',
      ["required: bachelor's degree or (equivalent experience and 4 years of coding experience)"],
    ],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
