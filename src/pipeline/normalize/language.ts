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
const LANGUAGE_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(SMALL_WORDS)) {
  for (const word of words) LANGUAGE_OF.set(word, [...(LANGUAGE_OF.get(word) ?? []), language]);
}

/** ISO 639-1 code of a text by its small words; `null` for a short or mixed text. `words` are in small letters. */
export function guessLanguage(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  const sample = words.slice(0, 400);
  for (const word of sample)
    for (const language of LANGUAGE_OF.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < 4 || best[1] < sample.length * 0.05) return null;
  return best[1] >= 2 * (second?.[1] ?? 0) ? best[0] : null;
}
