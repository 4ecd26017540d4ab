import type { Pay } from '../../model/pay.ts';
import type { Bound } from './pay-words.ts';
import { quote } from './quotes.ts';

/** Pay as it was found, with where it stands and what it is stated for. */
export interface Stated {
  pay: Pay;
  readonly start: number;
  end: number;
  readonly bound: Bound;
  /** For one place, level or shift of several. */
  readonly part: boolean;
}

/** More statements of pay than this are a table of a whole company. */
export const MAX_STATED = 12;
/** Figures that are further apart belong to different statements. */
export const NEAR = 160;

/** Adds a statement, or completes the one before: "Minimum: $34.10 Midpoint: $42.62 Maximum: $51.14". */
export function addStatement(text: string, stated: Stated, lead: string, found: Stated[]): void {
  const last = found.at(-1);
  const open = last !== undefined && stated.start - last.end <= NEAR ? last : undefined;
  if (open?.bound === 'from' && open.pay.max === undefined) {
    if (stated.bound === 'middle') {
      open.end = stated.end;
      return;
    }
    const upper = stated.bound === 'up' || /^[\s\w).(]{0,40}\bto[ :*]*$/i.test(lead);
    if (upper && complete(text, open, stated, open.pay.min, stated.pay.max)) return;
  }
  if (open?.bound === 'up' && open.pay.min === undefined && stated.bound === 'from')
    if (complete(text, open, stated, stated.pay.min, open.pay.max)) return;
  const { pay } = stated;
  const twin = found.find(
    (other) =>
      other.pay.min === pay.min &&
      other.pay.max === pay.max &&
      agree(other.pay.currency, pay.currency) &&
      agree(other.pay.period, pay.period),
  );
  if (twin === undefined) found.push(stated);
  else twin.pay = { ...pay, ...twin.pay };
}

function complete(
  text: string,
  open: Stated,
  stated: Stated,
  min: number | undefined,
  max: number | undefined,
): boolean {
  if (min === undefined || max === undefined || min > max) return false;
  if (!agree(open.pay.currency, stated.pay.currency) || !agree(open.pay.period, stated.pay.period)) return false;
  const evidence = quote(text, open.pay.evidence?.start ?? open.start, stated.pay.evidence?.end ?? stated.end);
  open.pay = { ...stated.pay, ...open.pay, min, max, ...(evidence.quote.length <= 200 ? { evidence } : {}) };
  open.end = stated.end;
  return true;
}

function agree(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right;
}

/**
 * The headline, then the others in reading order. The headline is the first statement for the posting as a whole, or the
 * widest one that contains it; with statements for parts only, the first, or the one that contains all others.
 */
export function headlineFirst(found: readonly Stated[]): Pay[] {
  if (found.length < 2) return found.map(({ pay }) => pay);
  const own = found.filter(({ pay }) => pay.provenance === 'text');
  const stated = own.length > 0 ? own : found;
  const whole = stated.filter(({ part }) => !part);
  const pool = (whole.length > 0 ? whole : stated).map(({ pay }) => pay);
  const first = pool[0];
  if (first === undefined) return [];
  const peers = pool.filter((pay) => agree(pay.period, first.period) && agree(pay.currency, first.currency));
  const wide = peers.filter((pay) => (whole.length > 0 ? [first] : peers).every((other) => contains(pay, other)));
  const headline = wide.reduce((left, right) => (width(right) > width(left) ? right : left), wide[0] ?? first);
  return [headline, ...found.map(({ pay }) => pay).filter((pay) => pay !== headline)];
}

function contains(outer: Pay, inner: Pay): boolean {
  return lowest(outer) <= lowest(inner) && highest(outer) >= highest(inner);
}

function width(pay: Pay): number {
  return highest(pay) - lowest(pay);
}

/** The least that a statement names. */
export function lowest(pay: Pay): number {
  return pay.min ?? pay.max ?? 0;
}

/** The most that a statement names. */
export function highest(pay: Pay): number {
  return pay.max ?? pay.min ?? 0;
}
