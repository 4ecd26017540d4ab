import fc from 'fast-check';
import { EducationLevel } from '../../src/model/requirement.ts';
import type { Labels } from '../../src/pipeline/normalize/labels.ts';

/** What a careful reader reads, field by field; a field left out is not stated. */
export type Truth = Partial<Labels>;

/** One demand as an employer words it. `under`: the kind of section that it must stand in, `anywhere` when it needs none. */
export interface Demand {
  readonly lines: readonly string[];
  readonly under: 'required' | 'preferred' | 'anywhere';
  readonly truth: Truth;
}

/** Credentials named in one wording, as lists of which one id each is needed. */
interface Named {
  readonly words: string;
  readonly lists: readonly (readonly string[])[];
}

/** One of the values, any as likely as the others. */
export const pick = <const Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
/** The wordings of a list that is written with bars between them. */
export const wordings = (list: string): string[] => list.split('|').map((words) => words.trim());
/** A demand in one line, with a capital at its beginning. */
export const line = (words: string, under: Demand['under'], truth: Truth): Demand => ({
  lines: [words.charAt(0).toUpperCase() + words.slice(1)],
  under,
  truth,
});

/** Certifications in the wordings of postings, the letters first; none is also a word or somebody's initials. */
const SPELLINGS = [
  'RHIA|Registered Health Information Administrator|Registered Health Information Administrator (RHIA)',
  'RHIT|Registered Health Information Technician|RHIT (Registered Health Information Technician)',
  'CCS|Certified Coding Specialist|Certified Coding Specialist (CCS)|CCS (Certified Coding Specialist)',
  'CPC|Certified Professional Coder|Certified Professional Coder (CPC)',
  'CIC|Certified Inpatient Coder (CIC)',
  'CRC|Certified Risk Adjustment Coder|Certified Risk Adjustment Coder (CRC)',
  'CDIP|Certified Documentation Improvement Practitioner (CDIP)',
  'CCS-P|Certified Coding Specialist - Physician-based (CCS-P)',
].map(wordings);
/** One certification in one of its spellings. */
export const credential = pick(SPELLINGS).chain((spellings) =>
  pick(spellings).map((words) => ({ id: spellings[0]?.toLowerCase() ?? '', words })),
);
/** Different certifications. */
export const several = (least: number, most: number) =>
  fc.uniqueArray(credential, { minLength: least, maxLength: most, selector: (one) => one.id });

