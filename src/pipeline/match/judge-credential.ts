import type { RequirementNode } from '../../model/requirement.ts';
import { withoutEligible } from './credential-name.ts';
import { dateInWords, isPast, isWithinMonths, monthsInWords, onDate } from './dates.ts';
import { BLANK_PROFILE, type Judgement, NOT_IN_PROFILE } from './judgement.ts';
import type { HeldCredential, Person, Substitute } from './person.ts';
import { overlaps } from './words.ts';

/**
 * Holds one credential against a person. `grace` is the number of months after hire within which it may still
 * be earned, undefined when it is needed on day one. The best of all ways to meet it counts, so that a further
 * credential never makes a person worse off.
 */
export function judgeCredential(
  node: Extract<RequirementNode, { kind: 'credential' }>,
  grace: number | undefined,
  person: Person,
): Judgement {
  const base = withoutEligible(node.id);
  const asked: Asked = {
    base,
    name: person.nameOf(base),
    eligible: node.eligible === true || base !== node.id,
    region: node.region,
    grace,
  };

  const ways = waysTo(node.id, base, person);
  const judgements = [
    ...ways.flatMap((way) => judgeHeld(way, asked, person)),
    ...judgeEligible(asked, person),
    ...ways.flatMap((way) => judgePlan(way, asked, person)),
    ...ways.flatMap((way) => judgeExpired(way, asked, person)),
  ];
  return bestOf(judgements) ?? judgeAbsent(asked, person);
}

interface Asked {
  readonly base: string;
  readonly name: string;
  /** Someone who may sit for it is taken too. */
  readonly eligible: boolean;
  readonly region: string | undefined;
  readonly grace: number | undefined;
}

/** A credential that would meet what is asked: the one asked for (no `substitute`), or one that stands in for it. */
interface Way {
  readonly id: string;
  readonly substitute: Substitute | undefined;
}

function waysTo(id: string, base: string, person: Person): Way[] {
  const rows = id === base ? person.inPlaceOf(base) : [...person.inPlaceOf(base), ...person.inPlaceOf(id)];
  const others = rows.filter((row) => row.id !== base);
  return [{ id: base, substitute: undefined }, ...others.map((row) => ({ id: row.id, substitute: row }))];
}

function judgeHeld(way: Way, asked: Asked, person: Person): Judgement[] {
  const valid = (person.held.get(way.id) ?? []).filter((held) => held.expiredOn === undefined);
  return valid.map((held) => {
    if (asked.region === undefined || isSameRegion(held.region, asked.region)) {
      const where = held.region === undefined ? '' : ` in ${held.region}`;
      return { state: 'met', because: `you hold ${person.nameOf(way.id)}${where}${asSubstitute(way, asked)}` };
    }
    return judgeOtherRegion(held, asked, person.nameOf(way.id));
  });
}

function judgeOtherRegion(held: HeldCredential, asked: Asked, name: string): Judgement {
  const own =
    held.region === undefined
      ? `you hold ${name}, the state is not in your profile`
      : `you hold ${name} in ${held.region}`;
  if (asked.grace !== undefined) {
    return { state: 'later', because: `${own}; ${asked.region} ${withinGrace(asked.grace)}` };
  }
  // Which states honour each other's licences changes too often to be decided here.
  return { state: 'unknown', because: `${own}; the posting names ${asked.region}, check whether yours is valid there` };
}

function judgeEligible(asked: Asked, person: Person): Judgement[] {
  const entries = person.held.get(`${asked.base}-eligible`) ?? [];
  if (!entries.some((entry) => entry.expiredOn === undefined)) return [];
  if (asked.eligible) return [{ state: 'met', because: `you are ${asked.name}-eligible` }];
  if (asked.grace !== undefined) {
    return [{ state: 'later', because: `you are ${asked.name}-eligible; it ${withinGrace(asked.grace)}` }];
  }
  return [
    {
      state: 'not-met',
      because: `you are ${asked.name}-eligible; the posting asks for the credential itself and names no grace period`,
    },
  ];
}

