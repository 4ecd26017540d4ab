import { CronExpressionParser } from 'cron-parser';

/** The latest moment, not after `now`, at which the schedule (a cron pattern in an IANA zone) was due. */
export function latestSlot(schedule: string, timeZone: string, now: Date): Date {
  // `prev` is strictly before; a slot that is due this very second counts.
  const justAfter = new Date(now.getTime() + 1);
  return CronExpressionParser.parse(schedule, { currentDate: justAfter, tz: timeZone }).prev().toDate();
}
