import { type Amount, amountOf, isHourly, sumOf } from './pay-amounts.ts';
import { currencyOf, isCoded, namedAfter, signAt, signBefore, speaksPointed } from './pay-currency.ts';
import {
  BARE_UNIT,
  CONNECTOR,
  FREE,
  GOES_ON,
  isDigit,
  LATER_UNIT,
  matchesAt,
  mayHaveUnit,
  OPEN,
  PIECE,
  UNIT,
} from './pay-patterns.ts';

/** A sum of money, or a range of two, as it is written in a sentence; nothing is said yet about whose it is. */
export interface Figure {
  /** UTF-16 offsets in the sentence, from the sign of the currency to the unit. */
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number | undefined;
  /** ISO 4217; `$` for dollars of a country that is not named. */
  readonly currency: string | undefined;
  /** Letters alone name the currency: CAD, CHF and INR have other meanings as well. */
  readonly coded: boolean;
  /** The words of the unit: `/hr`, `per annum`. */
  readonly unit: string | undefined;
  /** "$80k+", "$31 and up": there is no upper end. */
  readonly open: boolean;
  /** Written as sums are, with thousands apart, decimals or a `k`. */
  readonly grouped: boolean;
}

/** One amount with what is written about it. */
interface Side extends Amount {
  readonly scale: number;
  readonly grouped: boolean;
  readonly currency: string | undefined;
  readonly coded: boolean;
  readonly unit: string | undefined;
  readonly end: number;
}

