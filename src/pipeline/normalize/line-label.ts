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
  let end = at;
  let ownLine = false;
  while (end > from && isFrame(text, end - 1)) {
    end -= 1;
    if (text.charCodeAt(end) === NEWLINE) ownLine = true;
  }
  if (end === from) return undefined;
  const colon = text.charCodeAt(end - 1) === COLON;
  // Nearly everywhere another sentence ends here, on this line or as the line above.
  if (!colon && (!ownLine || isStop(text.charCodeAt(end - 1)))) return undefined;
  let start = end;
  while (start > from && text.charCodeAt(start - 1) !== NEWLINE && (colon || end - start <= LINE_MAX)) start -= 1;
  const words = text.slice(start, end);
  if (!colon) return words.length <= LINE_MAX && !/[.;!?,]/.test(words) ? { words, start } : undefined;
  start += Math.max(words.lastIndexOf('. ') + 1, words.lastIndexOf(')') + 1, words.lastIndexOf('|') + 1);
  while (start < end && isBlank(text, start)) start += 1;
  return { words: text.slice(start, end), start };
}

const NEWLINE = 10;
const COLON = 58;

/** . ; ! ? , */
function isStop(code: number): boolean {
  return code === 0x2e || code === 0x3b || code === 0x21 || code === 0x3f || code === 0x2c;
}

/** Blanks, list marks and dashes between a label and its value. */
function isFrame(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x2d || code === 0x2013 || isBlank(text, at);
}

/** Blanks and list marks. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code === 32 || code === 0x2a || (code >= 9 && code <= 13);
  return code === 0x2022 || /\s/.test(text.charAt(at));
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
