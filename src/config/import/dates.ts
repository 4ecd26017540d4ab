import type { PartialDate } from '../partial-date.ts';

/**
 * Reads a date as exports write it: `2024`, `2024-05-31`, `Mar 2019`, `12 Mar 2024`, `7-Feb-22`, `Mar 12, 2024`,
 * `3/2019`, `10/3/24, 2:15 PM` (month first). `undefined` when it is none that a calendar has.
 */
export function readExportDate(text: string | undefined): PartialDate | undefined {
  const line = (text ?? '').trim().slice(0, 40);
  for (const [form, order] of FORMS) {
    const found = form.exec(line);
    if (found === null) continue;
    const part = (name: 'y' | 'm' | 'd'): string | undefined => {
      const index = order.indexOf(name);
      return index === -1 ? undefined : found[index + 1];
    };
    return dateOf(part('y') ?? '', part('m'), part('d'));
  }
  return undefined;
}

/** Does the text say that it has not ended: nothing at all, "Present", "current"? */
export function isOpenEnd(text: string | undefined): boolean {
  return /^(?:present|current(?:ly)?|now|today|ongoing|to date|-|–)?$/i.test((text ?? '').trim());
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T.*)?)?)?$/, 'ymd'],
  [/^([a-z]{3,9})\.?,? (\d{4})$/i, 'my'],
  [/^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i, 'dmy'],
  [/^([a-z]{3,9})\.? (\d{1,2}), ?(\d{4})$/i, 'mdy'],
  [/^(\d{1,2})\/(\d{4})$/, 'my'],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:,? .*)?$/, 'mdy'],
];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

function dateOf(yearText: string, monthText: string | undefined, dayText: string | undefined): string | undefined {
  const short = Number(yearText);
  const year = yearText.length === 4 ? short : short + (short < 70 ? 2000 : 1900);
  if (year < 1900 || year > 2200) return undefined;
  if (monthText === undefined) return String(year);
  const month = /^\d/.test(monthText) ? Number(monthText) : monthNamed(monthText);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const written = `${year}-${String(month).padStart(2, '0')}`;
  if (dayText === undefined) return written;
  const day = Number(dayText);
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${written}-${String(day).padStart(2, '0')}`;
}

function monthNamed(word: string): number | undefined {
  const small = word.toLowerCase();
  const index = MONTHS.findIndex((month) => month.startsWith(small) || (small === 'sept' && month === 'september'));
  return index === -1 ? undefined : index + 1;
}
