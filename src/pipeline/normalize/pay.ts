import type { Pay, PayPeriod } from '../../model/pay.ts';
import type { Place } from '../../model/place.ts';
import { type Above, aboveOf, columnOf, lastLine, talkAbove } from './pay-context.ts';
import { dollarsOf, homeCurrency, isMajor } from './pay-currency.ts';
import { type Figure, figuresIn } from './pay-figures.ts';
import { mayHoldSum } from './pay-patterns.ts';
import { addStatement, headlineFirst, highest, lowest, MAX_STATED, NEAR, type Stated } from './pay-statements.ts';
import { type Talk, talkOf } from './pay-talk.ts';
import { type Bound, boundOf, headOf, isBesidePay, isEstimate, isPart } from './pay-words.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

/** The words around a figure. */
interface Words {
  /** From the figure before it, or the head of its sentence, or the line above when it heads its own. */
  readonly lead: string;
  readonly talk: Talk;
  readonly bound: Bound;
  readonly after: string;
  /** What the words right after it name. */
  readonly next: Talk;
  readonly above: Above;
  /** It begins its sentence. */
  readonly heads: boolean;
  /** It is called the least or the most, with the other one beside it. */
  readonly paired: boolean;
}

/** No advertisement names more sums; a longer text is a price list. */
const MAX_JUDGED = 300;
const MAX_TITLE = 300;
/** A number without a currency that follows these counts something else. */
const COUNTED =
  /\b(?:grade|level|step|band|hours?|shift|plan|code|no|number|id|req|requisition|class|group|zone|gs)\.?[ :#]*$/i;
/** Right before a number without a currency: a word of pay, of a range, or a colon behind any. */
const DIRECT =
  /(?:\b(?:pay|salary|wages?|compensation|rates?|range|scale|hourly|annually|from|between|is|of|at|start|starting|pays|paying|base|to|min|max|minimum|maximum)\.?|[):]|gehalt|lohn|vergütung|von)[ :*|(–—-]*$/i;
const LEAST_AND_MOST = /\bmin.{0,80}\bmax/is;
/** No words follow in its part of the line. */
const ALONE = /^ ?(?:\([^()]{0,40}\))?[^A-Za-z|•;,`]*(?:$|[|•;,`])/;
const BASE_AFTER = /^[^A-Za-z.]{0,3}(?:base|gross|brutto|brut|super|DO[EQ]|pro rata|package)\b/i;
/** Before a sum by the month or year of which nothing else is said; "collections of", "a car or" are none of these. */
const LEADS = /(?:\b(?:from|at|up to|is|starting|ab|bis zu)|[:–-])\s*$/i;

/**
 * Reads every stated pay of a text; bonuses, benefits and business figures are left out.
 * - Order: the headline, then the others as they stand. The headline is the first statement for the posting as a whole
 *   (not for one place, level or shift), or the widest such one that contains it. With statements for parts only it is
 *   the first, or one that contains all others: a span over several parts is stated by nobody and is not built.
 * - Currency: as written; a bare `$` is of the one country of `places`, else of the United States; a figure without any
 *   is in the currency of that one country.
 * - Period: as written, else plain from the size. Where neither tells (2,500) the figure is left out.
 * - The `title` is read where the text states nothing; there is no evidence then.
 */
export function readPay(
  text: string,
  segments: readonly PlacedSegment[],
  places: readonly Place[] = [],
  title = '',
): Pay[] {
  const found: Stated[] = [];
  let judged = 0;
  for (const segment of segments) {
    judged += readSentence(text, segment, places, found);
    if (found.length >= MAX_STATED || judged >= MAX_JUDGED) break;
  }
  if (found.length === 0 && /\d/.test(title)) {
    const words = title.slice(0, MAX_TITLE).replace(/\s/g, ' ');
    readSentence(words, { start: 0, end: words.length, section: 'title' }, places, found);
    return headlineFirst(found).map(({ evidence: _evidence, ...pay }) => pay);
  }
  return headlineFirst(found);
}

/** A sentence, or the title. */
type Stretch = Pick<PlacedSegment, 'start' | 'end'> & { readonly section: PlacedSegment['section'] | 'title' };

/** Adds what a sentence states to `found`; how many sums it holds is the answer. */
function readSentence(text: string, segment: Stretch, places: readonly Place[], found: Stated[]): number {
  const sentence = text.slice(segment.start, segment.end);
  if (!mayHoldSum(sentence)) return 0;
  let above: Above | undefined;
  let sums = 0;
  let past = 0;
  for (const figure of figuresIn(sentence)) {
    if (!isSum(figure)) continue;
    sums += 1;
    above ??= aboveOf(text, segment.start);
    const words = wordsOf(text, segment, figure, past, above);
    const stated = statedPay(text, segment, figure, words, past, places, found.at(-1));
    past = figure.end;
    if (stated !== undefined) addStatement(text, stated, words.lead, found);
    if (found.length >= MAX_STATED) break;
  }
  return sums;
}

