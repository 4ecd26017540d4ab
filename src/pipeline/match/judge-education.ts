import { EducationLevel, type RequirementNode } from '../../model/requirement.ts';
import { dateInWords, isPast, isWithinMonths, monthsInWords, onDate } from './dates.ts';
import type { Judgement } from './judgement.ts';
import type { Degree, Person } from './person.ts';
import { listInWords, overlaps, subjectStems } from './words.ts';

type Education = Extract<RequirementNode, { kind: 'education' }>;

/**
 * Holds a demanded level of education against a person. A higher finished degree meets a lower demand. Whether
 * another field counts is the employer's judgement: it is never a reason to reject.
 */
export function judgeEducation(node: Education, grace: number | undefined, person: Person): Judgement {
  if (node.level === 'none') return { state: 'met', because: 'no formal education is asked for' };
  if (person.degrees.length === 0) return { state: 'unknown', because: 'your profile lists no education' };

  const enough = person.degrees.filter((degree) => rank(degree.level) >= rank(node.level));
  const finished = enough.filter((degree) => degree.finished);
  if (finished.length > 0) return judgeFields(finished, node.fields);
  if (node.level === 'high_school' && highestOf(person.degrees).level !== 'high_school') {
    return judgeHighSchool(highestOf(person.degrees).level);
  }
  const [studies] = enough;
  if (node.inProgress === true && studies !== undefined)
    return { state: 'met', because: `you are studying for ${LEVEL_NAMES[studies.level]}, which is what it asks for` };
  return judgeUnfinished(enough, grace, person);
}

function judgeFields(degrees: readonly Degree[], fields: readonly string[]): Judgement {
  const degree = degrees.find((candidate) => fits(candidate, fields)) ?? highestOf(degrees);
  const held = `you hold ${LEVEL_NAMES[degree.level]}${degree.field === undefined ? '' : ` in ${degree.field}`}`;
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
function judgeHighSchool(studies: EducationLevel): Judgement {
  if (rank(studies) > rank('certificate')) {
    return { state: 'met', because: `you are studying for ${LEVEL_NAMES[studies]}, which builds on high school` };
  }
  if (studies === 'none') return { state: 'not-met', because: 'your profile lists no finished education' };
  return { state: 'unknown', because: 'your profile does not say that you finished high school' };
}

function judgeUnfinished(enough: readonly Degree[], grace: number | undefined, person: Person): Judgement {
  const studies = enough.toSorted((left, right) =>
    (left.expected ?? '9999').localeCompare(right.expected ?? '9999'),
  )[0];
  if (studies === undefined) return judgeTooLow(person.degrees, grace);

  const name = LEVEL_NAMES[studies.level];
  const { expected } = studies;
  if (expected === undefined) {
    const because = `you have not finished ${name} yet`;
    if (grace === undefined) return { state: 'not-met', because };
    return { state: 'later', because: `${because}; the posting allows ${monthsInWords(grace)} after hire` };
  }
  if (isPast(expected, person.now)) {
    const because = `your profile expected ${name} by ${dateInWords(expected)}; say there whether it is finished`;
    return { state: 'unknown', because };
  }
  const because = `you expect to finish ${name} ${onDate(expected)}`;
  if (grace === undefined) return { state: 'not-met', because };
  const state = isWithinMonths(expected, person.now, grace) ? 'later' : 'unknown';
  return { state, because: `${because}; the posting allows ${monthsInWords(grace)} after hire` };
}

function judgeTooLow(degrees: readonly Degree[], grace: number | undefined): Judgement {
  const finished = degrees.filter((degree) => degree.finished);
  const because =
    finished.length === 0
      ? 'your profile lists no finished education at this level'
      : `the highest you have finished is ${LEVEL_NAMES[highestOf(finished).level]}`;
  if (grace === undefined) return { state: 'not-met', because };
  return { state: 'unknown', because: `${because}; the posting allows ${monthsInWords(grace)} after hire` };
}

function highestOf(degrees: readonly Degree[]): Degree {
  return degrees.reduce((best, degree) => (rank(degree.level) > rank(best.level) ? degree : best));
}

function rank(level: EducationLevel): number {
  return EducationLevel.options.indexOf(level);
}

const LEVEL_NAMES: Readonly<Record<EducationLevel, string>> = {
  none: 'no formal education',
  high_school: 'a high school diploma',
  certificate: 'a certificate',
  associate: 'an associate degree',
  bachelor: "a bachelor's degree",
  master: "a master's degree",
  doctorate: 'a doctorate',
};
