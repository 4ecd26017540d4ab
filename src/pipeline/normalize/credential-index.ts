import type { Credential } from '../../model/credential.ts';
import { type Token, tokenize } from './tokens.ts';

/** A credential named in a text. Offsets are UTF-16 into the text that was scanned. */
export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The whole catalogue, ready to be looked for in a text in one pass. */
export interface CredentialIndex {
  /** Mentions in reading order, never overlapping; of two that begin at one word the longest wins. */
  readonly scan: (text: string, tokens: readonly Token[]) => Mention[];
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
  readonly near?: ReadonlySet<string>;
  readonly notNear?: ReadonlySet<string>;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly spellings: Spelling[];
}

/** Words that a hyphen hangs on a subject without changing it. */
const TURNS = new Set(['based', 'related', 'focused', 'specific']);
/** How many words before and after a guarded spelling are looked at. */
const NEAR_WORDS = 10;

/**
 * Builds the index: every spelling of every row becomes a path of words in one trie, so that a scan costs the
 * same for ten credentials and for a thousand.
 */
export function compileCatalogue(credentials: readonly Credential[]): CredentialIndex {
  const root: Node = { next: new Map(), spellings: [] };
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  for (const credential of credentials) addCredential(root, credential);
  const umbrellas = new Map(
    credentials
      .filter((row) => row.umbrella === true)
      .map((row) => [row.id, new Set(row.acceptedInPlace.map((other) => other.id))]),
  );
  return {
    scan: (text, tokens) => scan(root, text, tokens),
    nameOf: (id) => byId.get(id)?.name ?? id,
    covers: (umbrella, id) => umbrellas.get(umbrella)?.has(id) ?? false,
    isUmbrella: (id) => umbrellas.has(id),
    isLicence: (id) => byId.get(id)?.kind === 'licence',
    isCourse: (id) => byId.get(id)?.kind === 'certificate',
    ids: new Set(byId.keys()),
  };
}

function addCredential(root: Node, row: Credential): void {
  const guarded = new Set(row.guarded);
  const near = row.near.length > 0 ? { near: new Set(row.near.map((word) => word.toLowerCase())) } : {};
  const notNear = row.notNear.length > 0 ? { notNear: new Set(row.notNear.map((word) => word.toLowerCase())) } : {};
  const idInCapitals = row.id.toUpperCase();
  const exact = new Set(row.caseSensitive);
  for (const alias of new Set([row.name, idInCapitals, ...row.aliases, ...row.caseSensitive])) {
    const spelling: Spelling = {
      id: row.id,
      ...(exact.has(alias) || (alias === idInCapitals && alias.length <= 4) ? { letters: alias } : {}),
      ...(guarded.has(alias) ? { ...near, ...notNear } : {}),
    };
    addPath(root, alias, spelling);
    // Acronyms are also written with a dot after each letter.
    if (/^[A-Z]{2,6}$/.test(alias)) {
      const { letters: _anyCase, ...dotted } = spelling;
      addPath(root, alias.split('').join('.'), dotted);
    }
  }
}

function addPath(root: Node, alias: string, spelling: Spelling): void {
  let node = root;
  for (const [position, token] of tokenize(alias).entries()) {
    const key = position === 0 ? token.word : `${token.gap}${token.word}`;
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map(), spellings: [] };
      node.next.set(key, next);
    }
    node = next;
  }
  // Spellings with a guard are asked first: an unguarded one is the fallback for the same letters.
  if (spelling.near === undefined && spelling.notNear === undefined) node.spellings.push(spelling);
  else node.spellings.unshift(spelling);
}

function scan(root: Node, text: string, tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  let position = 0;
  while (position < tokens.length) {
    const word = tokens[position]?.word ?? '';
    // Most words begin no spelling.
    if (!root.next.has(word) && !root.next.has(singular(word) ?? '')) {
      position += 1;
      continue;
    }
    const found = longestAt(root, text, tokens, position);
    if (found === undefined) position += 1;
    else {
      mentions.push(found.mention);
      position = found.next;
    }
  }
  return mentions;
}

function longestAt(root: Node, text: string, tokens: readonly Token[], from: number) {
  let node: Node | undefined = root;
  let best: { mention: Mention; next: number } | undefined;
  for (let position = from; position < tokens.length && node !== undefined; position += 1) {
    const token = tokens[position];
    if (token === undefined) break;
    const prefix = position === from ? '' : token.gap;
    const plural = singular(token.word);
    const exact: Node | undefined = node.next.get(prefix + token.word) ?? hyphenAsSpace(node, token, position > from);
    const folded: Node | undefined = plural === undefined ? undefined : node.next.get(prefix + plural);
    // "coding-related certification" is the spelling "coding certification".
    if (exact === undefined && position > from && token.gap === '-' && TURNS.has(token.word)) continue;
    for (const reached of [exact, folded]) {
      if (reached === undefined || reached.spellings.length === 0) continue;
      const spelling = reached.spellings.find((one) => allowed(one, text, tokens, from, position));
      const first = tokens[from];
      if (spelling === undefined || first === undefined) continue;
      best = { mention: { id: spelling.id, start: first.start, end: token.end }, next: position + 1 };
      break;
    }
    node = exact ?? folded;
    if (node?.next.size === 0) break;
  }
  return best;
}

/** "Board-Certified Coder" is the spelling "Board Certified Coder"; the reverse (`CPC A`) is not granted. */
function hyphenAsSpace(node: Node, token: Token, inside: boolean): Node | undefined {
  return inside && (token.gap === '-' || token.gap === '/') ? node.next.get(` ${token.word}`) : undefined;
}

function singular(word: string): string | undefined {
  if (word.length < 3 || !word.endsWith('s')) return undefined;
  return word.endsWith("'s") ? word.slice(0, -2) : word.slice(0, -1);
}

function allowed(spelling: Spelling, text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  const last = tokens[to];
  if (first === undefined || last === undefined) return false;
  if (spelling.letters !== undefined) {
    const written = text.slice(first.start, last.end);
    if (!written.startsWith(spelling.letters)) return false;
    if (!['', 's', "'s", '’s'].includes(written.slice(spelling.letters.length))) return false;
  }
  if (spelling.near === undefined && spelling.notNear === undefined) return true;
  let near = spelling.near === undefined;
  const end = Math.min(tokens.length, to + NEAR_WORDS + 1);
  for (let position = Math.max(0, from - NEAR_WORDS); position < end; position += 1) {
    if (position >= from && position <= to) continue;
    const word = tokens[position]?.word ?? '';
    if (spelling.notNear?.has(word)) return false;
    if (spelling.near?.has(word)) near = true;
  }
  return near;
}
