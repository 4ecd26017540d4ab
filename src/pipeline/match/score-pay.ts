import { type Pay, type PayPeriod, PERIODS_PER_YEAR } from '../../model/pay.ts';
import type { Profile } from '../../model/profile.ts';
import type { Share } from './score.ts';

type PayFloor = NonNullable<Profile['wanted']['payFloor']>;

/**
 * Holds stated pay against the floor of a profile, both as yearly sums of full-time work: for the comparison
 * only. Another currency, no period, and a board's own estimate cannot be compared and score half.
 */
export function scorePay(pay: readonly Pay[], floor: PayFloor | undefined): Share {
  if (floor === undefined) return { share: 0.5, because: 'you name no pay floor' };
  const stated = pay.filter((entry) => entry.min !== undefined || entry.max !== undefined);
  if (stated.length === 0) return { share: 0.5, because: 'the posting does not state pay' };

  const shares = stated.map((entry) => compare(entry, floor));
  const comparable = shares.filter((share) => share.comparable);
  const candidates = comparable.length > 0 ? comparable : shares;
  const best = candidates.reduce((left, right) => (right.share > left.share ? right : left));
  return { share: best.share, because: best.because };
}

function compare(pay: Pay, floor: PayFloor): Share & { comparable: boolean } {
  const unclear = unclearBecause(pay, floor);
  if (unclear !== null || pay.period === undefined) return half(unclear ?? 'the period of the pay is not stated');

  const wanted = floor.amount * PERIODS_PER_YEAR[floor.period];
  const low = pay.min === undefined ? undefined : pay.min * PERIODS_PER_YEAR[pay.period];
  const high = pay.max === undefined ? undefined : pay.max * PERIODS_PER_YEAR[pay.period];
  const words = payInWords(pay, pay.period);
  if (low !== undefined && low >= wanted)
    return { share: 1, because: `${words} is at or above your floor`, comparable: true };
  if (high !== undefined && high >= wanted)
    return { share: 0.75, because: `${words} reaches your floor`, comparable: true };
  if (high === undefined) return half(`${words} may or may not reach your floor`);
  return { share: 0, because: `${words} is below your floor`, comparable: true };
}

function unclearBecause(pay: Pay, floor: PayFloor): string | null {
  if (pay.provenance === 'estimate') return 'the pay is only an estimate of the board';
  if (pay.currency === undefined) return 'the currency of the pay is not stated';
  if (pay.currency !== floor.currency.toUpperCase())
    return `the pay is in ${pay.currency}, your floor in ${floor.currency}`;
  return null;
}

function half(because: string): Share & { comparable: boolean } {
  return { share: 0.5, because, comparable: false };
}

function payInWords({ min, max, currency }: Pay, period: PayPeriod): string {
  const unit = period === 'biweek' ? 'two weeks' : period;
  return `${range(min, max)} ${currency ?? ''} per ${unit}`;
}

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `up to ${withCommas(max ?? 0)}`;
  if (max === undefined) return `from ${withCommas(min)}`;
  return min === max ? withCommas(min) : `${withCommas(min)} to ${withCommas(max)}`;
}

// Not toLocaleString: its result depends on the locale data of the machine.
function withCommas(amount: number): string {
  const text = Number.isInteger(amount) ? String(amount) : amount.toFixed(2);
  const [whole = '', cents] = text.split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return cents === undefined ? groups.join(',') : `${groups.join(',')}.${cents}`;
}
