import type { ClosingDay } from '../../model/reading.ts';
import { STATE_PATTERN } from './areas.ts';
import { factPhrase, quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';

const SUBJECT =
  'applications?|application (?:period|window|portal|process)|postings?|position|job|vacancy|recruitment|requisition|announcement|advert(?:isement)?|opening|submissions?|opportunity|role';
/**
 * What announces the last day for applications; the date stands right behind it. Each wording begins a word: said once,
 * nothing is tried inside of words.
 */
const CUE = new RegExp(
  String.raw`\b(?:${[
    String.raw`\bclos(?:ing|e) (?:dates?|day)\b`,
    String.raw`\b(?:${SUBJECT})(?: [\w'-]+){0,4}? (?:closes?|closing|closed|expires?)\b`,
    String.raw`\b(?:application|submission|posting|recruitment) (?:period|window)(?: ends?)?\b`,
    String.raw`\b(?:job |requisition )?posting (?:end|expir(?:y|ation|es))(?: date)?\b`,
    String.raw`\b(?:application|submission|filing|posting|final|recruitment|closing)s?(?: filing)? (?:deadline|due date)\b`,
    String.raw`\bdeadline (?:date\b|to apply\b|(?:for|of) (?:all |the |this |receipt of |receiving |submitting |submission of )?(?:${SUBJECT}|applying|submission)\b)`,
    String.raw`\bfiling date\b`,
    String.raw`\b(?:last|final) (?:day|date) (?:to apply|to submit|for (?:applications?|applying|submission|filing|receipt of applications))\b`,
    String.raw`\bappl(?:y|ications?)\b(?: [\w/&'-]+){0,8}? (?:by|until|through|thru|before|due|no later than)\b`,
    String.raw`\b(?:submit|send|e-?mail|forward)\b(?: [\w/&'-]+){0,8}? (?:by|before|no later than)\b`,
    String.raw`\b(?:open|posted|advertised|accepted) (?:until|through|thru)\b`,
    String.raw`(?<=^|[;|,(·] ?)(?:closes|closing|deadline)\b|\b(?:closes|closing)(?= ?:)`,
  ].join('|')})`,
  'gi',
);
const TRIGGER =
  /clos|deadline|apply|application|filing|posting|submi|send|mail|forward|until|through|thru|expir|period|window|due date|last d|final d/i;
/** Nothing else may stand between the announcement and its date. */
const FILLER = new Set(
  `date dates time on is are at by of for this the a position job posting vacancy requisition role application applications
  announcement receipt midnight noon monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
  thurs fri sat sun until through before no later than or end day close business cob eod and will be set currently
  scheduled to apply pm am p.m a.m p m est edt cst cdt mst mdt pst pdt et ct mt pt eastern central mountain pacific
  standard daylight gmt utc bst cet accepted received all`.split(/\s+/),
);
const CLOCK = /^\d{1,2}(?::\d\d)?(?:[ap]m?)?$/;
/** Days of something else, and days after which applications are still taken. */
const OTHER =
  /enrol|benefit|insurance|tuition|scholarship|\bgrants?\b|\bloans?\b|financial aid|conference|abstracts?\b|\bexam|registration|\bcourse|licen[sc]|renew|certificat|\bproject|fiscal|\bbooks\b|quarter|month-end|\baccounts?\b|escrow|\btax|payroll|vaccin|semester|orientation|priority|consideration|preference|first review|\breviewed\b|review of|\b(?:start|hire) date\b|\brates?\b|bonus|restrictions|conditions/i;
/** "Open until" is said of shops, too. */
const NEEDS_SUBJECT = /^(?:open|posted|advertised|accepted)/i;
const VACANCY = new RegExp(String.raw`^\W*$|\b(?:${SUBJECT}|resumes|r[eé]sum[eé]s|search)\b`, 'i');
const NEEDS_LETTER = /^(?:submit|send|e-?mail|forward)/i;
const LETTER = /appl|r[eé]sum[eé]|\bcv\b|letter|interest/i;
/** "Application period: 1–15 December" ends on the second day. */
const NEEDS_RANGE = /(?:period|window)$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  [
    String.raw`(?<![\w/.-])(?<isoYear>\d{4})[-/.](?<isoMonth>\d{1,2})[-/.](?<isoDay>\d{1,2})(?!\d)`,
    String.raw`(?<![\w/.-])(?<first>\d{1,2})(?:\/(?<second>\d{1,2})(?:\/(?<slashYear>\d{4}|\d\d))?|(?<mark>[.-])(?<marked>\d{1,2})\k<mark>(?<markYear>\d{4}|\d\d))(?![\d/])`,
    String.raw`(?<![\w/.-])(?<month>${MONTH})\b\.? {0,2}(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:])(?:,? {0,2}(?<year>20\d\d)(?![\d:]))?`,
    String.raw`(?<![\w/.:-])(?<dayFirst>\d{1,2})(?:st|nd|rd|th)?(?: (?:of )?|-)(?<monthAfter>${MONTH})\b\.?(?:(?:,? |-)(?<yearAfter>20\d\d)(?![\d:])|-(?<shortYear>\d\d)(?!\d))?`,
  ].join('|'),
  'i',
);
/** How far behind the announcement the date may begin, in UTF-16 units. */
const REACH = 80;
/** How far behind the announcement a date that begins in reach may end. */
const WINDOW = REACH + 40;
const RANGE = /^ {0,2}(?:-|–|—|to|through|until) {0,2}/i;
/** No posting writes so many sentences about applications; hostile texts do. */
const MAX_SENTENCES = 600;

/** Day first in numeric dates: the short date formats of Unicode CLDR for the main language of each country. */
const DAY_FIRST = new Set(['GB', 'IE', 'DE', 'AT', 'CH', 'FR', 'ES', 'PT', 'IT', 'NL', 'BE', 'PL', 'AU', 'NZ', 'IN']);
const NUMERIC = /(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\w/-])/g;
const UNITED_STATES = new RegExp(String.raw`\bUnited States\b|\bUSA\b|\bU\.S\.A?\.|, (?:${STATE_PATTERN}),? \d{5}\b`);
const OTHER_COUNTRY =
  /\b(?:Canada|United Kingdom|UK|England|Scotland|Ireland|Australia|New Zealand|India|Germany|France|Spain|Italy|Netherlands)\b|[£€]/;

type Order = 'month' | 'day' | undefined;

/**
 * The last day for applications, where the text names one; `null` when it does not, when two named days differ, and
 * for "open until filled". A date without a year is the next such day on or after `postedAt` (ISO), within a year,
 * and nothing without `postedAt`. 03/11/2026 is read by the order that the text's other dates show, else by
 * `country` (ISO 3166-1 alpha-2: month first in the US), else by a text that names the US and no other country, else
 * not at all. Two-digit years are of this century. Days that no calendar has are not read.
 */
export function readClosingDate(
  text: string,
  segments: readonly PlacedSegment[],
  postedAt?: string,
  country?: string,
): ClosingDay | null {
  let found: ClosingDay | null = null;
  let order: { readonly value: Order } | undefined;
  let read = 0;
  let cues = 0;
  for (const segment of segments) {
    if (segment.section === 'benefits') continue;
    // Every form of a date has a digit, and none begins further behind its announcement.
    if (!/\d/.test(text.slice(segment.start, segment.end + WINDOW))) continue;
    const sentence = text.slice(segment.start, segment.end);
    if (!TRIGGER.test(sentence)) continue;
    read += 1;
    if (read > MAX_SENTENCES) return found;
    CUE.lastIndex = 0;
    for (let cue = CUE.exec(sentence); cue !== null; cue = CUE.exec(sentence)) {
      cues += 1;
      if (cues > MAX_SENTENCES) return found;
      const from = segment.start + cue.index + cue[0].length;
      const match = dateBehind(text, from);
      if (match === undefined) continue;
      const before = sentence.slice(Math.max(0, cue.index - 60), cue.index);
      const behind = text.slice(match.end, Math.min(segment.end, match.end + 50));
      if (OTHER.test(before.slice(-40) + text.slice(from - cue[0].length, match.start))) continue;
      if (/consideration|priority/i.test(behind)) continue;
      if (NEEDS_SUBJECT.test(cue[0]) && !VACANCY.test(before)) continue;
      if (NEEDS_LETTER.test(cue[0]) && !LETTER.test(cue[0])) continue;
      if (NEEDS_RANGE.test(cue[0]) && !match.range) continue;
      order ??= { value: orderOf(text, country) };
      const date = dayOf(match.groups, order.value, postedAt);
      if (date === undefined) continue;
      if (found !== null && found.date !== date) return null;
      const whole = quote(text, segment.start + cue.index, match.end);
      const inside = match.end <= segment.end;
      found ??= { date, evidence: inside ? factPhrase(text, whole, segment.start, segment.end) : whole };
    }
  }
  return found;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** It ends a span of days. */
  readonly range: boolean;
}

/** The date that follows an announcement, past fillers only; of a span of days the last. */
function dateBehind(text: string, from: number): Found | undefined {
  const window = text.slice(from, from + WINDOW);
  const match = DATE.exec(window);
  if (match === null || match.index > REACH) return undefined;
  const between = window.slice(0, match.index);
  // The cell below a table's head belongs to another column.
  if (between.includes('\n') && /\|/.test(text.slice(text.lastIndexOf('\n', from - 1) + 1, from))) return undefined;
  for (const word of between.toLowerCase().split(/[\s:;,()/|*–—-]+/))
    if (word !== '' && !FILLER.has(word.replace(/\.+$/, '')) && !CLOCK.test(word)) return undefined;
  const end = match.index + match[0].length;
  const range = RANGE.exec(window.slice(end));
  if (range !== null && range[0].trim() !== '') {
    const last = text.slice(from + end + range[0].length, from + end + range[0].length + 40);
    const second = DATE.exec(last);
    const start = from + end + range[0].length;
    if (second?.index === 0) return { start, end: start + second[0].length, groups: second.groups ?? {}, range: true };
    // "December 1 – 15": the first day is not the last.
    if (/^\d/.test(last)) return undefined;
  }
  return { start: from + match.index, end: from + end, groups: match.groups ?? {}, range: false };
}

function dayOf(groups: Found['groups'], order: Order, postedAt: string | undefined): string | undefined {
  const { first, isoYear, isoMonth, isoDay } = groups;
  if (isoYear !== undefined) return calendarDay(Number(isoYear), Number(isoMonth), Number(isoDay));
  const year =
    groups['year'] ?? groups['yearAfter'] ?? groups['shortYear'] ?? groups['slashYear'] ?? groups['markYear'];
  const [month, day] =
    first === undefined
      ? [monthNumber(groups['month'] ?? groups['monthAfter'] ?? ''), Number(groups['day'] ?? groups['dayFirst'])]
      : numericDay(Number(first), Number(groups['second'] ?? groups['marked']), order);
  if (month === undefined || day === undefined) return undefined;
  if (year !== undefined) return calendarDay(Number(year) + (year.length === 2 ? 2000 : 0), month, day);
  // "24/7"
  return first === '24' && day === 24 ? undefined : nextDay(month, day, postedAt);
}

function numericDay(first: number, second: number, order: Order): [number, number] | [undefined, undefined] {
  if (first > 12 || (order === 'day' && second <= 12)) return [second, first];
  if (second > 12 || order === 'month' || first === second) return [first, second];
  return [undefined, undefined];
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function nextDay(month: number, day: number, postedAt: string | undefined): string | undefined {
  const posted = /^(\d{4})-\d\d-\d\d/.exec(postedAt ?? '');
  if (posted === null) return undefined;
  const year = Number(posted[1]);
  const dates = [calendarDay(year, month, day), calendarDay(year + 1, month, day)];
  return dates.find((date) => date !== undefined && date >= posted[0]);
}

/** `YYYY-MM-DD` of a day that exists, in the years in which postings are found. */
function calendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined;
  // Day 0 of the next month is the last of this one.
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Which part of the text's numeric dates is the month: its unambiguous dates say, then the country. */
function orderOf(text: string, country: string | undefined): Order {
  let monthFirst = false;
  let dayFirst = false;
  for (const match of text.matchAll(NUMERIC)) {
    if (Number(match[3]) > 12 && Number(match[1]) <= 12) monthFirst = true;
    if (Number(match[1]) > 12 && Number(match[3]) <= 12) dayFirst = true;
    if (monthFirst && dayFirst) break;
  }
  if (monthFirst !== dayFirst) return monthFirst ? 'month' : 'day';
  if (country !== undefined) return country === 'US' ? 'month' : DAY_FIRST.has(country) ? 'day' : undefined;
  return UNITED_STATES.test(text) && !OTHER_COUNTRY.test(text) ? 'month' : undefined;
}
