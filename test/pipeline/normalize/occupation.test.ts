import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadOccupations } from '../../../src/config/occupations.ts';
import { OccupationRow, titleKeyInAnyOrder, titleWords } from '../../../src/model/occupation.ts';
import { compileOccupations, occupationOf } from '../../../src/pipeline/normalize/occupation.ts';

const { occupations } = loadOccupations();
const shipped = compileOccupations(occupations);
const codeAndStep = (title: string, code?: string) => {
  const found = occupationOf(title, shipped, code);
  return found && [found.code, found.step];
};

describe('occupationOf, how titles are written', () => {
  it.each([
    ['Inpatient Coder'],
    ['Coder, Inpatient'],
    ['INPATIENT CODERS'],
    ['Sr. Inpatient Coder II'],
    ['Lead Coder - Inpatient (Remote)'],
    ['Inpatient Coder (CCS) | Full-Time, Days'],
    ['Coder III-Inpatient'],
    ['Ínpatient Çoder'],
  ])('%s is an inpatient coder', (title) => {
    const found = codeAndStep(title);

    expect(found).toEqual(['soc:29-2072', 2]);
  });

  it.each([
    ['Director - Health Information Management (HIM)'],
    ['HIM Director'],
    ['Director of Health Information Management'],
    ['Dir., Health Info Mgmt'],
    ['Health Information Management (HIM) Director'],
  ])('%s is a director of health information', (title) => {
    const found = codeAndStep(title);

    expect(found).toEqual(['soc:11-9111', 5]);
  });
});

describe('occupationOf, which occupation a title means', () => {
  it.each([
    ['Medical Records Clerk', 'soc:29-2072', 1],
    ['Release of Information (ROI) Specialist I', 'soc:29-2072', 1],
    ['HCC Coder', 'soc:29-2072', 2],
    ['Risk Adjustment Coder', 'soc:29-2072', 2],
    ['Coding Supervisor', 'soc:29-2072', 4],
    ['Oncology Data Specialist (ODS-C)', 'soc:29-9021', 2],
    ['Trauma Registrar, PRN', 'soc:29-9021', 2],
    ['Coding Auditor', 'soc:13-1041', 3],
    ['CDI Specialist, RN', 'soc:29-1141', 3],
    ['Clinical Documentation Improvement (CDI) Specialist', 'soc:29-1141', 3],
    ['Manager, HIM Coding', 'soc:11-9111', 4],
    ['VP, Revenue Cycle', 'soc:11-9111', 6],
    ['Epic Application Analyst - Willow', 'soc:15-1211', 2],
    ['Prior Auth Specialist', 'soc:43-6013', 1],
    ['Patient Access Rep', 'soc:43-4111', 1],
    ['Staff Accountant', 'soc:13-2011', 2],
    ['Journeyman Electrician', 'soc:47-2111', 2],
    ['Truck Driver, Class A CDL', 'soc:53-3032', 2],
  ])('%s is %s, step %i', (title, code, step) => {
    const found = codeAndStep(title);

    expect(found).toEqual([code, step]);
  });

  it.each([
    ['a licence gives way to the role beside it', 'Registered Nurse (RN) - Case Manager, RN', 'soc:29-1141', 3],
    ['the last noun of a compound is the role', 'Software Engineer Recruiter', 'soc:13-1071', 2],
    ['the first part is the role', 'Recruiter, Software Engineers', 'soc:13-1071', 2],
    ['the longest title wins', 'Night Auditor', 'soc:43-4081', 1],
    ['what stands in brackets may say more', 'Medical Records Technician (Coder)', 'soc:29-2072', 2],
  ])('%s: %s', (_why, title, code, step) => {
    const found = codeAndStep(title);

    expect(found).toEqual([code, step]);
  });

  it.each([
    'Video Coder',
    'Python Coder - Kids Camp',
    'Registrar',
    'Abstractor',
    'Legal Transcriptionist',
    'Police Records Clerk',
    'Trainer, Medical Coder',
    'Director of Physicians Recruitment Software',
    'Case Manager',
    'Specialist II',
    'Talent Community - Join Us!',
    '',
  ])('%j is never guessed', (title) => {
    const found = occupationOf(title, shipped);

    expect(found).toBeNull();
  });
});

