import { describe, expect, it } from 'vitest';
import { describeNode } from '../../../src/pipeline/normalize/describe.ts';
import { labelsOf } from '../../../src/pipeline/normalize/labels.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const posting = (text: string) => readPosting({ title: 'Coder', text: `Requirements:\n${text}` }, shippedIndex());

/** What is read of a whole text, and of a text below a heading. */
const demandsOf = (text: string): string[] =>
  readPosting({ title: 'Coder', text }, shippedIndex()).requirements.map(
    (one) => `${one.strength}: ${describeNode(one.node, (id) => id)}`,
  );
const read = (text: string): string[] => demandsOf(`Requirements:\n${text}`);

describe('whole alternatives of credentials', () => {
  it.each([
    'RHIA, or RHIT with CCS',
    'RHIA; or RHIT with CCS',
    'RHIA, or RHIT (with CCS)',
    'RHIA, OR RHIT WITH CCS',
    'rhia, or rhit with ccs',
    'RHIA, or RHIT plus CCS',
    'RHIA, or RHIT and CCS',
    'RHIA, or RHIT & CCS',
    'RHIA, or RHIT along with CCS',
    'RHIA, or RHIT in addition to CCS',
    'RHIA, or RHIT as well as CCS',
    'RHIA, or RHIT together with CCS',
    'RHIA,\nor RHIT with CCS',
    'RHIA, and/or RHIT with CCS',
    'Must hold RHIA, or RHIT with CCS',
    'RHIA, or RHIT with CCS required',
    'Either RHIA, or RHIT with CCS',
    'Registered Health Information Administrator (RHIA), or Registered Health Information Technician (RHIT) with CCS',
  ])('are read from %j', (text) => {
    expect(read(text)).toEqual(['required: rhia or (rhit and ccs)']);
  });

  it.each([
    'RHIT with CCS, or RHIA',
    'RHIT with CCS; or RHIA',
    'RHIT plus CCS, or RHIA',
    'RHIT and CCS, or RHIA',
    'RHIT along with CCS, or RHIA',
    'RHIT in addition to CCS, or an active RHIA',
    'Either RHIT and CCS, or RHIA',
  ])('are read from %j, the group first', (text) => {
    expect(read(text)).toEqual(['required: (rhit and ccs) or rhia']);
  });

  it.each([
    ['RN with CCS or CIC, or RHIA with CCS', '(rn and (ccs or cic)) or (rhia and ccs)'],
    ['RN with CCS/CIC, or RHIA & CCS', '(rn and (ccs or cic)) or (rhia and ccs)'],
    ['RN with CCS, CIC or CPC, or RHIA with CCS', '(rn and (ccs, cic or cpc)) or (rhia and ccs)'],
    ['CCDS and an active RN license, or CCDS and CCS', '(ccds and rn) or (ccds and ccs)'],
    ['RHIA, RHIT, or RN with CCS or CIC', 'rhia, rhit or (rn and (ccs or cic))'],
    ['RHIA/RHIT, or RN with CCS', 'rhia, rhit or (rn and ccs)'],
    ['RHIA, RHIT with CCS, or RN', 'rhia, (rhit and ccs) or rn'],
    ['RHIA with CIC, RHIT with CCS, or RN', '(rhia and cic), (rhit and ccs) or rn'],
    ['RHIA; RHIT with CCS; or RN with CIC', 'rhia, (rhit and ccs) or (rn and cic)'],
    ['One of the following: RHIA, RHIT, or RN with CCS', 'rhia, rhit or (rn and ccs)'],
    ['CPC, CPMA and CCS, or RHIA', '(cpc, cpma and ccs) or rhia'],
    ['CPC, or CPC-A with CPMA', 'cpc or (cpc-a and cpma)'],
    ['RHIA, or RHIT with CCS, or equivalent', 'rhia, (rhit and ccs) or equivalent credential'],
    [
      'CPC plus CPMA, or CPC with CPMA within one (1) year of employment',
      '(cpc and cpma) or (cpc and cpma (within 12 months of hire))',
    ],
    [
      'RHIA, or RHIT with CCS or CIC within 6 months of hire',
      'rhia or (rhit and (ccs or cic) (within 6 months of hire))',
    ],
    ['Bachelor’s degree, or RHIT with CCS, or CPC', "bachelor's degree, (rhit and ccs) or cpc"],
  ])('are read from %j', (text, expected) => {
    expect(read(text)).toEqual([`required: ${expected}`]);
  });

  it('are not mixed with the demands beside them', () => {
    expect(read('RHIA, or RHIT with CCS, and 3 years of coding experience')).toEqual([
      'required: rhia or (rhit and ccs)',
      'required: 3 years of coding experience',
    ]);
    expect(read('RN and BLS, or LPN and BLS, and ACLS')).toEqual([
      'required: (rn and bls) or (lpn and bls)',
      'required: acls',
    ]);
    expect(read('RHIA, or RHIT with CCS required; CPC preferred')).toEqual([
      'required: rhia or (rhit and ccs)',
      'preferred: cpc',
    ]);
  });

  it.each([
    ['• RHIT with CCS\n• or RHIA', ['(rhit and ccs) or rhia']],
    ['• RHIT with CCS or\n• RHIA', ['(rhit and ccs) or rhia']],
    ['• RHIA\nor\n• RN with CCS or CIC', ['rhia or (rn and (ccs or cic))']],
    ['• RHIA or\n• RHIT or\n• RN with CCS', ['rhia, rhit or (rn and ccs)']],
    ['• RN required, BLS within 30 days\n• or LPN', ['rn', 'bls (within 1 month of hire) or lpn']],
    ['• BLS\n• RHIT\n• or RHIA', ['bls', 'rhit or rhia']],
  ])('may stand on lines of their own: %j', (text, expected) => {
    expect(read(text)).toEqual(expected.map((one) => `required: ${one}`));
  });

  it('may name one credential on both sides', () => {
    expect(read('CPC, or CPC with CPMA')).toEqual(['required: cpc or (cpc and cpma)']);
  });

  it('meet an umbrella that every one of them is covered by', () => {
    expect(read('Coding certification required. CPC, or CCS with CIC.')).toEqual(['required: cpc or (ccs and cic)']);
  });
});

