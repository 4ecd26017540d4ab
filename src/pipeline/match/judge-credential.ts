import type { RequirementNode } from '../../model/requirement.ts';
import { withoutEligible } from './credential-name.ts';
import { dateInWords, isWithinMonths, monthsInWords, onDate } from './dates.ts';
import { judgeMaySit } from './judge-eligible.ts';
import { BLANK_PROFILE, bestOf, type Judgement, NOT_IN_PROFILE } from './judgement.ts';
import type { HeldCredential, Person, Plan, Substitute } from './person.ts';
import { standingOf } from './plan.ts';

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
    ...ways.flatMap((way) => judgePlans(way, asked, person)),
    ...ways.flatMap((way) => judgeExpired(way, asked, person)),
    ...judgeAbsent(asked, person),
  ];
  return bestOf(judgements) ?? { state: 'unknown', because: BLANK_PROFILE };
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
  // The one that need not be renewed soon comes first, so that it is the one spoken of.
  const lasting = valid.toSorted(
    (left, right) => Number(left.endsOn !== undefined) - Number(right.endsOn !== undefined),
  );
  return lasting.map((held) => {
    if (asked.region === undefined || isSameRegion(held.region, asked.region)) {
      const where = held.region === undefined ? '' : ` in ${held.region}`;
      const because = `you hold ${person.nameOf(way.id)}${where}${renewal(held)}${asSubstitute(way, asked)}`;
      return { state: way.substitute === undefined ? 'met' : 'met-by-other', because };
    }
    return judgeOtherRegion(held, asked, person.nameOf(way.id));
  });
}

function renewal({ endsOn }: HeldCredential): string {
  return endsOn === undefined ? '' : `, valid until ${dateInWords(endsOn)}: renew it`;
}

function judgeOtherRegion(held: HeldCredential, asked: Asked, name: string): Judgement {
  const own =
    held.region === undefined
      ? `you hold ${name}, the state is not in your profile`
      : `you hold ${name} in ${held.region}`;
  if (asked.grace !== undefined) {
    return { state: 'grace', because: `${own}; ${asked.region} ${withinGrace(asked.grace)}` };
  }
  // Which states honour each other's licences changes too often to be decided here.
  return { state: 'unknown', because: `${own}; the posting names ${asked.region}, check whether yours is valid there` };
}

function judgeEligible(asked: Asked, person: Person): Judgement[] {
  const entries = person.held.get(`${asked.base}-eligible`) ?? [];
  if (!entries.some((entry) => entry.expiredOn === undefined)) return [];
  if (asked.eligible) return [{ state: 'met', because: `you are ${asked.name}-eligible` }];
  if (asked.grace !== undefined) {
    return [{ state: 'grace', because: `you are ${asked.name}-eligible; it ${withinGrace(asked.grace)}` }];
  }
  return [
    {
      state: 'not-met',
      because: `you are ${asked.name}-eligible; the posting asks for the credential itself and names no grace period`,
    },
  ];
}

function judgePlans(way: Way, asked: Asked, person: Person): Judgement[] {
  return (person.planned.get(way.id) ?? []).map((plan) => judgePlan(plan, way, asked, person));
}

function judgePlan(plan: Plan, way: Way, asked: Asked, person: Person): Judgement {
  const standing = standingOf(plan, person.nameOf(way.id), person.now);
  if (standing.state === 'overdue') {
    return { state: asked.grace === undefined ? 'unknown' : 'grace', because: standing.words };
  }
  const words = `${standing.words}${asSubstitute(way, asked)}`;
  if (asked.eligible && standing.approved) {
    return {
      state: 'met',
      because: `the issuer lets you sit for ${person.nameOf(way.id)}: it is met even before, ${words}`,
    };
  }
  if (asked.grace === undefined) return { state: 'planned', because: words };
  if (isWithinMonths(standing.when, person.now, asked.grace)) {
    return { state: 'grace', because: `it ${withinGrace(asked.grace)}: ${words}` };
  }
  // The person's own day is later than the posting allows, so it is no better than a plan.
  return { state: 'planned', because: `${words}; the posting allows ${monthsInWords(asked.grace)} after hire` };
}

function judgeExpired(way: Way, asked: Asked, person: Person): Judgement[] {
  const dates = (person.held.get(way.id) ?? []).flatMap(({ expiredOn }) => expiredOn ?? []);
  return dates.map((date) => {
    const ranOut = `your ${person.nameOf(way.id)} ran out ${onDate(date)}`;
    if (asked.grace !== undefined) return { state: 'grace', because: `${ranOut}; it ${withinGrace(asked.grace)}` };
    if (asked.eligible) return { state: 'unknown', because: `${ranOut}; check whether you may sit for it again` };
    return {
      state: 'not-met',
      because: `${ranOut}; renew it and ${way.substitute === undefined ? 'this is met' : `it is ${takenFor(way.substitute, asked)}`}`,
    };
  });
}

function judgeAbsent(asked: Asked, person: Person): Judgement[] {
  const maySit = asked.eligible ? [judgeMaySit(asked.base, person)] : [];
  if (asked.grace !== undefined) {
    // Who plans it has said when, and that may be later than the posting allows.
    if (person.planned.has(asked.base)) return maySit;
    const because = `you do not list ${asked.name} yet; it ${withinGrace(asked.grace)}`;
    return [...maySit, { state: 'grace', because }];
  }
  if (asked.eligible) return maySit;
  if (person.blank) return [{ state: 'unknown', because: BLANK_PROFILE }];
  const [miss] = person.nearMissesOf(asked.base);
  if (miss === undefined) return [{ state: 'not-met', because: NOT_IN_PROFILE }];
  const related = `you hold ${person.nameOf(miss.id)}, which is related but does not count as ${asked.name}`;
  return [{ state: 'not-met', because: withReason(related, miss.why) }];
}

function asSubstitute(way: Way, asked: Asked): string {
  return way.substitute === undefined ? '' : `, ${takenFor(way.substitute, asked)}`;
}

function takenFor({ strength, why }: Substitute, asked: Asked): string {
  return withReason(
    strength === 'same' ? `taken as ${asked.name}` : `usually accepted where ${asked.name} is asked`,
    why,
  );
}

function withReason(words: string, why: string): string {
  const reason = why.trim().replace(/\.$/u, '');
  return reason === '' ? words : `${words}: ${reason}`;
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
