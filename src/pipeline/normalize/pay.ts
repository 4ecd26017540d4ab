import type { Pay, PayPeriod } from '../../model/pay.ts';
import type { Place } from '../../model/place.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const AMOUNT = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,7}(?:\.\d{1,4})?`;
const CURRENCY = String.raw`US ?\$|USD ?\$?|CA?D? ?\$|CAD ?\$?|AU?D? ?\$|AUD ?\$?|GBP ?£?|EUR ?€?|CHF|INR|[$£€₹]`;
const PERIOD = String.raw`(?:\/|per |an? |each |\bp\.?)? ?(?:hourly|hours?|hr|h\b|annually|annual|annum|yearly|years?|yr|a\b|monthly|months?|mo\b|weekly|weeks?|wk|bi-?weekly|daily|days?|shift)`;
/** One figure with its currency before or after and its unit, or a range of two. */
const FIGURE = new RegExp(
  String.raw`(?<cur1>${CURRENCY})? ?(?<min>${AMOUNT})(?<k1> ?[kK]\b)?(?<cur2> ?(?:USD|CAD|AUD|GBP|EUR|CHF|INR|€|£))?(?<per1> ?(?:${PERIOD})(?![a-z]))?\*{0,4}(?: ?(?:-|–|—|~|to|and|up to|through|Max(?:imum)?)[:*]{0,7} ?-?(?:Max(?:imum)?[:*]{0,7})? ?(?<cur3>${CURRENCY})? ?(?<max>${AMOUNT})(?<k2> ?[kK]\b)?)?(?<cur4> ?(?:USD|CAD|AUD|GBP|EUR|CHF|INR|€|£)\b)?`,
  'gi',
);
const AFTER_PERIOD = new RegExp(
  String.raw`^[ .)*]*(?:USD|CAD|AUD|gross|base|plus bonus(?:es)?|\+ bonus(?:es)?|DOE)?[ ,(*]*(${PERIOD})(?![a-z])`,
  'i',
);
const PAY_WORD =
  /\b(?:pay|salar(?:y|ies)|compensation|wages?|rates?|hourly|hiring range|ote|earn|per (?:hour|annum|year)|annually|\/ ?(?:hr|hour|yr|year)|min(?:imum)?\b.*\bmax)/i;
const NOT_PAY =
  /bonus(?!es per)|sign[- ]?on|referral|retention|relocation|tuition|reimburse|stipend|401|match|allowance|scholarship|student loan|revenue|budget|million|billion|gift|deductible|hsa\b|health savings|insurance|assistance|\bfee\b|donat|raised|funding|portfolio|assets|sales of|discount|up to \$?\d[\d,]* (?:per year )?(?:in|for|toward)|which could cost|savings|grant|award|equity|copay|premium|differential|\bloan|\bsales\b|\bvalued? (?:at|of)|commission of/i;

const MONEY = /[$£€₹]|USD|CAD|GBP|EUR|AUD|CHF|INR|salary|pay|hour|compensation|wage|\/yr|yearly|annual/i;

/**
 * Reads every stated pay range of a text in reading order; bonuses, benefits and business figures are left out.
 * A figure without a currency is in dollars when all `places` are in the United States.
 */
export function readPay(text: string, segments: readonly PlacedSegment[], places: readonly Place[] = []): Pay[] {
  const dollars = places.length > 0 && places.every((place) => place.country === 'US');
  const found: Pay[] = [];
  for (const segment of segments) {
    const sentence = text.slice(segment.start, segment.end);
    if (segment.section !== 'pay' && !MONEY.test(sentence)) continue;
    const context = text.slice(Math.max(0, segment.start - 90), segment.start);
    for (const match of sentence.matchAll(FIGURE)) {
      const read = toPay(text, segment, sentence, context, match);
      const pay = read !== undefined && read.currency === undefined && dollars ? { ...read, currency: 'USD' } : read;
      const last = found.at(-1);
      // "Minimum salary: 90,000" and, on the next line, "Maximum salary: 105,000".
      if (
        pay !== undefined &&
        last !== undefined &&
        ((last.max === undefined && pay.min === undefined) || (last.min === undefined && pay.max === undefined))
      ) {
        found[found.length - 1] = { ...pay, ...last };
      } else if (pay !== undefined && !found.some((other) => other.min === pay.min && other.max === pay.max))
        found.push(pay);
      if (found.length >= 12) return found;
    }
  }
  return found;
}

