import { isBefore, type PartialDate } from '../partial-date.ts';

/** A stretch of time; without `until` it goes on. */
export interface Stretch {
  readonly from: PartialDate;
  readonly until: PartialDate | undefined;
}

/**
 * Years covered by the stretches together, rounded down to a tenth and at least 0.1: what overlaps counts once, what goes on counts until
 * `now`, what is still to come does not count. A last month counts whole; a year without a month stands for its middle.
 */
export function yearsCovered(stretches: readonly Stretch[], now: Date): number {
  const today = now.toISOString().slice(0, 10);
  const spans = stretches
    .map(({ from, until }) => ({
      from: position(from, 'first'),
      until: Math.min(position(until ?? today, 'last'), position(today, 'last')),
      year: from.length === 4 && from === until,
    }))
    // "2015 to 2015" is some part of that year: half of it is the nearest that can be said.
    .map((span) => (span.year ? { from: span.from - 3, until: span.from + 3 } : span))
    .filter(({ from, until }) => until > from)
    .sort((a, b) => a.from - b.from);
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, until } of spans) {
    months += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  if (months === 0) return 0;
  // The 15th is not the same part of every month; a twentieth of a month evens that out.
  return Math.max(0.1, Math.floor(((months + 0.05) / 12) * 10) / 10);
}

/** Do two stretches have time in common? */
export function overlap(one: Stretch, other: Stretch): boolean {
  const ended = (first: Stretch, second: Stretch): boolean =>
    first.until !== undefined && (isBefore(first.until, second.from) || first.until === second.from);
  return !ended(one, other) && !ended(other, one);
}

/** Months since the year 0, with the part of a month as a fraction. */
function position(date: PartialDate, edge: 'first' | 'last'): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year * 12 + 6;
  const start = year * 12 + month - 1;
  if (day === undefined) return edge === 'first' ? start : start + 1;
  return start + (day - 1) / new Date(Date.UTC(year, month, 0)).getUTCDate();
}
