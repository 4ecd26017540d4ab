import { createRequire } from 'node:module';
import { suggestion } from './nearest.ts';
import { showValue } from './schema-problems.ts';
import type { Rule, RuleFinding } from './yaml-file.ts';

// A pattern is seldom written in rolewatch.yaml, and the library would cost every command its loading.
function loadCronParser(): typeof import('cron-parser') {
  return createRequire(import.meta.url)('cron-parser');
}

/** The value at `at` must be an IANA time zone that this machine knows. */
export function timeZoneRule(at: readonly string[]): Rule {
  return { at, check: (value) => (typeof value === 'string' ? checkTimeZone(value) : []) };
}

/** The value at `at` must be a cron pattern of five fields. */
export function cronRule(at: readonly string[]): Rule {
  return { at, check: (value) => (typeof value === 'string' ? checkCron(value) : []) };
}

function checkTimeZone(zone: string): RuleFinding[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return [];
  } catch {
    const meant = suggestion(zone, Intl.supportedValuesOf('timeZone'));
    return [
      {
        message: `read ${showValue(zone)}, which is no time zone.`,
        fix: meant === undefined ? 'Give an IANA name, for example America/New_York.' : `Did you mean "${meant}"?`,
      },
    ];
  }
}

const CRON_FIX =
  'Give five fields, minute hour day month weekday; for example "0 7 * * 1-5" is seven o\'clock from Monday to Friday.';

function checkCron(pattern: string): RuleFinding[] {
  const fields = pattern.trim().split(/\s+/).length;
  // The library fills missing fields in, which makes another time of it than was meant.
  if (fields !== 5) {
    const count = pattern.trim() === '' ? 'no fields' : fields === 1 ? 'one field' : `${fields} fields`;
    return [{ message: `read ${showValue(pattern)}, a cron pattern of ${count}.`, fix: CRON_FIX }];
  }
  try {
    loadCronParser().CronExpressionParser.parse(pattern);
    return [];
  } catch (error) {
    const detail = error instanceof Error ? ` (${error.message.slice(0, 100)})` : '';
    return [{ message: `read ${showValue(pattern)}, which is no cron pattern${detail}.`, fix: CRON_FIX }];
  }
}