describe('what is no whole alternative', () => {
  it.each([
    ['RN, RHIA or RHIT, and CCDS or CDIP', ['rn, rhia or rhit', 'ccds or cdip']],
    ['RHIT and CCS or CPC', ['rhit', 'ccs or cpc']],
    ['RHIT with CCS, CIC, or CPC', ['rhit', 'ccs, cic or cpc']],
    ['RHIA or RHIT, plus CCS', ['rhia or rhit', 'ccs']],
    ['RHIA or RHIT with CCS', ['rhia or rhit', 'ccs']],
    ['RHIA or RHIT with 3 years of experience', ['rhia or rhit', '3 years of experience']],
    ['RHIA or RHIT required, CCS within 12 months of hire', ['rhia or rhit', 'ccs, within 12 months of hire']],
    ['CPC or CCS, and five years in inpatient coding', ['cpc or ccs', '5 years of inpatient coding experience']],
    ['RN license and BLS, or ability to obtain BLS', ['rn', 'bls or bls eligibility']],
    ['RHIT; CCS', ['rhit', 'ccs']],
    ['RHIA; RHIT; or CCS', ['rhia, rhit or ccs']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected.map((one) => `required: ${one}`));
  });
});

describe('the lists of whole alternatives', () => {
  it.each([
    ['RHIA, or RHIT with CCS', ['rhia rhit', 'rhia ccs']],
    ['CCDS and an active RN license, or CCDS and CCS', ['ccds', 'rn ccs']],
    ['RN with CCS or CIC, or RHIA with CCS', ['rn rhia', 'rn ccs', 'ccs cic']],
  ])('of %j are each met by any one of their ids', (text, expected) => {
    const lists = labelsOf(posting(text)).credentialsRequired;

    expect(lists.map((list) => list.join(' '))).toEqual(expected);
  });

  it('stay few, and never ask for more than the posting does', () => {
    const text = 'RHIA with RHIT and CCS, or CPC with COC and CIC, or RN with BLS and ACLS, or CRC with CPMA and CDIP';

    expect(labelsOf(posting(text)).credentialsRequired).toEqual([
      ['rhia', 'rhit', 'ccs', 'cpc', 'coc', 'cic', 'rn', 'bls', 'acls', 'crc', 'cpma', 'cdip'],
    ]);
  });
});

describe('a wish for the setting behind a semicolon', () => {
  it.each([
    ['One year of customer service; HIM setting preferred', '1 year of customer service experience'],
    ['1 year of patient service; hospital setting preferred', '1 year of patient service experience'],
    ['3 years of coding; inpatient preferred', '3 years of coding experience'],
    ['Two years of billing; acute care strongly preferred', '2 years of billing experience'],
  ])('leaves the years of %j required', (text, expected) => {
    expect(read(text)).toEqual([`required: ${expected}`]);
  });

  it('does not take years of service for experience', () => {
    expect(read('Recognised after 5 years of service')).toEqual([]);
  });
});