/** A number without a currency must at least be written like a sum, and be no year. */
function isSum(figure: Figure): boolean {
  if (figure.currency !== undefined || figure.unit !== undefined || figure.grouped) return true;
  if (figure.high !== undefined) return !(isYear(figure.low) && isYear(figure.high));
  return figure.low >= 15_000;
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}

function wordsOf(text: string, segment: Stretch, figure: Figure, past: number, above: Above): Words {
  const start = segment.start + figure.start;
  const column = columnOf(text, start);
  const own = text.slice(Math.max(segment.start + past, start - 100), start);
  const heads = past === 0 && !/[A-Za-z]/.test(own);
  // "Bonus: up to $5,000": a label on the line is a sentence of its own.
  const labelled =
    past === 0 && own.length < 60 && /:[ *]*$/.test(text.slice(Math.max(0, segment.start - 3), segment.start));
  const lead = column ?? (heads || labelled ? `${lastLine(above)} ${own}` : own);
  const bound = boundOf(lead);
  const after = text.slice(segment.start + figure.end, Math.min(segment.end, segment.start + figure.end + 60));
  return {
    lead,
    talk: talkOf(lead),
    bound,
    after,
    next: talkOf(headOf(after, false)),
    above,
    heads,
    paired:
      bound !== 'point' &&
      (column !== undefined || LEAST_AND_MOST.test(text.slice(Math.max(0, start - 100), start + 100))),
  };
}

function statedPay(
  text: string,
  segment: Stretch,
  figure: Figure,
  words: Words,
  past: number,
  places: readonly Place[],
  last: Stated | undefined,
): Stated | undefined {
  const start = segment.start + figure.start;
  const end = segment.start + figure.end;
  const beside = last !== undefined && start - last.end <= NEAR ? last : undefined;
  if (!isPay(figure, words, segment.section, beside)) return undefined;
  const currency =
    figure.currency === '$'
      ? dollarsOf(`${words.lead} ${words.after}`, places)
      : (figure.currency ?? homeCurrency(places));
  const period = periodFor(figure, words, currency, beside);
  const { low, high } = figure;
  const most = high ?? low;
  if (low <= 0 || (isMajor(currency) && most > low * 20)) return undefined;
  if (period === 'none' || (period !== undefined && !isPlausible(most, period, currency))) return undefined;
  // Without a sign of money the size is the only witness.
  if (figure.currency === undefined && !isPlausible(low, period ?? 'year', currency)) return undefined;
  const bound = high !== undefined ? 'point' : figure.open ? 'from' : words.bound;
  return {
    pay: {
      ...(bound === 'up' ? {} : { min: low }),
      ...(bound === 'from' ? {} : { max: most }),
      ...(currency === undefined ? {} : { currency }),
      ...(period === undefined ? {} : { period }),
      provenance: isEstimate(`${words.lead} ${words.after.slice(0, 24)}`) ? 'estimate' : 'text',
      evidence: factPhrase(text, quote(text, start, end), segment.start + past, segment.end),
    },
    start,
    end,
    bound,
    part: isPart(words.lead, words.talk, words.after),
  };
}

function isPay(figure: Figure, words: Words, section: Stretch['section'], beside: Stated | undefined): boolean {
  const { lead, talk, after, next, heads } = words;
  const range = figure.high !== undefined;
  const unit = figure.unit === undefined ? undefined : (periodOf(figure.unit) ?? 'other');
  if (isBesidePay({ lead, talk, after, next, unit: unit !== undefined, hourly: unit === 'hour', range })) return false;
  const named = words.paired || talk.pay > 0 || next.pay > 0 || BASE_AFTER.test(after);
  if (named && figure.currency !== undefined) return true;
  const around = section === 'pay' || section === 'title' || beside !== undefined || talkAbove(words.above).pay > 0;
  const alone = ALONE.test(after);
  if (figure.currency === undefined || figure.coded) {
    if (COUNTED.test(lead)) return false;
    if (figure.coded) return named || unit !== undefined || (around && alone);
    if (unit !== undefined) return named || around || (talk.rate > 0 && figure.grouped);
    if (section === 'title') return range && figure.low >= 10_000;
    if (named && DIRECT.test(lead)) return range || figure.grouped || figure.low >= 15_000;
    return heads && around && alone && figure.grouped;
  }
  if (talk.rate > 0) return true;
  const quiet = section !== 'benefits' && section !== 'about' && section !== 'eeo';
  if (unit === undefined) {
    if (around) return range || alone;
    return range && alone && quiet && (heads || isPart(lead, talk, ''));
  }
  const long = unit === 'year' || unit === 'month';
  if (!quiet) return around || (!long && figure.low >= 10) || (range && heads);
  return (
    !long ||
    around ||
    range ||
    (lead.length + after.length < 90 && (heads || words.bound !== 'point' || LEADS.test(lead)))
  );
}

