import type { DigestEntry, DigestView, SilentBoard } from '../../model/digest.ts';
import { type Finding, type NodeState, type Step, Verdict } from '../../model/match.ts';
import type { Pay } from '../../model/pay.ts';
import type { Place, Workplace } from '../../model/place.ts';
import type { EmploymentType } from '../../model/reading.ts';
import { stepInWords } from '../match/steps.ts';
import { plainLine } from './sanitize.ts';

const LOCALE = 'en-US';

/** A count with thousands separated: `3,204`. */
export function formatCount(count: number): string {
  return count.toLocaleString(LOCALE);
}

/** A count with its noun: `1 opening`, `3,204 openings`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/**
 * A day such as `Nov 18, 2026`. An instant is shown as the day it falls on in `timeZone` (IANA); a calendar day is
 * never shifted. Text that is no date comes back as it is.
 */
export function formatDay(value: string, timeZone: string): string {
  return day(value, timeZone, { dateStyle: 'medium' });
}

/** A day with its weekday: `Friday, November 20, 2026`. Otherwise like `formatDay`. */
export function formatLongDay(value: string, timeZone: string): string {
  return day(value, timeZone, { dateStyle: 'full' });
}

/** An instant as local wall time for file names: `2026-11-20-0700`. */
export function slotStamp(slot: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(new Date(slot)).map((part) => [part.type, part.value]));
  const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${at('year')}-${at('month')}-${at('day')}-${at('hour')}${at('minute')}`;
}

const PERIOD: Record<NonNullable<Pay['period']>, string> = {
  hour: ' an hour',
  day: ' a day',
  week: ' a week',
  biweek: ' every two weeks',
  month: ' a month',
  year: ' a year',
};

/** `$31.50–$44.10 an hour`, `from $62,000 a year`; without a word on whose figure it is. `undefined` without figures. */
export function formatPay(pay: Pay): string | undefined {
  const { min, max } = pay;
  const amount = money(pay);
  const period = pay.period === undefined ? '' : PERIOD[pay.period];
  if (min === undefined) return max === undefined ? undefined : `up to ${amount(max)}${period}`;
  if (max === undefined) return `from ${amount(min)}${period}`;
  return min === max ? `${amount(min)}${period}` : `${amount(min)}–${amount(max)}${period}`;
}

/**
 * The stated ranges of an opening on one line, at most three, and a note (with a space before it) when one is a
 * board's estimate; `undefined` when no figure is stated.
 */
export function payLine(pays: readonly Pay[]): { figures: string; note: string } | undefined {
  const lines = pays.map(formatPay).filter((line) => line !== undefined);
  if (lines.length === 0) return undefined;
  const figures = listed([...new Set(lines)], 3, '; ');
  const guessed = pays.some((pay) => pay.provenance === 'estimate');
  return { figures: upperFirst(figures), note: guessed ? ' (an estimate, not the employer’s figure)' : '' };
}

/** Where a place is, for a list: `Columbus, OH`; the source's own words when it was not understood. */
export function placeName(place: Place): string {
  const parts = [place.city, place.region].filter((part) => part !== undefined);
  return plainLine(place.city === undefined ? place.text || parts.join(', ') : parts.join(', '), 80);
}

const WORKPLACE: Record<Workplace, string> = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On site' };

const EMPLOYMENT: Record<EmploymentType, string> = {
  full_time: 'Full time',
  part_time: 'Part time',
  contract: 'Contract',
  temporary: 'Temporary',
  per_diem: 'Per diem',
  internship: 'Internship',
  volunteer: 'Volunteer',
};

/** What is known of an opening besides its title, in the order it is shown; unknown facts are left out. */
export function factsOf(entry: DigestEntry): string[] {
  return [
    entry.employer,
    listed(entry.places, 3, '; '),
    workplaceWords(entry),
    entry.employmentTypes.map((type) => EMPLOYMENT[type]).join(', '),
  ].filter((fact) => fact !== '');
}

/** When it was posted (else first seen), when it closes, and where it is advertised. */
export function datesOf(entry: DigestEntry, timeZone: string): string[] {
  return [
    entry.postedAt === null
      ? `First seen ${formatDay(entry.firstSeenAt, timeZone)}`
      : `Posted ${formatDay(entry.postedAt, timeZone)}`,
    entry.closesAt === null ? '' : `Closes ${formatDay(entry.closesAt, timeZone)}`,
    entry.boards.length === 0 ? '' : `On ${listed(entry.boards, 3, ', ')}`,
  ].filter((fact) => fact !== '');
}

/** Heading of a list of openings with this verdict. */
export const SECTION: Readonly<Record<Verdict, string>> = {
  eligible: 'You qualify',
  'eligible-soon': 'You will qualify soon',
  unknown: 'Cannot be decided from the words',
  near: 'One thing is missing',
  ineligible: 'More than one thing is missing',
};

/** One character in front of a requirement; the sentence beside it always says the same in words. */
export const SIGN: Readonly<Record<NodeState, string>> = {
  met: '✓',
  'met-by-other': '✓',
  grace: '~',
  planned: '~',
  unknown: '?',
  'not-met': '✗',
};

/**
 * The verdict of one opening in words, with what it hangs on: "You will qualify once you pass the exam for RHIA, booked
 * for 5 January 2027", "One thing is missing: CCS". An eligible one with something to earn after hire has a condition.
 */
export function verdictWords(verdict: Verdict, findings: readonly Finding[], steps: readonly Step[] = []): string {
  const required = findings.filter((finding) => finding.strength === 'required');
  switch (verdict) {
    case 'eligible':
      return required.some(({ state }) => state === 'grace') ? 'You qualify, with a condition' : SECTION.eligible;
    case 'eligible-soon': {
      const plans = [...new Set(required.filter(({ state }) => state === 'planned').map(({ because }) => because))];
      return plans.length === 0 ? SECTION['eligible-soon'] : `You will qualify ${firstOf(plans, '; ')}`;
    }
    case 'near': {
      const missing = missingWords(required, steps);
      return missing === '' ? SECTION.near : `${SECTION.near}: ${missing}`;
    }
    default:
      return SECTION[verdict];
  }
}

function missingWords(required: readonly Finding[], steps: readonly Step[]): string {
  // How much more is asked for says more than the whole demand; what a credential is called only the demand says.
  if (steps.length > 0 && steps.every((step) => step.kind !== 'credential')) {
    return firstOf(
      steps.map((step) => stepInWords(step, (id) => id)),
      ' or ',
    );
  }
  return firstOf([...new Set(required.flatMap(missingIn))], ' and ');
}

// A part that is better than the whole is found in "all of these" only: then what is missing are the others.
function missingIn(finding: Finding): string[] {
  if (finding.state !== 'not-met') return [];
  const missing = finding.parts.filter((part) => part.state === 'not-met');
  return missing.length === finding.parts.length ? [finding.asks] : missing.flatMap(missingIn);
}

function firstOf(words: readonly string[], separator: string): string {
  return words.slice(0, 3).join(separator) + (words.length > 3 ? ' …' : '');
}

/** All openings of the digest with this verdict, listed or beyond the limit. */
export function countBy(view: DigestView, verdict: Verdict): number {
  const listedHere = view.sections.filter((section) => section.verdict === verdict);
  return listedHere.reduce((sum, section) => sum + section.entries.length, 0) + beyond(view, verdict);
}

/** How many openings with this verdict are beyond the limit. */
export function beyond(view: DigestView, verdict: Verdict): number {
  return view.more.filter((more) => more.verdict === verdict).reduce((sum, more) => sum + more.count, 0);
}

/**
 * `You qualify for 7 new openings, 2 more soon, 12 cannot be decided, 3 lack one thing, 31 lack more`; without a full
 * stop, so that it can be a subject.
 */
export function summaryOf(view: DigestView): string {
  const count = (verdict: Verdict): number => countBy(view, verdict);
  if (Verdict.options.every((verdict) => count(verdict) === 0)) return 'No new openings this time';
  const fit = count('eligible');
  const soon = count('eligible-soon');
  return [
    `You qualify for ${fit === 0 ? 'no new opening' : countOf(fit, 'new opening')}`,
    soon === 0 ? '' : `${formatCount(soon)} ${fit === 0 ? '' : 'more '}soon`,
    count('unknown') === 0 ? '' : `${formatCount(count('unknown'))} cannot be decided`,
    lacking(count('near'), 'one thing'),
    lacking(count('ineligible'), count('near') === 0 ? 'more than one thing' : 'more'),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function lacking(count: number, what: string): string {
  return count === 0 ? '' : `${formatCount(count)} ${count === 1 ? 'lacks' : 'lack'} ${what}`;
}

/** First heading of a digest. */
export function headingOf(view: DigestView): string {
  const nothing = Verdict.options.every((verdict) => verdict === 'ineligible' || countBy(view, verdict) === 0);
  return `${nothing ? 'Nothing new' : 'New openings'} for ${view.personName}`;
}

/** The command that lists what the digest leaves out. */
export function queryCommand(verdict: Verdict): string {
  return `rolewatch query --verdict ${verdict}`;
}

const REASON: Readonly<Record<string, string>> = {
  never: 'It has not been visited yet.',
  transient: 'It did not answer.',
  throttled: 'It asked us to slow down.',
  blocked: 'It does not let us read it.',
  gone: 'Its listing is no longer there.',
  changed: 'Its pages have changed and could not be read.',
  misconfigured: 'Its settings need a correction.',
};

/** Why a board gave nothing, in one or two sentences, and since when. */
export function silenceOf(board: SilentBoard, timeZone: string): { reason: string; since: string } {
  const known = Object.hasOwn(REASON, board.outcome) ? REASON[board.outcome] : undefined;
  const message = board.message === '' || /[.!?…]$/.test(board.message) ? board.message : `${board.message}.`;
  return {
    reason: [known ?? 'It gave nothing.', message].filter((part) => part !== '').join(' '),
    since: board.since === null ? '' : `Since ${formatDay(board.since, timeZone)}`,
  };
}

/** `41 boards checked, 3,204 openings open.` */
export function coverageOf(view: DigestView): string {
  return `${countOf(view.boardsChecked, 'board')} checked, ${countOf(view.openingsOpen, 'opening')} open.`;
}

function day(value: string, timeZone: string, style: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  // A bare date parses as midnight UTC, which is the evening before in America.
  return new Date(time).toLocaleDateString(LOCALE, { ...style, timeZone: value.length === 10 ? 'UTC' : timeZone });
}

function money(pay: Pay): (amount: number) => string {
  const digits = [pay.min, pay.max].every((amount) => amount === undefined || Number.isInteger(amount)) ? 0 : 2;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  // Intl throws for anything that is not three letters, and boards write all kinds of things here.
  const currency = /^[A-Z]{3}$/.test(pay.currency ?? '') ? pay.currency : undefined;
  const style = currency === undefined ? fraction : ({ ...fraction, style: 'currency', currency } as const);
  const format = new Intl.NumberFormat(LOCALE, style);
  return (amount) => format.format(amount);
}

function workplaceWords(entry: DigestEntry): string {
  const limits = listed(entry.remoteLimits.map(areaName), 5, ', ');
  if (entry.workplace === null) return limits === '' ? '' : `Limited to ${limits}`;
  return limits === '' ? WORKPLACE[entry.workplace] : `${WORKPLACE[entry.workplace]} (${limits} only)`;
}

/** `US-OH` → `OH`, `CA` → `Canada`; other words stay. */
function areaName(area: string): string {
  const state = /^US-([A-Z]{2})$/.exec(area)?.[1];
  if (state !== undefined) return state;
  if (!/^[A-Z]{2}$/.test(area)) return area;
  return new Intl.DisplayNames(LOCALE, { type: 'region' }).of(area) ?? area;
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function listed(items: readonly string[], max: number, separator: string): string {
  if (items.length <= max) return items.join(separator);
  return `${items.slice(0, max).join(separator)}${separator}and ${formatCount(items.length - max)} more`;
}
