import type { RequirementNode } from '../../model/requirement.ts';
import { choicesOf } from './alternatives.ts';
import { countAsked, severalOf } from './counts.ts';
import { enumeratedItems } from './enumerations.ts';
import { type Item, sameKind, toItems } from './items.ts';
import { join } from './join.ts';
import { ladderOf } from './ladder.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

/**
 * Joins the leaves of one demand into a tree. Whole alternatives of credentials ("RHIA, or RHIT with CCS") are joined
 * for themselves first. Then closest first: a list of one kind joined by "or", then "with",
 * then whatever "and" joins; an "or" between unlike things binds last when both sides repeat a kind
 * ("diploma with 2 years, or degree"), else before the "and" ("degree or RHIA, and 3 years"). `lead` is where the
 * label of the line begins.
 */
export function buildNode(text: string, start: number, marks: readonly Mark[], lead = start): RequirementNode {
  const rungs = ladderOf(text, marks) ?? enumeratedItems(text, start, marks);
  if (rungs !== undefined)
    return join(
      'any',
      rungs.map((rung) => joinItems(text, start, rung)),
      text,
    );
  const [first, second] = marks;
  const last = marks.at(-1)?.end ?? start;
  const count =
    second === undefined ? undefined : countAsked(text.slice(lead, first?.start), text.slice(last, last + 40));
  if (count === undefined) return joinItems(text, start, marks);
  const items = toItems(text, start, marks);
  // "RHIT with CCS" inside of a list that is counted.
  if (items.some((item) => item.written.joint === 'with'))
    return join('all', [joinItems(text, start, marks), unreadOf(text, start, marks)], text);
  return severalOf(
    text,
    start,
    items.map((item) => item.node),
    count,
  );
}

function unreadOf(text: string, start: number, marks: readonly Mark[]): RequirementNode {
  return { kind: 'unread', evidence: quote(text, start, marks.at(-1)?.end ?? start) };
}

function joinItems(text: string, start: number, marks: readonly Mark[]): RequirementNode {
  const whole = joinAll(withChoices(text, toItems(text, start, marks)), text);
  return whole?.node ?? { kind: 'unread', evidence: quote(text, start, start) };
}

/** Each choice of whole alternatives of credentials as one item. */
function withChoices(text: string, items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  let rest = 0;
  for (const choice of choicesOf(items)) {
    const parts = choice.flatMap(([from, to]) => joinAll(items.slice(from, to), text) ?? []);
    joined.push(...items.slice(rest, choice[0]?.[0]), ...fold(parts, () => true, 'any', text));
    rest = choice.at(-1)?.[1] ?? rest;
  }
  return [...joined, ...items.slice(rest)];
}

function joinAll(leaves: readonly Item[], text: string): Item | undefined {
  // "Bachelor's degree, or associate degree with 2 years": what "with" binds is an alternative of its own.
  const whole = new Set(
    leaves.filter((item, at) => item.written.apart && leaves[at + 1]?.joint === 'with' && !isKin(item, leaves[at + 1])),
  );
  let items = fold(
    leaves,
    (left, right) => right.joint === 'or' && sameKind(left, right) && !whole.has(right),
    'any',
    text,
  );
  items = fold(items, (_left, right) => right.joint === 'with', 'all', text);
  const hasOr = items.some((item, position) => position > 0 && item.joint === 'or');
  if (hasOr) {
    const grouped = fold(items, (_left, right) => right.joint === 'and' || right.joint === 'comma', 'all', text);
    items =
      repeatsKinds(grouped) || isEquivalent(grouped)
        ? fold(grouped, (_left, right) => right.joint === 'or', 'any', text)
        : fold(items, (_left, right) => right.joint === 'or', 'any', text);
  }
  return fold(items, () => true, 'all', text)[0];
}

/** Joins several demands of one list ("one of the following:" and its items) into one choice. */
export function anyOf(text: string, nodes: readonly RequirementNode[]): RequirementNode {
  return join('any', nodes, text);
}

/** Does the demand name a credential anywhere? */
export function holdsCredential(node: RequirementNode): boolean {
  return node.kind === 'credential' || ((node.kind === 'any' || node.kind === 'all') && node.of.some(holdsCredential));
}

/** Joins several demands that belong together into one that needs them all; one alone stays as it is. */
export function allOf(text: string, nodes: readonly RequirementNode[]): RequirementNode {
  const [only] = nodes;
  return only !== undefined && nodes.length === 1 ? only : join('all', nodes, text);
}

function isKin(left: Item, right: Item | undefined): boolean {
  return right !== undefined && sameKind(left, right);
}

function repeatsKinds(items: readonly Item[]): boolean {
  const seen = new Set<Mark['kind']>();
  for (const item of items) {
    for (const kind of item.kinds) if (seen.has(kind)) return true;
    for (const kind of item.kinds) seen.add(kind);
  }
  return false;
}

function isEquivalent(items: readonly Item[]): boolean {
  return items.some(
    (item) =>
      item.joint === 'or' &&
      item.kinds.has('equivalent') &&
      !item.kinds.has('credential') &&
      !item.kinds.has('education'),
  );
}

function fold(
  items: readonly Item[],
  joins: (left: Item, right: Item) => boolean,
  kind: 'any' | 'all',
  text: string,
): Item[] {
  const folded: Item[] = [];
  let parts: Item[] = [];
  const close = () => {
    const first = parts[0];
    if (first === undefined) return;
    folded.push(
      parts.length === 1
        ? first
        : {
            node: join(
              kind,
              parts.map((part) => part.node),
              text,
            ),
            kinds: new Set(parts.flatMap((part) => [...part.kinds])),
            id: undefined,
            joint: first.joint,
            written: first.written,
            course: first.course,
          },
    );
    parts = [];
  };
  for (const item of items) {
    const left = parts.at(-1);
    if (left !== undefined && !joins(left, item)) close();
    parts.push(item);
  }
  close();
  return folded;
}
