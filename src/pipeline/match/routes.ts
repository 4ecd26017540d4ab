import type { Credential, EligibilityRoute } from '../../model/credential.ts';
import { isPast, onDate } from './dates.ts';
import { LEVEL_NAMES, rankOf, yearsBetween } from './education-level.ts';
import { healthcareRoles, inYears, isAnyWork, rolesIn, yearsOf } from './judge-experience.ts';
import type { Degree, Person } from './person.ts';
import { standingOf } from './plan.ts';
import { listInWords, overlaps } from './words.ts';

/** One condition of a route held against a person; `words` say what is had, is to come, is not known or is missing. */
interface RoutePart {
  readonly state: 'has' | 'coming' | 'open' | 'missing';
  readonly words: string;
  /** Roughly how many years away it is: only for comparing routes. */
  readonly away: number;
}

/** A route held against a person. */
export interface RouteStanding {
  readonly route: EligibilityRoute;
  /** The worst of its parts; a route that only words describe is `open`. */
  readonly state: RoutePart['state'];
  readonly parts: readonly RoutePart[];
  readonly away: number;
}

/** The routes to a credential as they stand for a person, the shortest first; none when no route is known. */
export function routesTo(id: string, person: Person): RouteStanding[] {
  const routes = person.credentials.get(id)?.eligibility ?? [];
  const rank = ({ state }: RouteStanding): number => WORST_FIRST.indexOf(state);
  return routes
    .map((route) => standing(route, id, person))
    .toSorted((left, right) => left.away - right.away || rank(right) - rank(left));
}

/**
 * The shortest route to a credential from where the person stands, in words, and what of it is missing or not known;
 * null when no route is known. It encourages: nothing is ever refused for it.
 */
export function routeFrom(person: Person, credential: Pick<Credential, 'id'>): string | null {
  const [shortest] = routesTo(credential.id, person);
  if (shortest === undefined) return null;

  const text = shortest.route.text.trim().replace(/\.$/u, '');
  if (shortest.parts.length === 0) return `${text}; ask the issuer whether you meet this`;
  if (shortest.state === 'has') return `${text}: your profile shows this, what is left is the exam or application`;
  const told = [
    toldOf(shortest, 'missing', 'missing: '),
    toldOf(shortest, 'coming', 'to come: '),
    toldOf(shortest, 'open', 'not known: '),
  ].filter((words) => words !== '');
  return `${text}; ${told.join('; ')}`;
}

/** The parts of a route with this state, in words after `head`; empty when there are none. */
export function toldOf({ parts }: RouteStanding, state: RoutePart['state'], head = ''): string {
  const words = parts.filter((part) => part.state === state).map((part) => part.words);
  return words.length === 0 ? '' : head + listInWords(words, 'and');
}

// Words alone cannot be held against a profile: such a route is taken when every other is farther than this.
const AWAY_IF_ONLY_WORDS = 3;
const WORST_FIRST = ['missing', 'open', 'coming', 'has'] as const;

function standing(route: EligibilityRoute, id: string, person: Person): RouteStanding {
  const parts = [...study(route, id, person), ...oneOf(route, person), ...work(route, person)];
  const state = WORST_FIRST.find((each) => parts.some((part) => part.state === each)) ?? 'open';
  const away = parts.length === 0 ? AWAY_IF_ONLY_WORDS : parts.reduce((sum, part) => sum + part.away, 0);
  return { route, state, parts, away };
}

function study(route: EligibilityRoute, id: string, person: Person): RoutePart[] {
  const { education, program } = route;
  if (education === undefined && program === undefined) return [];
  const level = education ?? 'certificate';
  if (level === 'none') return [{ state: 'has', words: LEVEL_NAMES.none, away: 0 }];
  if (person.degrees.length === 0) return [{ state: 'open', words: 'your education, which you do not list', away: 1 }];

  const subject = person.subjectOf(id);
  const parts = person.degrees
    .filter((degree) => rankOf(degree.level) >= rankOf(level))
    .map((degree) => studied(degree, program, subject, person.now));
  const best = parts.toSorted((left, right) => WORST_FIRST.indexOf(right.state) - WORST_FIRST.indexOf(left.state))[0];
  if (best !== undefined && best.state !== 'missing') return [best];

  const finished = person.degrees.filter((degree) => degree.finished).map((degree) => degree.level);
  const years = Math.min(...finished.map((held) => yearsBetween(held, level)), yearsBetween('none', level));
  const where = program === undefined ? '' : ` from ${programWords(program)}`;
  return [{ state: 'missing', words: `${LEVEL_NAMES[level]}${where}`, away: Math.max(years, 1) }];
}

