import { isPointed } from './pay-currency.ts';

/** What the shape of a number can mean: with a decimal point, and where a point stands between thousands. */
export interface Amount {
  readonly plain: number | undefined;
  readonly pointed: number | undefined;
}

const LONG = /y(?:ea)?r|annu|\bp\.?a\b|mo/i;
const HOURLY = /hour|\bhrs?\b|\bp?[./]?h\b|stunde|std|heure|hora|uur/i;

/**
 * Reads a number by the shape of its separators: `1,234.56` and `1.234,56` are the same. `undefined` for what is no
 * number: a date, a version, a telephone number.
 */
export function amountOf(raw: string): Amount | undefined {
  const usual = usualAmount(raw);
  if (usual !== undefined) return same(usual);
  if (/^\d{1,8}(?:\.\d{1,2}|\.\d{4})?$/.test(raw)) return same(raw);
  if (/^\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,4})?$/.test(raw)) return same(raw.replaceAll(',', ''));
  if (/^\d{1,3}\.\d{3}$/.test(raw)) return { plain: Number(raw), pointed: Number(raw.replace('.', '')) };
  if (/^\d{1,3}(?:\.\d{3}){1,3},\d{1,2}$/.test(raw) || /^\d{1,3}(?:\.\d{3}){2,3}$/.test(raw))
    return same(raw.replaceAll('.', '').replace(',', '.'));
  if (/^\d{1,3}(?:['’ ]\d{3}){1,3}(?:[.,]\d{1,2})?$/.test(raw))
    return same(raw.replace(/['’ ]/g, '').replace(',', '.'));
  // 4,50,000 in India.
  if (/^\d{1,2}(?:,\d{2}){1,3},\d{3}$/.test(raw)) return same(raw.replaceAll(',', ''));
  // "15,50 €", but no "$12,50", which may be meant either way.
  if (/^\d{1,6},\d{1,2}$/.test(raw)) return { plain: undefined, pointed: Number(raw.replace(',', '.')) };
  return undefined;
}

/** The digits of 20, 20.50, 85,000 or 85,000.50, as nearly all sums are written; the patterns say the same of them. */
function usualAmount(raw: string): string | undefined {
  const point = raw.indexOf('.');
  const whole = point === -1 ? raw.length : point;
  if (point !== -1 && !(raw.length - point === 3 && areDigits(raw, point + 1, raw.length))) return undefined;
  if (whole <= 3) return areDigits(raw, 0, whole) ? raw : undefined;
  const comma = whole - 4;
  const grouped = whole <= 7 && raw.charCodeAt(comma) === 44;
  if (!grouped || !areDigits(raw, 0, comma) || !areDigits(raw, comma + 1, whole)) return undefined;
  return raw.slice(0, comma) + raw.slice(comma + 1);
}

/** Whether a stretch that is not empty holds digits alone. */
function areDigits(words: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = words.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return from < to;
}

function same(digits: string): Amount {
  const value = Number(digits);
  return { plain: value, pointed: value };
}

/**
 * What a number means in its currency and unit, times `scale`; `undefined` where its shape means nothing there. A lone
 * point before three digits parts thousands where the currency is written so, or where the unit makes decimals absurd.
 */
export function sumOf(
  { plain, pointed }: Amount,
  scale: number,
  currency: string | undefined,
  unit: string | undefined,
): number | undefined {
  let value = plain;
  if (isPointed(currency)) value = plain !== undefined && isHourly(unit) && (pointed ?? 0) > 1000 ? plain : pointed;
  else if (plain !== undefined && plain < 1000 && LONG.test(unit ?? '')) value = pointed;
  return value === undefined ? undefined : Math.round(value * scale * 10_000) / 10_000;
}

/** Whether the words of a unit name an hour. */
export function isHourly(unit: string | undefined): boolean {
  return unit !== undefined && HOURLY.test(unit);
}