describe("occupationOf, with the source's own code", () => {
  it.each([
    ['an O*NET-SOC code', 'Team Member', 'onet-soc:29-2072.00', 'soc:29-2072', 1],
    ['a SOC code', 'Team Member', 'soc:29-1141', 'soc:29-1141', 2],
    ['a detailed O*NET code with a row of its own', 'Team Member', 'onet-soc:15-2051.02', 'soc:15-2051', 3],
    ['a federal series', 'Supervisory Worker', 'us-federal-series:0675', 'soc:29-2072', 1],
    ['a code, against what the title says', 'Registered Nurse', 'onet-soc:29-2072.00', 'soc:29-2072', 1],
  ])('%s wins', (_what, title, occupationCode, code, step) => {
    const found = codeAndStep(title, occupationCode);

    expect(found).toEqual([code, step]);
  });

  it('the title says which row of the code is meant', () => {
    const found = codeAndStep('Inpatient Coder', 'onet-soc:29-2072.00');

    expect(found).toEqual(['soc:29-2072', 2]);
  });

  it('within a series, the title says which occupation of its family is meant', () => {
    const practitioner = codeAndStep('Nurse Practitioner', 'us-federal-series:0610');
    const other = codeAndStep('Program Manager', 'us-federal-series:0610');

    expect(practitioner).toEqual(['soc:29-1171', 3]);
    expect(other).toEqual(['soc:29-1141', 2]);
  });

  it.each(['onet-soc:99-9999.00', 'us-federal-series:9999', 'nonsense', ''])(
    'the title counts where the code %j is unknown',
    (occupationCode) => {
      const found = codeAndStep('Medical Coder', occupationCode);

      expect(found).toEqual(['soc:29-2072', 2]);
    },
  );
});

describe('occupationOf, for any text', () => {
  it('never throws, and says only what the rows hold', () => {
    const codes = new Set(occupations.map(({ code }) => code));
    const words = fc.constantFrom(
      'Coder',
      'RN',
      '(',
      ')',
      ' - ',
      ',',
      '/',
      'II',
      'Manager',
      'of',
      '.',
      "'",
      'é',
      '\u0000',
      '\ud83d',
      '\u202e',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          fc.array(words).map((some) => some.join(' ')),
        ),
        (title) => {
          const found = occupationOf(title, shipped, title);

          expect(found === null || codes.has(found.code)).toBe(true);
        },
      ),
    );
  });

  it('every shipped title is known by itself, in any case and behind any level', () => {
    const wrong = occupations.flatMap(({ titles, title, code }) =>
      titles
        .filter((one) => occupationOf(`Senior ${one.toUpperCase()} III (Remote)`, shipped)?.title !== title)
        .map((one) => `${code} ${one}`),
    );

    expect(wrong).toEqual([]);
  });

  it('the words of a title may come in any order and number', () => {
    const row = OccupationRow.parse({
      code: 'soc:29-2072',
      title: 'Records',
      family: 'records',
      step: 1,
      titles: ['outpatient surgery chart coder'],
    });
    const index = compileOccupations([row]);
    const sorted = ['outpatient', 'surgery', 'chart', 'coder'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sorted, { minLength: sorted.length }),
        fc.array(fc.boolean(), { minLength: sorted.length, maxLength: sorted.length }),
        fc.constantFrom(' ', ', ', ' - ', ' / ', ' of the ', '-'),
        (words, plural, between) => {
          const title = words.map((word, at) => (plural[at] && word !== 'surgery' ? `${word}s` : word)).join(between);

          const found = occupationOf(title, index);

          expect(found?.title).toBe('Records');
        },
      ),
    );
  });

  it('a title as long as a book costs no more than its length', () => {
    const titles = ['coder ', '(coder) ', 'RN - ', 'senior ', "o'", 'r.'].map((part) =>
      part.repeat(Math.ceil(300_000 / part.length)),
    );

    const started = performance.now();
    for (const title of titles) occupationOf(title, shipped);
    const took = performance.now() - started;

    expect(took).toBeLessThan(4_000);
  });
});

describe('titleWords', () => {
  it('folds spelling, and says which part a word stands in', () => {
    const words = titleWords("Sr. R.N. – Health Care/Full-Time (St. Mary's)");

    expect(words.map(({ word, part, aside }) => [word, part, aside])).toEqual([
      ['senior', 0, false],
      ['rn', 0, false],
      ['healthcare', 1, false],
      ['fulltime', 2, false],
      ['st', 3, true],
      ['mary', 3, true],
    ]);
  });

  it('keeps words that only look like plurals', () => {
    const words = titleWords('Analysis Access Campus Nurses Secretaries Coaches Bosses C++ C# .NET');

    expect(words.map(({ word }) => word)).toEqual([
      'analysis',
      'access',
      'campus',
      'nurse',
      'secretary',
      'coach',
      'boss',
      'c++',
      'c#',
      'net',
    ]);
  });

  it('makes one key of every order', () => {
    const keys = ['Coder, Inpatient', 'inpatient coders'].map(titleKeyInAnyOrder);

    expect(new Set(keys).size).toBe(1);
  });
});