/** The period as written, else as said nearby, else as plain from the size; `none` where the figure cannot be pay. */
function periodFor(
  figure: Figure,
  { talk, next, above }: Words,
  currency: string | undefined,
  beside: Stated | undefined,
): PayPeriod | 'none' | undefined {
  const most = figure.high ?? figure.low;
  if (figure.unit !== undefined) {
    const written = periodOf(figure.unit);
    // "$65,000 per hour": one of the two is wrong.
    return written === 'hour' && !fits(most, written, currency) && most >= 15_000 ? undefined : written;
  }
  const before = periodOf(talk.period);
  if (fits(most, before, currency)) return before;
  const behind = periodOf(next.period);
  if (fits(most, behind, currency)) return behind;
  const over = periodOf(talkAbove(above).period);
  if (fits(most, over, currency)) return over;
  if (!isMajor(currency)) return beside?.pay.currency === currency ? beside?.pay.period : undefined;
  if (most >= 7 && most <= (figure.high === undefined && !figure.grouped ? 150 : 250)) return 'hour';
  if (most >= 15_000) return 'year';
  const alike = beside !== undefined && most < highest(beside.pay) * 3 && most * 3 > lowest(beside.pay);
  return alike && fits(most, beside.pay.period, currency) ? beside.pay.period : 'none';
}

function fits(amount: number, period: PayPeriod | undefined, currency: string | undefined): boolean {
  return period !== undefined && isPlausible(amount, period, currency);
}

const PLAUSIBLE: Readonly<Record<PayPeriod, readonly [number, number]>> = {
  hour: [5, 1000],
  day: [40, 10_000],
  week: [100, 20_000],
  biweek: [200, 40_000],
  month: [300, 100_000],
  year: [5000, 5_000_000],
};

function isPlausible(amount: number, period: PayPeriod, currency: string | undefined): boolean {
  const [least, most] = PLAUSIBLE[period];
  return isMajor(currency) ? amount >= least && amount <= most : amount >= 10 && amount < 1e9;
}

/** What most postings write, so that no pattern has to be tried. */
const USUAL_PERIODS = new Map<string, PayPeriod | undefined>();
for (const words of `hour|per hour|an hour|/hour|/ hour|/hr|/ hr|per hr|hourly|year|per year|a year|/year|/yr|annually|annual|yearly|annum|per annum|per month|/month|monthly|per week|/week|weekly|biweekly|bi-weekly|per day|/day|daily|per diem|/h`.split(
  '|',
))
  USUAL_PERIODS.set(words, readPeriod(words));

/** The unit of pay in words or vendor codes: `HOUR`, `per-year-salary`, `PA`, `biweekly`. Half a month has no name here. */
export function periodOf(words: string | undefined): PayPeriod | undefined {
  if (words === undefined) return undefined;
  const folded = words.toLowerCase();
  return USUAL_PERIODS.has(folded) ? USUAL_PERIODS.get(folded) : readPeriod(folded);
}

function readPeriod(folded: string): PayPeriod | undefined {
  if (/semi-?month|bi-?month|pay period/.test(folded)) return undefined;
  if (/bi-?week|fortnight|two weeks|\bbw\b/.test(folded)) return 'biweek';
  if (/hour|\bhr|\bp[./]? ?h\b|^\/? ?h$|\/ ?h\b|stunde|\bstd|heure|hora\b|\buur/.test(folded)) return 'hour';
  if (/year|annu|\byr|^\/? ?[ay]$|\bp[./]? ?a\b|jahr|jähr|\bpar an\b|\/ ?an\b|año|jaar/.test(folded)) return 'year';
  if (/month|\bmo\b|\bpc?m\b|monat|mois|\bmes\b|\bmês|maand/.test(folded)) return 'month';
  if (/week|\bwk|\bp[./]?w\b|woche|semaine/.test(folded)) return 'week';
  if (/\bdays?\b|daily|\bp[./]?d\b|diem|shift|\btag|\bjour|\bdía/.test(folded)) return 'day';
  return folded.includes('salary') ? 'year' : undefined;
}
