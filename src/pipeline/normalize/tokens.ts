import { HASH_START, hashStep, hashWithout, SLOT_ID, type Vocabulary } from './vocabulary.ts';

/** What stands between a word and the one before it: what tells `CPC-A` from `CPC a`. `other` is anything else. */
export const GAP = { none: 0, blank: 1, hyphen: 2, dot: 3, slash: 4, other: 5 } as const;

/** The words of a text in reading order, in columns of one length. Offsets are UTF-16 into the text. */
export interface Tokens {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Numbers of the vocabulary: 0 for a word it does not hold, below 0 for the plural of a word that it holds. */
  readonly ids: readonly number[];
  /** What the vocabulary says of the words. */
  readonly marks: readonly number[];
  /** Values of `GAP`. */
  readonly gaps: readonly number[];
}

type Columns = { -readonly [Column in keyof Tokens]: number[] };

const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
/** A letter beyond ASCII. */
const WIDE = 4;
/** What each UTF-16 unit is to a word; 0 where it belongs to none. */
const SORT = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  if (code >= 48 && code <= 57) return DIGIT;
  const symbol = code === 0xd7 || code === 0xf7 || (code >= 0x2000 && code <= 0x2bff);
  return code >= 0xc0 && code < 0xd800 && !symbol ? WIDE : 0;
});
const APOSTROPHE = 39;
const PLUS = 43;
const SMALL_S = 115;
const REGISTERED = 0xae;
const TRADE_MARK = 0x2122;
/** Nothing has more plus signs behind it. */
const PLUS_WITHIN = 24;

/**
 * The words of a text in one pass: runs of letters and digits with inner apostrophes and trailing plus signs.
 * Linear in the length of the text. No word reaches over one of `starts`, which are in order.
 */
export function tokenize(text: string, vocabulary: Vocabulary, starts: readonly number[] = []): Tokens {
  const tokens: Columns = { starts: [], ends: [], ids: [], marks: [], gaps: [] };
  const to = text.length;
  let at = 0;
  let gapStart = 0;
  let next = 0;
  let cut = starts.length > 0 ? (starts[0] ?? to) : to;
  while (at < to) {
    if (SORT[text.charCodeAt(at)] === 0) {
      at += 1;
      continue;
    }
    const start = at;
    while (cut <= start) {
      next += 1;
      cut = next < starts.length ? (starts[next] ?? to) : to;
    }
    /** Where the run of small letters began. */
    let small = at;
    let ascii = true;
    let hash = HASH_START;
    for (; at < cut; at += 1) {
      const code = text.charCodeAt(at);
      const sort = SORT[code];
      if (sort === LOWER) {
        hash = hashStep(hash, code);
        continue;
      }
      if (sort === 0) {
        if (!isInnerApostrophe(text, code, at, to)) break;
        small += 1;
        hash = hashStep(hash, APOSTROPHE);
        continue;
      }
      // "issuesHVAC": a scraper swallowed the line break between the two words.
      if (sort === UPPER && at - small >= 3) break;
      small = at + 1;
      if (sort === WIDE) ascii = false;
      else hash = hashStep(hash, sort === UPPER ? code | 32 : code);
    }
    for (; at < to && text.charCodeAt(at) === PLUS && at - start < PLUS_WITHIN; at += 1) hash = hashStep(hash, PLUS);
    let id = ascii ? find(text, start, at, hash, vocabulary) : vocabulary.idOf(wordAt(text, start, at));
    if (id === 0 && ascii && at - start > 2 && (text.charCodeAt(at - 1) | 32) === SMALL_S)
      id = 0 - singularOf(text, start, at - 1, hashWithout(hash, SMALL_S), vocabulary);
    tokens.starts.push(start);
    tokens.ends.push(at);
    tokens.ids.push(id);
    tokens.marks.push(vocabulary.marks[id] ?? 0);
    tokens.gaps.push(gapOf(text, gapStart, start));
    gapStart = at;
  }
  return tokens;
}

/** The number of the word that stands before its plural's s or apostrophe and s. */
function singularOf(text: string, start: number, end: number, hash: number, vocabulary: Vocabulary): number {
  const last = text.charCodeAt(end - 1);
  if (last !== APOSTROPHE && last !== 0x2019) return find(text, start, end, hash, vocabulary);
  return find(text, start, end - 1, hashWithout(hash, APOSTROPHE), vocabulary);
}

/** The number of the word that is written in a stretch of ASCII; 0 where the vocabulary has none. */
function find(text: string, start: number, end: number, hash: number, vocabulary: Vocabulary): number {
  const { slots } = vocabulary;
  const last = slots.length - 1;
  let at = hash & last;
  for (let slot = slots[at] ?? 0; slot !== 0; slot = slots[at] ?? 0) {
    if (((slot ^ hash) & ~SLOT_ID) === 0 && isWritten(text, start, end, vocabulary, slot & SLOT_ID))
      return slot & SLOT_ID;
    at = (at + 1) & last;
  }
  return 0;
}

/** A word of a text in small letters, with straight apostrophes. */
export function wordAt(text: string, start: number, end: number): string {
  const lower = text.slice(start, end).toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** Is this stretch of ASCII letters, digits and apostrophes the word with this number? */
function isWritten(text: string, start: number, end: number, { letters, offsets }: Vocabulary, id: number): boolean {
  const from = offsets[id] ?? 0;
  if (end - start !== (offsets[id + 1] ?? 0) - from) return false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const small = code === 0x2019 ? APOSTROPHE : SORT[code] === UPPER ? code | 32 : code;
    if (small !== letters[from + at - start]) return false;
  }
  return true;
}

function isInnerApostrophe(text: string, code: number, at: number, to: number): boolean {
  return (code === APOSTROPHE || code === 0x2019) && at + 1 < to && SORT[text.charCodeAt(at + 1)] !== 0;
}

function gapOf(text: string, from: number, to: number): number {
  if (from === to) return GAP.none;
  if (to - from === 1 && text.charCodeAt(from) === 32) return GAP.blank;
  if (to - from > 6) return GAP.other;
  let seen: number = GAP.blank;
  for (let at = from; at < to; at += 1) {
    const gap = signAt(text, at);
    if (gap === GAP.blank) continue;
    if (gap === GAP.other || seen !== GAP.blank) return GAP.other;
    seen = gap;
  }
  // "CPC – a plus": a dash between blanks joins nothing.
  return seen === GAP.hyphen && /^\s+[-–]\s+$/.test(text.slice(from, to)) ? GAP.other : seen;
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 32 || code === 9 || code === 42 || code === 95 || code === REGISTERED || code === TRADE_MARK)
    return GAP.blank;
  if (code === 45 || code === 0x2013 || code === 0x2011) return GAP.hyphen;
  if (code === 46) return GAP.dot;
  return code === 47 ? GAP.slash : GAP.other;
}
