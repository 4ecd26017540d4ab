import type { EducationLevel } from '../../model/requirement.ts';

/** What the words of a degree name, as far as they do. */
export interface DegreeReading {
  readonly level: EducationLevel | undefined;
  /** Its subject, when the words of the degree hold it: "Bachelor of Science in Nursing". */
  readonly field: string | undefined;
}

/** Reads "Bachelor of Science - BS, Health Informatics", "AAS", "High School Diploma". Pure. */
export function readDegree(text: string): DegreeReading {
  return { level: levelOf(text), field: fieldOf(text) };
}

// The first that fits: a "post-master's certificate" is a certificate, a "high school diploma" is no diploma.
const WORDS: readonly (readonly [EducationLevel, RegExp])[] = [
  ['high_school', /\b(?:high[ -]?school|secondary school|ged|general educational development|hiset)\b/i],
  ['certificate', /\b(?:certificate|certification|diploma|vocational)\b/i],
  ['doctorate', /\b(?:doctor|doctors|doctoral|doctorate|ph\.?d|juris)\b/i],
  ['master', /\b(?:master|masters|magister|postgraduate)\b/i],
  ['bachelor', /\b(?:bachelor|bachelors|baccalaureate|undergraduate)\b/i],
  ['associate', /\b(?:associate|associates)\b/i],
];
const ACRONYMS: Readonly<Record<string, EducationLevel>> = Object.fromEntries(
  (
    [
      ['associate', 'AA AS AAS AAA ASN ADN AGS'],
      ['bachelor', 'BA BS BSC BSN BSW BBA BAS BFA BHA BHS BED BENG BTECH BCOM BSHI BSHIM'],
      ['master', 'MA MS MSC MSN MSW MBA MFA MHA MHI MHS MPA MPH MED MENG MSHI MSHIM'],
      ['doctorate', 'PHD DNP DPT EDD JD MD DO DDS DMD DVM PHARMD PSYD DRPH SCD'],
    ] as const
  ).flatMap(([level, words]) => words.split(' ').map((word) => [word, level])),
);

function levelOf(text: string): EducationLevel | undefined {
  const named = WORDS.find(([, pattern]) => pattern.test(text))?.[0];
  if (named !== undefined) return named;
  for (const word of text.split(/[^\p{L}.]+/u)) {
    const letters = word.replaceAll('.', '');
    // Two small letters are a word: "as", "do". With dots or alone they are meant.
    const meant = letters.length > 2 || letters === letters.toUpperCase() || word !== letters || word === text.trim();
    const key = letters.toUpperCase();
    if (meant && Object.hasOwn(ACRONYMS, key)) return ACRONYMS[key];
  }
  return undefined;
}

function fieldOf(text: string): string | undefined {
  const line = text.trim();
  // LinkedIn joins degree and subject with a comma.
  const comma = line.lastIndexOf(',');
  if (comma > 0) {
    const tail = line.slice(comma + 1).trim();
    if (tail.length > 2 && levelOf(tail) === undefined) return tail;
  }
  const inside = / in /i.exec(line);
  if (inside !== null) return orNothing(line.slice(inside.index + 4));
  const of = /^(?:associate|bachelor|master|doctor)(?:['’]?s)?(?: degree)? of (?:applied )?(.{3,80})$/i.exec(line)?.[1];
  return of === undefined || /^(?:science|arts?|applied|philosophy)\b/i.test(of) ? undefined : orNothing(of);
}

function orNothing(text: string): string | undefined {
  const field = text.replace(/(?: [-–] |[(,;]).*$/s, '').trim();
  return field === '' ? undefined : field;
}
