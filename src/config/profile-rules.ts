import { z } from 'zod';
import { nearest } from './nearest.ts';
import { valueAt } from './places.ts';
import { cronRule, timeZoneRule } from './schedule-checks.ts';
import { showValue } from './schema-problems.ts';
import type { Rule, RuleFinding } from './yaml-file.ts';

/** What the schema of a profile cannot say. Without `credentialIds` the ids are not looked up. */
export function profileRules(credentialIds?: ReadonlySet<string>): readonly Rule[] {
  return [
    timeZoneRule(['timeZone']),
    cronRule(['digest', 'schedule']),
    ...DATES.map((at): Rule => ({ at, check: checkDay })),
    { at: ['credentials', '*'], check: checkOrder },
    { at: [], check: checkMail },
    ...(credentialIds === undefined ? [] : IDS.map((at) => credentialRule(at, credentialIds))),
  ];
}

const DATES = [
  ['credentials', '*', 'since'],
  ['credentials', '*', 'validUntil'],
  ['planned', '*', 'by'],
  ['education', '*', 'expected'],
];
const IDS = [
  ['credentials', '*', 'id'],
  ['planned', '*', 'id'],
];

/** `2024`, `2024-05` or `2024-05-31`: the schema sees the digits, the calendar is looked at here. */
function checkDay(value: unknown): RuleFinding[] {
  if (typeof value !== 'string' || !/^\d{4}(-\d{2}){0,2}$/.test(value)) return [];
  const whole = `${value}${'-01'.repeat((10 - value.length) / 3)}`;
  if (z.iso.date().safeParse(whole).success) return [];
  return [{ message: `read ${showValue(value)}, which no calendar has.`, fix: 'Correct the month or the day.' }];
}

function checkOrder(value: unknown): RuleFinding[] {
  const { since, validUntil } = Span.parse(value);
  if (since === undefined || validUntil === undefined) return [];
  // As far as both are stated: 2024 and 2024-05 do not contradict each other.
  const length = Math.min(since.length, validUntil.length);
  if (validUntil.slice(0, length) >= since.slice(0, length)) return [];
  const message = `ends in ${showValue(validUntil)}, before it began in ${showValue(since)}.`;
  return [{ path: ['validUntil'], message, fix: 'Correct one of the two dates.' }];
}

const Day = z.string().optional().catch(undefined);
const Span = z.object({ since: Day, validUntil: Day }).catch({ since: undefined, validUntil: undefined });

function checkMail(value: unknown): RuleFinding[] {
  if (valueAt(value, ['digest', 'email']) !== true || (valueAt(value, ['email']) ?? '') !== '') return [];
  const fix = 'Add the field email, or set digest.email to false.';
  return [{ path: ['digest', 'email'], message: 'is on, but the profile has no e-mail address.', fix }];
}

function credentialRule(at: readonly string[], ids: ReadonlySet<string>): Rule {
  return {
    at,
    check(value) {
      if (typeof value !== 'string' || ids.has(value)) return [];
      const near = nearest(value, ids, 3);
      const fix = near.length === 0 ? 'Take it out.' : `The nearest are: ${near.join(', ')}.`;
      return [{ message: `read ${showValue(value)}, which is no credential of the catalogue.`, fix }];
    },
  };
}
