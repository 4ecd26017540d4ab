/** What stands right before a figure says of it: "minimum", "up to", "midpoint". */
export type Bound = 'from' | 'up' | 'middle' | 'point';

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
/** "Pay for your certification", "pay period": no pay is spoken of. */
const NO_PAY =
  /^ ?(?:for (?!this|these|the (?:role|position|job))|(?:off|attention|periods?|frequency|roll|check|cycle|day|date|card|stub|transparency|your|the|our)(?![a-z]))/;
const OTHERS =
  /(?:client|patient|customer|family|household|student|resident|member|families|workers)[s’']{0,2} (?:[a-z]+ ){0,2}$/;
/** "Employees earning under $50,000". */
const LIMIT = /^ ?(?:under|over|less|more|above|below|at least)/;
const PAY_VERB = /^(?:earn|earns|paid|pays|paying)$/;
const PAY_NOUN = /^(?:pay|wages?|rates?|compensation|amount|earnings)$/;
const CYCLE = /^ ?(?:cycle|integrity)/;
const JOBS = new Set(
  `manager analyst specialist coordinator representative rep agent assistant associate director lead supervisor clerk technician tech
  engineer nurse officer biller auditor adjuster examiner accountant planner writer consultant executive processor counselor
  advisor collector verifier`.split(/\s+/),
);
/** "Salary (excluding bonus): …", "pay including differentials is …": set apart up to one of these. */
const APART = /^(?:excluding|including|exclusive|inclusive|without|before|excl|incl)$/;
const APART_END = /^(?:is|are|ranges?)$/;
const BOTH =
  /\b(?:salary|pay|base|compensation) ?(?:\+|plus|and|&|,) ?(?:annual |performance |quarterly |target )?(?:bonus(?:es)?|commissions?|incentives?|tips|equity|benefits)(?= ?:| is\b| of\b| range)/i;
/** "60 % of salary, up to $1,500": a benefit measured by the pay. */
const SHARE =
  /(?:%|percent|\d ?x|times)(?: of)?(?: (?:your|the|annual|base|weekly)){0,3} (?:salary|pay|earnings|wages)\b/i;
/** Where the words right after a figure begin to speak of something else. */
const STOP = /[,;.|•\n(+&]| [-–—] | (?:plus|and|with|or|to|depending|based|as|commensurate|DO[EQ])\b/i;

const FROM =
  /\b(?:from|starting(?: (?:at|from|pay|base|hourly|salary|rate|wage)){0,3}(?: is| of)?|starts? (?:at|from)|(?:min(?:imum)?|start|entry|low)\.?(?: (?:start(?:ing)?|base|hourly|annual|entry)){0,2}(?: (?:salary|pay|rate|wage|compensation|range)){0,2}(?: is| of)?|at least|no less than|over|more than|above|upwards of|ab|à partir de|desde)[ :*|(]*(?:[A-Z]{3} ?)?$/i;
const UP_TO =
  /\b(?:up to|(?:max(?:imum)?|top|high)\.?(?: (?:base|hourly|annual)){0,2}(?: (?:salary|pay|rate|wage|compensation|range)){0,2}(?: is| of)?|as (?:much|high) as|not (?:to exceed|more than)|bis zu|jusqu['’]à)[ :*|(]*$/i;
const MIDDLE = /\b(?:mid(?:[- ]?point)?)(?: (?:salary|pay|rate|of range))?[ :*|(]*$/i;

const WHOLE =
  /\b(?:national(?:ly|wide)?|overall|full|this (?:role|position|job|posting|opening|level|grade|band)|all (?:locations|states))\b/i;
const AFTER_PART = /^ ?(?:in|for|at) ?(?:the )?(?:[A-Z]|level|zone|tier|night|day|evening|weekend)/;

const ESTIMATE = /\best(?:imate[ds]?\b|\.|$)/i;
/** The employer's own estimate is a statement. */
const OWN = /\b(?:we|our|employer|this (?:role|position|job|posting|opening)|the (?:role|position|job))\b/i;

/** The second words of the pairs. */
const SECONDS = new Set(Array.from(PAIRS.keys(), (pair) => pair.slice(pair.indexOf(' ') + 1)));

function tableOf(lists: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
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
  const resume = () => {
    marks.beside = held ?? marks.beside;
    held = undefined;
  };
  let before = '';
  let beforeBits = 0;
  for (let at = 0; at < low.length; ) {
    const code = low.charCodeAt(at);
    if (!isWordCode(code)) {
      if (code === 40) outside = { ...marks };
      else if (code === 41 && outside !== undefined) {
        Object.assign(marks, outside);
        outside = undefined;
      }
      if (code === 58) resume();
      else if (code === 59 || code === 124 || code === 0x2022 || (code === 43 && low.charAt(at + 1) === ' '))
        stopped = true;
      at += 1;
      continue;
    }
    const start = at;
    while (isWordCode(low.charCodeAt(at)) || (low.charCodeAt(at) === 45 && isWordCode(low.charCodeAt(at + 1)))) at += 1;
    const word = low.slice(start, at);
    if (word === 'plus') stopped = true;
    else if (stopped) {
      marks.pay = marks.rate = marks.beside = marks.business = marks.part = 0;
      stopped = false;
    }
    const pair = SECONDS.has(word) ? (PAIRS.get(`${before} ${word}`) ?? 0) : 0;
    let bits = bitsOf(word, pair, low, start, at);
    // "Bonus pay", "shift differential rate"; "referral program: earn $500".
    if ((beforeBits & BESIDE) !== 0 && PAY_NOUN.test(word)) bits = BESIDE;
    if (marks.beside > 0 && PAY_VERB.test(word)) bits = BESIDE;
    if ((bits & PERIOD) !== 0) period = (pair & PERIOD) === 0 ? word : `${before} ${word}`;
    if (APART.test(word)) held ??= marks.beside;
    else if (APART_END.test(word)) resume();
    // A "referral coordinator" and a "claims analyst" are people.
    if (JOBS.has(word) && (beforeBits & (BESIDE | BUSINESS)) !== 0) marks.beside = marks.business = 0;
    if ((bits & PAY) !== 0) marks.pay = at;
    if ((bits & RATE) !== 0) marks.rate = at;
    if ((bits & BESIDE) !== 0) marks.beside = at;
    if ((bits & BUSINESS) !== 0) marks.business = at;
    if ((bits & PART) !== 0) marks.part = at;
    before = word;
    beforeBits = bits;
  }
  return { ...marks, period };
}

function bitsOf(word: string, pair: number, low: string, start: number, end: number): number {
  const bits = (WORDS.get(word) ?? 0) | pair;
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

/** A figure as far as the words around it bear on what it is. */
interface Around {
  readonly lead: string;
  readonly talk: Talk;
  readonly after: string;
  readonly unit: boolean;
  readonly hourly: boolean;
  readonly range: boolean;
}

/**
 * Whether a figure is something else than the pay of this job: a bonus or benefit is spoken of nearer than the pay, or a
 * sum of the business where no pay is spoken of.
 */
export function isBesidePay({ lead, talk, after, unit, hourly, range }: Around): boolean {
  // "401k, dental, $45/hr": after a comma a figure with its unit begins anew.
  const anew = unit && /, ?$/.test(lead);
  const near = lead.length - talk.beside <= (range ? 36 : 60);
  if (!anew && talk.beside > 0 && talk.beside >= Math.max(talk.pay, talk.rate) && near && !speaksOfBoth(lead))
    return true;
  if (SHARE.test(lead)) return true;
  const unsaid = talk.pay === 0 && talk.rate === 0 && !hourly;
  if (!anew && unsaid && talk.business > 0) return true;
  if (/^[^A-Za-z]{0,3}towards? /.test(after)) return true;
  // "Pay: $25/hour Sign-on bonus: $5,000": the capital begins what comes next.
  if (/^ ?[A-Z][^:]{0,30}:/.test(after) || (unit && /^\)? ?(?:[A-Z][a-z]|\d)/.test(after))) return false;
  const head = headOf(after, !unit && !range);
  const next = talkOf(head);
  return next.beside > 0 || (next.business > 0 && !hourly && (unsaid || /^ ?(?:in|for) /.test(head)));
}

/** "Salary plus bonus: $70,000". */
function speaksOfBoth(lead: string): boolean {
  const both = BOTH.exec(lead);
  return both !== null && talkOf(lead.slice(both.index + both[0].length)).beside === 0;
}

/** The words right after a figure that name what it is: "$5,000 sign-on bonus". */
export function headOf(after: string, bracket: boolean): string {
  const words = after.slice(0, 48);
  if (bracket && /^ ?\([^)]/.test(words) && !/\b(?:plus|includ|eligible)|\+/i.test(words))
    return words.slice(words.indexOf('(') + 1).split(')')[0] ?? '';
  const stop = words.search(STOP);
  return stop === -1 ? words : words.slice(0, stop);
}

/** "Minimum", "up to", "midpoint" right before a figure. */
export function boundOf(lead: string): Bound {
  const words = lead.slice(-60);
  if (FROM.test(words)) return 'from';
  if (UP_TO.test(words)) return 'up';
  return MIDDLE.test(words) ? 'middle' : 'point';
}

/** Whether the figure is for a part of the offer: "Zone 1: …", "… in Denver". */
export function isPart(lead: string, talk: Talk, after: string): boolean {
  if (WHOLE.test(lead)) return false;
  if ((talk.part > 0 && lead.length - talk.part < 26) || AFTER_PART.test(after)) return true;
  return (
    talk.pay === 0 &&
    talk.rate === 0 &&
    /[A-Za-z)] ?[:=–—-] ?$/.test(lead) &&
    !/\b(?:base|range)\b/i.test(lead) &&
    boundOf(lead) === 'point'
  );
}

/** Whether the figure is somebody's guess and not what the employer states. */
export function isEstimate(words: string): boolean {
  return ESTIMATE.test(words) && !OWN.test(words);
}
