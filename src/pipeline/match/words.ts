/**
 * Text folded for comparing: no accents, small letters, one space between words and one at either end, so
 * that a whole-word search is `folded.includes(foldedPhrase)`. `+` and `#` stay: "Security+", "C#".
 */
export function fold(text: string): string {
  const small = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]s\b/g, '');
  // The classes of Unicode are slow, so only what is not ASCII is held against them.
  const words = small
    .replace(/[\u0080-\u{10ffff}]+/gu, lettersOf)
    .replace(/[^a-z0-9+#\u0080-\u{10ffff}]+/gu, ' ')
    .trim();
  return words === '' ? '' : ` ${words} `;
}

/** The words of a text as stems, in reading order: "Nursing", "nurse" and "nurses" are one stem. */
export function stems(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .map(stem);
}

/** The stems that tell two subjects apart: without "and", "science" or "specialist", unless there are no others. */
export function tellingStems(text: string): string[] {
  const all = stems(text).filter((word) => !SMALL_WORDS.has(word));
  const telling = all.filter((word) => !GENERIC.has(word));
  return telling.length > 0 ? telling : all;
}

/**
 * The stems by which a subject that is asked for is recognised among `wordStems`: the telling ones, and the
 * initials of three words or more, so that "Health Information Management" is recognised in "HIM".
 */
export function subjectStems(text: string): ReadonlySet<string> {
  return new Set([...tellingStems(text), ...initialsOf(text)]);
}

/** All stems of a person's own words, and the initials of three words or more. */
export function wordStems(text: string): ReadonlySet<string> {
  return new Set([...stems(text), ...initialsOf(text)]);
}

/** Do the two have a member in common? */
export function overlaps(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.values().some((word) => right.has(word));
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[], joint: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

function lettersOf(run: string): string {
  return run.replace(/\p{M}+/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ');
}

function initialsOf(text: string): string[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '' && !SMALL_WORDS.has(stem(word)));
  return words.length > 2 ? [words.map((word) => word.charAt(0)).join('')] : [];
}

// Longest first: the first ending that leaves a stem of three letters or more is taken off.
const ENDINGS = [
  'ements',
  'ement',
  'ants',
  'ists',
  'ians',
  'ings',
  'ions',
  'ant',
  'ist',
  'ian',
  'ing',
  'ion',
  'ers',
].concat(['ors', 'ies', 'er', 'or', 'es', 's', 'e', 'y']);

function stem(word: string): string {
  const ending = ENDINGS.find((candidate) => word.length >= candidate.length + 3 && word.endsWith(candidate));
  return ending === undefined ? word : word.slice(0, -ending.length);
}

const SMALL_WORDS = stemSet('a an and as at by for from in into of on or the to with any other');

const GENERIC = stemSet(
  `certified certification certificate registered registration licensed license licence professional specialist
  technician technologist practitioner associate assistant senior junior lead staff degree field fields discipline major
  related relevant similar equivalent appropriate science sciences studies study arts administration management general
  experience experienced year years work working job position role setting settings environment industry practice
  program programme course diploma advanced basic`,
);

function stemSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).map(stem));
}