describe('a choice above its list', () => {
  it.each([
    'One of the following:\n• RHIA\n• RHIT\n• 3 years of coding experience',
    'One of the following is required:\n• RHIA\n• RHIT\n• At least 3 years of coding experience',
    'One of these:\n• RHIA\n• RHIT\n• 3+ years of coding experience',
    'One of the following certifications or experience:\n• RHIA\n• RHIT\n• 3 years of coding experience',
    'One of these certifications:\n• RHIA\n• RHIT\n• or 3 years of coding experience',
  ])('takes years for one of its items: %j', (text) => {
    expect(read(text)).toEqual(['required: rhia, rhit or 3 years of coding experience']);
  });

  it.each([
    'One of these certifications:\n• RHIA\n• RHIT\n• 3 years of coding experience',
    'One of these certifications\n• RHIA\n• RHIT\n• 3 years of coding experience',
    'One of the following credentials is required:\n• RHIA\n• 3 years of coding experience\n• RHIT',
    'One of the following certifications:\n• RHIA\n• RHIT\n• At least 3 years of coding experience',
  ])('of credentials alone takes no years for one: %j', (text) => {
    const expected = ['required: rhia or rhit', 'required: 3 years of coding experience'];

    expect(read(text)).toEqual(expected);
    expect(demandsOf(text)).toEqual(expected);
  });

  it('keeps the one that is liked best among the others', () => {
    expect(read('One of the following:\n• RHIA (preferred)\n• RHIT\n• CCS')).toEqual([
      'required: rhia, rhit or ccs',
      'preferred: rhia',
    ]);
  });

  it('asks for nothing among the benefits', () => {
    expect(demandsOf('Benefits\nOne of these certifications:\n• RHIA\n• RHIT')).toEqual([]);
  });
});

describe('experience without years', () => {
  it.each([
    ['RAC-CT or experience with the MDS', ['required: rac-ct or equivalent experience']],
    ['RHIT certification, or coding experience', ['required: rhit or equivalent experience']],
    ['RHIA, RHIT, or relevant experience', ['required: rhia, rhit or equivalent experience']],
    ['RN or LPN experience', ['required: rn or equivalent experience']],
    ['Bachelor’s degree or experience', ["required: bachelor's degree or equivalent experience"]],
    ['Bachelor’s degree in HIM or coding experience', ["required: bachelor's degree in HIM or equivalent experience"]],
    ['Bachelor’s degree or equiv. experience', ["required: bachelor's degree or equivalent experience"]],
    ['Bachelor’s or equivalent years of experience', ["required: bachelor's degree or equivalent experience"]],
    ['Experience or an associate degree in HIM', ["required: equivalent experience or associate's degree in HIM"]],
    [
      'Experience, an associate degree in HIM, or completion of a coding school',
      ["required: equivalent experience, associate's degree in HIM or certificate or diploma program"],
    ],
    [
      'Associate degree or experience in billing, and RHIT',
      ["required: associate's degree or equivalent experience", 'required: rhit'],
    ],
  ])('is an alternative in %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['RHIT and experience with Epic', ['required: rhit']],
    ['RHIT or CCS. Experience with Epic or Cerner.', ['required: rhit or ccs']],
    ['Associate degree and knowledge or experience in billing', ["required: associate's degree"]],
    ['Associate degree; knowledge of or experience with Epic', ["required: associate's degree"]],
    ['Associate degree, coding or billing experience', ["required: associate's degree"]],
    [
      'High school diploma or equivalent, and coding experience',
      ['required: high school diploma or equivalent education'],
    ],
    ['Experience with Epic, RHIT or RHIA required', ['required: rhit or rhia']],
    ['Experience, associate degree and RHIT required', ["required: associate's degree", 'required: rhit']],
    ['No degree or experience required', ['required: no formal education']],
    ['RHIT or 3 years of experience', ['required: rhit or 3 years of experience']],
  ])('is none in %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it.each(['RN with CCS, or CIC, and ', 'RHIA; RHIT with CCS; or ', 'CPC, CPMA and CCS, or ', 'CPC, or CPC with '])(
  'finishes on a megabyte of %j',
  (words) => {
    const text = words.repeat(Math.ceil(1_000_000 / words.length));

    expect(posting(text).requirements.length).toBeGreaterThan(0);
  },
);
