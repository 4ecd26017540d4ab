import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualPay, type Pay, PayPeriod } from '../../../src/model/pay.ts';

const pay = (rest: Omit<Pay, 'provenance'>): Pay => ({ ...rest, provenance: 'text' });

describe('annualPay', () => {
  it.each([
    [pay({ min: 31.5, max: 44.1, currency: 'USD', period: 'hour' }), 65_520, 91_728, '2,080 hours a year'],
    [pay({ min: 300, max: 350, period: 'day' }), 78_000, 91_000, '260 days a year'],
    [pay({ min: 1500, max: 2000, period: 'week' }), 78_000, 104_000, '52 weeks a year'],
    [pay({ min: 2300, max: 2300, period: 'biweek' }), 59_800, 59_800, '26 two-week periods a year'],
    [pay({ min: 4800, max: 5200, period: 'month' }), 57_600, 62_400, '12 months a year'],
    [pay({ min: 61_200.8, max: 79_400.4, period: 'year' }), 61_200.8, 79_400.4, null],
  ])('of %j says what it assumes', (stated, min, max, assumption) => {
    expect(annualPay(stated)).toMatchObject({ min, max, assumption });
  });

  it('keeps the currency, and an open end open', () => {
    const annual = annualPay(pay({ min: 20, currency: 'CAD', period: 'hour' }));

    expect(annual).toEqual({ min: 41_600, currency: 'CAD', assumption: '2,080 hours a year' });
  });

  it.each([pay({ min: 20, max: 30 }), pay({ period: 'hour' })])('of %j is not known', (stated) => {
    expect(annualPay(stated)).toBeNull();
  });

  it('never puts the least above the most, and no fraction of a cent', () => {
    const sum = fc.integer({ min: 1, max: 99_999_99 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(sum, sum, fc.constantFrom(...PayPeriod.options), (one, other, period) => {
        const annual = annualPay(pay({ min: Math.min(one, other), max: Math.max(one, other), period }));

        const { min = Number.NaN, max = Number.NaN } = annual ?? {};
        expect(min).toBeLessThanOrEqual(max);
        for (const amount of [min, max]) expect(Math.round(amount * 100) / 100).toBe(amount);
      }),
    );
  });
});
