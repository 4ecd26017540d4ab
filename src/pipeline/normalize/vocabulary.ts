import { FIRST_OF_CUE, FIRST_OF_GRACE } from './cues.ts';
import { FIRST_OF_DEGREE } from './education.ts';
import { LANGUAGE_MARKS } from './language.ts';
import { BEGINS, TOPIC_MARKS } from './topics.ts';

/**
 * The words that mean something to a reader, each with a number of its own from 1 on; 0 is every other word. Readers
 * compare numbers, so that no word of a text has to be copied out of it.
 */
export interface Vocabulary {
  /** The number of a word in small letters. */
  readonly idOf: (word: string) => number;
  /** By number: the bits of `TOPIC`, `BEGINS` and `LANGUAGE_MARKS`, and the number of its singular (0: none known). */
  readonly marks: Uint32Array;
  readonly singulars: Uint16Array;
  /** The letters of all words in a row; word `id` has those from `offsets[id]` up to `offsets[id + 1]`. */
  readonly letters: Uint16Array;
  readonly offsets: Uint32Array;
  /** Open addressing by hash: the upper half of a word's hash and its number, 0 where free. Its length is a power of two. */
  readonly slots: Uint32Array;
}

/** The bits of a slot that are the word's number; the others are the hash's. */
export const SLOT_ID = 0xffff;
/** What the hash of a word begins with, and how it takes in one more UTF-16 unit or gives its last one back (FNV-1a). */
export const HASH_START = 0x811c9dc5 | 0;
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
export function hashWithout(hash: number, code: number): number {
  // The prime's inverse modulo 2^32.
  return Math.imul(hash, 0x359c449b) ^ code;
}

/** Knows no word: for cutting a text into words alone. */
export const NO_WORDS: Vocabulary = {
  idOf: () => 0,
  marks: new Uint32Array(1),
  singulars: new Uint16Array(1),
  letters: new Uint16Array(0),
  offsets: new Uint32Array(2),
  slots: new Uint32Array(1),
};

/** The vocabulary of all readers and of `more`, which are the words of the catalogue's spellings. */
export function compileVocabulary(more: Iterable<string>): Vocabulary {
  const marks = new Map<string, number>();
  const add = (word: string, bits: number) => marks.set(word, (marks.get(word) ?? 0) | bits);
  for (const [word, bits] of TOPIC_MARKS) add(word, bits);
  for (const [word, bits] of LANGUAGE_MARKS) add(word, bits);
  for (const word of FIRST_OF_DEGREE) add(word, BEGINS.degree);
  for (const word of FIRST_OF_CUE) add(word, BEGINS.cue);
  for (const word of FIRST_OF_GRACE) add(word, BEGINS.grace);
  for (const word of more) add(word, 0);

  const words = ['', ...marks.keys()];
  const ids = new Map(words.map((word, id) => [word, id]));
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(words.length * 2)));
  const offsets = new Uint32Array(words.length + 1);
  for (const [id, word] of words.entries()) {
    offsets[id + 1] = (offsets[id] ?? 0) + word.length;
    if (id === 0) continue;
    const hash = hashOf(word);
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = (hash & ~SLOT_ID) | id;
  }
  return {
    idOf: (word) => ids.get(word) ?? 0,
    marks: Uint32Array.from(words, (word) => marks.get(word) ?? 0),
    singulars: Uint16Array.from(words, (word) => ids.get(singular(word)) ?? 0),
    letters: Uint16Array.from(words.join(''), (letter) => letter.charCodeAt(0)),
    offsets,
    slots,
  };
}

function hashOf(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at));
  return hash;
}

/** Empty where the word is no plural by its look. */
function singular(word: string): string {
  if (word.length < 3 || !word.endsWith('s')) return '';
  return word.endsWith("'s") ? word.slice(0, -2) : word.slice(0, -1);
}
