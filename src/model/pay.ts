import { z } from 'zod';
import { Evidence } from './evidence.ts';

/** The unit a pay figure is stated for. */
export const PayPeriod = z.enum(['hour', 'day', 'week', 'biweek', 'month', 'year']);
export type PayPeriod = z.infer<typeof PayPeriod>;

/**
 * One stated pay range, in whole units of `currency` (never cents). "From X" has no `max`, "up to X" no
 * `min`. `provenance` says whose figure it is: a structured field, the text, or a board's own estimate.
 */
export const Pay = z.object({
  min: z.number().nonnegative().optional(),
  max: z.number().nonnegative().optional(),
  /** ISO 4217; absent when the posting does not say and nothing proves it. */
  currency: z.string().optional(),
  period: PayPeriod.optional(),
  provenance: z.enum(['field', 'text', 'estimate']),
  evidence: Evidence.optional(),
});
export type Pay = z.infer<typeof Pay>;
