import { describe, expect, it } from 'vitest';
import { describeNode } from '../../../src/pipeline/normalize/describe.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

function read(text: string): string[] {
  const { requirements } = readPosting({ title: 'Coder', text }, shippedIndex());
  return requirements.map(({ strength, node }) => `${strength}: ${describeNode(node, (id) => id)}`);
}

describe('headings', () => {
  it.each([
    ['What we ask', 'required'],
    ["Here's What You'll Need", 'required'],
    ['You Must Have', 'required'],
    ['Need-to-haves', 'required'],
    ['Non-negotiables', 'required'],
    ['THE CANDIDATE', 'required'],
    ['👉 What we ask of you', 'required'],
    ['Person specification – essential', 'required'],
    ['Ideally, you’ll also have', 'preferred'],
    ['It helps if you have', 'preferred'],
    ['WHAT WE WOULD LOVE', 'preferred'],
    ['What would set you apart', 'preferred'],
    ['We would be glad of', 'preferred'],
    ['Nice extras', 'preferred'],
  ])('%j says how strongly its list is asked for', (heading, strength) => {
    expect(read(`${heading}\n• RHIT\n• CCS`)).toEqual([`${strength}: rhit`, `${strength}: ccs`]);
  });

  it.each(['What we do not ask', 'Not needed', "What we don't require", 'YOU DO NOT NEED', 'Not required'])(
    '%j lists what nobody needs',
    (heading) => {
      expect(read(`What we ask\n• RHIT\n\n${heading}\n• RN license\n• A college degree`)).toEqual(['required: rhit']);
    },
  );

  it('takes an unknown heading of the same rank for the end of a section', () => {
    const text = '## Requirements\n- RHIT\n\n## How we choose\nTwo talks with our RHIA.\n- A degree of courage';

    expect(read(text)).toEqual(['required: rhit']);
  });

  it('finds a heading in the middle of a line, and not where it is only spoken of', () => {
    expect(read('Knowledge of bidding is preferred Education: PhD degree in statistics is required')).toEqual([
      'required: doctorate in statistics',
    ]);
    expect(read('Preferred Qualifications: PhD as listed in Minimum Qualifications. RHIA')).toEqual([
      'preferred: doctorate',
      'preferred: rhia',
    ]);
  });
});

describe('tables', () => {
  it('gives each cell the strength of its column', () => {
    const table = `## Job Requirements
| | Required | Preferred |
|---|---|---|
| Education | Associate's degree or equivalent experience | Bachelor's degree |
| Certification | CPC or COC. CPMA within 12 months of hire. | CDEO |
| Experience | 4 years of coding | 6 years |`;

    expect(read(table)).toEqual([
      "required: associate's degree or equivalent experience",
      "preferred: bachelor's degree",
      'required: cpc or coc',
      'required: cpma, within 12 months of hire',
      'preferred: cdeo',
      'required: 4 years of coding experience',
      'preferred: 6 years of experience',
    ]);
  });
});

