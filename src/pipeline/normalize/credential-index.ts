import type { Credential } from '../../model/credential.ts';
import { GAP, type Tokens, tokenize, wordAt } from './tokens.ts';
import { compileVocabulary, NO_WORDS, type Vocabulary } from './vocabulary.ts';

/** A credential named in a text. Offsets are UTF-16 into the text that was scanned. */
export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The whole catalogue, ready to be looked for in a text in one pass. */
export interface CredentialIndex {
  /** Mentions in reading order, never overlapping; of two that begin at one word the longest wins. */
  readonly scan: (text: string, tokens: Tokens) => Mention[];
  /** The words that the catalogue and the readers know: `tokens` are numbered by it. */
  readonly vocabulary: Vocabulary;
  /** Name for people; the id itself when the catalogue does not know it. */
  readonly nameOf: (id: string) => string;
  /** Does `umbrella` stand for any of several credentials, of which `id` is one? */
  readonly covers: (umbrella: string, id: string) => boolean;
  /** Does it stand for any of several credentials? */
  readonly isUmbrella: (id: string) => boolean;
  /** Is it a card for a finished course (BLS, OSHA 10)? Such cards are asked for together, not instead of each other. */
  readonly isCourse: (id: string) => boolean;
  /** Is it a licence, which is valid in some states only? */
  readonly isLicence: (id: string) => boolean;
  /** Ids of the catalogue. */
  readonly ids: ReadonlySet<string>;
}

interface Spelling {
  readonly id: string;
  /** The exact letters that are needed; absent when case does not matter. */
  readonly letters?: string;
  /** Numbers of words, as all below. */
  readonly near?: ReadonlySet<number>;
  readonly notNear?: ReadonlySet<number>;
}

/** A step on the path of words of a spelling; `next` by `stepKey`. */
interface Node {
  readonly next: Map<number, Node>;
  readonly spellings: Spelling[];
}

/** The trie: its first step by the number of the word, so that most words of a text cost one look. */
interface Trie {
  readonly vocabulary: Vocabulary;
  readonly roots: readonly (Node | undefined)[];
  readonly turns: ReadonlySet<number>;
}

/** Words that a hyphen hangs on a subject without changing it. */
const TURNS = ['based', 'related', 'focused', 'specific'];
/** How many words before and after a guarded spelling are looked at. */
const NEAR_WORDS = 10;

/**
 * Builds the index: every spelling of every row becomes a path of words in one trie, so that a scan costs the
 * same for ten credentials and for a thousand.
 */
export function compileCatalogue(credentials: readonly Credential[]): CredentialIndex {
  const paths = credentials.flatMap(pathsOf);
  const vocabulary = compileVocabulary([
    ...TURNS,
    ...paths.flatMap(({ steps }) => steps.map(({ word }) => word)),
    ...credentials.flatMap((row) => [...row.near, ...row.notNear].map((word) => word.toLowerCase())),
  ]);
  const trie = { vocabulary, roots: rootsOf(paths, vocabulary), turns: new Set(TURNS.map(vocabulary.idOf)) };
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  const umbrellas = new Map(
    credentials
      .filter((row) => row.umbrella === true)
      .map((row) => [row.id, new Set(row.acceptedInPlace.map((other) => other.id))]),
  );
  return {
    scan: (text, tokens) => scan(trie, text, tokens),
    vocabulary,
    nameOf: (id) => byId.get(id)?.name ?? id,
    covers: (umbrella, id) => umbrellas.get(umbrella)?.has(id) ?? false,
    isUmbrella: (id) => umbrellas.has(id),
    isLicence: (id) => byId.get(id)?.kind === 'licence',
    isCourse: (id) => byId.get(id)?.kind === 'certificate',
    ids: new Set(byId.keys()),
  };
}

/** One spelling as it is written in the catalogue, cut into words. */
interface Path {
  readonly row: Credential;
  readonly steps: readonly { readonly gap: number; readonly word: string }[];
  readonly letters?: string;
  readonly guarded: boolean;
}

function pathsOf(row: Credential): Path[] {
  const guarded = new Set(row.guarded);
  const idInCapitals = row.id.toUpperCase();
  const exact = new Set(row.caseSensitive);
  const paths: Path[] = [];
  for (const alias of new Set([row.name, idInCapitals, ...row.aliases, ...row.caseSensitive])) {
    const path = { row, guarded: guarded.has(alias) };
    const letters = exact.has(alias) || (alias === idInCapitals && alias.length <= 4) ? { letters: alias } : {};
    paths.push({ ...path, ...letters, steps: stepsOf(alias) });
    // Acronyms are also written with a dot after each letter.
    if (/^[A-Z]{2,6}$/.test(alias)) paths.push({ ...path, steps: stepsOf(alias.split('').join('.')) });
  }
  return paths;
}

function stepsOf(alias: string): Path['steps'] {
  const { starts, ends, gaps } = tokenize(alias, NO_WORDS);
  return starts.map((start, position) => ({
    gap: position === 0 ? GAP.none : (gaps[position] ?? GAP.other),
    word: wordAt(alias, start, ends[position] ?? start),
  }));
}

