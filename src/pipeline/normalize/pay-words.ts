import { type Talk, talkOf } from './pay-talk.ts';

/** What stands right before a figure says of it: "minimum", "up to", "midpoint". */
export type Bound = 'from' | 'up' | 'middle' | 'point';

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

/** "Minimum to maximum base pay: $16": both ends are the same. */
const BOTH_ENDS = /\bmin(?:imum)?\.? ?(?:to|through|[-–—]) ?max(?:imum)?\b[^:$\d]{0,40}[ :*|(]*$/i;

/** `FROM`, `UP_TO` and `MIDDLE` have one of these. */
const BOUND_WORD =
  /from|start|min|entry|low|least|less|over|more|above|upwards|ab|partir|desde|up to|max|top|high|much|exceed|bis|jusqu|mid/i;

const WHOLE =
  /\b(?:national(?:ly|wide)?|overall|full|this (?:role|position|job|posting|opening|level|grade|band)|all (?:locations|states))\b/i;
const AFTER_PART = /^ ?(?:in|for|at) ?(?:the )?(?:[A-Z]|level|zone|tier|night|day|evening|weekend)/;

const ESTIMATE = /\best(?:imate[ds]?\b|\.|$)/i;
/** The employer's own estimate is a statement. */
const OWN = /\b(?:we|our|employer|this (?:role|position|job|posting|opening)|the (?:role|position|job))\b/i;

/** A figure as far as the words around it bear on what it is. */
interface Around {
  readonly lead: string;
  readonly talk: Talk;
  readonly after: string;
  /** What the words right after it name, by `headOf` without brackets. */
  readonly next: Talk;
  readonly unit: boolean;
  readonly hourly: boolean;
  readonly range: boolean;
}

/**
 * Whether a figure is something else than the pay of this job: a bonus or benefit is spoken of nearer than the pay, or a
 * sum of the business where no pay is spoken of.
 */
export function isBesidePay({ lead, talk, after, next, unit, hourly, range }: Around): boolean {
  // "401k, dental, $45/hr": after a comma a figure with its unit begins anew.
  const anew = unit && /, ?$/.test(lead);
  const near = lead.length - talk.beside <= (range ? 36 : 60);
  if (!anew && talk.beside > 0 && talk.beside >= Math.max(talk.pay, talk.rate) && near && !speaksOfBoth(lead))
    return true;
  if (SHARE.test(lead)) return true;
  const unsaid = talk.pay === 0 && talk.rate === 0 && !hourly;
  if (!anew && unsaid && talk.business > 0) return true;
  if (after.includes('toward') && /^[^A-Za-z]{0,3}towards? /.test(after)) return true;
  // "Pay: $25/hour Sign-on bonus: $5,000": the capital begins what comes next.
  if ((after.includes(':') && /^ ?[A-Z][^:]{0,30}:/.test(after)) || (unit && /^\)? ?(?:[A-Z][a-z]|\d)/.test(after)))
    return false;
  const bracket = !unit && !range && after.startsWith('(', after.startsWith(' ') ? 1 : 0);
  const head = headOf(after, bracket);
  const { beside, business } = bracket ? talkOf(head) : next;
  return beside > 0 || (business > 0 && !hourly && (unsaid || /^ ?(?:in|for) /.test(head)));
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
  if (!BOUND_WORD.test(words)) return 'point';
  if (FROM.test(words)) return 'from';
  if (UP_TO.test(words)) return BOTH_ENDS.test(words) ? 'point' : 'up';
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
