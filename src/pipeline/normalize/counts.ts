import type { RequirementNode } from '../../model/requirement.ts';
import { join } from './join.ts';
import { quote } from './quotes.ts';

const COUNTED =
  /(?<!\bor )\b(two|three|four|[2-4])(?: ?\(\d\))?(?: or more)?(?: (?:[a-z]+ )?(?:credentials?|certifications?|licen[sc]es?|certificates?))? (?:of|from|among)\b(?! (?:our|us|them|whom)\b)[^.;]{0,60}$/i;
/** "…, two of which are required", "(any two of these)" behind the list. */
const COUNTED_BEHIND = /^[,;( –—-]{0,4}(?:any |at least )?\b(two|three|four|[2-4]) of (?:which|these|them|those)\b/i;
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
/** A choice of more combinations is read by nobody: 15 are two of six. */
const MAX_COMBINATIONS = 15;

/**
 * "Two of the following:", "at least two of these certifications": how many are asked for of the list between the words
 * before it and those behind it.
 */
export function countAsked(before: string, behind = ''): number | undefined {
  const number = (COUNTED.exec(before.slice(-110)) ?? COUNTED_BEHIND.exec(behind))?.[1]?.toLowerCase();
  return number === undefined ? undefined : (COUNTS[number] ?? Number(number));
}

/**
 * So many of these alternatives, as a choice of combinations. A list too long for that is one of them, and an unread
 * demand of the words from `start` on: never less than what is asked for, and never a "no" for a guess.
 */
export function severalOf(
  text: string,
  start: number,
  nodes: readonly RequirementNode[],
  count: number,
): RequirementNode {
  if (nodes.length <= count) return join('all', nodes, text);
  const combinations = combine(nodes, count);
  if (combinations.length <= MAX_COMBINATIONS) {
    const wholes = combinations.map((some) => join('all', some, text));
    return join('any', wholes, text);
  }
  const end = Math.max(...nodes.map((node) => node.evidence.end));
  return join('all', [join('any', nodes, text), { kind: 'unread', evidence: quote(text, start, end) }], text);
}

/** Every choice of `count` of the nodes, at most one more than is of use. */
function combine(nodes: readonly RequirementNode[], count: number): RequirementNode[][] {
  if (count === 0) return [[]];
  const found: RequirementNode[][] = [];
  for (const [position, node] of nodes.entries()) {
    for (const rest of combine(nodes.slice(position + 1), count - 1)) {
      found.push([node, ...rest]);
      if (found.length > MAX_COMBINATIONS) return found;
    }
  }
  return found;
}
