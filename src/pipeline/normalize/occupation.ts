import { type Occupation, type OccupationRow, type TitleWord, titleWords } from '../../model/occupation.ts';

/** The rows of `config/occupations`, ready to be looked for in a title at a cost that does not grow with their number. */
export interface OccupationIndex {
  /** Phrases by the sum of the numbers of their words, which is the same in any order. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
  /** A number for each word of a phrase. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Words that say what somebody is: "coder" in "inpatient coder", "director" in "director of nursing". */
  readonly heads: ReadonlySet<string>;
  /** Most words of a phrase. */
  readonly longest: number;
  /** Rows of a code, the one whose title is the bare official title first. */
  readonly bySoc: ReadonlyMap<string, readonly Row[]>;
  /** Rows by the codes of other systems. */
  readonly byCode: ReadonlyMap<string, Row>;
}

interface Row {
  readonly occupation: Occupation;
  readonly notWith: readonly string[];
  readonly qualification: boolean;
}

interface Phrase {
  readonly row: Row;
  readonly words: readonly string[];
}

/** Builds the index. Of two rows with one title the first wins; `loadOccupations` reports that. */
export function compileOccupations(rows: readonly OccupationRow[]): OccupationIndex {
  const phrases = new Map<number, Phrase[]>();
  const numbers = new Map<string, number>();
  const bySoc = new Map<string, Row[]>();
  const byCode = new Map<string, Row>();
  let longest = 0;
  for (const { code, title, family, step, titles, codes, notWith, qualification } of rows) {
    const row: Row = {
      occupation: { code, title, family, step },
      notWith: notWith.flatMap(wordsOf),
      qualification,
    };
    const ofCode = bySoc.get(code);
    if (ofCode === undefined) bySoc.set(code, [row]);
    else if (title.endsWith(')')) ofCode.push(row);
    else ofCode.unshift(row);
    for (const other of codes) if (!byCode.has(other)) byCode.set(other, row);
    for (const phrase of titles) {
      const words = wordsOf(phrase);
      if (words.length === 0) continue;
      for (const word of words) numbers.set(word, numberOf(word));
      const sum = words.reduce((total, word) => (total + numberOf(word)) | 0, 0);
      const alike = phrases.get(sum);
      if (alike === undefined) phrases.set(sum, [{ row, words }]);
      else alike.push({ row, words });
      longest = Math.max(longest, words.length);
    }
  }
  const roles = rows.filter(({ qualification }) => !qualification).flatMap(({ titles }) => titles);
  return { phrases, numbers, heads: headsOf(roles), longest, bySoc, byCode };
}

/** The last words of the titles; of "director of nursing" the word before "of", for nobody is a nursing. */
function headsOf(titles: readonly string[]): Set<string> {
  const heads = new Set<string>();
  const add = (word: string | undefined): void => {
    if (word !== undefined && word.length > 1 && !PASSED_OVER.has(word)) heads.add(word);
  };
  for (const title of titles) if (!LINK.test(title)) add(wordsOf(title).at(-1));
  for (const title of titles) {
    const last = wordsOf(title).at(-1);
    if (last !== undefined && !heads.has(last)) add(wordsOf(title.split(LINK)[0] ?? title).at(-1));
  }
  return heads;
}

const LINK = / (?:of|for|in) /;

/**
 * What somebody with this title does, by the title's own words or by the source's `occupationCode` (`onet-soc:29-2072.00`,
 * `us-federal-series:0675`), which wins where it is known. `null` when neither says it: never a guess.
 */
export function occupationOf(title: string, index: OccupationIndex, occupationCode?: string): Occupation | null {
  const named = rowOf(title, index)?.occupation;
  if (occupationCode === undefined) return named ?? null;
  const other = index.byCode.get(occupationCode)?.occupation;
  // A series is broader than an occupation: within its family the title says which one is meant.
  if (other !== undefined) return named?.family === other.family ? named : other;
  const soc = SOC.exec(occupationCode)?.[1];
  const rows = soc === undefined ? undefined : index.bySoc.get(`soc:${soc}`);
  if (rows === undefined) return named ?? null;
  return named?.code === `soc:${soc}` ? named : (rows[0]?.occupation ?? null);
}

const SOC = /^(?:onet-)?soc:(\d\d-\d{4})(?:\.\d\d)?$/;

/** Levels, terms of employment and licences in general: words that are passed over unless a phrase has them. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  `senior junior lead principal staff associate intern internship trainee apprentice graduate experienced entrylevel
  certified licensed registered certification i ii iii iv v vi remote hybrid onsite virtual telecommute wfh prn fulltime
  parttime perdiem oncall fte temporary temp contract contractor seasonal casual interim acting float relief traveler
  travel traveling day night evening weekend shift bilingual`.split(/\s+/),
);

interface Found {
  readonly row: Row;
  /** Positions in the title's words, both included. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Positions of the words of a title that are looked at, in their order. */
type Selection = readonly number[];