/** A sentence with more numbers than this is no sentence, and one with more sums a table of a whole company. */
const MAX_NUMBERS = 120;
const MAX_FIGURES = 60;
const DIGIT = /\d/g;
const NUMBER = /\d{1,9}(?:(?:[.,'’]| (?=\d{3}(?!\d)))\d{1,9}){0,4}/y;
const THOUSAND = / ?(?:[kK](?![A-Za-z0-9])|thousand\b)/y;
const LAKH = / ?(?:(LPA)|lakhs?|lacs?)(?![a-z])/iy;
/** What makes a number something else than a sum of pay: millions, per cent, a time of day, a date. */
const OTHER = / ?(?:million|billion|trillion|percent|%)|(?:mm|m|bn|b)(?![a-z–-])|[.,]?\d|[:/]\d/iy;
/** The upper end of what looks like a range and falls: one of its ends is a slip, and nobody knows which. */
const BACKWARDS = -1;
/** "$126, 233.00" or "$126, 233 to $176,300": a blank slipped in between the thousands; "$25, 300 beds" has none. */
const SLIPPED = /, ?(\d{3}(?:\.\d\d(?!\d)|(?= ?(?:[-–—]|to) ?\$? ?\d{2,3},\d{3}(?!\d))))/y;
/** The plans of the United States: 401(k), 403b. */
const PENSION = /^(?:401|403|457)$/;
const BETWEEN = /(?:between|rang(?:e|es|ing)(?: from| is| of|:)?|varies)[ :]{0,3}$/i;
/**
 * The sums of a sentence in reading order. Separators are read by their shape: `1,234.56` and `1.234,56` are the same
 * sum; a lone point before three digits parts thousands where the currency is written so (`45.000 €`), else decimals
 * (`$41.125`). Linear.
 */
export function figuresIn(sentence: string): Figure[] {
  const found: Figure[] = [];
  let past = 0;
  DIGIT.lastIndex = 0;
  for (let count = 0; count < MAX_NUMBERS && found.length < MAX_FIGURES; count += 1) {
    if (!DIGIT.test(sentence)) break;
    const at = DIGIT.lastIndex - 1;
    const figure = figureAt(sentence, at, past);
    DIGIT.lastIndex = figure?.end ?? numberEnd(sentence, at);
    if (figure === undefined || figure.high === BACKWARDS) continue;
    found.push(figure);
    past = figure.end;
  }
  return found.length > 1 ? shareUnits(sentence, found) : found;
}

/** "$24.10, $25.30 or $26.56 per hour": the unit is that of the sums before it as well. */
function shareUnits(sentence: string, figures: readonly Figure[]): Figure[] {
  const shared: Figure[] = [];
  let next: Figure | undefined;
  for (const figure of figures.toReversed()) {
    const alike =
      next?.unit !== undefined &&
      next.start - figure.end < 24 &&
      next.currency === figure.currency &&
      next.low < figure.low * 3 &&
      figure.low < next.low * 3 &&
      !/[.;|\n]/.test(sentence.slice(figure.end, next.start));
    next = figure.unit === undefined && alike ? { ...figure, unit: next?.unit } : figure;
    shared.push(next);
  }
  return shared.reverse();
}

function figureAt(sentence: string, at: number, past: number): Figure | undefined {
  const sign = signBefore(sentence, at, past);
  if (sign === undefined && (isAttached(sentence, at) || !goesOn(sentence, at))) return undefined;
  const low = sideAt(sentence, at, sign, true);
  if (low === undefined) return undefined;
  const start = sign === undefined ? at : sentence.lastIndexOf(sign, at - 1);
  const high = highOf(sentence, low, start);
  return joined(sentence, start, low, high);
}

/** Whether the number at `at` could be a sum by what follows it. */
function goesOn(sentence: string, at: number): boolean {
  let end = numberEnd(sentence, at);
  while (!isDigit(sentence.charCodeAt(end - 1))) end -= 1;
  return matchesAt(GOES_ON, sentence, end);
}

/** A figure of one side or two. A number after a dash that cannot be the upper end is no part of it. */
function joined(sentence: string, start: number, low: Side, high?: Side): Figure | undefined {
  const end = high?.end ?? low.end;
  const currency = low.currency ?? high?.currency;
  const unitWritten = high?.unit ?? low.unit;
  if (currency === undefined && unitWritten === undefined && !matchesAt(FREE, sentence, end)) return undefined;
  if (currency === undefined && /^[:/-]\d/.test(sentence.slice(end, end + 2))) return undefined;
  const closed = isClosed(sentence, end);
  if (!closed && matchesAt(PIECE, sentence, end)) return undefined;
  const open = high === undefined && !closed && matchesAt(OPEN, sentence, end);
  const unit =
    unitWritten ?? (mayHaveUnit(sentence, end) ? laterUnit(sentence, open ? OPEN.lastIndex : end) : undefined);
  const [least, most] = valuesOf(low, high, currency, unit);
  if (least === undefined || (high !== undefined && most === undefined)) return undefined;
  const backwards = most !== undefined && most < least;
  if (backwards && low.currency !== undefined && high?.currency === undefined) return joined(sentence, start, low);
  return {
    start,
    end,
    low: least,
    high: backwards ? BACKWARDS : most,
    currency,
    coded: low.currency === undefined ? high?.coded === true : low.coded,
    unit,
    open,
    grouped: low.grouped || high?.grouped === true,
  };
}

/** The upper end of a range that begins with `low`. */
function highOf(sentence: string, low: Side, start: number): Side | undefined {
  CONNECTOR.lastIndex = low.end;
  const joint = CONNECTOR.exec(sentence)?.[0];
  if (joint === undefined) return undefined;
  if (joint.length > 2 && /^\W*and\b/i.test(joint) && !BETWEEN.test(sentence.slice(Math.max(0, start - 24), start)))
    return undefined;
  const written = signAt(sentence, low.end + joint.length);
  const at = written?.end ?? low.end + joint.length;
  if (!isDigit(sentence.charCodeAt(at))) return undefined;
  const high = sideAt(sentence, at, written?.sign, low.unit === undefined, low.currency !== undefined);
  if (high === undefined) return undefined;
  if (high.currency === undefined)
    return high.unit !== undefined || matchesAt(FREE, sentence, high.end) ? high : undefined;
  const same = low.currency === undefined || low.currency === high.currency;
  return same || [low.currency, high.currency].includes('$') ? high : undefined;
}

/** `bare`: a unit may stand without "per"; `signed`: the currency stands with the other end. */
function sideAt(
  sentence: string,
  at: number,
  sign: string | undefined,
  bare: boolean,
  signed = false,
): Side | undefined {
  NUMBER.lastIndex = at;
  let raw = NUMBER.exec(sentence)?.[0] ?? '';
  const blank = raw.indexOf(' ');
  // "$25 401(k)" and "Level 2 500 €" are two numbers; "45 000 €" and "$45 000" are one.
  if (blank !== -1 && !/^\d{1,3}(?: [05]00)+$/.test(raw) && !speaksPointed(sentence.slice(at, at + 50)))
    raw = raw.slice(0, blank);
  SLIPPED.lastIndex = at + raw.length;
  const slipped = sign !== undefined && raw.length <= 3 ? SLIPPED.exec(sentence) : null;
  const written = slipped === null ? raw.length : raw.length + slipped[0].length;
  if (slipped !== null) raw = `${raw},${slipped[1] ?? ''}`;
  const amount = amountOf(raw);
  if (amount === undefined) return undefined;
  const { plain, pointed } = amount;
  let end = at + written;
  let currency = sign === undefined ? undefined : currencyOf(sign);
  let coded = sign !== undefined && isCoded(sign);
  const apart = raw.length > 3 && !/^\d+$/.test(raw);
  if (isClosed(sentence, end))
    return { plain, pointed, scale: 1, grouped: apart, currency, coded, unit: undefined, end };
  if (matchesAt(OTHER, sentence, end)) return undefined;
  if (raw.length === 3 && PENSION.test(raw) && /^ ?\(?[kKbB]/.test(sentence.slice(end, end + 3))) return undefined;
  let unit: string | undefined;
  let scale = 1;
  if (matchesAt(THOUSAND, sentence, end)) {
    scale = 1000;
    end = THOUSAND.lastIndex;
  }
  LAKH.lastIndex = end;
  const lakh = currency === undefined || currency === 'INR' ? LAKH.exec(sentence) : null;
  if (lakh !== null && (lakh[1] !== undefined || currency === 'INR')) {
    scale = 100_000;
    end = LAKH.lastIndex;
    currency = 'INR';
    if (lakh[1] !== undefined) unit = 'per annum';
  }
  for (let round = 0; round < 2 && mayHaveUnit(sentence, end); round += 1) {
    const after = currency === undefined || currency === '$' ? namedAfter(sentence, end) : undefined;
    if (after !== undefined) {
      if (currency === undefined) coded = after.coded;
      currency = after.currency;
      end = after.end;
    }
    UNIT.lastIndex = end;
    const words = unit === undefined ? UNIT.exec(sentence) : null;
    if (words !== null) {
      unit = words[1];
      end = UNIT.lastIndex;
    }
    if (after === undefined && words === null) break;
  }
  BARE_UNIT.lastIndex = end;
  const near = currency !== undefined || (signed && sentence.charAt(end) !== ' ');
  const alone = unit === undefined && bare && near ? BARE_UNIT.exec(sentence) : null;
  if (alone !== null) end = BARE_UNIT.lastIndex;
  return { plain, pointed, scale, grouped: scale > 1 || apart, currency, coded, unit: unit ?? alone?.[1], end };
}

/** Nothing more can belong to the number that ends here: a dash, a stop or the end of the sentence follows. */
function isClosed(sentence: string, end: number): boolean {
  const first = sentence.charCodeAt(end);
  const code = first === 32 ? sentence.charCodeAt(end + 1) : first;
  if (code === 46 || code === 44) return !isDigit(sentence.charCodeAt(end + 1));
  return Number.isNaN(code) || code === 45 || code === 0x2013 || code === 0x2014;
}

function laterUnit(sentence: string, end: number): string | undefined {
  LATER_UNIT.lastIndex = end;
  return LATER_UNIT.exec(sentence)?.[1];
}

/** Both ends in whole units: "65-80k" and "$65 - $80,000" give the thousands of one end to the other. */
function valuesOf(
  low: Side,
  high: Side | undefined,
  currency: string | undefined,
  unit: string | undefined,
): readonly [number | undefined, number | undefined] {
  const least = sumOf(low, low.scale, currency, unit);
  const most = high === undefined ? undefined : sumOf(high, high.scale, currency, unit);
  if (least === undefined || most === undefined || high === undefined) return [least, most];
  const short = least < 1000 && low.scale === 1 && !low.grouped && !isHourly(unit);
  const scale = high.scale > 1 ? high.scale : 1000;
  if (short && (high.scale > 1 || most >= 15_000) && least * scale <= most) return [least * scale, most];
  return low.scale > 1 && high.scale === 1 && most < 1000 ? [least, most * low.scale] : [least, most];
}

/** It goes on what stands before it: "GS-09", "10:30", "1/2". */
function isAttached(sentence: string, at: number): boolean {
  const before = sentence.charCodeAt(at - 1);
  if (before === 32 || Number.isNaN(before)) return false;
  const last = sentence.charAt(at - 1);
  if (/[A-Za-z0-9_#@&.,/+%'’]/.test(last)) return true;
  return (
    (last === ':' && isDigit(sentence.charCodeAt(at - 2))) ||
    (/[-–]/.test(last) && /[A-Za-z0-9]/.test(sentence.charAt(at - 2)))
  );
}

/** Where a run of digits and separators ends; a longer one than any sum is cut. */
function numberEnd(sentence: string, from: number): number {
  for (let at = from + 1; ; at += 1) {
    const code = sentence.charCodeAt(at);
    // Points, commas and apostrophes.
    const inside = isDigit(code) || code === 46 || code === 44 || code === 39 || code === 0x2019;
    if (!inside || at - from > 60) return at;
  }
}
