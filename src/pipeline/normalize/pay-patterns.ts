import { CODES } from './pay-currency.ts';

const UNIT_NAMES =
  'calendar year|two weeks|pay period|hours?|hrs?|h|annum|years?|yr|y|a|months?|mo|weeks?|wk|bi-?weekly|fortnight|days?|diem|shift|stunde|std|jahr|monat|woche|tag|heure|an|mois|semaine|jour|hora|año|mes|mês|uur|jaar|maand';
const UNIT_WORDS = String.raw`[ *]{0,3}\(?((?:\/ ?(?:per |pro |an? )?|per |an? |each |every |pro |im |par |por |al |de l['’])(?:${UNIT_NAMES})|p[./]? ?(?:a|h|hr|w|d|cm)(?=[\s.,;)/]|$)|hourly|annually|annum|yearly|jährlich|monatlich|(?:annual|semi-?monthly|bi-?monthly|monthly|bi-?weekly|weekly|fortnightly|daily)(?! (?:bonus|rais|review|merit|incentive|increase|pay|stipend|allow|budget|fee)))(?![a-zäöü]| ?:)\.?\)?`;
/** A unit right behind a sum. */
export const UNIT: RegExp = new RegExp(UNIT_WORDS, 'iy');
/** A unit without "per", which after a number without a sign counts something else: "36 hr". */
export const BARE_UNIT: RegExp = / ?(hour|hr|year|yr)(?![a-z])\.?/iy;
/** A unit with some words between it and the sum: "gross", "depending on experience", "(step 7)". */
export const LATER_UNIT: RegExp = new RegExp(
  String.raw`(?: ?\([^()$€£₹\n]{1,24}\))?[ .)*,(]{0,3}(?:(?:USD|CAD|AUD|gross|base|brutto|brut|bruto|salary|pay|plus bonus(?:es)?|\+ bonus(?:es)?|DOE|DOQ|depending on experience|based on experience|pro[- ]rata|FTE|(?:on )?W-?2|1099)(?![A-Za-z])[ .)*,(]{0,3}){0,2}${UNIT_WORDS}`,
  'iy',
);
/** Work that is paid by the piece has no period. */
export const PIECE: RegExp =
  /[ )]?(?:for (?:each|every)|(?:\/ ?|per |an? |each )(?:visit|chart|record|unit|case|piece|mile|article|session|class|page|word|patient|person|employee|project|assignment|lesson|student|member|referral|hire|report|review|exam|procedure|call|encounter|scan|credit|course|semester|line|minute|square|sq|ticket|user|share|eligible|child))/iy;
