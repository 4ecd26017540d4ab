import type { Shift } from '../../model/reading.ts';

const CLOCK = (side: string) =>
  String.raw`(?:(?<${side}Word>noon|midnight)|(?<${side}Hour>\d{1,2})(?:(?<${side}Colon>:?)(?<${side}Minute>[0-5]\d))?(?: ?(?<${side}Half>[ap])(?:\.? ?m\.?)?(?![a-z]))?)`;
/** "7a-7p", "8:00 a.m. to 4:30 p.m.", "0700-1930", "11 PM – 7 AM", "8-5". */
const SPAN = new RegExp(
  String.raw`\b(?<![$.,:/-])${CLOCK('from')}(?: (?:[ECMP][SD]?T))? ?(?:-|–|—|to|until|till|through|and) ?${CLOCK('to')}(?![\w%:$])`,
  'gi',
);
const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)(?:s|rs?|nes|ur)?(?:days?)?\b|\bm ?[-–] ?f\b|\bweek(?:days|ends)\b/i;
const WORK =
  /\b(?:shifts?|schedules?|hours|work(?:s|ing|day)?|position|role|nights?|days|evenings?|(?:per|a) week|weekly)\b/i;
/** Hours of a place, of a lesson, of a talk. */
const OTHER =
  /\b(?:clinic|office|business|store|pharmacy|bank|facility|department|visiting|opening|operating) hours|hours of operation|\boperat(?:es?|ions?)\b|\bopen(?:s|ing)?\b|\b(?:please |to )call\b|contact|\bphone|\bcall us|reach |interview|\btrain|orientation|\bclass(?:es|room)?\b|\bevents?\b|\bfairs?\b|\bappl(?:y|ications?)\b|deadline|clos(?:es|ing)|lunch|meetings?\b|parking|\bvisit|help ?desk|\bstudents?\b|session|\d{3}[-. ]\d{4}\b|@|\[phone\]/i;
/** Counts, not times: "8-5 hours". */
const COUNT =
  /^ ?(?:hours?|hrs?|days?|weeks?|years?|months?|minutes|patients|beds|%|per\b|x\b|nights|shifts?|lbs?|pounds|people|-)/i;

/** The shift of a span of clock times; UTF-16 offsets into the sentence. */
export interface ClockShift {
  readonly shift: Shift;
  readonly start: number;
  readonly end: number;
}

/**
 * The shifts that the clock times of a sentence make, where they are the working hours: `labelled` by the label of
 * the line, or beside a weekday or a word for work. The middle of the span decides: from 7:30 to before 16:00 is day,
 * from there to before 22:30 evening, the rest night. Times without "a" or "p" are read only where one reading
 * remains ("8–4:30", "0700–1930").
 */
export function readClockShifts(sentence: string, labelled: boolean, label: string): ClockShift[] {
  const found: ClockShift[] = [];
  SPAN.lastIndex = 0;
  for (let match = SPAN.exec(sentence); match !== null; match = SPAN.exec(sentence)) {
    const end = match.index + match[0].length;
    const before = sentence.slice(Math.max(0, match.index - 110), match.index);
    const after = sentence.slice(end, end + 30);
    if (OTHER.test(before) || OTHER.test(label) || /\b(?:may|might|occasional)\b[^.;]{0,40}$/i.test(before)) continue;
    const near = WEEKDAY.test(before.slice(-45)) || WEEKDAY.test(after) || WORK.test(before) || WORK.test(after);
    if (!labelled && !near) continue;
    const span = spanOf(match.groups ?? {}, COUNT.test(after));
    if (span === undefined) continue;
    found.push({ shift: shiftOfSpan(span), start: match.index, end });
  }
  return found;
}

interface Span {
  /** Minutes after midnight. */
  readonly from: number;
  readonly length: number;
}

function spanOf(groups: Readonly<Record<string, string | undefined>>, counted: boolean): Span | undefined {
  const from = minutesOf(groups, 'from');
  const to = minutesOf(groups, 'to');
  if (from === undefined || to === undefined) return undefined;
  if (from.sure && to.sure) return sensible(from.at, to.at);
  if (from.sure || to.sure) {
    // "8–5pm": of the two readings of the other side the one that makes the shorter working day.
    const spans = [0, 720].map((half) =>
      from.sure ? sensible(from.at, to.at + half) : sensible(from.at + half, to.at),
    );
    return spans.filter((span) => span !== undefined).toSorted((a, b) => a.length - b.length)[0];
  }
  if (counted) return undefined;
  // "8–4:30", "9-5": a morning and an afternoon.
  const morning = from.at >= 360 && from.at < 720;
  const afternoon = to.at >= 60 && to.at <= 390;
  return morning && afternoon ? sensible(from.at, to.at + 720) : undefined;
}

/** Two to sixteen hours of work. */
function sensible(from: number, to: number): Span | undefined {
  const length = (to - from + 2880) % 1440;
  return length >= 120 && length <= 960 ? { from: from % 1440, length } : undefined;
}

/** Minutes after midnight, `sure` when it is known which half of the day is meant. */
function minutesOf(groups: Readonly<Record<string, string | undefined>>, side: 'from' | 'to') {
  const word = groups[`${side}Word`]?.toLowerCase();
  if (word !== undefined) return { at: word === 'noon' ? 720 : 0, sure: true };
  const written = groups[`${side}Hour`] ?? '';
  const hour = Number(written);
  const minute = groups[`${side}Minute`];
  const half = groups[`${side}Half`]?.toLowerCase();
  if (hour > 24) return undefined;
  const at = (hour % 24) * 60 + Number(minute ?? 0);
  if (half !== undefined) {
    if (hour === 0 || hour > 12) return undefined;
    return { at: (hour % 12) * 60 + Number(minute ?? 0) + (half === 'p' ? 720 : 0), sure: true };
  }
  const colon = groups[`${side}Colon`] === ':';
  // Four digits are the 24-hour clock; three could be any number.
  if (minute !== undefined && !colon) return written.length === 2 ? { at, sure: true } : undefined;
  if (hour > 12 || (hour === 0 && colon)) return colon ? { at, sure: true } : undefined;
  return { at: (hour % 12) * 60 + Number(minute ?? 0), sure: false };
}

function shiftOfSpan({ from, length }: Span): Shift {
  const middle = (from + length / 2) % 1440;
  if (middle >= 450 && middle < 960) return 'day';
  return middle >= 960 && middle < 1350 ? 'evening' : 'night';
}