describe('alternatives', () => {
  it.each([
    [
      'One (1) of the following: (a) RHIA; (b) RHIT and two years of experience; (c) CCS and four years of experience.',
      ['required: rhia, (rhit and 2 years of experience) or (ccs and 4 years of experience)'],
    ],
    [
      "Bachelor's degree and 3 years of experience; or\nMaster's degree and 1 year of experience",
      ["required: (bachelor's degree and 3 years of experience) or (master's degree and 1 year of experience)"],
    ],
    [
      "Education & experience (one of the two):\n- Master's degree in statistics, with 3 years of analytics\n- Bachelor's degree in statistics, with 5 years of analytics",
      [
        "required: (master's degree in statistics and 3 years of analytics experience) or (bachelor's degree in statistics and 5 years of analytics experience)",
      ],
    ],
    [
      'RHIT with a coding credential (CCS or CIC), or an RHIA without it',
      ['required: (rhit and (ccs or cic)) or rhia'],
    ],
    [
      'RHIA, RHIT or CCS required; CCS may be earned within 12 months of hire',
      ['required: rhia, rhit or ccs (within 12 months of hire)'],
    ],
    [
      "Bachelor's degree, or associate degree with 2 years of experience, or RHIT",
      ["required: bachelor's degree, (associate's degree and 2 years of experience) or rhit"],
    ],
    [
      "BSN required, or currently enrolled in a bachelor's program",
      ["required: bachelor's degree or bachelor's degree (in progress or finished)"],
    ],
    [
      'Associate degree in HIM, or currently enrolled in an HIM program',
      ["required: associate's degree in HIM or equivalent education"],
    ],
    ['ODS-C, or eligible to sit', ['required: ods or ods eligibility']],
    ['CCS, CPC, or AHIMA/AAPC equivalent', ['required: ccs, cpc or equivalent credential']],
    ['CPC or other certification approved by the manager', ['required: cpc or equivalent credential']],
    ['Certifications (at least one required):\n• RHIA\n• RHIT', ['required: rhia or rhit']],
    ['CPC (CPC-A not permitted)', ['required: cpc']],
    ['CPC without apprentice (CPC-A) designation', ['required: cpc']],
    ['CCS. The CIC will be considered in lieu of the CCS.', ['required: cic or ccs']],
    ['CPC-A or CCA. A full CPC is fine as well.', ['required: cpc-a, cca or cpc']],
    [
      "Bachelor's degree with 4 years of experience; 8 years of experience will be accepted in place of a degree",
      ["required: (bachelor's degree and 4 years of experience) or 8 years of experience"],
    ],
    [
      "Any combination of education and experience equal to a bachelor's degree",
      ["required: equivalent experience or bachelor's degree"],
    ],
    [
      "Bachelor's degree and 2 years or associate degree and 4 years",
      ["required: (bachelor's degree and 2 years of experience) or (associate's degree and 4 years of experience)"],
    ],
  ])('reads %j', (text, expected) => {
    expect(read(`Requirements:\n${text}`)).toEqual(expected);
  });
});

describe('one thing in place of another', () => {
  const DIPLOMA = 'required: high school diploma';

  it.each([
    [
      'One year of experience in a medical records department, or an associate degree in health information in its place.',
      "required: 1 year of medical records department experience or associate's degree in health information",
    ],
    [
      'Two years of billing experience, or a coding certificate program in its stead.',
      'required: 2 years of billing experience or certificate or diploma program',
    ],
    [
      'Two years of coding, or an associate degree in lieu of it.',
      "required: 2 years of coding experience or associate's degree",
    ],
    [
      'Three years of coding, or instead an associate degree.',
      "required: 3 years of coding experience or associate's degree",
    ],
    [
      'Three years of coding or a bachelor’s degree in lieu of the experience.',
      "required: 3 years of experience or bachelor's degree",
    ],
    ['RHIT, or two years of coding experience in its place.', 'required: rhit or 2 years of coding experience'],
    [
      'Bachelor’s degree, or four years of experience in lieu of a degree.',
      "required: bachelor's degree or 4 years of experience",
    ],
    [
      'Bachelor’s degree preferred; four years of experience in lieu of a degree.',
      "preferred: bachelor's degree or 4 years of experience",
    ],
    ['4 years of experience in lieu of a bachelor’s degree.', "required: 4 years of experience or bachelor's degree"],
  ])('is a demand of its own where both are named: %j', (sentence, expected) => {
    expect(read(`Requirements:\nHigh school diploma required. ${sentence}`)).toEqual([DIPLOMA, expected]);
    expect(read(`Requirements:\n• High school diploma\n• ${sentence}`)).toEqual([DIPLOMA, expected]);
  });

  it.each([
    ['Four years of coding experience in its place.', '4 years of coding experience'],
    ['Associate degree and 4 years of experience in lieu of it.', "(associate's degree and 4 years of experience)"],
    [
      'An associate degree with 4 years of experience will be accepted in its place.',
      "(associate's degree and 4 years of experience)",
    ],
    ['An associate degree accepted in its place.', "associate's degree"],
    [
      'In lieu of a bachelor’s degree, 4 years of coding experience.',
      '(equivalent experience and 4 years of coding experience)',
    ],
    [
      'Instead of the degree, 6 years of coding experience.',
      '(equivalent experience and 6 years of coding experience)',
    ],
    ['4 years of experience can be substituted for the bachelor’s degree.', '4 years of experience'],
    ['RHIT in its place.', 'rhit'],
  ])('is an alternative to the sentence before where only one is: %j', (sentence, expected) => {
    expect(read(`Requirements:\nBachelor’s degree required. ${sentence}`)).toEqual([
      `required: bachelor's degree or ${expected}`,
    ]);
  });
});