/** What joins the two ends of a range. */
export const CONNECTOR: RegExp =
  /[.)*` ]{0,4}(?:\([^()$€£₹\n]{1,24}\) ?)?(?:-{1,3}|[–—−‐‑‒―~]|to(?![a-z])|and(?![a-z])|through(?![a-z])|thru(?![a-z])|up to|bis(?: zu)?(?![a-z])|à)[ :*]{0,4}(?:and )?(?:up to |a )?(?:max(?:imum)?(?![a-z])(?: of)?[ :*.]{0,4})?-? ?/iy;
/** What may follow a number without a sign: "36 hours" and "350 bed" are no sums. */
export const FREE: RegExp =
  /[)*]{0,3}(?:$|[ )*]{0,3}(?:$|[–—.,;|•+&\n(/-])| (?:(?:to|and|or|up|per|an?|at|in|for|is|as|with|on|hourly|annual|annually|yearly|monthly|weekly|daily|gross|plus|negotiable|max|if|through|brutto|brut)(?![a-z])|DO[EQ]|depend|based?|commensurate))/iy;
/** What may follow a number that could become a sum: the most numbers are told apart here, by one look. */
export const GOES_ON: RegExp = new RegExp(
  String.raw`${FREE.source}| ?[kK](?![A-Za-z])| ?\(?(?:[$€£₹~]|(?:${CODES})(?![a-z]))| (?:dollars|euro|lakh|lac|thousand|each|every|pro |im |par |por |al |de |p[./]? ?[ahwdc]|jährl|bis |à |\d{3})`,
  'iy',
);
/** There is no upper end: "$80k+", "$31 and up". */
export const OPEN: RegExp =
  /\+(?! ?(?:\$|\d|bonus|commission|benefit|tip|equity|ote|incentive|mileage|super))| (?:and|or) (?:up|more|above|higher)\b| min(?:imum)?\b/iy;

/** What makes a number a sum from behind: a currency, a scale, a unit. */
const BECOMES = new RegExp(
  [
    String.raw` ?\(?(?:[$€£₹]|(?:US|CA|C|AU|A|NZ)\$|(?:${CODES})(?![a-z])|euro|(?:US |Canadian |Australian )?dollars)`,
    String.raw` ?(?:k(?![a-z\d])|thousand|lpa|lakh|lac)`,
    `(?:${OPEN.source})?${LATER_UNIT.source}`,
  ].join('|'),
  'iy',
);
/** The runs of letters with which `UNIT`, `LATER_UNIT` and `BECOMES` begin behind blanks, stops and brackets. */
const BEGINNINGS = new Set(
  `${CODES.toLowerCase().replaceAll('|', ' ')} us ca c au a nz euro euros dollars canadian australian k thousand lpa lakh lakhs lac lacs
  per an each every pro im par por al de p pa ph phr pw pd pcm hourly annually annum yearly j monatlich annual semi semimonthly bi
  bimonthly monthly biweekly weekly fortnightly daily gross base brutto brut bruto salary pay plus doe doq depending based fte on w
  bonus bonuses and or min minimum`.split(/\s+/),
);
const DIGIT = /\d/g;

/**
 * Whether a sum of pay can stand in a sentence: one of its numbers is grouped or long, has a currency, a scale or a unit,
 * or ends a range. One cheap look tells most sentences apart; it says yes too often, never too seldom.
 */
export function mayHoldSum(sentence: string): boolean {
  let second = false;
  DIGIT.lastIndex = 0;
  while (DIGIT.test(sentence)) {
    const start = DIGIT.lastIndex - 1;
    if (isSign(sentence.charCodeAt(sentence.charCodeAt(start - 1) === 32 ? start - 2 : start - 1))) return true;
    let end = start + 1;
    let grouped = false;
    for (; ; end += 1) {
      const code = sentence.charCodeAt(end);
      if (isDigit(code)) continue;
      // A point, a comma, an apostrophe, or the blank of "45 000".
      if (!(code === 46 || code === 44 || code === 39 || code === 0x2019 || code === 32)) break;
      if (!isDigit(sentence.charCodeAt(end + 1)) || (code === 32 && !isDigit(sentence.charCodeAt(end + 2)))) break;
      grouped = true;
    }
    if (end - start > (grouped ? 3 : 4)) return true;
    if (mayHaveUnit(sentence, end) && matchesAt(BECOMES, sentence, end)) return true;
    if (second && matchesAt(FREE, sentence, end)) return true;
    second = true;
    DIGIT.lastIndex = end;
  }
  return false;
}

/** The last character of a sign or code of money. */
function isSign(code: number): boolean {
  return code === 36 || (code >= 65 && code <= 90) || code === 0xa3 || (code >= 0x20a9 && code <= 0x20b9);
}

/**
 * Whether a unit, a currency in words or a scale can follow a number that ends at `end`: what is no letter, slash or sign
 * cannot begin one, and neither can most words.
 */
export function mayHaveUnit(sentence: string, end: number): boolean {
  let at = end;
  let code = sentence.charCodeAt(at);
  // Blanks and ( ) * + , .
  while ((code === 32 || (code >= 40 && code <= 44) || code === 46) && at - end < 9) {
    // The bracket may hold anything: "25 (step 7) per hour".
    if (code === 40) return true;
    at += 1;
    code = sentence.charCodeAt(at);
  }
  // $ / 1, and whatever is beyond ASCII but a dash.
  if (!isLetter(code)) return code === 36 || code === 47 || code === 49 || (code > 127 && !(code >> 4 === 0x201));
  let last = at + 1;
  while (isLetter(sentence.charCodeAt(last))) last += 1;
  return last - at < 12 && BEGINNINGS.has(sentence.slice(at, last).toLowerCase());
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

/** Whether a sticky pattern matches at a place. */
export function matchesAt(pattern: RegExp, sentence: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(sentence);
}

/** Whether a character is one of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
