import { readDate } from './dates.ts';

/**
 * The date that loosely written text states: ISO with or without a zone, RFC 822 (`Wed, 28 Oct 2020 21:35:29 +0000`),
 * `2013-04-12 15:52:34.19`, `Sun, 20 Sep 2026 04:59:00:0`. A time without a zone counts as UTC only where `zoneless`
 * says that it is; otherwise its day is all that is certain. Anything else is `undefined`.
 */
export function readStatedDate(value: unknown, zoneless: 'utc' | 'day' = 'day'): string | undefined {
  if (typeof value === 'number') return readDate(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, 60);
  const parts = isoParts(text) ?? mailParts(text);
  if (parts === undefined || !isDay(parts.day)) return undefined;
  const zone = parts.zone ?? (zoneless === 'utc' ? 'Z' : undefined);
  return parts.time === undefined || zone === undefined ? parts.day : readDate(`${parts.day}T${parts.time}${zone}`);
}

/** The date, unless it lies after `moment` (ISO): a posting cannot have been posted later than it was received. */
export function notAfter(date: string | undefined, moment: string): string | undefined {
  if (date === undefined) return undefined;
  const early = date.length === 10 ? date <= moment.slice(0, 10) : Date.parse(date) <= Date.parse(moment);
  return early ? date : undefined;
}

interface DateParts {
  readonly day: string;
  readonly time: string | undefined;
  readonly zone: string | undefined;
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i;
const MAIL =
  /^(?:[a-z]{3,9},? +)?(\d{1,2}) +([a-z]{3})[a-z]{0,6} +(\d{4})(?: +(\d{1,2}):(\d\d)(?::(\d\d))?(?:[:.]\d+)? *(Z|UTC?|GMT|[ECMP][SD]T|[+-]\d\d:?\d\d)?)?$/i;

function isoParts(text: string): DateParts | undefined {
  const match = ISO.exec(text);
  return match?.[1] === undefined ? undefined : { day: match[1], time: match[2], zone: offset(match[3]) };
}

function mailParts(text: string): DateParts | undefined {
  const match = MAIL.exec(text);
  if (match === null) return undefined;
  const [, day = '', monthName = '', year = '', hour, minute, second = '00', zone] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0) return undefined;
  return {
    day: `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`,
    time: hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}:${second}`,
    zone: offset(zone),
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// RFC 822, section 5: the zone names that it defines, with the offsets that it gives them
const ZONES = new Map([
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
]);

function offset(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  return /^[+-]/.test(zone) ? zone : (ZONES.get(zone.toUpperCase()) ?? 'Z');
}

// `Date.parse` takes 31 February for 3 March
function isDay(day: string): boolean {
  const time = Date.parse(day);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
