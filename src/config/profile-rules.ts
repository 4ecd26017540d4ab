import { z } from 'zod';
import { nearest } from './nearest.ts';
import { isBefore } from './partial-date.ts';
import { valueAt } from './places.ts';
import { timeRules } from './profile-time-rules.ts';
import { cronRule, timeZoneRule } from './schedule-checks.ts';
import { showValue } from './schema-problems.ts';
import type { Rule, RuleFinding } from './yaml-file.ts';

/**
 * What the schema of a profile cannot say. Without `credentialIds` the ids are not looked up; with `now` the profile is
 * also asked what time has overtaken, which is no reason to leave it out of a run.
 */
export function profileRules(credentialIds?: ReadonlySet<string>, now?: Date): readonly Rule[] {
  return [
    timeZoneRule(['timeZone']),
    cronRule(['digest', 'schedule']),
    ...DATES.map((at): Rule => ({ at, check: checkDay })),
    { at: ['credentials', '*'], check: checkOrder },
    { at: ['planned', '*'], check: checkExam },
    { at: [], check: checkMail },
    ...(now === undefined ? [] : timeRules(now)),
    ...(credentialIds === undefined ? [] : IDS.map((at) => credentialRule(at, credentialIds))),
  ];
}

const DATES = [
  ['credentials', '*', 'since'],
  ['credentials', '*', 'validUntil'],
  ['planned', '*', 'by'],
  ['planned', '*', 'booked'],
  ['planned', '*', 'window', 'from'],
  ['planned', '*', 'window', 'until'],
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
  if (!isBefore(validUntil, since)) return [];
  const message = `ends in ${showValue(validUntil)}, before it began in ${showValue(since)}.`;
  return [{ path: ['validUntil'], message, fix: 'Correct one of the two dates.' }];
}

function checkExam(value: unknown): RuleFinding[] {
  const { by, booked, window } = Exam.parse(value);
  const { from, until } = window;
  const fix = 'Correct one of the two dates.';
  const findings: RuleFinding[] = [];
  if (from !== undefined && until !== undefined && isBefore(until, from)) {
    const message = `ends in ${showValue(until)}, before it begins in ${showValue(from)}.`;
    findings.push({ path: ['window', 'until'], message, fix });
  }
  if (booked === undefined) return findings;
  if (by !== undefined && isBefore(by, booked)) {
    const message = `is ${showValue(by)}, before the exam is booked for ${showValue(booked)}.`;
    findings.push({ path: ['by'], message, fix });
  }
  if (from !== undefined && isBefore(booked, from)) {
    const message = `is ${showValue(booked)}, before the window begins in ${showValue(from)}.`;
    findings.push({ path: ['booked'], message, fix });
  } else if (until !== undefined && isBefore(until, booked)) {
    const message = `is ${showValue(booked)}, after the window ends in ${showValue(until)}.`;
    findings.push({ path: ['booked'], message, fix });
  }
  return findings;
}

const Day = z.string().optional().catch(undefined);
const Span = z.object({ since: Day, validUntil: Day }).catch({ since: undefined, validUntil: undefined });

const Window = z.object({ from: Day, until: Day }).catch({ from: undefined, until: undefined });
const Exam = z
  .object({ by: Day, booked: Day, window: Window })
  .catch({ by: undefined, booked: undefined, window: { from: undefined, until: undefined } });

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
