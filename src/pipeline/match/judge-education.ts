import { EducationLevel, type RequirementNode } from '../../model/requirement.ts';
import { dateInWords, isPast, isWithinMonths, monthsInWords, onDate } from './dates.ts';
import { highestOf, LEVEL_NAMES, rankOf, yearsBetween } from './education-level.ts';
import { bestOf, type Judgement } from './judgement.ts';
import type { Degree, Person } from './person.ts';
import { listInWords, overlaps, subjectStems } from './words.ts';

type Education = Extract<RequirementNode, { kind: 'education' }>;

/**
 * Holds a demanded level of education against a person. A higher finished degree meets a lower demand. Whether
 * another field counts is the employer's judgement: it is never a reason to reject. The best of all degrees counts.
 */
export function judgeEducation(node: Education, grace: number | undefined, person: Person): Judgement {
  if (node.level === 'none') return { state: 'met', because: 'no formal education is asked for' };
  if (person.degrees.length === 0) return { state: 'unknown', because: 'your profile lists no education' };

  const enough = person.degrees.filter((degree) => rankOf(degree.level) >= rankOf(node.level));
  const finished = enough.filter((degree) => degree.finished);
  const studies = enough
    .filter((degree) => !degree.finished)
    .toSorted((left, right) => (left.expected ?? '9999').localeCompare(right.expected ?? '9999'));
  const judgements = [
    ...(finished.length > 0 ? [judgeFields(finished, node.fields)] : []),
    ...judgeHighSchool(node, person.degrees),
    ...studies.map((degree) => judgeStudies(degree, node, grace, person.now)),
    ...(grace === undefined ? [] : judgeTime(person.degrees, node, grace)),
    ...(enough.length === 0 ? [judgeTooLow(person.degrees, grace)] : []),
  ];
  const best = bestOf(judgements) ?? { state: 'unknown', because: 'your profile lists no education' };
  if (best.state !== 'planned' || finished.length === 0) return best;
  // What is held already may be enough, though only the employer can say so.
  return { state: 'planned', because: `${best.because}; even now ${judgeFields(finished, node.fields).because}` };
}

function judgeFields(degrees: readonly Degree[], fields: readonly string[]): Judgement {
  const degree = degrees.find((candidate) => fits(candidate, fields)) ?? highestOf(degrees);
  const held = `you hold ${LEVEL_NAMES[degree.level]}${fieldOf(degree)}`;
  if (fits(degree, fields)) return { state: 'met', because: held };

  const wanted = listInWords(fields.slice(0, 4), 'or');
  return degree.field === undefined
    ? { state: 'unknown', because: `${held}; your profile does not name its field, the posting asks for ${wanted}` }
    : { state: 'unknown', because: `${held}; the employer decides whether that counts as ${wanted}` };
}

function fits(degree: Degree, fields: readonly string[]): boolean {
  if (fields.length === 0) return true;
  // "or a related field" leaves the door open as soon as the level is right.
  if (fields.some((field) => /\brelated\b/iu.test(field))) return true;
  const { words } = degree;
  return words !== null && fields.some((field) => overlaps(subjectStems(field), words));
}

// Few people write down their diploma beside a degree, so its absence alone tells nothing.
function judgeHighSchool({ level }: Education, degrees: readonly Degree[]): Judgement[] {
  const highest = highestOf(degrees).level;
  if (level !== 'high_school' || highest === 'high_school' || highest === 'none') return [];
  if (rankOf(highest) > rankOf('certificate')) {
    return [{ state: 'met', because: `you are studying for ${LEVEL_NAMES[highest]}, which builds on high school` }];
  }
  return [{ state: 'unknown', because: 'your profile does not say that you finished high school' }];
}

function judgeStudies(degree: Degree, node: Education, grace: number | undefined, now: Date): Judgement {
  const name = LEVEL_NAMES[degree.level];
  if (!fits(degree, node.fields)) {
    const wanted = listInWords(node.fields.slice(0, 4), 'or');
    const own = `you are studying for ${name}${fieldOf(degree)}`;
    return { state: 'unknown', because: `${own}; the employer decides whether that counts as ${wanted}` };
  }
  if (node.inProgress === true) {
    return { state: 'met', because: `you are studying for ${name}, which is what it asks for` };
  }
  const { expected } = degree;
  if (expected === undefined) {
    const because = `you have not finished ${name} yet, and your profile does not say when you will`;
    if (grace === undefined) return { state: 'not-met', because };
    return { state: 'grace', because: `${because}; the posting allows ${monthsInWords(grace)} after hire` };
  }
  if (isPast(expected, now)) {
    const because = `your profile expected ${name} by ${dateInWords(expected)}; say there whether it is finished`;
    return { state: 'unknown', because };
  }
  const because = `once you finish ${name}${fieldOf(degree)}, expected ${onDate(expected)}`;
  if (grace === undefined) return { state: 'planned', because };
  const state = isWithinMonths(expected, now, grace) ? 'grace' : 'planned';
  return { state, because: `${because}; the posting allows ${monthsInWords(grace)} after hire` };
}

function judgeTooLow(degrees: readonly Degree[], grace: number | undefined): Judgement {
  const because = highestFinished(degrees).words;
  if (grace === undefined) return { state: 'not-met', because };
  return { state: 'unknown', because: `${because}; the posting allows ${monthsInWords(grace)} after hire` };
}

// A time that is long enough to study for it is meant for that.
function judgeTime(degrees: readonly Degree[], { level }: Education, grace: number): Judgement[] {
  if (degrees.some((degree) => !degree.finished && rankOf(degree.level) >= rankOf(level))) return [];
  const { level: from, words } = highestFinished(degrees);
  // With such a degree in another field one begins at the level below it.
  const below = EducationLevel.options[rankOf(level) - 1] ?? 'none';
  const years = Math.max(yearsBetween(from, level), yearsBetween(below, level));
  if (years * 12 > grace) return [];
  return [{ state: 'grace', because: `${words}; the posting allows ${monthsInWords(grace)} after hire` }];
}

function highestFinished(degrees: readonly Degree[]): { level: EducationLevel; words: string } {
  const finished = degrees.filter((degree) => degree.finished && degree.level !== 'none');
  if (finished.length === 0) return { level: 'none', words: 'your profile lists no finished education' };
  const { level } = highestOf(finished);
  return { level, words: `the highest you have finished is ${LEVEL_NAMES[level]}` };
}

function fieldOf({ field }: Degree): string {
  return field === undefined ? '' : ` in ${field}`;
}
