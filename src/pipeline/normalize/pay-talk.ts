/** What a stretch of words speaks of. The numbers say where the last such word ends; 0 for none. */
export interface Talk {
  /** Pay, as a noun or a verb of earning. */
  readonly pay: number;
  /** A "rate" or a "base", which may be of anything. */
  readonly rate: number;
  /** Money beside the pay: bonuses, benefits, differentials. */
  readonly beside: number;
  /** Sums of the business, costs and insurance. */
  readonly business: number;
  /** A place, level, group or shift of several. */
  readonly part: number;
  /** The last word for a period. */
  readonly period: string | undefined;
}

const PAY = 1;
const RATE = 2;
const BESIDE = 4;
const BUSINESS = 8;
const PART = 16;
const PERIOD = 32;
/** The bits above say what is spoken of, those below only how a word acts on others. */
const TOPICS = 63;
/** It may end one of `PAIRS`. */
const SECOND = 64;
/** A verb of earning, and a noun that another word says what it is of. */
const PAY_VERB = 128;
const PAY_NOUN = 256;
/** "Salary (excluding bonus): …", "pay including differentials is …": set apart from the first up to the second. */
const APART = 512;
const APART_END = 1024;
/** People: a "referral coordinator", a "claims analyst". */
const JOB = 2048;
const PLUS = 4096;
const WORDS = tableOf([
  [
    PAY,
    `pay pays paying paid salary salaries compensation compensated wage wages remuneration earn earns earning earnings hourly annually
    annum salaire rémunération salario salaris gehalt lohn vergütung jahresgehalt monatsgehalt bruttogehalt grundgehalt
    jahresbruttogehalt stundenlohn`,
  ],
  [RATE, 'rate rates base'],
  [
    BESIDE,
    `bonus bonuses sign-on signon signing referral referrals retention relocation tuition reimburse reimbursed reimbursement reimbursements
    stipend stipends allowance allowances differential differentials differential’s on-call stand-by standby callback call-back 401k 403b
    match matching matches scholarship scholarships loan loans gift gifts deductible deductibles hsa copay copays incentive incentives
    commission commissions ote on-target threshold fee fees additional extra raise raises overtime holiday hazard severance longevity housing lodging meals
    uniform uniforms mileage profit-sharing zuschuss`,
  ],
  [
    BUSINESS,
    `revenue revenues budget budgets budgeted insurance insured coverage assistance donate donated donation donations raised
    funding funded fund portfolio assets sales discount discounts save saves saved saving savings grant grants award awards equity premium
    premiums cost costs costing value valued worth contribute contributes contribution contributions purchase purchases
    invest invests investment investments  spend spends spending account accounts volume card cards equipment
    perk perks credit deposit fine fines penalty penalties charge charges price loss losses claim claims debt goal goals quota deal deals
    household income poverty collections`,
  ],
  [
    PART,
    `zone zones level levels tier tiers grade grades step steps band bands group groups class region regions geo geographic night nights
    day days evening evenings weekend weekends shift experienced grad grads graduate graduates`,
  ],
  [
    PERIOD,
    `hourly annual annually annualized annualised yearly semi-monthly semimonthly bi-monthly bimonthly monthly bi-weekly biweekly weekly
    fortnightly daily annum jahresgehalt monatsgehalt stundenlohn jahresbruttogehalt`,
  ],
  [PAY_VERB, 'earn earns paid pays paying'],
  [PAY_NOUN, 'pay wage wages rate rates compensation amount earnings'],
  [APART, 'excluding including exclusive inclusive without before excl incl'],
  [APART_END, 'is are range ranges'],
  [
    JOB,
    `manager analyst specialist coordinator representative rep agent assistant associate director lead supervisor clerk technician tech
    engineer nurse officer biller auditor adjuster examiner accountant planner writer consultant executive processor counselor
    advisor collector verifier`,
  ],
  [PLUS, 'plus'],
]);
/** Two words that say what neither says alone. */
const PAIRS = new Map<string, number>([
  ['on call', BESIDE],
  ['sign on', BESIDE],
  ['stand by', BESIDE],
  ['call back', BESIDE],
  ['minimum wage', BESIDE],
  ['401 k', BESIDE],
  ['403 b', BESIDE],
  ['health savings', BESIDE],
  ['education assistance', BESIDE],
  ['educational assistance', BESIDE],
  ['profit sharing', BESIDE],
  ['refer a', BESIDE],
  ['bill rate', BESIDE],
  ['billing rate', BESIDE],
  ['target earnings', BESIDE],
  ['targeted cash', PAY],
  ['target cash', PAY],
  ['hiring range', PAY],
  ['starting range', PAY],
  ['annual range', PAY],
  ['monthly range', PAY],
  ['weekly range', PAY],
  ['base range', PAY],
  ['per hour', PAY | PERIOD],
  ['per year', PERIOD],
  ['per month', PERIOD],
  ['per week', PERIOD],
  ['per day', PERIOD],
  ['per shift', PERIOD],
  ['day rate', RATE | PERIOD],
]);
for (const pair of PAIRS.keys()) {
  const second = pair.slice(pair.indexOf(' ') + 1);
  WORDS.set(second, (WORDS.get(second) ?? 0) | SECOND);
}
/** By `shapeOf`, whether some word of the table is as long and begins so: most others are told apart by that alone. */
const SHAPES = new Uint8Array(1 << 15);
for (const word of WORDS.keys()) SHAPES[shapeOf(word, 0, word.length)] = 1;
/** "Pay for your certification", "pay period": no pay is spoken of. */
const NO_PAY =
  /^ ?(?:for (?!this|these|the (?:role|position|job))|(?:off|attention|periods?|frequency|roll|check|cycle|day|date|card|stub|transparency|your|the|our)(?![a-z]))/;
