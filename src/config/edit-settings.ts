import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { ConfigError, UsageError } from '../errors.ts';
import type { Board } from '../model/board.ts';
import { readYamlText } from './yaml-text.ts';

/** The text of rolewatch.yaml with a board or a tag switched on; comments and order stay. The same text if it is on. */
export function enableBoard(text: string, idOrTag: string): string {
  return edit(text, (document) => {
    const removed = remove(document, 'disable', idOrTag);
    const list = listAt(document, 'enable');
    if (holds(list, idOrTag)) return removed;
    list.add(document.createNode(idOrTag));
    return true;
  });
}

/** The text with a board switched off, also when a tag switches it on. The same text if it is off. */
export function disableBoard(text: string, id: string): string {
  return edit(text, (document) => {
    const removed = remove(document, 'enable', id);
    const list = listAt(document, 'disable');
    if (holds(list, id)) return removed;
    list.add(document.createNode(id));
    return true;
  });
}

/**
 * The text with a board of the user's own added at the end. The same text when this very row is there; throws
 * `UsageError` when another row has its id.
 */
export function addBoard(text: string, row: z.input<typeof Board>): string {
  return edit(text, (document) => {
    const list = listAt(document, 'add');
    const rows: unknown[] = list.toJS(document);
    const same = rows.find((other) => isRecord(other) && other['id'] === row.id);
    if (same !== undefined) {
      if (sortedJson(same) === sortedJson(row)) return false;
      throw new UsageError(
        `rolewatch.yaml has another board with the id ${row.id}; give the new one an id of its own.`,
      );
    }
    list.add(document.createNode(row));
    return true;
  });
}

/** `change` says whether it changed anything; if not, the text comes back letter by letter. */
function edit(text: string, change: (document: Document) => boolean): string {
  const { value, problems } = readYamlText(text, FILE);
  if (value === undefined || problems.length > 0) throw new ConfigError(problems);
  if (value !== null && !isRecord(value)) throw wrongForm('');
  const document: Document = parseDocument(text, { logLevel: 'error' });
  const before = document.toString(FORMAT);
  if (!change(document)) return text;
  return keepLines(text, before, document.toString(FORMAT));
}

// Width 0: long lines are not folded.
const FORMAT = { lineWidth: 0 };

/**
 * `before` and `after` are the text as the library writes it, without and with the change. Only the lines in which they
 * differ are taken over, so that the spacing of all others stays as the person chose it.
 */
function keepLines(text: string, before: string, after: string): string {
  const windows = text.includes('\r\n');
  const [own, from, to] = [text.replaceAll('\r\n', '\n').split('\n'), before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(from.length, to.length) && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const merged = [...own.slice(0, head), ...to.slice(head, to.length - tail), ...own.slice(own.length - tail)].join(
    '\n',
  );
  // Where the person indents otherwise than the library, its lines may not fit between theirs.
  const fits = own.length === from.length && sameValues(merged, after);
  return (fits ? merged : after).replaceAll('\n', windows ? '\r\n' : '\n');
}

function sameValues(a: string, b: string): boolean {
  return JSON.stringify(readYamlText(a, FILE).value) === JSON.stringify(readYamlText(b, FILE).value);
}

const FILE = 'rolewatch.yaml';

type ListName = 'enable' | 'disable' | 'add';

/** The list `boards.NAME`, put in where it is missing or empty. */
function listAt(document: Document, name: ListName): YAMLSeq {
  const boards: unknown = document.get('boards', true);
  if (isNothing(boards)) document.set('boards', withCommentOf(boards, document.createNode({})));
  else if (!isMap(boards)) throw wrongForm('boards');
  const list: unknown = document.getIn(['boards', name], true);
  if (isSeq(list)) {
    // `[]` grows into lines of its own; a list that was written in brackets stays so.
    if (list.items.length === 0) list.flow = false;
    return list;
  }
  if (!isNothing(list)) throw wrongForm(`boards.${name}`);
  const fresh: YAMLSeq = document.createNode([]);
  document.setIn(['boards', name], withCommentOf(list, fresh));
  return fresh;
}

function remove(document: Document, name: ListName, word: string): boolean {
  const list: unknown = document.getIn(['boards', name], true);
  if (!isSeq(list)) return false;
  const before = list.items.length;
  list.items = list.items.filter((item) => !(isScalar(item) && item.value === word));
  if (list.items.length === 0) list.flow = true;
  return list.items.length < before;
}

function holds(list: YAMLSeq, word: string): boolean {
  return list.items.some((item) => isScalar(item) && item.value === word);
}

function isNothing(node: unknown): boolean {
  return node === undefined || node === null || (isScalar(node) && node.value === null);
}

/** The comments under `enable:` belong to its empty value, and go with it unless they are handed on. */
function withCommentOf<T extends { comment?: string | null; commentBefore?: string | null }>(
  old: unknown,
  fresh: T,
): T {
  if (!isScalar(old)) return fresh;
  if (old.comment) fresh.comment = old.comment;
  if (old.commentBefore) fresh.commentBefore = old.commentBefore;
  return fresh;
}

function wrongForm(path: string): ConfigError {
  const message = 'has not the form that is needed.';
  return new ConfigError([
    { file: FILE, path, message, fix: 'Under boards stand enable, disable and add, each of them a list.' },
  ]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
