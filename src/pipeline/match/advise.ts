import type { Match, Step } from '../../model/match.ts';
import type { Person } from './person.ts';
import { routeFrom } from './routes.ts';
import { covers, kindOfStep, stepInWords } from './steps.ts';

/** An opening as advice looks at it; `pay` is what it states for a year, null when it states none. */
export interface AdvisedOpening {
  readonly match: Pick<Match, 'verdict' | 'steps'>;
  readonly pay: number | null;
}

/** What one single step would open. */
export interface Advice {
  readonly step: Step;
  /** The step in words: "RHIA", "a bachelor's degree", "2 more years of coding experience". */
  readonly words: string;
  /** How many `near` openings it would turn. */
  readonly openings: number;
  /** Median of their yearly pay, of those that state one; null when none does. */
  readonly medianPay: number | null;
  /** For a credential the shortest of the issuer's routes and what of it is missing, in words; null when none is known. */
  readonly route: string | null;
}

/**
 * Which single step would turn how many `near` openings, the most first, then the best paid. A higher degree counts
 * where a lower one is enough, and more years where fewer are: an opening counts once for each step that turns it. A
 * credential that is only taken in place of another, and turns no more than that one, is left out.
 */
export function advise(openings: Iterable<AdvisedOpening>, person: Person): Advice[] {
  const near = [...openings].filter(({ match }) => match.verdict === 'near');
  const steps = new Map(near.flatMap(({ match }) => match.steps.map((step) => [keyOf(step), step] as const)));
  const turnable = turnedBy(near);
  const turned = new Map(steps.entries().map(([key, step]) => [key, turnable(step)] as const));
  const advice: Advice[] = [];
  for (const [key, step] of steps) {
    const own = turned.get(key) ?? [];
    if (step.kind === 'credential' && isOnlyInPlace(step.id, own, turned, person)) continue;
    advice.push({
      step,
      words: stepInWords(step, person.nameOf),
      openings: own.length,
      medianPay: medianOf(own.flatMap(({ pay }) => pay ?? [])),
      route: step.kind === 'credential' ? routeFrom(person, step) : null,
    });
  }
  return advice.toSorted(byWorth);
}

function isOnlyInPlace(
  id: string,
  own: readonly AdvisedOpening[],
  turned: ReadonlyMap<string, readonly AdvisedOpening[]>,
  { credentials }: Person,
): boolean {
  const standsIn = (other: string, asked: string): boolean =>
    credentials.get(asked)?.acceptedInPlace.some((row) => row.id === other && row.strength !== 'near') === true;
  return credentials.keys().some((asked) => {
    const row = credentials.get(asked);
    // Two that stand in for each other are both asked for, and nobody can earn an umbrella.
    if (row?.umbrella === true || !standsIn(id, asked) || standsIn(asked, id)) return false;
    const others = new Set(turned.get(keyOf({ kind: 'credential', id: asked })));
    return own.every((opening) => others.has(opening));
  });
}

function byWorth(left: Advice, right: Advice): number {
  return (
    right.openings - left.openings ||
    (right.medianPay ?? -1) - (left.medianPay ?? -1) ||
    compare(left.words, right.words) ||
    compare(keyOf(left.step), keyOf(right.step))
  );
}

// By code units: the order must not depend on the machine's language.
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function keyOf(step: Step): string {
  return step.kind === 'experience' ? `${kindOfStep(step)} ${step.years}` : JSON.stringify(step);
}

/** Finds the openings that a step turns without looking at all of them: only steps of its own sort can cover others. */
function turnedBy(near: readonly AdvisedOpening[]): (step: Step) => readonly AdvisedOpening[] {
  const bySort = new Map<string, Set<AdvisedOpening>>();
  for (const opening of near) {
    for (const step of opening.match.steps) {
      const sort = sortOf(step);
      const others = bySort.get(sort) ?? new Set();
      bySort.set(sort, others.add(opening));
    }
  }
  return (step) =>
    [...(bySort.get(sortOf(step)) ?? [])].filter(({ match }) => match.steps.some((other) => covers(step, other)));
}

function sortOf(step: Step): string {
  return step.kind === 'credential' ? kindOfStep(step) : step.kind;
}

function medianOf(amounts: readonly number[]): number | null {
  const sorted = amounts.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
