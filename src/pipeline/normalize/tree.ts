import type { RequirementNode } from '../../model/requirement.ts';
import { choicesOf, type Linked } from './alternatives.ts';
import { enumeratedItems } from './enumerations.ts';
import { ladderOf } from './ladder.ts';
import { type Joint, type Link, linkBetween } from './links.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

/** More alternatives than any posting names. */
const MAX_PARTS = 60;

interface Item extends Linked {
  readonly node: RequirementNode;
  readonly course: boolean;
}

/** Words that make every list of the sentence a choice. */
const ONE_OF =
  /\b(?:one|any|either|1|more)\b(?: or more)?(?: \(1\))?(?: (?!years?|months?|yrs?)\w+){0,2} (?:of|from|through)\b|\bone of\b|\beither\b|such as|\be\.g\b|\bany\b.{0,20}\bfollowing|and\/or|at least one|\bone\b.{0,30}\b(?:below|following)|one or more|\bany (?:one|combination)\b|minimum of one/i;

/**
 * Joins the leaves of one demand into a tree. Whole alternatives of credentials ("RHIA, or RHIT with CCS") are joined
 * for themselves first. Then closest first: a list of one kind joined by "or", then "with",
 * then whatever "and" joins; an "or" between unlike things binds last when both sides repeat a kind
 * ("diploma with 2 years, or degree"), else before the "and" ("degree or RHIA, and 3 years").
 */
export function buildNode(text: string, start: number, marks: readonly Mark[]): RequirementNode {
  const rungs = ladderOf(text, marks) ?? enumeratedItems(text, start, marks);
  if (rungs !== undefined)
    return join(
      'any',
      rungs.map((rung) => joinItems(text, start, rung)),
      text,
    );
  return joinItems(text, start, marks);
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

/** "CPC required; CCS-P is also accepted". */
const ACCEPTED =
  /^[\s)]*(?:(?:is|are|also|may be|will be|certification|credentials?)\s+)*(?:accepted|acceptable(?! \w+ )|considered)\b/i;

function toItems(text: string, start: number, marks: readonly Mark[]): Item[] {
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return [];
  const items: Item[] = [];
  let previous: Mark | undefined;
  for (const [position, mark] of marks.entries()) {
    const accepted = mark.kind === 'credential' && ACCEPTED.test(text.slice(mark.end, mark.end + 30));
    const written: Link =
      previous === undefined
        ? { joint: 'and', apart: false, list: false }
        : accepted
          ? { joint: 'or', apart: false, list: false }
          : equalTo(text, previous, mark)
            ? { joint: 'or', apart: false, list: false }
            : linkBetween(text.slice(previous.end, mark.start + leadOf(text, mark)), mark);
    const again = items.at(-1);
    // "Registered Health Information Technician (RHIT)" is one thing said twice.
    if (
      previous?.id !== undefined &&
      previous.id === mark.id &&
      again !== undefined &&
      mark.nodes.length === 1 &&
      sameNode(again.node, mark) &&
      !(written.apart && written.joint === 'or' && isBound(text, mark, marks[position + 1]))
    ) {
      items[items.length - 1] = {
        ...again,
        node: {
          ...again.node,
          ...graceOf(again.node, mark),
          evidence: quote(text, again.node.evidence.start, Math.max(again.node.evidence.end, mark.end)),
        },
      };
    } else
      items.push({
        node: mark.nodes.length === 1 ? (mark.nodes[0] ?? unread(text, mark)) : join('any', mark.nodes, text),
        kinds: new Set([mark.kind]),
        id: mark.id,
        joint: written.joint,
        written,
        course: mark.course === true,
      });
    previous = mark;
  }
  const said = text.slice(start, last.start);
  // "Either CPC and CPMA, or CCS" offers the two sides of its "or".
  const sides = items.some((item) => item.written.apart && item.joint === 'or');
  return settleCommas(withSemicolons(items), ONE_OF.test(sides ? said.replace(/\beither\b/gi, '') : said));
}

/** "Any combination of education and experience equal to a bachelor's degree": the degree itself is the other way. */
function equalTo(text: string, previous: Mark, mark: Mark): boolean {
  if (previous.kind !== 'equivalent' || mark.kind !== 'education') return false;
  return /\b(?:equal\w*|equivalent|equat\w+|comparable|tantamount|amount\w*)\b[\w ]{0,24}$/i.test(
    text.slice(previous.start, mark.start),
  );
}

