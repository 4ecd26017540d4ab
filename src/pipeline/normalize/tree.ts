import type { RequirementNode } from '../../model/requirement.ts';
import { ladderOf } from './ladder.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

type Joint = 'or' | 'and' | 'with' | 'comma' | 'next';

/** More alternatives than any posting names. */
const MAX_PARTS = 60;

interface Item {
  readonly node: RequirementNode;
  readonly kinds: ReadonlySet<Mark['kind']>;
  /** How it hangs on the item before it. */
  readonly joint: Joint;
  readonly course: boolean;
}

/** Words that make every list of the sentence a choice. */
const ONE_OF =
  /\b(?:one|any|either|1|more)\b(?: or more)?(?: \(1\))?(?: \w+){0,2} (?:of|from|through)\b|\bone of\b|\beither\b|such as|\be\.g\b|\bany\b.{0,20}\bfollowing|and\/or|at least one|\bone\b.{0,30}\b(?:below|following)|one or more|\bany (?:one|combination)\b|minimum of one/i;

/**
 * Joins the leaves of one demand into a tree. Closest first: a list of one kind joined by "or", then "with",
 * then whatever "and" joins; an "or" between unlike things binds last when both sides repeat a kind
 * ("diploma with 2 years, or degree"), else before the "and" ("degree or RHIA, and 3 years").
 */
export function buildNode(text: string, start: number, marks: readonly Mark[]): RequirementNode {
  const rungs = ladderOf(text, marks);
  if (rungs !== undefined)
    return join(
      'any',
      rungs.map((rung) => joinItems(text, start, rung)),
      text,
    );
  return joinItems(text, start, marks);
}

function joinItems(text: string, start: number, marks: readonly Mark[]): RequirementNode {
  let items = toItems(text, start, marks);
  items = fold(items, (left, right) => right.joint === 'or' && sameKind(left, right), 'any', text);
  items = fold(items, (_left, right) => right.joint === 'with', 'all', text);
  const hasOr = items.some((item, position) => position > 0 && item.joint === 'or');
  if (hasOr) {
    const grouped = fold(items, (_left, right) => right.joint === 'and' || right.joint === 'comma', 'all', text);
    items =
      repeatsKinds(grouped) || isEquivalent(grouped)
        ? fold(grouped, (_left, right) => right.joint === 'or', 'any', text)
        : fold(items, (_left, right) => right.joint === 'or', 'any', text);
  }
  items = fold(items, () => true, 'all', text);
  const whole = items[0];
  if (whole === undefined) return { kind: 'unread', evidence: quote(text, start, start) };
  return whole.node;
}

/** Joins several demands of one list ("one of the following:" and its items) into one choice. */
export function anyOf(text: string, nodes: readonly RequirementNode[]): RequirementNode {
  return join('any', nodes, text);
}

/** Does the demand name a credential anywhere? */
export function holdsCredential(node: RequirementNode): boolean {
  return node.kind === 'credential' || ((node.kind === 'any' || node.kind === 'all') && node.of.some(holdsCredential));
}

/** Joins several demands that belong together into one that needs them all. */
export function allOf(text: string, nodes: readonly RequirementNode[]): RequirementNode {
  return join('all', nodes, text);
}

/** "CPC required; CCS-P is also accepted". */
const ACCEPTED =
  /^[\s)]*(?:(?:is|are|also|may be|will be|certification|credentials?)\s+)*(?:accept(?:ed|able)|considered)\b/i;

function toItems(text: string, start: number, marks: readonly Mark[]): Item[] {
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return [];
  const choice = ONE_OF.test(text.slice(start, last.start));
  const items: Item[] = [];
  let previous: Mark | undefined;
  for (const mark of marks) {
    const accepted = mark.kind === 'credential' && ACCEPTED.test(text.slice(mark.end, mark.end + 30));
    const joint =
      previous === undefined
        ? 'and'
        : accepted
          ? 'or'
          : jointBetween(text.slice(previous.end, mark.start + leadOf(text, mark)), mark);
    const again = items.at(-1);
    // "Registered Health Information Technician (RHIT)" is one thing said twice.
    if (
      previous?.id !== undefined &&
      previous.id === mark.id &&
      again !== undefined &&
      mark.nodes.length === 1 &&
      sameNode(again.node, mark)
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
        joint,
        course: mark.course === true,
      });
    previous = mark;
  }
  return settleCommas(items, choice);
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

/** "… or related field": its "or" belongs to the fields of study. */
const RELATED_FIELD =
  /\bor (?:an? |any |other |closely )*(?:related|similar|relevant|equivalent|comparable|other)(?: [\w/-]+){0,3}? (?:fields?|disciplines?|areas?|majors?|subjects?|concentrations?|specialt(?:y|ies)|programs?)\b/g;

function jointBetween(gap: string, next: Mark): Joint {
  if (next.kind === 'equivalent') return 'or';
  // "RHIT: CCS": what the role is asked for.
  if (/^\s*:/.test(gap)) return 'and';
  const words = gap.toLowerCase().replace(RELATED_FIELD, ' ');
  if (/and ?\/ ?or/.test(words)) return 'or';
  // Only what follows the last comma can join the next leaf.
  const tail = words.slice(Math.max(words.lastIndexOf(','), words.lastIndexOf(';'), words.lastIndexOf('(')) + 1);
  if (/\bin addition to|as well as|along with|together with/.test(tail)) return 'and';
  const conjunctions = [...tail.matchAll(/\b(or|and|with|plus)\b|[/&]/g)];
  const last = conjunctions.at(-1);
  if (last !== undefined) {
    if (last[0] === 'or' || last[0] === '/') return 'or';
    if (last[0] === 'with') return 'with';
    return 'and';
  }
  if (words.includes(';')) return 'and';
  // Words without any comma: two lines that a scraper ran together.
  return !words.includes(',') && !words.includes('(') && /[a-z]{2}/.test(words) ? 'next' : 'comma';
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

function repeatsKinds(items: readonly Item[]): boolean {
  const seen = new Set<Mark['kind']>();
  for (const item of items) {
    for (const kind of item.kinds) if (seen.has(kind)) return true;
    for (const kind of item.kinds) seen.add(kind);
  }
  return false;
}

function isEquivalent(items: readonly Item[]): boolean {
  return items.some((item) => item.joint === 'or' && item.kinds.size === 1 && item.kinds.has('equivalent'));
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
            joint: first.joint,
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
        ? `${node.id} ${node.eligible === true}`
        : node.kind === 'education'
          ? node.level
          : `${node.evidence.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