function studied(degree: Degree, program: string | undefined, subject: ReadonlySet<string>, now: Date): RoutePart {
  const name = `${LEVEL_NAMES[degree.level]}${degree.field === undefined ? '' : ` in ${degree.field}`}`;
  const missing: RoutePart = { state: 'missing', words: name, away: 1 };
  if (program !== undefined) {
    const elsewhere = degree.words !== null && !overlaps(degree.words, subject);
    if (elsewhere || degree.accredited === 'no') return missing;
    if (degree.words === null || degree.accredited === 'unknown') {
      return { state: 'open', words: `whether ${name} is from ${programWords(program)}`, away: 0.5 };
    }
  }
  if (degree.finished) return { state: 'has', words: name, away: 0 };
  if (degree.expected === undefined) return missing;
  if (isPast(degree.expected, now)) return { state: 'open', words: `whether you have finished ${name}`, away: 0.25 };
  return { state: 'coming', words: `${name}, expected ${onDate(degree.expected)}`, away: 0.5 };
}

function programWords(program: string): string {
  return `a programme accredited by ${program}`;
}

function oneOf({ credentials = [] }: EligibilityRoute, person: Person): RoutePart[] {
  if (credentials.length === 0) return [];
  const held = credentials.find((id) => person.held.get(id)?.some(({ expiredOn }) => expiredOn === undefined) === true);
  if (held !== undefined) return [{ state: 'has', words: person.nameOf(held), away: 0 }];

  const coming = credentials
    .flatMap((id) =>
      (person.planned.get(id) ?? []).map((plan) => ({ id, plan: standingOf(plan, person.nameOf(id), person.now) })),
    )
    .find(({ plan }) => plan.state === 'ahead');
  if (coming !== undefined) {
    return [{ state: 'coming', words: `${person.nameOf(coming.id)} ${onDate(coming.plan.when)}`, away: 0.5 }];
  }
  const names = listInWords(credentials.map(person.nameOf), 'or');
  return [{ state: person.blank ? 'open' : 'missing', words: names, away: 1.5 }];
}

function work({ years = 0, healthcareYears = 0, of = '' }: EligibilityRoute, person: Person): RoutePart[] {
  const parts: RoutePart[] = [];
  const ofWhat = of === '' ? 'work' : of;
  const { roles } = person;
  if (years > 0) parts.push(worked(years, ofWhat, isAnyWork(of) ? roles : rolesIn(of, roles), roles));
  // How much of it is needed only the words of the route say.
  else if (of !== '') parts.push({ state: 'open', words: `whether you have experience enough in ${of}`, away: 1 });
  if (healthcareYears > 0) {
    // A role of which the profile says that it was not in healthcare is surely not.
    const perhaps = roles.filter((role) => role.healthcare !== false);
    const some = roles.length > 0 && perhaps.length === 0 ? roles.map((role) => ({ ...role, years: 0 })) : perhaps;
    parts.push(worked(healthcareYears, 'work in healthcare', healthcareRoles(perhaps), some));
  }
  return parts;
}

/** `fitting` are the roles shown to be of this work, `perhaps` all that may be. */
function worked(needed: number, ofWhat: string, fitting: Person['roles'], perhaps: Person['roles']): RoutePart {
  if (perhaps.length === 0) {
    return { state: 'open', words: `your ${inYears(needed)} of ${ofWhat}, as you list no experience`, away: 1 };
  }
  if (yearsOf(fitting) >= needed) return { state: 'has', words: `${inYears(needed)} of ${ofWhat}`, away: 0 };
  const all = yearsOf(perhaps);
  const lacking = Math.round((needed - all) * 100) / 100;
  if (lacking > 0) {
    return { state: 'missing', words: `${inYears(lacking)} more of ${ofWhat}`, away: lacking };
  }
  return { state: 'open', words: `how much of your ${inYears(all)} of work was ${ofWhat}`, away: 0.5 };
}
