import type { RequirementNode } from '../../model/requirement.ts';
import type { Judgement } from './judgement.ts';
import type { Person, Role } from './person.ts';
import { listInWords, overlaps, stems, subjectStems, tellingStems } from './words.ts';

type Experience = Extract<RequirementNode, { kind: 'experience' }>;
type EquivalentOf = Extract<RequirementNode, { kind: 'equivalent' }>['of'];

/**
 * Holds years of experience against a person. Too few years in all are surely not enough; enough in all, but
 * not shown to be in the named topic, is unknown. Volunteering counts, and the reason says so.
 */
export function judgeExperience(node: Experience, person: Person): Judgement {
  if (node.years === 0) return { state: 'met', because: 'no experience is asked for' };
  if (person.roles.length === 0) return { state: 'unknown', because: 'your profile lists no experience' };

  const inAll = `you list ${summary(person.roles, ' in all')}`;
  if (yearsOf(person.roles) < node.years)
    return { state: 'not-met', because: `${inAll}; ${years(node.years)} asked for` };
  if (node.topic === undefined || isAnyWork(node.topic)) return { state: 'met', because: inAll };

  const topical = rolesIn(node.topic, person.roles);
  const names = [...new Set(topical.map((entry) => entry.role))].slice(0, 3);
  const shown = summary(topical, ` as ${listInWords(names, 'and')}`);
  if (topical.length > 0 && yearsOf(topical) >= node.years) return { state: 'met', because: `you list ${shown}` };

  const part = topical.length === 0 ? '' : `, of which ${inYears(yearsOf(topical))} as ${listInWords(names, 'and')}`;
  return {
    state: 'unknown',
    because: `${inAll}${part}; your profile does not show how much of it was in ${node.topic}`,
  };
}

/** "Or equivalent": never met by guess; the reason says what would decide it. */
export function judgeEquivalent(of: EquivalentOf, person: Person): Judgement {
  return { state: 'unknown', because: `the employer decides whether ${ownOf(of, person)} equivalent` };
}

function ownOf(of: EquivalentOf, person: Person): string {
  if (of === 'experience') {
    return person.roles.length === 0
      ? 'your experience counts as'
      : `your experience (${summary(person.roles, '')}) counts as`;
  }
  if (of === 'education') return 'your education counts as';
  const names = [...person.held]
    .filter(([, entries]) => entries.some((entry) => entry.expiredOn === undefined))
    .map(([id]) => id);
  if (names.length === 0) return 'another credential would count as';
  const first = listInWords(names.slice(0, 3).map(person.nameOf), 'or');
  return `${first} counts as`;
}

/** Does the topic name no kind of work: "professional experience", or nothing at all? */
export function isAnyWork(topic: string): boolean {
  return stems(topic).every((word) => ANY_WORK.has(word));
}

/** The roles that are shown to be in the topic. */
export function rolesIn(topic: string, roles: readonly Role[]): Role[] {
  // "Healthcare", "a clinical setting": any work in healthcare is in it, whatever the role was called.
  if (tellingStems(topic).every((word) => HEALTHCARE.has(word))) {
    return healthcareRoles(roles);
  }
  const subject = new Set(
    subjectStems(topic)
      .values()
      .filter((word) => !HEALTHCARE.has(word)),
  );
  return roles.filter((entry) => overlaps(entry.words, subject));
}

/** The roles that are shown to be in healthcare. */
export function healthcareRoles(roles: readonly Role[]): Role[] {
  return roles.filter((entry) => entry.healthcare === true || overlaps(entry.words, HEALTHCARE));
}

const ANY_WORK: ReadonlySet<string> = new Set(stems('work working professional paid job employment experience of'));

const HEALTHCARE: ReadonlySet<string> = new Set(
  stems('health healthcare care hospital clinic clinical medical medicine acute facility office organization'),
);

/** "4 years in all, 1 of them as a volunteer". */
function summary(roles: readonly Role[], where: string): string {
  const volunteered = yearsOf(roles.filter((entry) => entry.volunteer));
  const all = yearsOf(roles);
  const note = volunteered === all ? ', all as a volunteer' : `, ${volunteered} of them as a volunteer`;
  return `${inYears(all)}${where}${volunteered === 0 ? '' : note}`;
}

/** The sum of the years, rounded, so that 0.7 + 0.2 + 0.1 is one year. */
export function yearsOf(roles: readonly Role[]): number {
  return Math.round(roles.reduce((sum, entry) => sum + entry.years, 0) * 100) / 100;
}

/** `1 year`, `2.5 years`. */
export function inYears(amount: number): string {
  return amount === 1 ? '1 year' : `${amount} years`;
}

function years(amount: number): string {
  return amount === 1 ? '1 year is' : `${inYears(amount)} are`;
}
