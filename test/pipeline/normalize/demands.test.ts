import { describe, expect, it } from 'vitest';
import { describeNode } from '../../../src/pipeline/normalize/describe.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const read = (text: string): string[] =>
  readPosting({ title: 'Coder', text }, shippedIndex()).requirements.map(
    (one) => `${one.strength}: ${describeNode(one.node, (id) => id)}`,
  );

const NOW = 'required: rhia or rhit';
const LATER = 'required: ccs, within 12 months of hire';
const DEGREE = "required: bachelor's degree or equivalent experience";

describe('a list, a credential with a grace period and a degree in one sentence', () => {
  it.each([
    'RHIA or RHIT required, CCS within 12 months of hire, bachelor’s or equivalent experience',
    'RHIA or RHIT required; CCS within 12 months of hire; bachelor’s or equivalent experience',
    'RHIA or RHIT required – CCS within 12 months of hire – bachelor’s or equivalent experience',
    'RHIA or RHIT required, CCS (within 12 months of hire), bachelor’s or equivalent experience required',
    'RHIA or RHIT required, CCS within twelve (12) months of hire, and a bachelor’s degree or equivalent experience',
    'RHIA/RHIT required, must obtain CCS within one year of hire, bachelor’s or equivalent experience',
    'RHIA OR RHIT REQUIRED, CCS WITHIN 12 MONTHS OF HIRE, BACHELOR’S OR EQUIVALENT EXPERIENCE',
    'rhia or rhit required, ccs within 12 months of hire, bachelor’s or equivalent experience',
    'RHIA or RHIT required,\nCCS within 12 months of hire,\nbachelor’s or equivalent experience',
    '• RHIA or RHIT required\n• CCS within 12 months of hire\n• Bachelor’s or equivalent experience',
    'RHIA or RHIT required with CCS within 12 months of hire and bachelor’s or equivalent experience',
    'Must hold RHIA or RHIT, obtain CCS within 12 months of hire and have a bachelor’s degree or equivalent experience',
    'Required: RHIA or RHIT, CCS within 12 months of hire, bachelor’s or equivalent experience',
    'RHIA or RHIT (required), CCS (within one year of employment), bachelor’s degree or equivalent experience',
    'RHIA or RHIT required, CCS w/in 12 months of hire, bachelor’s or equivalent experience',
  ])('reads %j as three demands', (text) => {
    expect(read(`Requirements:\n${text}`)).toEqual([NOW, LATER, DEGREE]);
  });

  it.each([
    ['CCS within 12 months of hire, RHIA or RHIT required', [LATER, NOW]],
    ['Bachelor’s or equivalent experience, RHIA or RHIT required, CCS within one year of hire', [DEGREE, NOW, LATER]],
    ['RHIA or RHIT required, bachelor’s or equivalent experience, CCS within 12 months of hire', [NOW, DEGREE, LATER]],
    ['RHIA or RHIT is required. Within 12 months of hire, CCS must be obtained.', [NOW, LATER]],
    ['RHIA or RHIT required; within 12 months of hire, CCS must be obtained', [NOW, LATER]],
  ])('reads %j in its own order', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });

  it('reads the sentence without any heading', () => {
    const text = 'RHIA or RHIT required, CCS within 12 months of hire, bachelor’s or equivalent experience';

    expect(read(text)).toEqual([NOW, LATER, DEGREE]);
  });
});

describe('where a demand of its own begins', () => {
  it.each([
    ['RHIT required, must obtain CCS within one year', ['required: rhit', LATER]],
    [
      'RHIT required, CCS or CPC within 6 months of hire',
      ['required: rhit', 'required: ccs or cpc, within 6 months of hire'],
    ],
    ['RHIT (required); CDIP (within 24 months)', ['required: rhit', 'required: cdip, within 24 months of hire']],
    ['RHIA or RHIT, CHPS within 6 months of hire', [NOW, 'required: chps, within 6 months of hire']],
    [
      'RHIT within 6 months and CCS within 2 years of hire',
      ['required: rhit, within 6 months of hire', 'required: ccs, within 24 months of hire'],
    ],
    [
      'CPC required, CRC preferred, CPMA within 18 months of hire',
      ['required: cpc', 'preferred: crc', 'required: cpma, within 18 months of hire'],
    ],
    ['Must have RHIT, CCS preferred', ['required: rhit', 'preferred: ccs']],
    [
      'RN license and BLS required, ACLS within 6 months of hire',
      ['required: rn', 'required: bls', 'required: acls, within 6 months of hire'],
    ],
    ['BLS within 30 days of hire, RN license required', ['required: bls, within 1 month of hire', 'required: rn']],
    [
      'High school diploma, CPC within 90 days of hire, one year of billing experience',
      [
        'required: high school diploma',
        'required: cpc, within 3 months of hire',
        'required: 1 year of billing experience',
      ],
    ],
  ])('reads %j as several', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });

  it.each([
    ['RHIA, RHIT, or CCS required within 12 months of hire', ['required: rhia, rhit or ccs, within 12 months of hire']],
    ['RHIA, RHIT or CCS within 12 months of hire', ['required: rhia, rhit or ccs, within 12 months of hire']],
    ['RHIA, RHIT, CCS within 12 months of hire', ['required: rhia, rhit or ccs, within 12 months of hire']],
    ['RHIT or CCS within 6 months of hire required', ['required: rhit or ccs, within 6 months of hire']],
    ['RHIT required or CCS within 6 months of hire', ['required: rhit or ccs (within 6 months of hire)']],
    ['RHIT (within 6 months of hire) or CCS', ['required: rhit (within 6 months of hire) or ccs']],
    ['CPC required; CCS-P is also accepted', ['required: cpc or ccs-p']],
  ])('reads %j as one', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });
});

