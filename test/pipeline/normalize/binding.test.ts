import { describe, expect, it } from 'vitest';
import { describeNode } from '../../../src/pipeline/normalize/describe.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const demandsOf = (text: string): string[] =>
  readPosting({ title: 'Coder', text: `Requirements:\n${text}` }, shippedIndex()).requirements.map(
    ({ strength, node }) => `${strength}: ${describeNode(node, (id) => id)}`,
  );
const required = (...demands: string[]): string[] => demands.map((one) => `required: ${one}`);

describe('"A, or B and N"', () => {
  it.each([
    [
      "Bachelor's degree, or high school diploma and four years of office work",
      "bachelor's degree or (high school diploma and 4 years of office experience)",
    ],
    [
      "Bachelor's degree, or high school diploma plus two years of coding experience",
      "bachelor's degree or (high school diploma and 2 years of coding experience)",
    ],
    [
      "Bachelor's degree in HIM; or RHIT and five years' experience",
      "bachelor's degree in HIM or (rhit and 5 years of experience)",
    ],
    ['RHIA, or RHIT and two years of experience', 'rhia or (rhit and 2 years of experience)'],
    ['RHIA, or RHIT w/ two years of experience', 'rhia or (rhit and 2 years of experience)'],
    ["Bachelor's degree, or associate degree and RHIT", "bachelor's degree or (associate's degree and rhit)"],
    ["Bachelor's degree, or RHIT with CCS, CIC, or CPC", "bachelor's degree or (rhit and (ccs, cic or cpc))"],
    [
      'CCS; or RHIA or RHIT with two years of inpatient coding',
      'ccs or ((rhia or rhit) and 2 years of inpatient coding experience)',
    ],
    ['CCS; or RHIA or RHIT and two years of experience', 'ccs or ((rhia or rhit) and 2 years of experience)'],
  ])('binds the two in %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(expected));
  });

  it.each([
    [
      "Bachelor's degree or high school diploma, and four years of experience",
      "bachelor's degree or high school diploma",
    ],
    [
      "Bachelor's degree, or high school diploma, and four years of experience",
      "bachelor's degree or high school diploma",
    ],
    [
      "Bachelor's degree or high school diploma and four years of experience",
      "bachelor's degree or high school diploma",
    ],
    ["Bachelor's degree, or RHIT, and must have four years of experience", "bachelor's degree or rhit"],
    ['RHIA, RHIT, or CCS and four years of experience', 'rhia, rhit or ccs'],
    ['High school diploma, or GED and four years of experience', 'high school diploma'],
  ])('does not in %j', (text, choice) => {
    expect(demandsOf(text)).toEqual(required(choice, '4 years of experience'));
  });

  it.each([
    ['RN, or LPN and two years of experience, and BLS', ['rn or (lpn and 2 years of experience)', 'bls']],
    ['RN, or LPN with two years of experience, and BLS', ['rn or (lpn and 2 years of experience)', 'bls']],
    ['Associate degree, or two years of experience and CPC', ["associate's degree or 2 years of experience", 'cpc']],
  ])('leaves to everybody what stands apart in %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(...expected));
  });
});

describe('pairs', () => {
  it.each([
    [
      'Associate degree with RHIT, bachelor’s degree with RHIA, or CCS with two years of experience',
      "(associate's degree and rhit), (bachelor's degree and rhia) or (ccs and 2 years of experience)",
    ],
    [
      'Associate degree and RHIT, bachelor’s degree and RHIA, or CCS and two years of experience',
      "(associate's degree and rhit), (bachelor's degree and rhia) or (ccs and 2 years of experience)",
    ],
    [
      'Associate degree with RHIT, bachelor’s degree with RHIA, or CCS',
      "(associate's degree and rhit), (bachelor's degree and rhia) or ccs",
    ],
    [
      'RHIT with 2 years of experience; RHIA; or CCS with 1 year of experience',
      '(rhit and 2 years of experience), rhia or (ccs and 1 year of experience)',
    ],
    [
      'Six months of filing experience and six months of coding experience, or an associate degree',
      "(6 months of filing experience and 6 months of coding experience) or associate's degree",
    ],
  ])('are the alternatives of %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(expected));
  });

  it.each([
    ['Associate degree with RHIT, CCS, or CPC', ["associate's degree", 'rhit, ccs or cpc']],
    ['High school diploma, RHIT and CCS, or CPC', ['high school diploma', '(rhit and ccs) or cpc']],
    ['RN and BLS, or 2 years of experience', ['rn', 'bls or 2 years of experience']],
  ])('are none in %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(...expected));
  });
});

