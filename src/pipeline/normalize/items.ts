import type { RequirementNode } from '../../model/requirement.ts';
import type { Linked } from './alternatives.ts';
import { isReplaced } from './equivalents.ts';
import { join } from './join.ts';
import { type Joint, type Link, linkBetween } from './links.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';

/** A leaf, or what was joined of several, on its way into the tree. */
export interface Item extends Linked {
  readonly course: boolean;
}

/** Words that make every list of the sentence a choice. */
const ONE_OF =
  /\b(?:one|any|either|1|more)\b(?: or more)?(?: \(1\))?(?: (?!years?|months?|yrs?)\w+){0,2} (?:of|from|through)\b|\bone of\b|\beither\b|such as|\be\.g\b|\bany\b.{0,20}\bfollowing|and\/or|at least one|\bone\b.{0,30}\b(?:below|following)|one or more|\bany (?:one|combination)\b|minimum of one/i;

/** "CPC required; CCS-P is also accepted". */
const ACCEPTED =
  /^[\s)]*(?:(?:is|are|also|may be|will be|certification|credentials?)\s+)*(?:accepted|acceptable(?! \w+ )|considered)\b/i;

/** The leaves of one demand with their links settled: what each comma means is known. */
export function toItems(text: string, start: number, marks: readonly Mark[]): Item[] {
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
          : previous.orNext === true || equalTo(text, previous, mark) || isReplacedBy(text, previous, mark)
            ? { joint: 'or', apart: false, list: false }
            : linkOf(text, previous, mark);
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

/** "An associate degree with four years in lieu of …": years that stand in for something are bound by "with" all the same. */
function linkOf(text: string, previous: Mark, mark: Mark): Link {
  const gap = text.slice(previous.end, mark.start + leadOf(text, mark));
  const years = mark.kind === 'equivalent' && mark.nodes[0]?.kind === 'experience';
  return linkBetween(gap, years && /\b(?:with|and|plus) $/i.test(gap) ? { ...mark, kind: 'experience' } : mark);
}

/** "Four years in lieu of a bachelor's degree": the degree is the other way. */
function isReplacedBy(text: string, previous: Mark, mark: Mark): boolean {
  return previous.kind === 'equivalent' && previous.nodes[0]?.kind === 'experience' && isReplaced(text, mark);
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

/** Are both of one and the same kind? */
export function sameKind(left: Item, right: Item): boolean {
  return left.kinds.size === 1 && right.kinds.size === 1 && [...left.kinds][0] === [...right.kinds][0];
}
