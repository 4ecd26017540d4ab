import { EducationLevel } from '../../model/requirement.ts';

/** A level with its article, for a sentence: "a bachelor's degree". */
export const LEVEL_NAMES: Readonly<Record<EducationLevel, string>> = {
  none: 'no formal education',
  high_school: 'a high school diploma',
  certificate: 'a certificate',
  associate: 'an associate degree',
  bachelor: "a bachelor's degree",
  master: "a master's degree",
  doctorate: 'a doctorate',
};

/** The place of a level on the ladder, 0 for none. */
export function rankOf(level: EducationLevel): number {
  return EducationLevel.options.indexOf(level);
}

/** The first with the highest level; the list must not be empty. */
export function highestOf<T extends { readonly level: EducationLevel }>(degrees: readonly T[]): T {
  return degrees.reduce((best, degree) => (rankOf(degree.level) > rankOf(best.level) ? degree : best));
}

/** Full-time years of study from one level to a higher one, as they usually take; 0 when `to` is no higher. */
export function yearsBetween(from: EducationLevel, to: EducationLevel): number {
  return Math.max(0, YEARS[to] - YEARS[from]);
}

const YEARS: Readonly<Record<EducationLevel, number>> = {
  none: 0,
  high_school: 1,
  certificate: 2,
  associate: 3,
  bachelor: 5,
  master: 7,
  doctorate: 11,
};