describe('strokes and words that join no leaves', () => {
  it.each([
    ['Two years of coding/audit experience All coders must have a CPC', ['2 years of coding/audit experience', 'cpc']],
    ["Bachelor's degree in HIM/HIT RHIT", ["bachelor's degree in HIM or HIT", 'rhit']],
    ['Associate degree w/ 2 years of experience', ["associate's degree", '2 years of experience']],
    [
      'BLS within three months of hire or transfer Six months of nursing experience',
      ['bls, within 3 months of hire', '6 months of nursing experience'],
    ],
  ])('%j asks for all', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(...expected));
  });

  it.each([
    ["Bachelor's degree/RHIT", "bachelor's degree or rhit"],
    ['CPC certification / CCS certification', 'cpc or ccs'],
    ['RHIT within 6 months of hire or CCS', 'rhit (within 6 months of hire) or ccs'],
  ])('%j is a choice', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(expected));
  });
});

describe('an alternative that cannot be read stays open', () => {
  it.each([
    [
      'RN licensed in Colorado or Utah; or a foreign medical graduate',
      'rn (Colorado), rn (Utah) or “foreign medical graduate”',
    ],
    ['RN, or RHIA with coding experience, or physician trained abroad', 'rn, rhia or “physician trained abroad”'],
    ['RHIT or be enrolled in an HIM program', 'rhit or “enrolled in an HIM program”'],
    ['RHIT, or currently in the last year of an HIM program', 'rhit or “in the last year of an HIM program”'],
    ['Associate degree, or 60 college credits', "associate's degree or “60 college credits”"],
    [
      'Associate degree, 60 credits, or two years of coding experience',
      "associate's degree, “60 credits” or 2 years of coding experience",
    ],
    ['Associate degree or two years of college', "associate's degree or “two years of college”"],
    ['Associate degree or military training in records', "associate's degree or “military training in records”"],
    ["Bachelor's degree or coursework in HIM", "bachelor's degree or “coursework in HIM”"],
    ['One year of ROI, or any hospital registration work', '1 year of ROI experience or “hospital registration work”'],
    ['Two years of experience, or completion of our training', '2 years of experience or “completion of our training”'],
    [
      'Six months of filing experience and six months of specialized experience, or two years above high school',
      '(6 months of filing experience and 6 months of specialized experience) or “two years above high school”',
    ],
    ['PhD or three full years of graduate study', 'doctorate or “three full years of graduate study”'],
  ])('in %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(expected));
  });

  it.each([
    ['60 college credits required', "associate's degree"],
    [
      "Bachelor's degree in nursing, public health, or a related program",
      "bachelor's degree in nursing or public health",
    ],
    ["Bachelor's degree or higher", "bachelor's degree"],
    ['2 years in a hospital, or a similar work setting', '2 years of hospital experience'],
    ['2 years of coding, or billing experience', '2 years of coding or billing experience'],
    ['RN with experience with physicians, or nurse practitioners', 'rn'],
    ['BLS required for physicians, or a trained nurse', 'bls'],
    ['Associate degree or completion of a coding program', "associate's degree or certificate or diploma program"],
  ])('and none is invented in %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(expected));
  });

  it.each([
    [
      '• RHIT or CCA\n• Or currently in the last year of a course',
      ['rhit, cca or “currently in the last year of a course”'],
    ],
    ['• RHIT or\n• Trained in the armed forces', ['rhit or “Trained in the armed forces”']],
    ['• RHIT\nOR\n• Trained in the armed forces', ['rhit or “Trained in the armed forces”']],
    [
      '• Associate degree and two years of experience\n• Or taught by us',
      ["(associate's degree and 2 years of experience) or “taught by us”"],
    ],
    ['All of the following:\n• RHIT\n• Or a trained clerk\n• BLS', ['rhit or “a trained clerk”', 'bls']],
    [
      'One of the following is required:\n• CPC\n• Certified Ledger Reader of Ruritania\n• Knowledge of anatomy',
      ['cpc or “Certified Ledger Reader of Ruritania”'],
    ],
    ['• RHIT\n• Or apply by phone', ['rhit']],
    ['• RHIT required\n• Or must obtain certification within 12 months', ['rhit, within 12 months of hire']],
    ['• Speed matters\n• Or so we think\n• RHIT', ['rhit']],
  ])('on lines of their own: %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(...expected));
  });

  it.each([
    [
      'Four points, which may be earned through the following: leading a project; advanced degree (MSN); relief charge',
      ["master's degree or “leading a project; advanced degree (MSN”"],
    ],
    [
      'Four points, which can be met by any of these:\n• Leading a project\n• Advanced degree (MSN)\n• Relief charge',
      ["“Leading a project”, master's degree or “Relief charge”"],
    ],
    ['CPC may be obtained through our school: CPC required', ['cpc']],
  ])('where ways are offered: %j', (text, expected) => {
    expect(demandsOf(text)).toEqual(required(...expected));
  });
});