const enumerated = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${last}${words.at(-1)}`;
const orWords = (words: readonly string[]): string => enumerated(words, words.length > 2 ? ', or ' : ' or ');
const CHOICES: readonly ((words: readonly string[]) => string)[] = [
  orWords,
  (words) => enumerated(words, ' or '),
  (words) => words.join(' or '),
  (words) => enumerated(words, ' and/or '),
  (words) => `either ${orWords(words)}`,
  (words) => `one of the following: ${words.join(', ')}`,
  (words) => `one (1) of the following: ${orWords(words)}`,
];

/** "RHIA", "RHIA or RHIT", "CCS/CPC", "either …", "one of the following: …", "RHIT and CCS". */
const named: fc.Arbitrary<Named> = fc.oneof(
  credential.map(({ id, words }) => ({ words, lists: [[id]] })),
  fc.tuple(several(2, 5), pick(CHOICES)).map(([all, join]) => ({
    words: join(all.map((one) => one.words)),
    lists: [all.map((one) => one.id)],
  })),
  fc.tuple(several(2, 4), pick(['/', ' / '])).map(([all, slash]) => ({
    words: all.map((one) => one.id.toUpperCase()).join(slash),
    lists: [all.map((one) => one.id)],
  })),
  fc.tuple(several(2, 2), pick([' and ', ' with '])).map(([all, and]) => ({
    words: all.map((one) => one.words).join(and),
    lists: all.map((one) => [one.id]),
  })),
);

const SAID_REQUIRED = wordings(`{X} required|{X} is required|{X} certification required|{X} certification is required
  |{X} credential is mandatory|{X} certification is essential|{X} is a must|{X} needed|{X} required at time of hire
  |{X} certification required upon hire|{X} in good standing required|{X} - required|Required: {X}
  |Current {X} certification required|Must have {X}|Must hold {X} certification|Must be {X} certified|REQUIRED: {X}
  |Must currently hold {X}|Must possess {X} credential|You must hold {X}|You must have an active {X}|We require {X}
  |Candidates must possess {X}|Candidate must have a current {X}|Applicants must hold {X}|Requires {X}
  |The successful candidate will hold {X}|This position requires {X}|This role requires an active {X}
  |Required certification: {X}|Required credentials: {X}|Certification required: {X}|Minimum certification: {X}
  |Licensure/Certification: {X} required|License/Certification Required: {X}|Possession of {X} at time of hire`);
const SAID_PREFERRED = wordings(`{X} preferred|{X} is preferred|{X} certification preferred|{X} strongly preferred
  |{X} highly preferred|{X} certification is strongly preferred|{X} desired|{X} highly desirable|{X} would be a plus
  |{X} certification a plus|{X} certification is a plus|{X} is a big plus|{X} nice to have
  |{X} certification is an advantage|{X} credential is beneficial|{X} is helpful but not required|Preferred: {X}
  |{X} preferred but not required|{X} preferred, not required|{X} not required but preferred
  |{X} certification strongly encouraged|Nice to have: {X}|Desired: {X}|Bonus: {X}|Preferably {X}|Ideally {X}
  |We prefer {X}|We would love to see {X}|Preferred certification: {X}|Preferred credentials: {X}|Having {X} is a plus
  |Certification preferred: {X}|Candidates with {X} preferred|Preference given to candidates with {X}`);
const BARE = wordings(`{X}|{X} certification|{X} credential|Current {X} certification|Certified as {X}
  |Active {X} credential in good standing`);

function credentialsIn(words: string, { words: list, lists }: Named, strength: 'required' | 'preferred'): Demand {
  const truth: Truth =
    strength === 'required' ? { credentialsRequired: lists } : { credentialsPreferred: [...new Set(lists.flat())] };
  return line(words.replace('{X}', list), 'anywhere', truth);
}

/** Credentials with the strength in their own line, or in the heading of their section. */
export const credentialDemand: fc.Arbitrary<Demand> = fc.oneof(
  fc.tuple(pick(SAID_REQUIRED), named).map(([words, list]) => credentialsIn(words, list, 'required')),
  fc.tuple(pick(SAID_PREFERRED), named).map(([words, list]) => credentialsIn(words, list, 'preferred')),
  fc
    .tuple(pick([...BARE, 'Certification: {X}', 'Licensure/Certification: {X}']), named)
    .map(([words, list]): Demand => ({ ...credentialsIn(words, list, 'required'), under: 'required' })),
  fc
    .tuple(pick(BARE), named)
    .map(([words, list]): Demand => ({ ...credentialsIn(words, list, 'preferred'), under: 'preferred' })),
);

const CHOICE_HEADS = wordings(`One of the following is required:|One of the following certifications is required:
  |Must have one of the following certifications:|Must hold at least one of the following:|One of the following:
  |Requires one of the following credentials:|Candidates must possess one of these credentials:
  |Required certification (one of):|At least one of the following:
  |Must possess one of the following|Required: one of the following|One or more of the following:
  |Any of the following certifications:|Certified in one or more of the following:|You hold at least one of:`);
/** A choice under a head of its own, one credential a line. */
export const choiceUnderHead: fc.Arbitrary<Demand> = fc
  .tuple(pick(CHOICE_HEADS), several(2, 5), pick(['', ' certification', ', or', ';']))
  .map(([head, all, tail]) => ({
    lines: [head, ...all.map((one, at) => `${one.words}${at === all.length - 1 ? '' : tail}`)],
    under: 'required',
    truth: { credentialsRequired: [all.map((one) => one.id)] },
  }));

/** Grace periods with their months. */
const SPANS: readonly (readonly [months: number, spans: readonly string[]])[] = [
  [1, wordings('30 days|thirty (30) days|1 month')],
  [2, wordings('60 days|two months')],
  [3, wordings('90 days|ninety (90) days|3 months|12 weeks|the first 90 days')],
  [6, wordings('180 days|6 months|six months|six (6) months|the first 6 months')],
  [12, wordings('12 months|twelve (12) months|one year|1 year|one (1) year|a year|the first year|your first year')],
  [18, wordings('18 months|eighteen months')],
  [24, wordings('24 months|two years|two (2) years')],
];
const FROM_HIRE = wordings(`of hire|of employment|from hire|from date of hire|of hire date|of start date|after hire
  |of your start date|of being hired|of starting|of joining us|`);
const GRACES = wordings(`{X} within {G}|{X} required within {G}|{X} certification required within {G}|{X} (within {G})
  |{X} (required within {G})|{X} to be obtained within {G}|{X} must be obtained within {G}|Must obtain {X} within {G}
  |{X} must be completed within {G}|{X} preferred; must be obtained within {G}|{X} preferred, required within {G}
  |{X} required or must be obtained within {G}|{X} required. Must be obtained within {G}.|Obtain {X} within {G}
  |{X} is required for this position and must be obtained within {G}|Must be {X} certified within {G}
  |Must obtain {X} certification within {G}|Must become {X} certified within {G}|Requires {X} within {G}
  |Must pass the {X} exam within {G}|Expected to obtain {X} within {G}|Employee must earn {X} within {G}
  |{X} certification, or willingness to obtain within {G}`);
/** The period first. */
const GRACES_FIRST = wordings(`Within {G}, must obtain {X}|Within {G}: {X}|Within {G}, {X} certification is required
  |Must obtain within {G}: {X}|Must, within {G}, obtain {X}`);
const PLAIN_GRACES = wordings(`of hire|of employment|after hire|from date of hire|`);
const span = (spans: typeof SPANS) =>
  pick(spans).chain(([months, words]) => fc.tuple(fc.constant(months), pick(words)));
const oneList = named.filter(({ words, lists }) => lists.length === 1 && !/\([A-Z]/.test(words));
/** Credentials that may be earned after hire. */
export const graceDemand: fc.Arbitrary<Demand> = fc
  .oneof(
    fc.tuple(pick(GRACES), oneList, span(SPANS), pick(FROM_HIRE)),
    fc.tuple(
      pick(GRACES_FIRST),
      oneList.filter(({ words }) => !words.includes(':')),
      span(SPANS.slice(0, 4)),
      pick(PLAIN_GRACES),
    ),
  )
  .map(([words, list, [months, length], from]) => {
    const demand = credentialsIn(words.replace('{G}', `${length} ${from}`.trim()), list, 'required');
    return { ...demand, truth: { ...demand.truth, credentialWithinMonths: months } };
  });

const LEVELS: readonly (readonly [level: EducationLevel, spellings: readonly string[]])[] = [
  ['high_school', wordings('High school diploma|High school diploma or GED|High school diploma or equivalent')],
  ['high_school', wordings('HS diploma|High School Diploma/GED|HS diploma or GED|H.S. diploma or equivalent')],
  ['high_school', wordings('High school diploma, GED, or equivalent')],
  ['associate', wordings("Associate's degree|Associate degree|Associates degree|Associate’s Degree|AA/AS degree")],
  ['associate', wordings("AAS degree|2-year degree|Two-year college degree|Associate's Degree (A.A.)")],
  ['associate', wordings("Associate's degree or higher")],
  ['bachelor', wordings("Bachelor's degree|Bachelor degree|Bachelors degree|Bachelor’s Degree")],
  ['bachelor', wordings('Bachelor of Science degree|BS degree|BA/BS degree|B.S. degree|BS or BA degree')],
  ['bachelor', wordings("4-year degree|Four-year degree|Bachelor's Degree (BA/BS)|College degree|University degree")],
  ['bachelor', wordings("Undergraduate degree|Bachelor's degree or higher|Bachelor's or Master's degree")],
  ['master', wordings("Master's degree|Masters degree|Master degree|Master’s Degree|MS degree|MBA degree")],
  ['master', wordings("Graduate degree|Advanced degree|MA or MS degree|Master's degree or higher")],
  ['doctorate', wordings('Doctorate degree|Doctoral degree|Ph.D. degree|PhD or doctoral degree')],
];
const FIELDS = wordings(`|in Health Information Management|in a related field|in Nursing or a related field
  |in Health Information Management, Nursing, or related field|in HIM|in Business Administration or Finance`);
const EDUCATION_REQUIRED = wordings(`{D} required|{D} is required|{D}|Must have a {D}|Education: {D}|Requires a {D}
  |{D} (required)|Required: {D}|Minimum education: {D}|{D}, required|{D} - Required|Required education: {D}|{D} needed
  |Education required: {D}`);
const EDUCATION_PREFERRED = wordings(`{D} preferred|{D} is preferred|{D} strongly preferred|{D} a plus|{D} is a plus
  |{D} desired|Preferred: {D}|{D} preferred but not required|Preferably a {D}|{D} highly desirable`);
const OR_EXPERIENCE =
  wordings(`{D} or equivalent experience|{D} or equivalent work experience|{D} or 4 years of related experience
  |{D} or equivalent experience required|{D} required or equivalent experience|{D}, or equivalent experience
  |{D} or an equivalent combination of education and experience|{D} or commensurate experience|{D} (or equivalent experience)
  |{D} or equivalent combination of education, training, and experience|{D} or relevant experience in lieu of degree
  |{D} required; equivalent experience considered|{D} required. Experience may be considered in lieu of a degree.
  |{D} or comparable work experience|{D} or relevant work experience|{D} and/or equivalent experience
  |{D} required (equivalent work experience may be substituted)|{D} or equivalent training and experience
  |{D} or a combination of education and work experience|{D} or four (4) years of relevant experience`);
const SECOND_LEVEL = wordings(`{A} required; {B} preferred|{A} required, {B} preferred|{A} required. {B} preferred.
  |{A}; {B} preferred|{A} required; {B} highly desirable|{A} required and {B} preferred|{A} required; {B} a plus|{A} is required; {B} is preferred|{A}, preferably {B}
  |Required: {A}. Preferred: {B}.|Minimum: {A}. Preferred: {B}.|Education: {A} required, {B} preferred
  |{B} preferred; {A} required|{B} preferred, {A} required|{A} required; ideally {B}|{A} required, {B} desired
  |While {A} is required, {B} is preferred|{A} required, but {B} preferred`);
const degree = pick(LEVELS).chain(([level, spellings]) =>
  fc
    .tuple(pick(spellings), level === 'high_school' ? fc.constant('') : pick(FIELDS))
    .map(([words, field]) => ({ level, name: `${words} ${field}`.trim() })),
);
const inWords = (words: string, name: string): string =>
  words.replace('{D}', name).replace(/\ba (?=[AEIOU](?!ni)\w* )/, 'an ');

/** A degree, a degree or experience, a degree with another one preferred. */
export const educationDemand: fc.Arbitrary<Demand> = fc.oneof(
  fc
    .tuple(pick(EDUCATION_REQUIRED), degree)
    .map(([words, { level, name }]) => line(inWords(words, name), 'required', { educationMin: level })),
  fc
    .tuple(pick(EDUCATION_PREFERRED), degree)
    .map(([words, { level, name }]) => line(inWords(words, name), 'anywhere', { educationPreferred: level })),
  fc
    .tuple(pick(OR_EXPERIENCE), degree)
    .map(([words, { level, name }]) =>
      line(inWords(words, name), 'required', { educationMin: level, educationOrExperience: true }),
    ),
  fc
    .tuple(pick(SECOND_LEVEL), degree, degree)
    .filter(
      ([, lower, higher]) => EducationLevel.options.indexOf(lower.level) < EducationLevel.options.indexOf(higher.level),
    )
    .map(([words, lower, higher]) =>
      line(words.replace('{A}', lower.name).replace('{B}', higher.name), 'required', {
        educationMin: lower.level,
        educationPreferred: higher.level,
      }),
    ),
);

const LENGTHS: readonly (readonly [years: number, spellings: readonly string[]])[] = [
  [0.5, wordings('6 months|six months|six (6) months|6-12 months')],
  [1, wordings('1 year|one year|one (1) year|1-2 years|1 to 3 years|12 months|1 yr|1–2 yrs|at least one year')],
  [1.5, wordings('18 months|1.5 years|eighteen months')],
  [2, wordings('2 years|two years|2+ years|Two (2) years|2-3 yrs|2 or more years|minimum 2 years')],
  [2, wordings('at least two (2) years|between 2 and 4 years|24 months|two or three years|a minimum of 2 years')],
  [2, wordings('2+ yrs')],
  [3, wordings('3 years|three years|3+ years|3-5 years|3 to 5 years|3–5 years|three to five years|3 years or more')],
  [3, wordings('3 yrs.|Three (3) to five (5) years|more than 3 years|over 3 years|>3 years|≥3 years')],
  [3, wordings('a minimum of three (3) years|3 full years')],
  [5, wordings('5 years|five plus years|5 or more years|5 plus years|5+ yrs|at least 5 years')],
  [5, wordings('minimum of five (5) years')],
  [10, wordings('10+ years|ten years|10 years|10-12 years')],
];
const EXPERIENCE = wordings(`{N} of experience|{N} of coding experience|{N} of inpatient coding experience required
  |{N} experience in medical records|{N} of experience in a hospital setting required|{N} of related experience
  |{N} of progressive experience in health information management|{N} of healthcare experience|{N} work experience
  |{N} experience as a coder|{N} of experience with Epic|{N} of supervisory experience|Must have {N} of experience
  |Requires {N} of experience|{N} of recent acute care coding experience|You have {N} of experience|{N} in medical billing
  |{N} of hands-on experience working in a fast-paced environment|{N} in a similar role|{N} clinical experience
  |{N} directly related experience|With {N} of experience|{N} as an inpatient coder|{N} of nursing experience`);
const EXPERIENCE_PREFERRED = wordings(`{N} of experience preferred|{N} preferred|{N} of coding experience a plus
  |Ideally {N} of experience|{N} of experience is helpful|{N} of experience desired|Preferably {N} of experience
  |{N} of experience preferred but not required|{N} of inpatient experience would be a bonus|Preferred: {N} of experience`);
const MORE_PREFERRED = wordings(`{N} of coding experience required, {M} preferred|{N} required; {M} preferred
  |{N} of experience ({M} preferred)|{N} of coding experience; {M} preferred|{N} of experience required. {M} preferred.
  |{N} of experience, preferably {M}|{N} (required), {M} (preferred)|Experience: {N} required, {M} preferred
  |{N} of experience required, ideally {M}|Required: {N} of experience. Preferred: {M}.
  |{M} of experience preferred, {N} required|{N} of experience is required; {M} is preferred`);
const NO_EXPERIENCE = wordings(`No experience required|No experience necessary|No prior experience required
  |No previous experience needed|No coding experience required|No work experience required|No experience is needed`);
const length = pick(LENGTHS).chain(([years, spellings]) => pick(spellings).map((span) => ({ years, span })));
const more = pick(wordings('5 years|5+ years|five years|7 years|10+ years'));
// "Ideally at least two years" is a wording of its own.
const plainLength = length.filter(({ span }) => !/least|minimum/.test(span));

/** A length of experience, with or without a longer one preferred. */
export const experienceDemand: fc.Arbitrary<Demand> = fc.oneof(
  fc
    .tuple(pick(EXPERIENCE), length)
    .map(([words, { years, span }]) => line(words.replace('{N}', span), 'required', { minYears: years })),
  fc
    .tuple(pick(EXPERIENCE_PREFERRED), plainLength)
    .map(([words, { span }]) => line(words.replace('{N}', span), 'anywhere', {})),
  fc
    .tuple(pick(MORE_PREFERRED), length, more)
    .map(([words, { years, span }, longer]) =>
      line(words.replace('{N}', span).replace('{M}', longer), 'anywhere', { minYears: years }),
    ),
  pick(NO_EXPERIENCE).map((words) => line(words, 'required', { minYears: 0 })),
);