function toPay(
  text: string,
  segment: PlacedSegment,
  sentence: string,
  context: string,
  match: RegExpMatchArray,
): Pay | undefined {
  const groups = match.groups ?? {};
  const index = match.index ?? 0;
  const written = groups['cur1'] ?? groups['cur2'] ?? groups['cur3'] ?? groups['cur4'];
  const thousands = groups['k1'] !== undefined || groups['k2'] !== undefined;
  const before = sentence.slice(Math.max(0, index - 60), index);
  const stop = index + match[0].length;
  const after = sentence.slice(stop, stop + 40);
  const unitWords = groups['per1'] ?? AFTER_PERIOD.exec(after)?.[1];
  const near = `${before} ${match[0]}`;
  if (/\d$/.test(before) || /^[\d%]/.test(after) || /^ ?(?:million|billion|m\b|mm\b|bn\b|percent|%)/i.test(after))
    return undefined;
  const paySection = segment.section === 'pay';
  const said =
    PAY_WORD.test(near) ||
    PAY_WORD.test(after) ||
    paySection ||
    /(?:pay|salary|compensation|wage|range|rate)\b[^.]*$/i.test(context);
  if (written === undefined && !(thousands || unitWords !== undefined || groups['max'] !== undefined)) return undefined;
  if (written === undefined && !(said && (groups['max'] !== undefined || PAY_WORD.test(near)))) return undefined;
  if (written !== undefined && !said && unitWords === undefined && groups['max'] === undefined) return undefined;
  if (isOther(before, after, groups['max'] !== undefined)) return undefined;
  const scale = (value: string | undefined, k: boolean) =>
    value === undefined ? undefined : Number(value.replaceAll(',', '')) * (k ? 1000 : 1);
  const low = scale(
    groups['min'],
    groups['k1'] !== undefined || (groups['k2'] !== undefined && Number(groups['min']) < 1000),
  );
  const high = scale(groups['max'], groups['k2'] !== undefined);
  if (low === undefined || low > 5_000_000 || (high ?? 0) > 5_000_000) return undefined;
  const largest = high ?? low;
  if (largest < 5) return undefined;
  const period =
    periodOf(unitWords) ?? periodOf(/\b(hourly|annual|monthly|weekly)\b/i.exec(near)?.[1]) ?? bySize(largest);
  // A figure without a currency sign must look like pay: "2 - 4 per year" does not.
  if (written === undefined && !plausible(largest, period)) return undefined;
  if (written !== undefined && largest > 1000 && largest < 10_000 && period === undefined) return undefined;
  if (high !== undefined && low > high) return undefined;
  const bound = high === undefined ? boundOf(before.trim() === '' ? context : before) : 'both';
  return {
    ...(bound === 'up' ? {} : { min: low }),
    ...(bound === 'from' ? {} : { max: high ?? low }),
    ...(written === undefined ? {} : currencyOf(written)),
    ...(period === undefined ? {} : { period }),
    provenance: 'text',
    evidence: factPhrase(text, quote(text, segment.start + index, segment.start + stop), segment.start, segment.end),
  };
}

function isOther(before: string, after: string, range: boolean): boolean {
  const clause = before.slice(
    Math.max(before.lastIndexOf(';'), before.lastIndexOf('|'), before.lastIndexOf(' + ')) + 1,
  );
  if (NOT_PAY.test(clause.slice(range ? -28 : -48)))
    return !/(?:salary|pay|rate|wage|compensation)(?: range)?(?: of| is|:)?[ *:]*$/i.test(clause);
  const follow = after.slice(0, range ? 16 : 30).split(';')[0] ?? '';
  return NOT_PAY.test(follow) && !/plus bonus|bonuses per|\+ bonus/i.test(follow);
}

function boundOf(before: string): 'from' | 'up' | 'point' {
  if (
    /\b(?:from|starting (?:at|from|pay|salary|rate)?(?: is| of)?|starts at|min(?:imum)?(?: (?:salary|pay|rate|wage))?(?: of)?|at least|over|more than)[ :*]*$/i.test(
      before,
    )
  )
    return 'from';
  return /\b(?:up to|max(?:imum)?(?: (?:salary|pay|rate|wage))?(?: of)?|to)[ :*]*$/i.test(before) ? 'up' : 'point';
}

function plausible(amount: number, period: PayPeriod | undefined): boolean {
  if (period === 'hour') return amount >= 7 && amount <= 400;
  if (period === 'year') return amount >= 12_000;
  return period !== undefined && amount >= 80;
}

function bySize(amount: number): PayPeriod | undefined {
  if (amount >= 7 && amount <= 250) return 'hour';
  return amount >= 15_000 ? 'year' : undefined;
}

/** The unit of pay in words or vendor codes: `HOUR`, `per-year-salary`, `PA`, `biweekly`. */
export function periodOf(words: string | undefined): PayPeriod | undefined {
  if (words === undefined) return undefined;
  const folded = words.toLowerCase();
  if (/bi-?weekly|fortnight/.test(folded)) return 'biweek';
  if (/hour|\bhr|\bph\b|^\/? ?h$/.test(folded)) return 'hour';
  if (/year|annu|\byr|\bpa\b|^\/? ?a$|salary/.test(folded)) return 'year';
  if (/month|\bmo\b|\bpm\b/.test(folded)) return 'month';
  if (/week|\bwk|\bbw\b|\bpw\b/.test(folded)) return folded.includes('bw') ? 'biweek' : 'week';
  return /\bday|daily|\bpd\b|diem|shift/.test(folded) ? 'day' : undefined;
}

function currencyOf(written: string): { currency: string } {
  const mark = written.toUpperCase().replaceAll(' ', '');
  if (mark.startsWith('CA') || mark === 'C$' || mark === 'CD$') return { currency: 'CAD' };
  if (mark.startsWith('AU') || mark === 'A$' || mark === 'AD$') return { currency: 'AUD' };
  if (mark.includes('£') || mark.startsWith('GBP')) return { currency: 'GBP' };
  if (mark.includes('€') || mark.startsWith('EUR')) return { currency: 'EUR' };
  if (mark.includes('₹') || mark.startsWith('INR')) return { currency: 'INR' };
  return { currency: mark.startsWith('CHF') ? 'CHF' : 'USD' };
}
