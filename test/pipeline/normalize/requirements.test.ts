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

describe('wishes', () => {
  it.each([
    ['RHIT would be nice', ['preferred: rhit']],
    ['RHIT required, CCS would be great', ['required: rhit', 'preferred: ccs']],
    ['CCS is favored', ['preferred: ccs']],
    ['CCS or CPC favoured', ['preferred: ccs or cpc']],
    ['We favor candidates with a CCS', ['preferred: ccs']],
    ['RHIT holders are given priority', ['preferred: rhit']],
    ['Priority will be given to RHIT', ['preferred: rhit']],
    ['Priority given to those who hold RHIT', ['preferred: rhit']],
    ['CCS not essential but useful', ['preferred: ccs']],
    ['CCS is not essential, but useful', ['preferred: ccs']],
    ['CCS helpful but not necessary', ['preferred: ccs']],
    ['CCS is not essential', []],
    ['Ability to set priorities; RHIT required', ['required: rhit']],
    ['A letter in favor of the applicant; RHIT required', ['required: rhit']],
  ])('are read from %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  it.each([
    [
      'RHIT required; CDIP, 2 years preferred',
      ['required: rhit', 'preferred: cdip', 'preferred: 2 years of experience'],
    ],
    ['Must hold RHIT; CCS a plus', ['required: rhit', 'preferred: ccs']],
    ['RHIT must be held; CCS, CDIP preferred', ['required: rhit', 'preferred: ccs or cdip']],
    ['Must hold RHIT, 2 years of experience preferred', ['required: rhit', 'preferred: 2 years of experience']],
    ['Must have RHIT, CCS and CDIP preferred', ['required: rhit', 'preferred: ccs', 'preferred: cdip']],
    ['You must hold RHIT, and CCS is a plus', ['required: rhit', 'preferred: ccs']],
    [
      'Minimum of 3 years of coding experience, RHIT preferred',
      ['required: 3 years of coding experience', 'preferred: rhit'],
    ],
    [
      'RN required with 2 years of experience, BSN preferred',
      ['required: rn', 'required: 2 years of experience', "preferred: bachelor's degree"],
    ],
    ["Bachelor's degree, master's preferred", ["required: bachelor's degree", "preferred: master's degree"]],
    [
      'High school diploma, or GED, associate degree preferred',
      ['required: high school diploma', "preferred: associate's degree"],
    ],
    ['1 year of experience, 3 years preferred', ['required: 1 year of experience', 'preferred: 3 years of experience']],
    ['CCS-P. 3 years preferred', ['required: ccs-p', 'preferred: 3 years of experience']],
    [
      '1 year of experience; CCS and RHIT required',
      ['required: 1 year of experience', 'required: ccs', 'required: rhit'],
    ],
  ])('take nothing from the demand before: %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  it.each([
    ['RHIT, CCS, CDIP preferred', ['preferred: rhit, ccs or cdip']],
    ['At least one of RHIA, RHIT, CCS preferred', ['preferred: rhia, rhit or ccs']],
    ['Must have RHIT or CCS preferred', ['preferred: rhit or ccs']],
    [
      "Associate's, bachelor's or master's preferred",
      ["preferred: associate's degree, bachelor's degree or master's degree"],
    ],
    ['CPC cert. and CCS preferred', ['preferred: cpc', 'preferred: ccs']],
  ])('speak of the whole list in %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('years of one role', () => {
  it.each([
    ['RN or LPN; LPNs need 5 years', ['required: rn or (lpn and 5 years of experience)']],
    ['RN or LPN required; an LPN must have 5 years of experience', ['required: rn or (lpn and 5 years of experience)']],
    ['RN or LPN (LPNs need 5 years of experience)', ['required: rn or (lpn and 5 years of experience)']],
    ['RN or LPN; 5 years of experience for LPNs', ['required: rn or (lpn and 5 years of experience)']],
    ['RN or LPN, 5 years of experience if LPN', ['required: rn or (lpn and 5 years of experience)']],
    ['RN or LPN required. LPNs must have 5 years of experience.', ['required: rn or (lpn and 5 years of experience)']],
    [
      'RN or LPN license\nRNs need 1 year of experience\nLPNs need 5 years of experience',
      ['required: (rn and 1 year of experience) or (lpn and 5 years of experience)'],
    ],
    ['RN or LPN; RNs and LPNs need 5 years', ['required: rn or lpn', 'required: 5 years of experience']],
    ['RN or LPN; you need 5 years', ['required: rn or lpn', 'required: 5 years of experience']],
    ['RN or LPN; LPNs do not need 5 years of experience', ['required: rn or lpn']],
    ['RN; RNs need 2 years of ICU experience', ['required: rn', 'required: 2 years of ICU experience']],
  ])('are not asked of the others: %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('lengths of experience', () => {
  it.each([
    ['2 1/2 years of coding experience', ['required: 2.5 years of coding experience']],
    ['2½ years of coding experience', ['required: 2.5 years of coding experience']],
    ['One-and-a-half years of experience', ['required: 1.5 years of experience']],
    ['Two and a half years of billing experience', ['required: 2.5 years of billing experience']],
    ['1 1/2 to 2 years of experience', ['required: 1.5 years of experience']],
    ['A year of experience', ['required: 1 year of experience']],
    ["RHIT and a full year's experience", ['required: rhit', 'required: 1 year of experience']],
    ['At least half a year of coding experience', ['required: 6 months of coding experience']],
    ['Experience keeping records for 3 years', ['required: 3 years of experience']],
    ['2 years of experience in records retention', ['required: 2 years of records retention experience']],
    ['2 years of RN or LPN experience', ['required: 2 years of RN or LPN experience']],
    ['Keeps records for seven years as required by law', []],
    ['Retains records 10 years', []],
    ['Charts must be kept for 10 years', []],
    ['Record retention: 7 years', []],
    ['Meets once a year; experience required', []],
    ['Sixty hours a year of paid training', []],
    ['A year of growth', []],
  ])('are read from %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('what nobody needs', () => {
  it.each([
    ['Neither RHIA nor RHIT is required', []],
    ['Neither RHIA nor RHIT required, but CCS is required', ['required: ccs']],
    ['Neither a degree nor RHIT is required', []],
    ["RHIT isn't required", []],
    ['No RHIT needed', []],
    ['No RHIT or experience needed', ['required: no prior experience']],
    ["CPC or CCS required, CCA isn't", ['required: cpc or ccs']],
    ['RHIT is not needed; CCS is', ['required: ccs']],
    ['RHIT, neither RHIA nor CCS', ['required: rhit']],
  ])('is left out of %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('short names', () => {
  it.each([
    ['AA or AS degree', ["required: associate's degree"]],
    ['A.A./A.S. degree', ["required: associate's degree"]],
    ['AS degree in HIM', ["required: associate's degree in HIM"]],
    ['AS or BS degree', ["required: associate's degree or bachelor's degree"]],
    ['Works as degree auditor', []],
    ['Series 7 & 66', ['required: series-7', 'required: series-66']],
    ['Series 7, 63 and 65 required', ['required: series-7', 'required: series-63', 'required: series-65']],
    ['Series 7, 6 years of experience', ['required: series-7', 'required: 6 years of experience']],
  ])('are read from %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('a counted choice', () => {
  const PAIRS = ['required: (rhia and rhit), (rhia and ccs) or (rhit and ccs)'];

  it.each([
    ['Two of the following: RHIA, RHIT, CCS', PAIRS],
    ['Any two of RHIA, RHIT or CCS', PAIRS],
    ['At least two of these certifications: RHIA, RHIT, CCS', PAIRS],
    ['RHIA, RHIT or CCS, two of which are required', PAIRS],
    ['At least two of the following are required:\n• RHIA\n• RHIT\n• CCS', PAIRS],
    ['Certifications (two of the following):\n• RHIA\n• RHIT\n• CCS', PAIRS],
    ['Two of the following: RHIA, RHIT', ['required: rhia', 'required: rhit']],
    [
      'Two of the following: RHIA, RHIT, CCS, CPC, COC, CIC, CDIP',
      [
        'required: rhia, rhit, ccs, cpc, coc, cic or cdip',
        'required: “Two of the following: RHIA, RHIT, CCS, CPC, COC, CIC, CDIP”',
      ],
    ],
    ['One or two of the following: RHIA, RHIT, CCS', ['required: rhia, rhit or ccs']],
    ['Two weeks of training; RHIA, RHIT, CCS', ['required: rhia, rhit or ccs']],
    ['Two of our coders hold RHIA, RHIT, CCS', []],
  ])('asks for as many as %j says', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('schools', () => {
  it.each([
    ['MBA or JD from an accredited school', ["required: master's degree or doctorate"]],
    ['PhD or master’s degree from an accredited four-year college', ["required: doctorate or master's degree"]],
    ['JD or LLM degree from an accredited law school', ['required: doctorate']],
    ['MHA or equivalent degree from an accredited college', ["required: master's degree or equivalent education"]],
    ['RN from an accredited school', ['required: rn']],
    ['Degree from an accredited school', ["required: bachelor's degree"]],
    [
      'High school diploma or a degree from a four-year college',
      ["required: high school diploma or bachelor's degree"],
    ],
    ['RN and a degree from an accredited college', ['required: rn', "required: bachelor's degree"]],
  ])('add no degree of their own to %j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});