function rowOf(title: string, index: OccupationIndex): Row | undefined {
  const words = titleWords(title);
  const numbers: (number | undefined)[] = [];
  const plain: number[] = [];
  const outside: number[] = [];
  // As long as no phrase has the words that are passed over, the title as written says nothing more.
  let moreAsWritten = false;
  for (const { word, aside } of words) {
    const at = numbers.push(index.numbers.get(word)) - 1;
    if (PASSED_OVER.has(word) || isNumber(word)) {
      moreAsWritten ||= numbers[at] !== undefined;
      continue;
    }
    plain.push(at);
    if (!aside) outside.push(at);
  }

  const found: Found[] = [];
  addPhrases(found, words, numbers, plain, index);
  // "Health Information (HIM) Clerk"
  if (outside.length > 0 && outside.length < plain.length) addPhrases(found, words, numbers, outside, index);
  if (moreAsWritten) addPhrases(found, words, numbers, [...words.keys()], index);
  return found.length === 0 ? undefined : chosen(words, withoutHomographs(found, words), index);
}

function addPhrases(
  found: Found[],
  words: readonly TitleWord[],
  numbers: readonly (number | undefined)[],
  selection: Selection,
  index: OccupationIndex,
): void {
  for (let first = 0; first < selection.length; first += 1) {
    const end = Math.min(selection.length, first + index.longest);
    let sum = 0;
    for (let last = first; last < end; last += 1) {
      const number = numbers[selection[last] ?? 0];
      if (number === undefined) break;
      sum = (sum + number) | 0;
      const phrases = index.phrases.get(sum);
      if (phrases === undefined) continue;
      const written = selection.slice(first, last + 1);
      const phrase = phrases.find((one) => sameWords(one.words, written, words));
      if (phrase === undefined) continue;
      found.push({ row: phrase.row, from: written[0] ?? 0, to: written.at(-1) ?? 0, length: written.length });
    }
  }
}

function withoutHomographs(found: readonly Found[], words: readonly TitleWord[]): readonly Found[] {
  if (found.every(({ row }) => row.notWith.length === 0)) return found;
  const all = new Set(words.map(({ word }) => word));
  return found.filter(({ row }) => !row.notWith.some((word) => all.has(word)));
}

/**
 * The phrase that says the role. In each part of a title the last word that names a role rules: "software engineer" in
 * "Software Engineer Recruiter" says nothing. The first part whose role is known decides, there the longest phrase; when
 * the first role is unknown, so is the title's.
 */
function chosen(words: readonly TitleWord[], found: readonly Found[], index: OccupationIndex): Row | undefined {
  const licences = new Set<number>();
  for (const { row, from, to } of found) {
    if (row.qualification) for (let at = from; at <= to; at += 1) licences.add(at);
  }
  // The position of the role in each part.
  const heads: (number | undefined)[] = [];
  let at = 0;
  for (const { word, part } of words) {
    if (index.heads.has(word) && !licences.has(at)) heads[part] = at;
    at += 1;
  }
  const byPart: Found[][] = [];
  for (const one of found) {
    if (!holdsHeads(one, words, heads)) continue;
    const part = words[one.from]?.part ?? 0;
    const others = byPart[part];
    if (others === undefined) byPart[part] = [one];
    else others.push(one);
  }
  let licence: Row | undefined;
  const parts = words.at(-1)?.part ?? 0;
  let reached = -1;
  for (let part = 0; part <= parts; part += 1) {
    const here = byPart[part] ?? [];
    const role = longestOf(here.filter(({ row }) => !row.qualification));
    if (role !== undefined) return role.row;
    const held = longestOf(here);
    licence ??= held?.row;
    reached = Math.max(reached, held?.to ?? -1);
    const head = heads[part];
    if (head !== undefined && head > reached) return licence;
  }
  return licence;
}

/** Does it include the role of every part that it touches? */
function holdsHeads(one: Found, words: readonly TitleWord[], heads: readonly (number | undefined)[]): boolean {
  const last = words[one.to]?.part ?? 0;
  for (let part = words[one.from]?.part ?? 0; part <= last; part += 1) {
    const head = heads[part];
    if (head !== undefined && (head < one.from || head > one.to)) return false;
  }
  return true;
}

/** The longest; of several the last, for the last noun of a compound is what it names. */
function longestOf(found: readonly Found[]): Found | undefined {
  return found.reduce<Found | undefined>(
    (best, one) =>
      best === undefined || one.length > best.length || (one.length === best.length && one.to > best.to) ? one : best,
    undefined,
  );
}

function wordsOf(phrase: string): string[] {
  return titleWords(phrase).map(({ word }) => word);
}

/** Sums of different words can be equal, if hardly ever. */
function sameWords(phrase: readonly string[], written: Selection, words: readonly TitleWord[]): boolean {
  return (
    phrase.length === written.length &&
    written.every((at) => phrase.includes(words[at]?.word ?? '')) &&
    phrase.every((word) => written.some((at) => words[at]?.word === word))
  );
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57 && /^\d+$/.test(word);
}

/** FNV-1a, 32 bits: equal words have equal numbers, and sums of others are hardly ever equal. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}
