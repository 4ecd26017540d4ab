import type { Place } from '../../model/place.ts';

/** Codes of currencies as an alternation of a pattern. */
export const CODES =
  'USD|CAD|AUD|NZD|GBP|EUR|CHF|INR|SGD|HKD|MXN|BRL|SEK|NOK|DKK|PLN|CZK|HUF|RON|ZAR|AED|ILS|PHP|MYR|JPY|KRW|QAR|SAR';
const SIGN: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  '₱': 'PHP',
  '₪': 'ILS',
  '₩': 'KRW',
  US: 'USD',
  C: 'CAD',
  CA: 'CAD',
  CDN: 'CAD',
  A: 'AUD',
  AU: 'AUD',
  NZ: 'NZD',
  S: 'SGD',
  SG: 'SGD',
  HK: 'HKD',
  MX: 'MXN',
  R: 'BRL',
};
// "Sacramento, CA $25" is California: only the codes of three letters and US may stand apart from the sign.
const PREFIXED = String.raw`(?:US |(?:${CODES}) ?|US|CDN|CA|C|AU|A|NZ|SG|S|HK|MX|R)?\$|(?:${CODES}) ?[£€₹]?|[£€₹₱₪₩]`;
const BEFORE = new RegExp(`(?:^|[^A-Za-z])(${PREFIXED}) ?$|([$£€₹₱₪₩]) ?$`);
const AT = new RegExp(`(${PREFIXED}) ?`, 'y');
const AFTER = new RegExp(
  String.raw` ?\(?((?:${CODES})(?![A-Za-z])|[€£₹](?! ?\d)|(?:US|CA|C|AU|A|NZ)?\$(?! ?\d)|[Ee][Uu][Rr][Oo]s?(?![A-Za-z])|(?:US |Canadian |Australian )?dollars(?![A-Za-z]))\)?`,
  'y',
);
const CODE = /^[A-Z]{3}$/;
/** Currencies in whose countries a point stands between the thousands. */
const POINTED = new Set(['EUR', 'CHF', 'BRL', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'RON']);
const POINTED_NEAR = /[€]|\b(?:EUR|CHF|BRL|SEK|NOK|DKK|PLN|CZK|HUF|RON|Euro|CAD)\b/;
const HOME: Readonly<Record<string, string>> = {
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
  GB: 'GBP',
  IE: 'EUR',
  DE: 'EUR',
  FR: 'EUR',
  NL: 'EUR',
  ES: 'EUR',
  IT: 'EUR',
  AT: 'EUR',
  BE: 'EUR',
};

/** The currency written before the number at `at`, not further back than `past`. */
export function signBefore(sentence: string, at: number, past: number): string | undefined {
  const last = sentence.charCodeAt(at - 1) === 32 ? at - 2 : at - 1;
  const code = sentence.charCodeAt(last);
  if (!(code === 36 || (code >= 65 && code <= 90) || code > 0xa0)) return undefined;
  // As nearly always: the sign behind a small letter, a colon, a dash or a bracket belongs to no code.
  if (code === 36 && last > past) {
    const before = sentence.charCodeAt(sentence.charCodeAt(last - 1) === 32 ? last - 2 : last - 1);
    const apart = sentence.charCodeAt(last - 1) === 32 && before >= 97 && before <= 122;
    if (apart || before === 58 || before === 45 || before === 40) return '$';
  }
  const written = BEFORE.exec(sentence.slice(Math.max(past, at - 7), at));
  return (written?.[1] ?? written?.[2])?.trimEnd();
}

/** The currency written at `at`, before a number, and where that number begins. */
export function signAt(sentence: string, at: number): { sign: string; end: number } | undefined {
  const code = sentence.charCodeAt(at);
  if (code === 36) return { sign: '$', end: sentence.charCodeAt(at + 1) === 32 ? at + 2 : at + 1 };
  // A number, or a small letter.
  if ((code >= 48 && code <= 57) || (code >= 97 && code <= 122)) return undefined;
  AT.lastIndex = at;
  const sign = AT.exec(sentence)?.[1];
  return sign === undefined ? undefined : { sign: sign.trimEnd(), end: AT.lastIndex };
}

/** The currency written after a number that ends at `at`: as ISO 4217 or `$`, whether by a code alone, and its end. */
export function namedAfter(
  sentence: string,
  at: number,
): { currency: string; coded: boolean; end: number } | undefined {
  if (!mayName(sentence.charCodeAt(sentence.charCodeAt(at) === 32 ? at + 1 : at))) return undefined;
  AFTER.lastIndex = at;
  const words = AFTER.exec(sentence)?.[1];
  if (words === undefined) return undefined;
  return { currency: wordsToCurrency(words), coded: CODE.test(words), end: AFTER.lastIndex };
}

/** Whether `AFTER` can begin so: with a bracket, a sign, a capital, "euro" or "dollars". */
function mayName(code: number): boolean {
  return code === 40 || code === 36 || code > 0xa0 || (code >= 65 && code <= 90) || code === 101 || code === 100;
}

function wordsToCurrency(words: string): string {
  if (/^euro/i.test(words)) return 'EUR';
  if (!words.endsWith('dollars')) return currencyOf(words);
  if (words.startsWith('Can')) return 'CAD';
  if (words.startsWith('Aus')) return 'AUD';
  return words.startsWith('US') ? 'USD' : '$';
}

/** A sign as ISO 4217; `$` where no country stands with it. */
export function currencyOf(sign: string): string {
  if (sign === '$') return sign;
  const code = /^[A-Z]{3}/.exec(sign)?.[0];
  if (code !== undefined && code !== 'CDN') return code;
  const mark = sign.replace(/ ?\$$/, '');
  return SIGN[mark] ?? '$';
}

/** Whether letters alone name the currency. */
export function isCoded(sign: string): boolean {
  return sign.length === 3 && CODE.test(sign);
}

/** Whether a point stands between the thousands in this currency. */
export function isPointed(currency: string | undefined): boolean {
  return currency !== undefined && POINTED.has(currency);
}

/** Whether a currency that is written so stands in these words. */
export function speaksPointed(words: string): boolean {
  return POINTED_NEAR.test(words);
}

/** The currency of the one country of all places. */
export function homeCurrency(places: readonly Place[]): string | undefined {
  const country = places[0]?.country;
  if (country === undefined || places.some((place) => place.country !== country)) return undefined;
  return HOME[country];
}

const NAMES_COUNTRY = /CAD|Canad|AUD|Austral/;

/** Which dollars a bare `$` means: those that the words name, those of the places, else those of the United States. */
export function dollarsOf(words: string, places: readonly Place[]): string {
  if (NAMES_COUNTRY.test(words) && !/\b(?:USD?|USA|U\.S|United States|American)\b/.test(words)) {
    if (/\b(?:CAD|Canad(?:a|ian))\b/.test(words)) return 'CAD';
    if (/\b(?:AUD|Australian?)\b/.test(words)) return 'AUD';
  }
  const home = homeCurrency(places);
  return home?.endsWith('D') === true ? home : 'USD';
}

const MAJOR = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'GBP', 'EUR', 'CHF']);

/** Currencies in which an hour, a month and a year of work can be told apart by the size of the sum. */
export function isMajor(currency: string | undefined): boolean {
  return currency === undefined || MAJOR.has(currency);
}
