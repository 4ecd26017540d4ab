import { describe, expect, it } from 'vitest';
import { describeNode } from '../../../src/pipeline/normalize/describe.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

function readWith(title: string, text: string): string[] {
  const { requirements } = readPosting({ title, text }, shippedIndex());
  return requirements.map(({ strength, node }) => `${strength}: ${describeNode(node, (id) => id)}`);
}

/** The lines of a list of requirements, with bars between them. */
function read(lines: string): string[] {
  return readWith(
    'Coder',
    `Requirements\n${lines
      .split(' | ')
      .map((line) => `• ${line}`)
      .join('\n')}`,
  );
}

type Case = readonly [lines: string, expected: readonly string[]];

describe('a demand that must not be lost', () => {
  it.each<Case>([
    [
      'Working toward the ODS certification, to be done within 30 months',
      ['ods eligibility, within 30 months of hire'],
    ],
    ['Working toward the RHIT certification', ['rhit eligibility']],
    ['Must be working towards an RHIT', ['rhit eligibility']],
    ['Must work toward the CPC credential within one year', ['cpc, within 12 months of hire']],
    ['Currently working towards certification as an RHIT', ['rhit eligibility']],
    ['Working toward, or holding, the RHIT', ['rhit eligibility']],
    ['Working with the RHIT to code charts', []],
    ['Works toward the goals set by the RN', []],
  ])('reads %j: what one works toward', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it.each<Case>([
    ['Coding certification required, CRC within 6 months', ['coding-credential', 'crc, within 6 months of hire']],
    ['Coding certification required | CRC within 6 months', ['coding-credential', 'crc, within 6 months of hire']],
    ['Coding certification required; CRC required', ['crc']],
  ])('reads %j: what may come later proves nothing for today', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it.each<Case>([
    [
      'Keeps certifications (NRP, PALS, etc.) per unit assignment, as asked for Two years of nursing experience Current Ohio RN license',
      ['2 years of nursing experience', 'rn (Ohio)'],
    ],
    ['BLS required, ACLS per unit, RN license', ['bls', 'rn']],
    ['RN license required, PALS based on unit', ['rn']],
    ['RN, BLS, ACLS per unit', ['rn']],
    ['Active RN license, and other certifications (ACLS, PALS) based on department', ['rn']],
    ['Per unit: ACLS or PALS', []],
    ['ACLS and PALS are needed for certain areas', []],
  ])('reads %j: a condition holds for what stands beside it', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it.each<Case>([
    ['CRC preferred at hire and required by month twelve', ['crc, within 12 months of hire']],
    ['CCS by month six', ['ccs, within 6 months of hire']],
    ['CCS by the end of the ninth month', ['ccs, within 9 months of hire']],
    ['Must achieve RHIT during the first six months', ['rhit, within 6 months of hire']],
    ['RHIT in the first 90 days', ['rhit, within 3 months of hire']],
    ['RHIT | In your first 90 days you will meet the team', ['rhit']],
    ['RHIT | In the first six months you will obtain the hospital badge', ['rhit']],
  ])('reads %j: the time in which it is due', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it.each<Case>([
    ['A year in a physician practice', ['1 year of physician practice experience']],
    ['Minimum of a year in health care', ['1 year of health care experience']],
    ['Half a year in an office', ['6 months of office experience']],
    ['Two fairs a year in Ohio', []],
    ['A year in review is written each June', []],
  ])('reads %j: a year', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it.each<Case>([
    [
      "Associate degree with six years of experience, or bachelor's degree with four",
      ["(associate's degree and 6 years of experience) or (bachelor's degree and 4 years of experience)"],
    ],
    [
      "High school diploma with five years of experience, associate degree with three, or bachelor's degree with one",
      [
        "(high school diploma and 5 years of experience), (associate's degree and 3 years of experience) or (bachelor's degree and 1 year of experience)",
      ],
    ],
    ["Bachelor's degree with a 3.0 GPA, or associate degree with two", ["bachelor's degree or associate's degree"]],
    [
      'Five years of coding experience, three in management',
      ['5 years of coding experience', '3 years of management experience'],
    ],
    [
      'Five years of coding experience, two of them leading people',
      ['5 years of coding experience', '2 years of leading people experience'],
    ],
    ['Ten years of experience leading teams, one at a time', ['10 years of leading teams experience']],
    ['Two years of coding, five in any field', ['2 years of coding experience']],
  ])('reads %j: a figure without its unit', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it.each<Case>([
    ['Degree in nursing', ['required: “Degree in nursing”']],
    ["Degree in nursing, master's preferred", ['required: “Degree in nursing”', "preferred: master's degree"]],
    ['A degree in accounting', ['required: “A degree in accounting”']],
    [
      'Must have a degree in nursing and an active RN license',
      ['required: “Must have a degree in nursing”', 'required: rn'],
    ],
    ["Bachelor's degree in nursing", ["required: bachelor's degree in nursing"]],
    ['No degree in nursing required', []],
    ['We help you get a degree in nursing', []],
    ['Degree in progress', []],
  ])('reads %j: a degree whose level is not said', (lines, expected) => {
    expect(read(lines)).toEqual(expected);
  });

  it.each<Case>([
    [
      '5 years of experience; 3 years for those with advanced degrees',
      ["5 years of experience or (master's degree and 3 years of experience)"],
    ],
    [
      'Five years of coding, or two years for those with an RHIA',
      ['5 years of coding experience or (rhia and 2 years of experience)'],
    ],
    [
      "5 years of experience or 3 years with a master's degree",
      ["5 years of experience or (master's degree and 3 years of experience)"],
    ],
    ["3 years of experience for those with a master's degree", []],
    ['RN or LPN; five years for LPNs', ['rn or (lpn and 5 years of experience)']],
    ['3 years of experience caring for those with a disability', ['3 years of caring experience']],
  ])('reads %j: fewer years for some', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });
});

describe('a demand that must not be invented', () => {
  it.each<readonly [title: string, expected: readonly string[]]>([
    ['Growth Marketer (Paid Search, CPC and ROI)', []],
    ['Growth Marketer (CPC)', []],
    ['Software Engineer (CCS Toolchain)', []],
    ['Analyst, Risk and CIC', []],
    ['RN Case Manager (CCM a bonus)', ['rn']],
    ['Medical Coder (CPC)', ['cpc']],
    ['Inpatient Coder, CCS', ['ccs']],
    ['Tumor Registrar (CTR)', ['ods']],
    ['Nursing Aide (CNA)', ['cna']],
    ['Night Shift CNA', ['cna']],
    ['CNA - Nights', ['cna']],
    ['Accountant (CPA)', ['cpa']],
    ['Coder (CPC/CCS)', ['cpc or ccs']],
    ['HIM Manager, RHIA', ['rhia']],
  ])('%j: letters in a title need a word beside them', (title, expected) => {
    expect(readWith(title, 'We meet on Mondays.')).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it('takes the letters of a title where the text asks for credentials', () => {
    expect(readWith('Patient Care Technician (CNA)', 'Requirements\n• BLS')).toEqual([
      'required: bls',
      'required: cna',
    ]);
  });

  it.each<Case>([
    ['CAISS or CSTR preferred, must complete an AIS course within the first year', ['preferred: caiss or cstr']],
    ['RHIT preferred, must complete HIPAA training within 30 days', ['preferred: rhit']],
    ['RHIT preferred, must pass a coding test within 30 days', ['preferred: rhit']],
    ['RN preferred, must have a physical within 30 days', ['preferred: rn']],
    ['RHIT | Must complete HIPAA training within 30 days of hire', ['required: rhit']],
    ['RN; annual competency assessment within 90 days', ['required: rn']],
    ['Current PALS CPI Training within three months of hire', ['required: pals']],
    ['RHIT | Must be obtained within 12 months of hire', ['required: rhit, within 12 months of hire']],
    ['CCDS preferred, must sit for the examination within 30 months', ['required: ccds, within 30 months of hire']],
    ['CPC preferred, must pass the exam within 6 months', ['required: cpc, within 6 months of hire']],
    ['ACLS, or must take a class within 60 days', ['required: acls, within 2 months of hire']],
    ['CPR certification, must take course within 60 days', ['required: cpr, within 2 months of hire']],
    ['BLS must be obtained by completing a course within 30 days', ['required: bls, within 1 month of hire']],
    ['BLS, must complete the class within 30 days of hire', ['required: bls, within 1 month of hire']],
    ['RHIT preferred, must complete the certification within 12 months', ['required: rhit, within 12 months of hire']],
  ])('reads %j: what the time is given for', (lines, expected) => {
    expect(read(lines)).toEqual(expected);
  });

  it.each<Case>([
    ['You will have the opportunity to earn your CCS certification', []],
    ['RHIT | We give you the chance to earn the CCS', ['rhit']],
    ['Must use the opportunity to obtain RHIT within 6 months', ['rhit, within 6 months of hire']],
    ['Opportunity for people who hold RHIT', ['rhit']],
    ['Knowing a CCS from a CPC without looking it up', []],
    ['Knows the difference between RHIA and RHIT', []],
    ['Know ICD-10-CM; RHIT from AHIMA', ['rhit']],
    ['RHIT, with a commitment of at least 1 year', ['rhit']],
    ['Must commit to 2 years', []],
    ['Commitment to quality and at least 3 years of experience', ['3 years of experience']],
    ['One year of coding of any kind; HCC experience not required', ['1 year of coding experience']],
    ['HCC experience not required', []],
    ['Management experience not required', []],
    ['No RHIT or experience needed', ['no prior experience']],
    ['No prior coding experience required', ['no prior experience']],
  ])('reads %j: an offer, a comparison, a promise', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });

  it.each<Case>([
    ['As a new technician, you are required to complete an extensive Technician Training Program', []],
    ['Must complete our Technician Training Program within 90 days', []],
    ['Completion of our training program', []],
    ['Completion of a medical coding training program required', ['required: certificate or diploma program']],
    ['Must complete a phlebotomy training program', ['required: certificate or diploma program']],
    ['Our next colleague completed a coding training program', ['required: certificate or diploma program']],
    ['Must complete an accredited coding training program', ['required: certificate or diploma program']],
    [
      "Bachelor's degree preferred. Experience may be substituted for the degree.",
      ["preferred: bachelor's degree or equivalent experience"],
    ],
    [
      "High school diploma required | Bachelor's degree preferred | Four years of experience in lieu of degree",
      ['required: high school diploma', "preferred: bachelor's degree or 4 years of experience"],
    ],
    [
      "Associate degree required | Bachelor's degree preferred | Four years of experience in lieu of degree",
      ["required: associate's degree or 4 years of experience", "preferred: bachelor's degree"],
    ],
    [
      "Bachelor's degree required If applicable, internal candidate with possession of ADN with current enrollment in a BSN program",
      ["required: bachelor's degree"],
    ],
  ])('reads %j: education', (lines, expected) => {
    expect(read(lines)).toEqual(expected);
  });
});

describe('brackets behind a credential', () => {
  it.each<Case>([
    ['RN (Tennessee or compact)', ['rn (Tennessee) or rn (compact)']],
    ['RN license (Ohio)', ['rn (Ohio)']],
    ['RN (OR or compact)', ['rn (Oregon) or rn (compact)']],
    ['RN (Kansas or Missouri) required', ['rn (Kansas) or rn (Missouri)']],
    ['LPN license (Kansas, Missouri, or compact)', ['lpn (Kansas), lpn (Missouri) or lpn (compact)']],
    ['RN (OR)', ['rn']],
    ['RN (Maine Medical Center)', ['rn']],
    ['RN (Ohio State graduates)', ['rn']],
    ['Informatics certification (NI-BC) within two years', ['ni-bc, within 24 months of hire']],
    ['Quality certification (CPHQ)', ['cphq']],
    ['Trauma registrar certification (CSTR, CAISS)', ['cstr or caiss']],
    ['Informatics certification, or NI-BC', ['informatics-cert or ni-bc']],
  ])('reads %j', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((demand) => `required: ${demand}`));
  });
});

describe('a list for some of the jobs only', () => {
  it.each([
    ['Positions that may involve driving require candidates to meet the following qualifications:', []],
    ['If the position involves driving, the following is required:', []],
    ['The position requires the following:', ['required: drivers-license']],
  ])('%s', (head, expected) => {
    expect(readWith('Coder', `Requirements\n${head}\n• A valid driver's license`)).toEqual(expected);
  });
});

describe('what is asked of the holders of one credential', () => {
  it.each<Case>([
    ['RHIT, RHIA, CCS or CCA; CCA holders earn the CCS within 18 months', ['rhit, rhia, ccs or cca']],
    ['CPC or CPC-A required. CPC-A holders must obtain the CPC within 2 years', ['cpc or cpc-a']],
    ['RHIA holders', ['rhia']],
    ['RHIA or CCS required; CCS may be earned within a year', ['rhia or ccs (within 12 months of hire)']],
  ])('%s', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((one) => `required: ${one}`));
  });
});

describe('where a licence must be valid', () => {
  it.each<Case>([
    ['Current RN Utah license', ['rn (Utah)']],
    ['RN OR LPN license', ['rn or lpn']],
    ['OR RN license', ['rn']],
    [
      'Licensed as a Registered Nurse in the State of Tennessee or holds a privilege to practice in the State of Tennessee under the Nurse Licensure Compact',
      ['rn (Tennessee) or rn (compact)'],
    ],
    ['RN license in Ohio. Compact cars park outside', ['rn (Ohio)']],
  ])('%s', (lines, expected) => {
    expect(read(lines)).toEqual(expected.map((one) => `required: ${one}`));
  });
});

describe('a certification that the duties name in passing', () => {
  it.each([
    [
      'Maintain ACLS certification.\nQualifications\nRN\nCurrent ACLS certification preferred',
      ['required: rn', 'preferred: acls'],
    ],
    [
      'Must hold ACLS.\nQualifications\nRN\nCurrent ACLS certification preferred',
      ['required: acls', 'required: rn', 'preferred: acls'],
    ],
  ])('%j', (text, expected) => {
    expect(readWith('Coder', text)).toEqual(expected);
  });
});