describe('what is no demand', () => {
  it.each([
    'Sorry, we cannot take CPC-A or CCA for this one.',
    'Communicates nursing needs to the RN supervisor',
    'Works under the direction of the RN',
    'Collaborates daily with nurses, chaplains and CNA leadership',
    'Supports our team of auditors, most of them certified in CPC',
    'Assists coders (RHIT, CCS) with incomplete charts',
    'CCS and the like will not raise your pay',
    'A CNA course behind you? Lovely.',
    'ACLS and PALS are required for certain areas',
    'Most of our interns sit for RHIT, and last year four were hired within 6 months',
  ])('asks for nothing in %j', (text) => {
    expect(read(`Requirements:\n• ${text}`)).toEqual([]);
  });

  it.each([
    ['3 years of inpatient coding, 5 preferred', ['required: 3 years of inpatient coding experience']],
    ['One year of office experience, healthcare preferred', ['required: 1 year of office experience']],
    ['Commit to two shifts per week for at least 1 year', []],
    ['The impact you will have in 6 months', []],
    ['no less than eighteen months of coding experience', ['required: 1.5 years of coding experience']],
    ['between two and four years of litigation experience', ['required: 2 years of litigation experience']],
    ['No experience, we train you', ['required: no prior experience']],
    ["You don't need a diploma or degree", ['required: no formal education']],
  ])('reads the years of %j', (text, expected) => {
    expect(read(`Requirements:\n• ${text}`)).toEqual(expected);
  });
});

describe('grace', () => {
  it.each([
    ['CCS must be obtained in 18 months', 18],
    ['CCS, to be earned no later than 9 months after your start date if you do not have it', 9],
    ['CCS within the first year of employment', 12],
    ['CCS by your first anniversary', 12],
    ['CCS, held now or earned in your first twelve months with us', 12],
    ['CCS within one hundred eighty (180) days of hire', 6],
    ['CCS within 6 to 12 months of hire', 12],
    ['CCS. A candidate who is not certified will be given nine (9) months to become so.', 9],
    ['Certification (within 6 months): CCS', 6],
    ['Certification (within six months): CCS', 6],
    ['Certification (within six months):\n• CCS', 6],
    ['Within 6 months: CCS', 6],
    ['CCS by the end of your first 6 months', 6],
    ['CCS during the first 6 months of employment', 6],
    ['CCS by month 6', 6],
    ['CCS with a 6 month grace period', 6],
    ['CCS (grace period: 90 days)', 3],
    ['CCS required. A grace period of one year is given.', 12],
  ])('gives the time of %j', (text, months) => {
    expect(read(`Requirements:\n• ${text}`)).toEqual([`required: ccs, within ${months} months of hire`]);
  });

  it.each([
    'CCS with no 6 month grace period',
    'CCS; 6 month probationary period',
    'Certification (obtained within the past 6 months): CCS',
    'During the first 6 months of employment coders are audited; CCS required',
  ])('finds no time to earn it in %j', (text) => {
    expect(read(`Requirements:\n• ${text}`)).toEqual(['required: ccs']);
  });

  it('takes the time of a label no further than its line', () => {
    expect(read('Requirements:\nCertification (within six months): RHIT\nLicense: RN')).toEqual([
      'required: rhit, within 6 months of hire',
      'required: rn',
    ]);
  });

  it('leaves a physical exam within 14 days to itself', () => {
    expect(read('Requirements:\nMust be RHIT. Must pass a physical exam within 14 days of hire.')).toEqual([
      'required: rhit',
    ]);
  });
});

describe('licences and studies', () => {
  it.each([
    ['Current Utah RN license', ['required: rn (Utah)']],
    ['RN license in Kentucky, Indiana or Ohio', ['required: rn (Kentucky), rn (Indiana) or rn (Ohio)']],
    ['Licensed as a Registered Nurse in the State of Ohio or a compact state', ['required: rn (Ohio) or rn (compact)']],
    ['Registered Nurse, licensed by the Arizona State Board of Nursing', ['required: rn (Arizona)']],
    ['RN licensed in the state of practice', ['required: rn']],
    ['Valid Ohio RN license, or eligibility for one', ['required: rn (Ohio) or rn (Ohio) eligibility']],
    [
      "Currently enrolled in a bachelor's program in HIM",
      ["required: bachelor's degree (in progress or finished) in HIM"],
    ],
  ])('reads %j', (text, expected) => {
    expect(read(`Requirements:\n• ${text}`)).toEqual(expected);
  });
});