describe('experience by degree', () => {
  const LADDER = [
    "required: (high school diploma and 4 years of experience), (associate's degree and 2 years of experience) or (bachelor's degree and 1 year of experience)",
  ];

  it.each([
    'High school diploma with 4 years of experience, associate degree with 2 years, or bachelor’s degree with 1 year',
    'High school diploma and 4 years of experience / Associate’s and 2 years / Bachelor’s and 1 year',
    'High school diploma + 4 years, associate’s + 2 years, bachelor’s + 1 year of experience',
    'High school diploma with four years of experience; associate degree with two years; bachelor’s degree with one year',
    '• High school diploma and 4 years of experience\n• Associate degree and 2 years of experience\n• Bachelor’s degree and 1 year of experience',
    'High school diploma | 4 years\nAssociate degree | 2 years\nBachelor’s degree | 1 year of experience',
  ])('reads the rungs of %j as alternatives', (text) => {
    expect(read(`Requirements:\n${text}`)).toEqual(LADDER);
  });

  it('keeps a degree and its years together where nothing stands beside them', () => {
    expect(read('Requirements:\nBachelor’s degree and 3 years of experience')).toEqual([
      "required: bachelor's degree",
      'required: 3 years of experience',
    ]);
  });
});

describe('what the experience is to be in', () => {
  it.each([
    ['Two years inpatient coding required', '2 years of inpatient coding experience'],
    ['2 years’ experience coding all patient types', '2 years of coding all patient types experience'],
    ['One year of coding of any kind', '1 year of coding experience'],
    ['Three years as a cancer registrar', '3 years of cancer registrar experience'],
    ['Two years of hands-on inpatient coding within the last three years', '2 years of inpatient coding experience'],
    ['1+ year experience using Epic', '1 year of Epic experience'],
    ['At least 3 years of release of information work', '3 years of release of information experience'],
    ['2 years experience required', '2 years of experience'],
    ['3 years minimum required', '3 years of experience'],
    ['5+ years of relevant work experience', '5 years of experience'],
    ['One year of experience equal to the next lower grade', '1 year of experience'],
  ])('is read from %j', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual([`required: ${expected}`]);
  });
});

describe('a list below a heading', () => {
  it.each([
    'Must have',
    'MUST HAVE',
    'Must-haves:',
    'About you',
    'You will need',
    'What you bring',
    'What it takes',
    'To be considered',
    'Minimum qualifications',
    'Your background',
    'Who you are',
    'Job requirements',
  ])('named %j is demanded', (heading) => {
    expect(read(`${heading}\n• RHIT\n• One year of outpatient coding`)).toEqual([
      'required: rhit',
      'required: 1 year of outpatient coding experience',
    ]);
  });

  it.each(['Even better', 'Nice to have', 'Bonus points', 'Preferred', 'Pluses'])('named %j is a wish', (heading) => {
    expect(read(`Must have\n• RHIT\n\n${heading}\n• CPC`)).toEqual(['required: rhit', 'preferred: cpc']);
  });

  it.each(['Working here', 'Perks', 'What we offer', 'Life at Lakeside', 'Benefits'])(
    'named %j is neither',
    (heading) => {
      expect(read(`Must have\n• RHIT\n\n${heading}\n• AHIMA or AAPC dues paid`)).toEqual(['required: rhit']);
    },
  );
});

describe('lines for several roles', () => {
  it.each([
    [
      'RN: current license and 2 years of bedside experience\nRHIT: 3 years of inpatient coding experience',
      ['required: (rn and 2 years of bedside experience) or (rhit and 3 years of inpatient coding experience)'],
    ],
    [
      'Coder I: CPC-A\nCoder II: CPC and 2 years of experience\nCoder III: CCS and 5 years of experience',
      ['required: cpc-a, (cpc and 2 years of experience) or (ccs and 5 years of experience)'],
    ],
  ])('reads %j as alternatives', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });
});