/** "RHIA; RHIT with CCS; or RN": the semicolons of a list that ends in "; or" are its commas. */
function withSemicolons(items: readonly Item[]): Item[] {
  let open = false;
  return items
    .toReversed()
    .map((item): Item => {
      const { list, joint } = item.written;
      if (!item.kinds.has('credential') || (list && joint !== 'and' && joint !== 'or')) open = false;
      else if (list && joint === 'or') open = true;
      else if (list && open) return { ...item, joint: 'comma', written: { ...item.written, joint: 'comma' } };
      return item;
    })
    .reverse();
}

/** "CPC, or CPC with CPMA": the second CPC is no other name of the first. */
function isBound(text: string, mark: Mark, next: Mark | undefined): boolean {
  if (next?.kind !== 'credential') return false;
  const { joint, apart } = linkBetween(text.slice(mark.end, next.start), next);
  return !apart && (joint === 'and' || joint === 'with');
}

/** Length of a conjunction that is part of a spelling ("and Pennsylvania"). */
function leadOf(text: string, mark: Mark): number {
  return /^(?:and|or)\b/i.exec(text.slice(mark.start, mark.start + 4))?.[0].length ?? 0;
}

function graceOf(node: RequirementNode, mark: Mark): { graceMonths?: number } {
  const grace = node.graceMonths ?? mark.nodes[0]?.graceMonths;
  return grace === undefined ? {} : { graceMonths: grace };
}

function sameNode(node: RequirementNode, mark: Mark): boolean {
  const other = mark.nodes[0];
  return node.kind === 'credential' && other?.kind === 'credential' && node.eligible === other.eligible;
}

function unread(text: string, mark: Mark): RequirementNode {
  return { kind: 'unread', evidence: quote(text, mark.start, mark.end) };
}

/** A comma means what the conjunction at the end of its list means; a bare list of credentials is a choice. */
function settleCommas(items: readonly Item[], choice: boolean): Item[] {
  const settled = [...items];
  let following: Joint | undefined;
  for (let position = settled.length - 1; position > 0; position -= 1) {
    const item = settled[position];
    const before = settled[position - 1];
    if (item === undefined || before === undefined) break;
    if (item.joint === 'next') settled[position] = { ...item, joint: 'and' };
    const alike = sameKind(before, item);
    if (!alike) {
      if (item.joint === 'comma') settled[position] = { ...item, joint: 'and' };
      following = undefined;
      continue;
    }
    const credential = item.kinds.has('credential');
    if (item.joint === 'comma') {
      const bare: Joint = item.kinds.has('experience') || item.course ? 'and' : 'or';
      settled[position] = { ...item, joint: following ?? bare };
    } else if (item.joint === 'and' && credential && choice) settled[position] = { ...item, joint: 'or' };
    const joint = settled[position]?.joint;
    following = joint === 'or' || joint === 'and' ? joint : undefined;
  }
  return settled;
}

function sameKind(left: Item, right: Item): boolean {
  return left.kinds.size === 1 && right.kinds.size === 1 && [...left.kinds][0] === [...right.kinds][0];
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

function join(kind: 'any' | 'all', nodes: readonly RequirementNode[], text: string): RequirementNode {
  const flat = nodes
    .flatMap((node) => (node.kind === kind && node.graceMonths === undefined ? node.of : [node]))
    .slice(0, MAX_PARTS);
  const start = Math.min(...nodes.map((node) => node.evidence.start));
  const end = Math.max(...nodes.map((node) => node.evidence.end));
  const graces = new Set(flat.map((node) => node.graceMonths));
  const [grace] = graces;
  const shared = graces.size === 1 && grace !== undefined ? { graceMonths: grace } : {};
  return { kind, of: unique(flat), evidence: quote(text, start, end), ...shared };
}

function unique(nodes: readonly RequirementNode[]): RequirementNode[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    const key =
      node.kind === 'credential'
        ? `${node.id} ${node.eligible === true} ${node.region ?? ''}`
        : node.kind === 'education'
          ? `${node.level} ${node.inProgress === true}`
          : `${node.evidence.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