const OTHERS =
  /(?:client|patient|customer|family|household|student|resident|member|families|workers)[s’']{0,2} (?:[a-z]+ ){0,2}$/;
/** "Employees earning under $50,000". */
const LIMIT = /^ ?(?:under|over|less|more|above|below|at least)/;
const CYCLE = /^ ?(?:cycle|integrity)/;
function tableOf(lists: readonly (readonly [number, string])[]): Map<string, number> {
  const table = new Map<string, number>();
  for (const [bit, words] of lists)
    for (const word of words.split(/\s+/)) table.set(word, (table.get(word) ?? 0) | bit);
  return table;
}

/**
 * What is spoken of since the last semicolon, bar, bullet or "plus". Words in brackets and what is excluded from the
 * pay do not count. Linear.
 */
export function talkOf(words: string): Talk {
  const low = words.toLowerCase();
  const marks = { pay: 0, rate: 0, beside: 0, business: 0, part: 0 };
  let period: string | undefined;
  /** What was spoken of before a bracket that is still open. */
  let outside: typeof marks | undefined;
  let stopped = false;
  /** While "excluding" speaks: what stood beside the pay before it. */
  let held: number | undefined;
  /** The word before. */
  let first = 0;
  let last = 0;
  let beforeBits = 0;
  for (let at = 0; at < low.length; ) {
    const code = low.charCodeAt(at);
    if (!isWordCode(code)) {
      if (code === 40) outside = { ...marks };
      else if (code === 41 && outside !== undefined) {
        Object.assign(marks, outside);
        outside = undefined;
      } else if (code === 58) {
        marks.beside = held ?? marks.beside;
        held = undefined;
      } else if (code === 59 || code === 124 || code === 0x2022 || (code === 43 && low.charCodeAt(at + 1) === 32))
        stopped = true;
      at += 1;
      continue;
    }
    const start = at;
    while (isWordCode(low.charCodeAt(at)) || (low.charCodeAt(at) === 45 && isWordCode(low.charCodeAt(at + 1)))) at += 1;
    const word = SHAPES[shapeOf(low, start, at)] === 1 ? low.slice(start, at) : '';
    const known = word === '' ? 0 : (WORDS.get(word) ?? 0);
    if (known === PLUS) stopped = true;
    else if (stopped) {
      marks.pay = marks.rate = marks.beside = marks.business = marks.part = 0;
      stopped = false;
    }
    let bits = 0;
    if (known !== 0) {
      const both = (known & SECOND) === 0 ? undefined : `${low.slice(first, last)} ${word}`;
      const pair = both === undefined ? 0 : (PAIRS.get(both) ?? 0);
      bits = bitsOf(word, (known & TOPICS) | pair, pair, low, start, at);
      // "Bonus pay", "shift differential rate"; "referral program: earn $500".
      if ((beforeBits & BESIDE) !== 0 && (known & PAY_NOUN) !== 0) bits = BESIDE;
      if (marks.beside > 0 && (known & PAY_VERB) !== 0) bits = BESIDE;
      if ((bits & PERIOD) !== 0) period = (pair & PERIOD) === 0 ? word : both;
      if ((known & APART) !== 0) held ??= marks.beside;
      else if ((known & APART_END) !== 0) {
        marks.beside = held ?? marks.beside;
        held = undefined;
      }
      if ((known & JOB) !== 0 && (beforeBits & (BESIDE | BUSINESS)) !== 0) marks.beside = marks.business = 0;
      if ((bits & PAY) !== 0) marks.pay = at;
      if ((bits & RATE) !== 0) marks.rate = at;
      if ((bits & BESIDE) !== 0) marks.beside = at;
      if ((bits & BUSINESS) !== 0) marks.business = at;
      if ((bits & PART) !== 0) marks.part = at;
    }
    first = start;
    last = at;
    beforeBits = bits;
  }
  const { pay, rate, beside, business, part } = marks;
  return { pay, rate, beside, business, part, period };
}

/** The length and the first two letters of a word, in one number. */
function shapeOf(text: string, start: number, end: number): number {
  const second = end - start > 1 ? text.charCodeAt(start + 1) & 31 : 0;
  return (Math.min(31, end - start) << 10) | ((text.charCodeAt(start) & 31) << 5) | second;
}

/** What a word speaks of where it stands; `bits` by itself and by its pair, `pair` by its pair alone. */
function bitsOf(word: string, bits: number, pair: number, low: string, start: number, end: number): number {
  if ((bits & PAY) !== 0) {
    if (word.startsWith('pa') && NO_PAY.test(low.slice(end, end + 24))) return bits & ~PAY;
    if (word.startsWith('earn') && LIMIT.test(low.slice(end, end + 12))) return BESIDE;
    if (/^(?:earn|comp|pay)/.test(word) && OTHERS.test(low.slice(Math.max(0, start - 40), start))) return BESIDE;
    if ((pair & BESIDE) !== 0) return pair;
  }
  if (word === 'revenue' && CYCLE.test(low.slice(end, end + 12))) return 0;
  return bits;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 39 ||
    code === 0x2019 ||
    (code > 0xbf && code < 0x250)
  );
}
