/**
 * A time of US Eastern without a zone (`2022-04-14T23:59:59.9970`) as an instant in UTC; `undefined` when it is no
 * such time. Daylight saving by the rule in force since 2007 (15 U.S.C. 260a): from 02:00 on the second Sunday of
 * March to 02:00 on the first Sunday of November. The hour that happens twice is taken as the first.
 */
export function easternToInstant(text: string | null | undefined): string | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?$/.exec((text ?? '').trim());
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const milliseconds = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const wallClock = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const asRead = new Date(wallClock);
  // Date.UTC rolls the 31st of April over into May
  if (year < 1 || asRead.getUTCMonth() !== month - 1 || asRead.getUTCDate() !== day) return undefined;
  const summer = wallClock >= twoOClock(year, 2, 2) && wallClock < twoOClock(year, 10, 1);
  return new Date(wallClock + (summer ? 4 : 5) * HOUR).toISOString();
}

const HOUR = 3_600_000;

/** 02:00 on the wall clock of the `nth` Sunday of a month (0 is January), as if it were UTC. */
function twoOClock(year: number, month: number, nth: number): number {
  const firstWeekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return Date.UTC(year, month, 1 + ((7 - firstWeekday) % 7) + 7 * (nth - 1), 2);
}
