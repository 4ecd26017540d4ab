import { isRecord } from './listing.ts';
import { readLine } from './markup.ts';

/**
 * Readers of single values that a site states in whatever form it likes: text, number, object or list at every place.
 * A placeholder ("N/A", `UNAVAILABLE`, 0 as an amount) is the same as nothing.
 */

/** One line of text; `undefined` for placeholders and for everything that is neither text nor number. */
export function statedText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = readLine(value);
  return text === '' || PLACEHOLDER.test(text) ? undefined : text;
}

/** The values of a list, the value itself when it is none; nothing for `null` and `undefined`. */
export function statedList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

/** A name given as text or as an object with `name`. */
export function statedName(value: unknown): string | undefined {
  return isRecord(value) ? statedText(value['name']) : statedText(value);
}

/** An amount of money in whole units: a number above 0, or text such as `95,000` or `$39.50`. */
export function statedAmount(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = AMOUNT.exec(value.trim());
  const amount = Number(match?.[1]?.replaceAll(',', ''));
  return amount > 0 ? amount : undefined;
}

/** A currency code of three letters, in capitals. */
export function statedCurrency(value: unknown): string | undefined {
  const text = statedText(value)?.toUpperCase();
  return text !== undefined && /^[A-Z]{3}$/.test(text) ? text : undefined;
}

/** Absolute http(s) address, completed by `base` when it is relative; `undefined` for anything else. */
export function statedUrl(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const url = URL.parse(value.trim(), base);
  const usable = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return usable ? url.href : undefined;
}

/** Where a remote worker must live, one entry per named area; words that set no limit ("Worldwide") are left out. */
export function statedRemoteLimits(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== '' && !NO_LIMIT.test(value)))];
}

const PLACEHOLDER =
  /^(?:unavailable|n\/?a|none|null|undefined|tbd|-+|not (?:available|applicable|specified|displayed|provided))$/i;
const AMOUNT = /^[$€£]? ?(\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?)$/;
const NO_LIMIT = /^(?:worldwide|anywhere|everywhere|global(?:ly)?)\b/i;
