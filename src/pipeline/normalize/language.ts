import { LANGUAGE_BIT } from './topics.ts';

/** Small words that are frequent in one language and rare in the others. */
const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'with', 'for', 'is', 'you', 'our', 'will'],
  de: ['und', 'der', 'die', 'das', 'mit', 'für', 'sie', 'wir', 'ist', 'eine'],
  fr: ['et', 'les', 'des', 'une', 'pour', 'vous', 'nous', 'dans', 'est', 'avec'],
  es: ['el', 'los', 'las', 'una', 'para', 'con', 'por', 'que', 'del', 'es'],
  nl: ['het', 'een', 'van', 'voor', 'met', 'wij', 'je', 'zijn', 'ons', 'niet'],
  it: ['il', 'gli', 'una', 'per', 'con', 'che', 'della', 'sono', 'nel', 'alla'],
  pt: ['uma', 'para', 'com', 'que', 'dos', 'das', 'você', 'não', 'em', 'os'],
};
const LANGUAGES = Object.keys(SMALL_WORDS);
/** The language shows in the first words. */
const SAMPLE = 400;

/** The languages of each small word: `LANGUAGE_BIT` is the first of them. */
export const LANGUAGE_MARKS: ReadonlyMap<string, number> = languageMarks();

function languageMarks(): Map<string, number> {
  const marks = new Map<string, number>();
  for (const [position, language] of LANGUAGES.entries())
    for (const word of SMALL_WORDS[language] ?? [])
      marks.set(word, (marks.get(word) ?? 0) | (LANGUAGE_BIT << position));
  return marks;
}

/**
 * ISO 639-1 code of a text by its small words; `null` for a short or mixed text. `marks` are those of its words,
 * `LANGUAGE_MARKS` among them.
 */
export function guessLanguage(marks: readonly number[]): string | null {
  const sample = Math.min(marks.length, SAMPLE);
  const counts = LANGUAGES.map(() => 0);
  for (let at = 0; at < sample; at += 1) {
    const mark = (marks[at] ?? 0) & -LANGUAGE_BIT;
    if (mark === 0) continue;
    for (let position = 0; position < counts.length; position += 1)
      if ((mark & (LANGUAGE_BIT << position)) !== 0) counts[position] = (counts[position] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  if (most < 4 || most < sample * 0.05) return null;
  const position = counts.indexOf(most);
  const second = Math.max(...counts.filter((_count, other) => other !== position));
  return most >= 2 * second ? (LANGUAGES[position] ?? null) : null;
}
