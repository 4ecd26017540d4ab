import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import type { ConfigProblem } from '../errors.ts';
import { noPlaces, type Path, type Places } from './places.ts';

/** A YAML text as plain values that remember where they stand. */
export interface YamlText {
  /** `undefined` when the text cannot be used, `null` when there is nothing in it. */
  readonly value: unknown;
  readonly problems: readonly ConfigProblem[];
  readonly places: Places;
}

/** Most characters that are looked at. */
export const LARGEST = 2 * 1024 * 1024;

/** Reads YAML 1.2 (core schema, no tags of its own, no merge keys). Pure; never throws, whatever the text. */
export function readYamlText(text: string, file: string): YamlText {
  if (text.length > LARGEST) return unusable(file, [tooLarge(file)]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // Not `silent`, under which a second document goes unmentioned.
    logLevel: 'error',
    merge: false,
    prettyErrors: false,
    resolveKnownTags: false,
    schema: 'core',
    strict: true,
    // The library compares every pair of keys, which takes minutes for a hostile file: see `readMap`.
    uniqueKeys: false,
  });
  const line = (offset: number): number => lines.linePos(offset).line;
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return unusable(file, syntaxProblems(faults, file, line));

  const root: Node | null = document.contents;
  const findings = inspect(root, (alias) => alias.resolve(document));
  const problems = findings.notes.slice(0, MOST).map(({ node, message, fix }) => ({
    file,
    line: line(node.range?.[0] ?? 0),
    message,
    fix,
  }));
  if (findings.unreadable) return unusable(file, problems);
  if (root === null) return { value: null, problems, places: noPlaces(file) };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const bomb = { file, message: 'repeats itself through too many aliases.', fix: WITHOUT_ALIASES };
    return unusable(file, [...problems, bomb]);
  }
  const find = (path: Path): Found => findNode(root, path, (alias) => alias.resolve(document));
  const places: Places = {
    file,
    lineOf: (path) => line(find(path).offset),
    lettersOf(path) {
      const { node } = find(path);
      if (!isScalar(node) || (typeof node.value !== 'number' && typeof node.value !== 'boolean')) return undefined;
      return node.source;
    },
  };
  return { value, problems, places };
}

/** The problem of a file that is too large to be a configuration. */
export function tooLarge(file: string): ConfigProblem {
  return {
    file,
    message: `is larger than ${LARGEST / 1024 / 1024} MB, which no configuration is.`,
    fix: 'Check that this is the right file.',
  };
}

// A person reads no more; a file with more faults is no YAML at all.
const MOST = 50;
const MOST_ALIASES = 50;
const DEEPEST = 32;
const WITHOUT_ALIASES = 'Write the repeated part out.';

type Resolve = (alias: Alias) => Node | undefined;

interface Note {
  readonly node: Node;
  readonly message: string;
  readonly fix: string;
}

function unusable(file: string, problems: readonly ConfigProblem[]): YamlText {
  return { value: undefined, problems, places: noPlaces(file) };
}

function syntaxProblems(
  faults: readonly (YAMLParseError | YAMLWarning)[],
  file: string,
  line: (offset: number) => number,
): ConfigProblem[] {
  // One slip often makes several faults in its line: the first of them is the one that helps.
  const first = new Map<number, YAMLParseError | YAMLWarning>();
  for (const fault of faults) {
    const at = line(fault.pos[0]);
    if (!first.has(at)) first.set(at, fault);
    if (first.size === MOST) break;
  }
  return [...first].map(([at, fault]) => ({
    file,
    line: at,
    message: `is not valid YAML: ${firstLine(fault.message)}.`,
    fix: SYNTAX_FIXES[fault.code] ?? 'Compare the indentation, the quotes and the brackets with the lines around it.',
  }));
}

const SYNTAX_FIXES: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " in quotes, and give each field its own line.',
  MULTIPLE_DOCS: 'Take the line "---" out: one file is one document.',
  RESOURCE_EXHAUSTION: 'Nest less deeply.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  TAG_RESOLVE_FAILED: 'Take the tag (the word with "!") out, or put the text in quotes.',
};

function firstLine(message: string): string {
  const [line = ''] = message.split('\n');
  const cut = line.length > 120 ? `${line.slice(0, 120)}…` : line;
  return cut.replace(/[.:]$/, '');
}

/** What the grammar allows and we do not. `unreadable`: the document must not be turned into values. */
function inspect(root: Node | null, resolve: Resolve): { notes: readonly Note[]; unreadable: boolean } {
  const notes: Note[] = [];
  let unreadable = false;
  const refuse = (node: Node, message: string, fix: string): void => {
    unreadable = true;
    notes.push({ node, message, fix });
  };

  function look(node: unknown, around: readonly Node[]): void {
    if (isAlias(node)) {
      const target = resolve(node);
      if (target === undefined)
        refuse(node, `"*${node.source}" stands for nothing.`, 'Put it in quotes if it is a text.');
      else if (around.includes(target)) refuse(node, `"*${node.source}" holds itself.`, WITHOUT_ALIASES);
      return;
    }
    if (!isCollection(node)) return;
    if (around.length === DEEPEST) {
      refuse(node, 'is nested too deeply.', 'Nest less deeply.');
      return;
    }
    const inside = [...around, node];
    if (isMap(node)) lookAtKeys(node, notes, refuse);
    for (const item of node.items) look(isMap(node) ? asPair(item).value : item, inside);
  }

  look(root, []);
  return { notes, unreadable };
}

function lookAtKeys(map: YAMLMap, notes: Note[], refuse: (node: Node, message: string, fix: string) => void): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const name = nameOf(key);
    if (!isScalar(key) || name === undefined) {
      refuse(isScalar(key) ? key : map, 'has a field without a plain name.', 'Write "name: value".');
      continue;
    }
    if (seen.has(name)) {
      const message = `"${name.slice(0, 60)}" stands here a second time.`;
      notes.push({ node: key, message, fix: 'Keep one of the two.' });
    }
    seen.add(name);
  }
}

/** The field that a key makes; `undefined` for a key that is empty or no scalar. */
function nameOf(key: unknown): string | undefined {
  const value: unknown = isScalar(key) ? key.value : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

interface Found {
  /** The value at the end of the path; `undefined` when the path leads nowhere. */
  readonly node: unknown;
  /** Where it starts, or where the last thing on the way to it starts. */
  readonly offset: number;
}

function findNode(root: Node, path: Path, resolve: Resolve): Found {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const step of path) {
    const holder: unknown = isAlias(node) ? resolve(node) : node;
    if (!isCollection(holder)) return { node: undefined, offset };
    if (isMap(holder)) {
      const pair: Pair | undefined = holder.items.findLast(({ key }) => nameOf(key) === String(step));
      if (pair === undefined) return { node: undefined, offset };
      node = pair.value;
      offset = offsetOf(isScalar(node) && node.source !== '' ? node : pair.key) ?? offset;
    } else {
      node = holder.items[Number(step)];
      if (node === undefined) return { node, offset };
      offset = offsetOf(node) ?? offset;
    }
  }
  return { node, offset };
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) || isAlias(node) ? node.range?.[0] : undefined;
}

function asPair(item: unknown): Pair {
  // The items of a map are pairs; the library types those of a collection as unknown.
  return item as Pair;
}
