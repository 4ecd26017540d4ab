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

/** How many of a period one year of full-time work has: 2,080 hours are 52 weeks of 40, 260 days are 52 weeks of 5. */
export const PERIODS_PER_YEAR: Readonly<Record<PayPeriod, number>> = {
  hour: 2080,
  day: 260,
  week: 52,
  biweek: 26,
  month: 12,
  year: 1,
};

const ASSUMED: Readonly<Record<PayPeriod, string | null>> = {
  hour: '2,080 hours a year',
  day: '260 days a year',
  week: '52 weeks a year',
  biweek: '26 two-week periods a year',
  month: '12 months a year',
  year: null,
};

/** Pay as a yearly sum of full-time work. `assumption` says in words what was assumed; null when it is stated for a year. */
export interface AnnualPay {
  readonly min?: number;
  readonly max?: number;
  readonly currency?: string;
  readonly assumption: string | null;
}

/**
 * Pay as a yearly sum, to the cent, for comparing and never instead of what is stated. Null where the pay names no
 * period or no figure. An open end stays open.
 */
export function annualPay({ min, max, currency, period }: Pay): AnnualPay | null {
  if (period === undefined || (min === undefined && max === undefined)) return null;
  const yearly = (amount: number) => Math.round(amount * PERIODS_PER_YEAR[period] * 100) / 100;
  return {
    ...(min === undefined ? {} : { min: yearly(min) }),
    ...(max === undefined ? {} : { max: yearly(max) }),
    ...(currency === undefined ? {} : { currency }),
    assumption: ASSUMED[period],
  };
}
