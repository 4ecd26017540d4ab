import { plainLine } from '../digest/sanitize.ts';
import type { Advice } from './advise.ts';

const MOST_ROWS = 10;
const WIDEST_LABEL = 44;
const SHORTEST_BAR = 10;
const LONGEST_BAR = 40;

/**
 * The first ten pieces of advice as the lines of a horizontal bar chart of at most `width` columns: name, bar, number
 * of openings, median pay a year in `currency`. The longest bar belongs to the most openings; each has at least one block.
 */
export function adviceChart(advice: readonly Advice[], width = 80, currency = 'USD'): string[] {
  const money = new Intl.NumberFormat('en-US', {
    maximumFractionDigits: 0,
    // Other codes than of three letters would be an error.
    ...(/^[a-z]{3}$/iu.test(currency) ? { style: 'currency', currency } : {}),
  });
  const rows = advice.slice(0, MOST_ROWS).map(({ words, openings, medianPay }) => ({
    // The topic of an experience is in the words of a posting.
    label: plainLine(words, WIDEST_LABEL),
    openings,
    count: openings === 1 ? '1 opening' : `${openings.toLocaleString('en-US')} openings`,
    pay: medianPay === null ? '' : `${money.format(medianPay)} a year`,
  }));
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const count = widest(rows.map((row) => row.count));
  const pay = widest(rows.map((row) => row.pay));
  const fixed = count + 4 + (pay === 0 ? 0 : pay + 2);
  const labels = Math.max(8, Math.min(widest(rows.map((row) => row.label)), width - fixed - SHORTEST_BAR));
  const room = Math.max(1, Math.min(LONGEST_BAR, width - fixed - labels));
  const most = Math.max(1, ...rows.map((row) => row.openings));
  return rows.map((row) => {
    const blocks = Math.max(1, Math.round((row.openings / most) * room));
    const label = plainLine(row.label, labels).padEnd(labels);
    return `${label}  ${'█'.repeat(blocks).padEnd(room)}  ${row.count.padStart(count)}  ${row.pay.padStart(pay)}`.trimEnd();
  });
}