it('reads a credential whose line only says how strongly it is asked as a demand of its own', () => {
  expect(read('Requirements:\nRHIT: required\nBLS: required')).toEqual(['required: rhit', 'required: bls']);
});

describe('what only looks like a demand', () => {
  it.each([
    ['You will work with certified coders and physicians', []],
    ['Two hundred credentialed coders code for forty hospitals', []],
    ['Student loan repayment for certified coders', []],
    ['Paid exam fees for your next credential', []],
    ['We pay RHIA and RHIT exam fees', []],
    ['CPC exam reimbursement', []],
    ['Enrolled in an accredited HIM program', []],
    ['You have lowered CPC and raised clicks for a software company', []],
    ['Certified coders required', ['required: coding-credential']],
    ['Associate degree from an accredited program', ["required: associate's degree"]],
    ['Bachelor’s degree in HIM from an accredited program', ["required: bachelor's degree in HIM"]],
    ['Completion of an accredited coding program', ['required: certificate or diploma program']],
  ])('reads %j', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });

  it.each([
    ['CPC-A not accepted', []],
    ['(CCA and CPC-A not accepted)', []],
    ['CPC-As need not apply', []],
    ['No CPC-A or CCA', []],
    ['CPC required, no apprentices', ['required: cpc']],
    ['CPC or CCS required (no CPC-A)', ['required: cpc or ccs']],
    ['CPC (not CPC-A) required', ['required: cpc']],
    ['CPC or CCS; CCA and CPC-A will not be considered', ['required: cpc or ccs']],
    ['CPC or CCS, CPC-A not accepted', ['required: cpc or ccs']],
    ['CPC required, apprentice designations (CPC-A) excluded', ['required: cpc']],
    ['CPC other than CPC-A', ['required: cpc']],
    ['CCS required; CCS-P cannot be substituted', ['required: ccs']],
  ])('leaves out what %j shuts out', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });
});

describe('another way to meet the demand before', () => {
  it.each([
    [
      'CCS or COC required. CPC-A considered with 2 years of experience.',
      ['required: ccs, coc or (cpc-a and 2 years of experience)'],
    ],
    [
      'CPC required; CPC-A with one year of experience considered',
      ['required: cpc or (cpc-a and 1 year of experience)'],
    ],
    [
      'RHIA is required. RHIT with a bachelor’s degree will be considered',
      ["required: rhia or (rhit and bachelor's degree)"],
    ],
    ['RHIA required. CCS preferred', ['required: rhia', 'preferred: ccs']],
  ])('reads %j', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });
});

describe('alternatives that no row of the catalogue knows', () => {
  it.each([
    ['RHIT or CZQS', ['required: rhit or “CZQS”']],
    ['COC, CZQSC or CCS', ['required: coc, “CZQSC” or ccs']],
    ['Active RN license, or RHIA, or foreign medical graduate', ['required: rn, rhia or “foreign medical graduate”']],
    ['RHIA, RHIT or nursing background preferred', ['preferred: rhia, rhit or “nursing background”']],
    ['RN license or higher', ['required: rn']],
    ['CPC or equivalent', ['required: cpc or equivalent credential']],
    ['RHIA or RHIT certification', ['required: rhia or rhit']],
  ])('reads %j', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });
});

describe('degrees, fields and topics', () => {
  it.each([
    [
      'Associate degree in HIM or related field, or four years with an EMPI',
      ["required: associate's degree in HIM or 4 years of EMPI experience"],
    ],
    [
      'Associate’s degree in HIM or three years of ROI experience',
      ["required: associate's degree in HIM or 3 years of ROI experience"],
    ],
    [
      'Associate degree in HIM, or completion of an approved coding program',
      ["required: associate's degree in HIM or certificate or diploma program"],
    ],
    ['Bachelor’s degree in HIM, or associate degree', ["required: bachelor's degree in HIM or associate's degree"]],
    [
      'One year of experience in a medical records department',
      ['required: 1 year of medical records department experience'],
    ],
    [
      'Four years with an enterprise master patient index',
      ['required: 4 years of enterprise master patient index experience'],
    ],
    ['3 years of release of information experience', ['required: 3 years of release of information experience']],
    [
      'Bachelor’s degree, or four years of experience in its place',
      ["required: bachelor's degree or 4 years of experience"],
    ],
    ['No experience necessary', ['required: no prior experience']],
    ['RHIA/RHIT eligible', ['required: rhia eligibility or rhit eligibility']],
    ['RHIT or RHIA-eligible', ['required: rhit or rhia eligibility']],
    ['Quality-related certification', ['required: quality-cert']],
  ])('reads %j', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });
});
