import type { RequirementNode } from '../../model/requirement.ts';
import { choicesOf, type Whole, wholesOf } from './alternatives.ts';
import { countAsked, severalOf } from './counts.ts';
import { enumeratedItems } from './enumerations.ts';
import { type Item, sameKind, toItems } from './items.ts';
import { join } from './join.ts';
import { ladderOf } from './ladder.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import { waysFrom } from './ways.ts';

/**
 * Joins the leaves of one demand into a tree. Whole alternatives of credentials ("RHIA, or RHIT with CCS") are joined
 * for themselves first. Then closest first: a list of one kind joined by "or", then "with",
 * then whatever "and" joins; an "or" between unlike things binds last when both sides repeat a kind
 * ("diploma with 2 years, or degree"), else before the "and" ("degree or RHIA, and 3 years"). `lead` is where the
 * label of the line begins.
 */
export function buildNode(text: string, start: number, marks: readonly Mark[], lead = start): RequirementNode {
  const ways = waysOf(text, start, marks);
  if (ways !== undefined) return ways;
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

/** "Four points, which may be earned through the following: leading a project; advanced degree": the leaves are some ways of many. */
function waysOf(text: string, start: number, marks: readonly Mark[]): RequirementNode | undefined {
  const last = marks.at(-1)?.start ?? start;
  const ways = waysFrom(text.slice(start, last));
  if (ways === -1) return undefined;
  const from = start + ways;
  // One thing alone is no list of ways.
  if (!/^[^\n]*[;,]/.test(text.slice(from, from + 300))) return undefined;
  const before = marks.filter((mark) => mark.start < from);
  const offered = marks.filter((mark) => mark.start >= from).map((mark) => joinItems(text, start, [mark]));
  const evidence = quote(text, from, marks.at(-1)?.end ?? from);
  const choice = join('any', [...offered, { kind: 'unread', evidence }], text);
  return before.length === 0 ? choice : join('all', [joinItems(text, start, before), choice], text);
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
  const wholes = wholesOf(leaves);
  const last = wholes.at(-1)?.to;
  const rest = last === undefined ? -1 : leaves.findIndex((item, at) => at >= last && item.joint === 'and');
  if (rest === -1) return joinLeaves(withWholes(text, leaves, wholes), text);
  // "RN, or LPN and two years, and BLS": the last is asked of everybody.
  const choice = joinLeaves(withWholes(text, leaves.slice(0, rest), wholes), text);
  const others = joinAll(leaves.slice(rest), text);
  return fold(
    [choice, others].filter((item) => item !== undefined),
    () => true,
    'all',
    text,
  )[0];
}

/** Each alternative that needs several unlike leaves as one item: "degree, or RHIT and five years". */
function withWholes(text: string, items: readonly Item[], wholes: readonly Whole[]): Item[] {
  const joined: Item[] = [];
  let rest = 0;
  for (const { from, to, joint } of wholes) {
    const whole = joinAll(items.slice(from, to), text);
    joined.push(...items.slice(rest, from));
    if (whole !== undefined) joined.push({ ...whole, joint });
    rest = to;
  }
  return [...joined, ...items.slice(rest)];
}

function joinLeaves(leaves: readonly Item[], text: string): Item | undefined {
  let items = fold(leaves, (left, right) => right.joint === 'or' && sameKind(left, right), 'any', text);
  items = fold(items, (_left, right) => right.joint === 'with', 'all', text);
  const hasOr = items.some((item, position) => position > 0 && item.joint === 'or');
  if (hasOr) {
    const grouped = fold(items, (_left, right) => right.joint === 'and' || right.joint === 'comma', 'all', text);
    items =
      repeatsKinds(grouped) || isEquivalent(grouped) || offersYears(grouped)
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

function repeatsKinds(items: readonly Item[]): boolean {
  const seen = new Set<Mark['kind']>();
  for (const item of items) {
    for (const kind of item.kinds) if (seen.has(kind)) return true;
    for (const kind of item.kinds) seen.add(kind);
  }
  return false;
}

/** "Six months of coding and six months of auditing, or a degree": years that are asked for together are one side. */
function offersYears(items: readonly Item[]): boolean {
  return items.some((item, at) => {
    const left = items[at - 1];
    const together = left?.node.kind === 'all' && left.kinds.size === 1 && left.kinds.has('experience');
    return together && item.joint === 'or' && item.written.apart;
  });
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
