import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceChart } from '../../../src/pipeline/match/advice-chart.ts';
import type { Advice } from '../../../src/pipeline/match/advise.ts';

function advice(words: string, openings: number, medianPay: number | null = null): Advice {
  return { step: { kind: 'credential', id: 'x' }, words, openings, medianPay, route: null };
}

describe('adviceChart', () => {
  it('draws a row for each step, the bars in proportion', () => {
    const lines = adviceChart([advice('RHIA', 4, 68_000), advice('CCS', 2), advice('ODS', 1, 102_500)], 60);

    expect(lines).toEqual([
      'RHIA      █████████████████████  4 openings   $68,000 a year',
      'CCS       ███████████            2 openings',
      'ODS       █████                   1 opening  $102,500 a year',
    ]);
  });

  it('names the currency of the pay', () => {
    const rows = [advice('RHIA', 1, 40_000.4)];

    expect(adviceChart(rows, 80, 'EUR')[0]).toMatch(/1 opening {2}€40,000 a year$/);
    expect(adviceChart(rows, 80, '')[0]).toMatch(/1 opening {2}40,000 a year$/);
  });

  it('is empty without advice, and never longer than ten rows', () => {
    const many = Array.from({ length: 25 }, (_, index) => advice(`Step ${index}`, 25 - index));

    expect(adviceChart([])).toEqual([]);
    expect(adviceChart(many)).toHaveLength(10);
  });

  it('keeps to 80 columns, whatever the words and figures', () => {
    const row = fc
      .tuple(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 999_999 }), fc.option(fc.nat(9_999_999)))
      .map(([words, openings, pay]) => advice(words, openings, pay));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const lines = adviceChart(rows);

        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(80);
          expect(line).toContain('█');
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});
