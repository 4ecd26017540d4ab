import type { Schedule } from '../../model/reading.ts';
import { type LineLabel, labelBefore, labelledPhrase } from './line-label.ts';
import { quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const FIGURE = String.raw`\b(?<![.,$/-])(?<low>\d{1,2}(?:\.\d{1,2})?)(?<more>\+)?(?:\s?(?:hours?|hrs?)?\s?(?:-|–|—|to|or)\s?(?<high>\d{1,2}(?:\.\d{1,2})?))?`;
const HOUR = String.raw`\s?-?(?:hours?|hrs?\.?|h)\b\)?`;
const WEEK = String.raw`(?:weekly\b|(?:work[ -]?)?week\b|wk\b)`;
/** "40 hours per week", "32–36 hours a week", "24 hrs/wk", "40-hour work week". */
const PER_WEEK = new RegExp(
  String.raw`${FIGURE}(?<plus>\+)?${HOUR}(?<plural> or more)?[\s/-]{0,2}(?:of work )?(?:(?:per|a|each|every|in a) ?|\/ ?)?${WEEK}`,
  'gi',
);
/** "Scheduled Weekly Hours: 40", "Expected hours: 32 – 36 per week", "Work Hours: 40/week". */
const LABELLED = new RegExp(
  String.raw`^(?:\W{0,3}(?:approximately|approx\.?|about|up to)?) ?${FIGURE}(?:${HOUR})?(?<week> ?(?:per |a |each |\/ ?)?${WEEK})?`,
  'i',
);
const WEEKLY_LABEL = /(?:\bweekly\b.{0,12}\bhours\b|\bhours\b ?(?:per|\/|a|each)? ?(?:week|wk)\w*)\W{0,8}$/i;
const HOURS_LABEL = /\bhours(?: of work)?(?:\/\w+)?\W{0,8}$/i;
/** "3x12", "4 x 10-hour shifts": shifts of a week by hours of a shift. */
const TIMES =
  /\b(?<![.,$/-])(?<low>[2-7]) ?[x×] ?(?<high>8|9|10|12)(?:['’]?s\b|[ -]?(?:hours?|hrs?)\b|\b)(?!["”]| ?(?:inch|in\b|cm|mm|ft|feet|mg|ml|m\b|[x×*]|\d)|[.,]\d)/gi;
/** "three 12-hour shifts per week". */
const SHIFTS =
  /\b(?<![.,$/-])(?<count>two|three|four|five|six|[2-6])(?: ?\(\d\))?,? (?<each>8|9|10|12)(?:(?:\.0)?[ -]?(?:hours?|hrs?)\.?[ -](?:\w+ ){0,2}?shifts?|['’]?s)\b(?:,? ?(?:(?:per|a|each|every) |\/ ?)?(?<week>week\b|weekly\b|wk\b))?(?!,? ?(?:(?:per|a|each|every|in a) ?|\/ ?)(?:month|pay|day|sched|two|2|\d|six))/gi;
const TWO_WEEKS =
  /\b(?<![.,$/-])(?<low>\d{2}(?:\.\d)?) ?(?:hours?|hrs?)\b ?(?:(?:per|a|each|every|in a|\/) ?)?(?:bi-?weekly|two[ -]weeks?|2[ -]weeks?|14[ -]days?|fortnight)/gi;
/** A full-time equivalent of 1.0 is counted as 40 hours a week, so 0.9 as 36. */
const FULL_TIME_HOURS = 40;
const FTE =
  /(?<![\w.,$-])(?<share>(?:0?\.\d{1,4}|1(?:\.0{1,2})?)) ?fte\b|\bfte\b(?: status| %)?(?:\W{1,4}|\W{0,2}is )(?<after>(?:0?\.\d{1,4}|1(?:\.0{1,2})?))(?![\d.,%])/gi;
const FTE_WORD = /\bfte\b/i;
/** Less is a placeholder of a post without fixed hours. */
const LEAST_SHARE = 0.1;

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };
/** No posting has so many sentences with such figures; hostile texts do. */
const MAX_SENTENCES = 1000;
/** What a figure behind a label may begin with; nothing else is read by its label. */
const VALUE_START = /^\W{0,3}(?:\d|up|appr|about)/i;
/**
 * One cheap look tells most sentences apart: behind a digit of `PER_WEEK` and `TWO_WEEKS` stand hours and then weeks,
 * in `TIMES` a sign, and in `SHIFTS` the shifts or an s.
 */
const SOME_HOURS = new RegExp(
  [
    String.raw`\d(?:\+{0,2}${HOUR}(?: or more)?[\s/-]{0,2}(?:of work )?(?:(?:per|a|each|every|in a) ?|\/ ?)?(?:${WEEK}|bi|two|2|14|fort)`,
    ` ?[x×] ?(?:[89]|1[02])`,
    String.raw`(?<=[89]|1[02])(?:(?:\.0)?[ -]?(?:hours?|hrs?)\.?[ -](?:\w+ ){0,2}?shift|['’]?s\b))`,
  ].join('|'),
  'i',
);
const MIN_HOURS = 4;
const MAX_HOURS = 84;

/** The hours of other people, of lessons and of benefits. */
const OTHER =
  /benefit|eligib|insurance|\bpto\b|accru|vacation|\bemployees\b|team members|associates\b|colleagues|\bstaff\b|who work|supervision|continuing education|\bceus?\b|\btraining\b|meeting|overtime|differential|\bstudents?\b|\bcourse|\bclass|credit|semester|\bclients?\b|\bpatients?\b|\bresidents?\b|volunteer|\bsav(?:e|es|ing)|study\b|experience|operat(?:es|ing|ion)|open\b|billable|caseload|budget|\bmanag(?:e|es|ing)\b|oversee|in excess|season|\bpeak\b|\bbusy\b|everybody|everyone|\bbill\b|\b(?:may|might|could)\b/i;
const OWN =
  /schedul|shift|position|\brole\b|\bjob\b|full[- ]?time|part[- ]?time|\bwork(?:ing|s|week)?\b|\bprn\b|per diem|contract|temporary|commitment|expect|approximately|hours[^.]{0,12}:|\bfte\b|days?\b|nights?\b|weeks?,/i;
const EMPLOYMENT = /full[- ]?time|part[- ]?time|\bposition\b|\brole\b/i;
const SHORT = 60;
const AT_LEAST =
  /(?:less than|under|fewer than|at least|minimum(?: of)?|no (?:less|fewer) than|more than|over|min\.?) ?(?:an? )?$/i;
const UP_TO = /(?:up to|maximum(?: of)?|max\.?|no more than|not (?:to )?exceed(?:ing)?) ?(?:an? )?$/i;
const OPEN_END = /^ ?(?:\(?minimum|or more|plus\b|and (?:up|over)|min\b)/i;

type WeeklyHours = NonNullable<Schedule['hoursPerWeek']>;

/**
 * The hours of one week that the posting asks for: figures per week, "3x12", "80 hours biweekly" halved, and where
 * none of these stands, a full-time equivalent. "Up to 20" begins at 0; "at least 20" has no end and is not read.
 * Hours of lessons, of other people and of benefits are not read.
 */
export function readWeeklyHours(text: string, segments: readonly PlacedSegment[]): WeeklyHours | undefined {
  let share: WeeklyHours | undefined;
  let read = 0;
  for (const segment of segments) {
    if (segment.section === 'eeo') continue;
    const length = segment.end - segment.start;
    if (length > 900) continue;
    const sentence = text.slice(segment.start, segment.end);
    const begins = VALUE_START.test(sentence);
    const counts = SOME_HOURS.test(sentence);
    const shares = share === undefined && FTE_WORD.test(sentence);
    if (!begins && !counts && !shares) continue;
    read += 1;
    if (read > MAX_SENTENCES) return share;
    // "Full-time position, 38.5 hours a week" may stand among the things that are offered.
    if (segment.section === 'benefits' && !EMPLOYMENT.test(sentence)) continue;
    const hours =
      (begins ? labelledHours(text, segment, sentence) : undefined) ??
      (counts ? countedHours(text, segment, sentence) : undefined);
    if (hours !== undefined) return hours;
    if (shares) share = shareOf(text, segment, sentence);
  }
  return share;
}

/** Hours that are said to be those of a week, or that shifts make. */
function countedHours(text: string, segment: PlacedSegment, sentence: string): WeeklyHours | undefined {
  if (!/week|wk|fortnight|14|[x×]|shift/i.test(sentence)) return undefined;
  const isSchedule = segment.section === 'schedule';
  const own = sentence.length <= SHORT || isSchedule || OWN.test(sentence);
  if (!own) return undefined;
  PER_WEEK.lastIndex = 0;
  for (let match = PER_WEEK.exec(sentence); match !== null; match = PER_WEEK.exec(sentence)) {
    const { low, high, more, plus, plural } = match.groups ?? {};
    const before = sentence.slice(Math.max(0, match.index - 70), match.index);
    const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (
      OTHER.test(clauseEnd(before)) ||
      OTHER.test(clauseStart(after)) ||
      AT_LEAST.test(before) ||
      OPEN_END.test(after)
    )
      continue;
    if (more ?? plus ?? plural) continue;
    const hours = range(UP_TO.test(before) ? 0 : Number(low), Number(high ?? low));
    if (hours !== undefined) return { ...hours, evidence: evidenceOf(text, segment, match) };
  }
  const product =
    firstOf(
      sentence,
      SHIFTS,
      ({ count = '', each }) => (COUNTS[count.toLowerCase()] ?? Number(count)) * Number(each),
    ) ??
    firstOf(sentence, TIMES, ({ low, high }) => Number(low) * Number(high)) ??
    firstOf(sentence, TWO_WEEKS, ({ low }) => Number(low) / 2);
  const hours = product === undefined ? undefined : range(product.hours, product.hours);
  return product && hours ? { ...hours, evidence: evidenceOf(text, segment, product.match) } : undefined;
}

/** The last clause of the words before a figure. */
function clauseEnd(words: string): string {
  return words.slice(Math.max(words.lastIndexOf(';'), words.lastIndexOf('. ')) + 1);
}

function clauseStart(words: string): string {
  return words.split(/;|\. /, 1)[0] ?? '';
}

function firstOf(
  sentence: string,
  pattern: RegExp,
  count: (groups: Readonly<Record<string, string | undefined>>) => number,
): { readonly hours: number; readonly match: RegExpExecArray } | undefined {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence)) {
    const around = sentence.slice(Math.max(0, match.index - 50), match.index + match[0].length + 30);
    const hours = OTHER.test(around) ? Number.NaN : count(match.groups ?? {});
    if (!Number.isNaN(hours)) return { hours, match };
  }
  return undefined;
}

/** A figure right behind a label for hours, in its line or the next one. */
function labelledHours(text: string, segment: PlacedSegment, sentence: string): WeeklyHours | undefined {
  const label = labelBefore(text, segment.start);
  const weekly = label !== undefined && WEEKLY_LABEL.test(label.words);
  if (label === undefined || OTHER.test(label.words) || (!weekly && !HOURS_LABEL.test(label.words))) return undefined;
  const match = LABELLED.exec(sentence);
  const { low, high, more, week } = match?.groups ?? {};
  if (match === null || low === undefined || more !== undefined) return undefined;
  // "Hours: 8" may be those of a day.
  const bare = match[0].length === sentence.length && Number(low) >= 16;
  if (!weekly && week === undefined && !bare) return undefined;
  if (weekly && week === undefined && /^\s?(?:-|–|:|%|\/|[ap]\.?m)/i.test(sentence.slice(match[0].length)))
    return undefined;
  const hours = range(/up to/i.test(match[0]) ? 0 : Number(low), Number(high ?? low));
  return hours && { ...hours, evidence: evidenceOf(text, segment, match, label) };
}

function shareOf(text: string, segment: PlacedSegment, sentence: string): WeeklyHours | undefined {
  FTE.lastIndex = 0;
  for (let match = FTE.exec(sentence); match !== null; match = FTE.exec(sentence)) {
    const figure = Number(match.groups?.['share'] ?? match.groups?.['after']);
    const around = sentence.slice(Math.max(0, match.index - 60), match.index + match[0].length + 40);
    if (figure < LEAST_SHARE || OTHER.test(around)) continue;
    const hours = range(0, Math.round(figure * FULL_TIME_HOURS * 10) / 10);
    return hours && { min: hours.max, max: hours.max, evidence: evidenceOf(text, segment, match) };
  }
  return undefined;
}

function range(min: number, max: number): { min: number; max: number } | undefined {
  return max >= MIN_HOURS && max <= MAX_HOURS && min <= max ? { min, max } : undefined;
}

function evidenceOf(text: string, segment: PlacedSegment, match: RegExpMatchArray, label?: LineLabel) {
  const start = segment.start + (match.index ?? 0);
  return labelledPhrase(text, quote(text, start, start + match[0].length), segment.start, segment.end, label);
}
