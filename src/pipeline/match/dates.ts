const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Is the last day of this date (2024, 2024-05 or 2024-05-31) before today? Days are counted in UTC. */
export function isPast(date: string, now: Date): boolean {
  return lastDay(date) < now.toISOString().slice(0, 10);
}

/** Has the first day of this date not come yet? A date without a month begins in January. */
export function isAhead(date: string, now: Date): boolean {
  const { year, month, day } = partsOf(date);
  return dayText(year, month ?? 1, day ?? 1) > now.toISOString().slice(0, 10);
}

/** Is the last day of this date today, or at most `days` days ahead? */
export function endsWithinDays(date: string, now: Date, days: number): boolean {
  const last = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return !isPast(date, now) && lastDay(date) <= last;
}

/**
 * Does this date fall at most `months` months after now? Compared by calendar month, because "by May" and
 * "within six months of hire" are no more exact than that; a date without a month counts as December.
 */
export function isWithinMonths(date: string, now: Date, months: number): boolean {
  const { year, month } = partsOf(date);
  const ahead = year * 12 + (month ?? 12) - (now.getUTCFullYear() * 12 + now.getUTCMonth() + 1);
  return ahead <= Math.ceil(months);
}

/** `2027`, `May 2027` or `31 May 2027`. */
export function dateInWords(date: string): string {
  const { year, month, day } = partsOf(date);
  const name = month === undefined ? undefined : MONTHS[month - 1];
  if (name === undefined) return String(year);
  return day === undefined ? `${name} ${year}` : `${day} ${name} ${year}`;
}

/** `in 2027`, `in May 2027` or `on 31 May 2027`. */
export function onDate(date: string): string {
  return `${partsOf(date).day === undefined ? 'in' : 'on'} ${dateInWords(date)}`;
}

/** `1 month`, `18 months`; half a month is `0.5 months`. */
export function monthsInWords(months: number): string {
  return months === 1 ? '1 month' : `${Math.round(months * 10) / 10} months`;
}

function lastDay(date: string): string {
  const { year, month, day } = partsOf(date);
  if (day !== undefined) return dayText(year, month ?? 12, day);
  // Day 0 of the following month is the last day of this one.
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}

function partsOf(date: string): { year: number; month: number | undefined; day: number | undefined } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year ?? 0, month, day };
}

function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
