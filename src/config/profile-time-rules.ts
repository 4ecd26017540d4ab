import { z } from 'zod';
import { isBefore } from './partial-date.ts';
import { showValue } from './schema-problems.ts';
import type { Rule, RuleFinding } from './yaml-file.ts';

/** What time has overtaken in a profile: plans and studies whose day is past, and plans for what is held already. */
export function timeRules(now: Date): readonly Rule[] {
  const today = now.toISOString().slice(0, 10);
  return [
    { at: [], check: (value) => checkPlans(value, today) },
    { at: ['education', '*'], check: (value) => checkStudies(value, today) },
  ];
}

const Day = z.string().optional().catch(undefined);
const listOf = <Item>(item: z.ZodType<Item>) => z.array(item).optional().catch(undefined);
const Plans = z
  .object({
    credentials: listOf(z.object({ id: Day, since: Day, validUntil: Day, region: Day })),
    planned: listOf(z.object({ id: Day, by: Day })),
  })
  .catch({ credentials: undefined, planned: undefined });
const Studies = z
  .object({ finished: z.boolean().default(true), expected: Day })
  .catch({ finished: true, expected: undefined });

function checkPlans(value: unknown, today: string): RuleFinding[] {
  const { credentials = [], planned = [] } = Plans.parse(value);
  // A licence of one state does not stand against the plan for another; one that ran out may be planned again.
  const held = new Set(
    credentials
      .filter(({ region, since = today, validUntil = today }) => {
        return region === undefined && !isBefore(today, since) && !isBefore(validUntil, today);
      })
      .map(({ id }) => id),
  );
  return planned.flatMap(({ id, by }, index): RuleFinding[] => {
    if (id !== undefined && held.has(id)) {
      const fix = 'Take it out of planned, or out of credentials if you do not hold it yet.';
      return [
        { path: ['planned', index, 'id'], message: `plans ${showValue(id)}, which credentials says you hold.`, fix },
      ];
    }
    if (by === undefined || !isBefore(by, today)) return [];
    const message = `is ${showValue(by)}, which is past.`;
    return [
      { path: ['planned', index, 'by'], message, fix: 'Move it to credentials if you hold it; else give a new date.' },
    ];
  });
}

function checkStudies(value: unknown, today: string): RuleFinding[] {
  const { finished, expected } = Studies.parse(value);
  if (expected === undefined) return [];
  if (!finished && isBefore(expected, today)) {
    const message = `is ${showValue(expected)}, which is past, and the degree is not finished.`;
    return [{ path: ['expected'], message, fix: 'Set finished to true, or give a new date.' }];
  }
  if (!finished || !isBefore(today, expected)) return [];
  const message = `is ${showValue(expected)}, which is to come, but the degree counts as finished.`;
  return [{ path: ['expected'], message, fix: 'Add finished: false, or take this line out.' }];
}
