import type { Tokens } from './tokens.ts';

/** One sentence of a text on its way through the readers: cut out once, with the words found in it. */
export interface Sentence {
  /** The whole text; `start` and `end` are UTF-16 offsets into it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sentence itself. */
  readonly words: string;
  /** What its words can be about: the bits of `TOPIC`. */
  readonly about: number;
  /** The words of the whole text, and which of them stand in this sentence: from `first` up to, not including, `last`. */
  readonly tokens: Tokens;
  readonly first: number;
  readonly last: number;
}

/**
 * Every match of a pattern that can only begin at the words with the mark `first` (a bit of `BEGINS`), left to right,
 * none overlapping. `pattern` is sticky; `words` is the sentence, or a copy of the same length. Much cheaper than
 * trying each letter.
 */
export function matchesAtWords(sentence: Sentence, words: string, pattern: RegExp, first: number): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const { marks, starts } = sentence.tokens;
  let free = 0;
  for (let position = sentence.first; position < sentence.last; position += 1) {
    if (((marks[position] ?? 0) & first) === 0) continue;
    const at = (starts[position] ?? 0) - sentence.start;
    if (at < free) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(words);
    if (match === null) continue;
    found.push(match);
    free = at + Math.max(1, match[0].length);
  }
  return found;
}