function judgePlan(way: Way, asked: Asked, person: Person): Judgement[] {
  const by = person.planned.get(way.id);
  if (by === undefined) return [];

  const name = person.nameOf(way.id);
  const plan = `you plan to hold ${name} by ${dateInWords(by)}${asSubstitute(way, asked)}`;
  if (isPast(by, person.now)) {
    const state = asked.grace === undefined ? 'unknown' : 'later';
    return [
      { state, because: `your profile planned ${name} by ${dateInWords(by)}; say there whether you hold it now` },
    ];
  }
  if (asked.eligible) return [{ state: 'met', because: `${plan}; the posting also takes someone who may sit for it` }];
  if (asked.grace === undefined) return [{ state: 'not-met', because: `${plan}; the posting names no grace period` }];
  if (isWithinMonths(by, person.now, asked.grace)) {
    return [{ state: 'later', because: `${plan}; it ${withinGrace(asked.grace)}` }];
  }
  return [{ state: 'unknown', because: `${plan}; the posting allows ${monthsInWords(asked.grace)} after hire` }];
}

function judgeExpired(way: Way, asked: Asked, person: Person): Judgement[] {
  const dates = (person.held.get(way.id) ?? []).flatMap(({ expiredOn }) => expiredOn ?? []);
  return dates.map((date) => {
    const ranOut = `your ${person.nameOf(way.id)} ran out ${onDate(date)}`;
    if (asked.grace !== undefined) return { state: 'later', because: `${ranOut}; it ${withinGrace(asked.grace)}` };
    if (asked.eligible) return { state: 'unknown', because: `${ranOut}; check whether you may sit for it again` };
    return {
      state: 'not-met',
      because: `${ranOut}; renew it and ${way.substitute === undefined ? 'this is met' : `it is ${takenFor(way.substitute, asked)}`}`,
    };
  });
}

function judgeAbsent(asked: Asked, person: Person): Judgement {
  if (asked.grace !== undefined) {
    return { state: 'later', because: `you do not list ${asked.name} yet; it ${withinGrace(asked.grace)}` };
  }
  if (person.blank) return { state: 'unknown', because: BLANK_PROFILE };
  if (!asked.eligible) return { state: 'not-met', because: NOT_IN_PROFILE };

  const pointer = pointerTo(asked.base, person);
  if (pointer === undefined) return { state: 'not-met', because: NOT_IN_PROFILE };
  return { state: 'unknown', because: `${pointer}; check whether it lets you sit for ${asked.name}` };
}

/** What in the profile may make the person eligible to sit for a credential: a degree or work in its field. */
function pointerTo(id: string, person: Person): string | undefined {
  const subject = person.subjectOf(id);
  const degree = person.degrees.find(
    ({ level, words: own }) => level !== 'none' && level !== 'high_school' && (own === null || overlaps(own, subject)),
  );
  if (degree !== undefined) {
    const field = degree.field === undefined ? 'education' : `education in ${degree.field}`;
    return degree.finished ? `you list ${field}` : `you list unfinished ${field}`;
  }
  const role = person.roles.find((entry) => overlaps(entry.words, subject));
  return role === undefined ? undefined : `you list experience as ${role.role}`;
}

function asSubstitute(way: Way, asked: Asked): string {
  return way.substitute === undefined ? '' : `, ${takenFor(way.substitute, asked)}`;
}

function takenFor({ strength, why }: Substitute, asked: Asked): string {
  const taken = strength === 'same' ? `taken as ${asked.name}` : `usually accepted where ${asked.name} is asked`;
  const reason = why.trim().replace(/\.$/u, '');
  return reason === '' ? taken : `${taken}: ${reason}`;
}

function withinGrace(months: number): string {
  return `may be earned within ${monthsInWords(months)} of hire`;
}

function isSameRegion(held: string | undefined, asked: string): boolean {
  return held !== undefined && regionCode(held) === regionCode(asked);
}

function regionCode(region: string): string {
  return region.trim().toUpperCase().replace(/^US-/u, '');
}

const BEST_FIRST = ['met', 'later', 'unknown', 'not-met'] as const;

function bestOf(judgements: readonly Judgement[]): Judgement | undefined {
  for (const state of BEST_FIRST) {
    const found = judgements.find((judgement) => judgement.state === state);
    if (found !== undefined) return found;
  }
  return undefined;
}
