import type { Token } from './tokens.ts';

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
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
}

/**
 * Every match of a pattern that can only begin at one of the words of `first`, left to right, none overlapping.
 * `pattern` is sticky; `words` is the sentence, or a copy of the same length. Much cheaper than trying each letter.
 */
export function matchesAtWords(
  sentence: Sentence,
  words: string,
  pattern: RegExp,
  first: ReadonlySet<string>,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let free = 0;
  for (let position = sentence.first; position < sentence.last; position += 1) {
    const token = sentence.tokens[position];
    if (token === undefined || !first.has(token.word)) continue;
    const at = token.start - sentence.start;
    if (at < free) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(words);
    if (match === null) continue;
    found.push(match);
    free = at + Math.max(1, match[0].length);
  }
  return found;
}