function rootsOf(paths: readonly Path[], { idOf, marks }: Vocabulary): (Node | undefined)[] {
  const roots: (Node | undefined)[] = Array.from(marks, () => undefined);
  for (const { row, steps, letters, guarded } of paths) {
    const near = guarded && row.near.length > 0 ? { near: idsOf(row.near, idOf) } : {};
    const notNear = guarded && row.notNear.length > 0 ? { notNear: idsOf(row.notNear, idOf) } : {};
    const spelling: Spelling = { id: row.id, ...(letters === undefined ? {} : { letters }), ...near, ...notNear };
    let node: Node | undefined;
    for (const [position, { gap, word }] of steps.entries()) {
      const id = idOf(word);
      const next: Node = (position === 0 ? roots[id] : node?.next.get(stepKey(gap, id))) ?? {
        next: new Map(),
        spellings: [],
      };
      if (position === 0) roots[id] = next;
      else node?.next.set(stepKey(gap, id), next);
      node = next;
    }
    // Spellings with a guard are asked first: an unguarded one is the fallback for the same letters.
    if (spelling.near === undefined && spelling.notNear === undefined) node?.spellings.push(spelling);
    else node?.spellings.unshift(spelling);
  }
  return roots;
}

function idsOf(words: readonly string[], idOf: Vocabulary['idOf']): Set<number> {
  return new Set(words.map((word) => idOf(word.toLowerCase())));
}

function stepKey(gap: number, id: number): number {
  return id * 8 + gap;
}

function scan(trie: Trie, text: string, tokens: Tokens): Mention[] {
  const mentions: Mention[] = [];
  const { singulars } = trie.vocabulary;
  const { ids } = tokens;
  let position = 0;
  while (position < ids.length) {
    const id = ids[position] ?? 0;
    // Most words begin no spelling.
    if (id === 0 || (rootAt(trie, id) === undefined && rootAt(trie, singularIn(singulars, id)) === undefined)) {
      position += 1;
      continue;
    }
    const found = longestAt(trie, text, tokens, position);
    if (found === undefined) position += 1;
    else {
      mentions.push(found.mention);
      position = found.next;
    }
  }
  return mentions;
}

function longestAt(trie: Trie, text: string, tokens: Tokens, from: number) {
  const { singulars } = trie.vocabulary;
  let node: Node | undefined;
  let best: { mention: Mention; next: number } | undefined;
  for (let position = from; position < tokens.ids.length; position += 1) {
    const id = tokens.ids[position] ?? 0;
    const gap = tokens.gaps[position] ?? GAP.other;
    if (id === 0) break;
    const single = singularIn(singulars, id);
    const exact = position === from ? rootAt(trie, id) : step(node, gap, id);
    const folded =
      single === 0 ? undefined : position === from ? rootAt(trie, single) : node?.next.get(stepKey(gap, single));
    // "coding-related certification" is the spelling "coding certification".
    if (exact === undefined && position > from && gap === GAP.hyphen && trie.turns.has(id)) continue;
    const spelling = allowedOf(exact, text, tokens, from, position) ?? allowedOf(folded, text, tokens, from, position);
    if (spelling !== undefined)
      best = {
        mention: { id: spelling.id, start: tokens.starts[from] ?? 0, end: tokens.ends[position] ?? 0 },
        next: position + 1,
      };
    node = exact ?? folded;
    if (node === undefined || node.next.size === 0) break;
  }
  return best;
}

function rootAt({ roots }: Trie, id: number): Node | undefined {
  return id > 0 ? roots[id] : undefined;
}

/** The number of a word's singular; 0 where none is known. */
function singularIn(singulars: Uint16Array, id: number): number {
  return id < 0 ? -id : (singulars[id] ?? 0);
}

/** "Board-Certified Coder" is the spelling "Board Certified Coder"; the reverse (`CPC A`) is not granted. */
function step(node: Node | undefined, gap: number, id: number): Node | undefined {
  if (id < 0) return undefined;
  const next = node?.next.get(stepKey(gap, id));
  if (next !== undefined || (gap !== GAP.hyphen && gap !== GAP.slash)) return next;
  return node?.next.get(stepKey(GAP.blank, id));
}

function allowedOf(node: Node | undefined, text: string, tokens: Tokens, from: number, to: number) {
  if (node === undefined || node.spellings.length === 0) return undefined;
  for (const one of node.spellings) if (allowed(one, text, tokens, from, to)) return one;
  return undefined;
}

function allowed(spelling: Spelling, text: string, tokens: Tokens, from: number, to: number): boolean {
  if (spelling.letters !== undefined) {
    const written = text.slice(tokens.starts[from], tokens.ends[to]);
    if (!written.startsWith(spelling.letters)) return false;
    if (!['', 's', "'s", '’s'].includes(written.slice(spelling.letters.length))) return false;
  }
  if (spelling.near === undefined && spelling.notNear === undefined) return true;
  let near = spelling.near === undefined;
  const end = Math.min(tokens.ids.length, to + NEAR_WORDS + 1);
  for (let position = Math.max(0, from - NEAR_WORDS); position < end; position += 1) {
    const id = tokens.ids[position] ?? 0;
    if (id <= 0 || (position >= from && position <= to)) continue;
    if (spelling.notNear?.has(id)) return false;
    if (spelling.near?.has(id)) near = true;
  }
  return near;
}
