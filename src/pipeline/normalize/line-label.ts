import type { Evidence } from '../../model/evidence.ts';
import { factPhrase, quote } from './quotes.ts';

/** How far back a label is looked for, and how long a line without a colon may be one, in UTF-16 units. */
const REACH = 70;
const LINE_MAX = 40;
const QUOTE_MAX = 120;

/** The label of a value: "Shift:" before "Nights" in the same line or in the line above. */
export interface LineLabel {
  readonly words: string;
  /** UTF-16 offset into the text. */
  readonly start: number;
}

/** The label that stands right before a place of the text; `undefined` where another sentence does. */
export function labelBefore(text: string, at: number): LineLabel | undefined {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at).replace(/[\s*•–-]{1,70}$/, '');
  const line = before.lastIndexOf('\n') + 1;
  if (before.endsWith(':')) {
    const cut = Math.max(line, before.lastIndexOf('. ') + 1, before.lastIndexOf(')') + 1, before.lastIndexOf('|') + 1);
    const start = cut + (/^[\s*•]{0,70}/.exec(before.slice(cut))?.[0].length ?? 0);
    return { words: before.slice(start), start: from + start };
  }
  const words = before.slice(line);
  const ownLine = text.slice(from + before.length, at).includes('\n');
  const label = ownLine && words !== '' && words.length <= LINE_MAX && !/[.;!?,]/.test(words);
  return label ? { words, start: from + line } : undefined;
}

/** The phrase of a value (`factPhrase`), from its label on where that fits: "40" alone tells a person nothing. */
export function labelledPhrase(
  text: string,
  inner: Evidence,
  from: number,
  to: number,
  label: LineLabel | undefined,
): Evidence {
  const phrase = factPhrase(text, inner, from, to);
  if (label === undefined || phrase.start <= label.start || phrase.end - label.start > QUOTE_MAX) return phrase;
  return quote(text, label.start, phrase.end);
}
