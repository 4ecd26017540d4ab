import type { RequirementNode } from '../../model/requirement.ts';
import type { Clause } from './clauses.ts';
import type { Found } from './follow-ups.ts';
import { isLadder, type Rung, rungOf } from './ladder.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import type { Sentence } from './sentence.ts';
import { allOf, anyOf } from './tree.ts';

/** Lines that follow each other and are alternatives without saying so: one a role, or one a rung of a ladder. */
export interface LineChoice {
  readonly sort: 'role' | 'rung';
  /** Where the demands of the first line stand among those found. */
  readonly at: number;
  /** The last line of the run. */
  readonly unit: number;
  readonly rungs: readonly Rung[];
}

const ROLE = /^(?:for )?(?:an? |the )?[\w/&().-]+(?: [\w/&().-]+){0,4}:/i;
const LEVEL = /\b(?:level|grade|step|tier) ?\w{0,3}$|\b(?:I{1,3}|IV|V|[1-6])$/;

/** What a line may be one alternative of: "RN: …", "Coder II: …", or a degree with its years. */
export function sortOfLine(
  sentence: string,
  start: number,
  marks: readonly Mark[],
  clauses: readonly Clause[],
): LineChoice['sort'] | undefined {
  const first = clauses[0];
  if (first === undefined || clauses.some((clause) => clause.strength !== first.strength)) return undefined;
  const label = ROLE.exec(sentence)?.[0].slice(0, -1);
  // "RHIT: required" asks for the credential itself.
  if (label !== undefined && marks.some((mark) => mark.start - start > label.length)) {
    const named = marks.some((mark) => mark.start - start <= 8 && mark.end - start <= label.length);
    if (named || LEVEL.test(label)) return 'role';
  }
  const rung = rungOf(clauses.map((clause) => clause.node));
  return rung?.years === undefined ? undefined : 'rung';
}

/** Opens a run of lines whose first demands were just found. */
export function openChoice(
  sort: LineChoice['sort'],
  found: readonly Found[],
  clauses: readonly Clause[],
  unit: number,
): LineChoice {
  return { sort, at: found.length - clauses.length, unit, rungs: rungs(clauses) };
}

/** Joins one more line to the run as its alternative; nothing when it does not belong to it. */
export function joinLine(
  text: string,
  choice: LineChoice,
  sort: LineChoice['sort'],
  found: Found[],
  clauses: readonly Clause[],
  unit: number,
): LineChoice | undefined {
  const first = found[choice.at];
  if (sort !== choice.sort || unit - choice.unit > 2 || first === undefined || first.strength !== clauses[0]?.strength)
    return undefined;
  const all = [...choice.rungs, ...rungs(clauses)];
  if (sort === 'rung' && !isLadder(all)) return undefined;
  const before = found.splice(choice.at).map((one) => one.node);
  found.push({
    ...first,
    unit,
    node: anyOf(text, [
      together(text, before),
      together(
        text,
        clauses.map((clause) => clause.node),
      ),
    ]),
  });
  return { ...choice, unit, rungs: all };
}

/** Words behind "or" that tell how to apply, when it must be earned, or how it is wished for. */
const NO_WAY =
  /\b(?:apply|call|e-?mail|text|visit|send|submit|click|contact|fax|questions?|within|obtain\w*|earn\w*|achieve\w*|pass|sit for|prefer\w*|desir\w*|plus|if)\b|[?:]$/i;

/**
 * "• RHIT" and "• Or in the last year of an HIM program": a line that "or" leads, and in which nothing can be read, is
 * another way to meet all that the line before asks for. Tells whether it was joined.
 */
export function joinUnread({ text, words, end }: Sentence, found: Found[], unit: number): boolean {
  const last = found.at(-1);
  const way = words.replace(/^(?:and\/)?or\b\W*/i, '');
  if (last === undefined || last.strength === null || unit - last.unit > 2) return false;
  if (way.length < 3 || way.length > 200 || NO_WAY.test(way)) return false;
  const line = found.filter((one) => one.unit === last.unit && one.strength === last.strength);
  if (found.at(-line.length) !== line[0]) return false;
  const nodes = found.splice(-line.length).map((one) => one.node);
  const unread: RequirementNode = { kind: 'unread', evidence: quote(text, end - way.length, end) };
  found.push({ ...last, node: anyOf(text, [together(text, nodes), unread]), unit });
  return true;
}

function rungs(clauses: readonly Clause[]): Rung[] {
  const rung = rungOf(clauses.map((clause) => clause.node));
  return rung === undefined ? [] : [rung];
}

function together(text: string, nodes: readonly RequirementNode[]): RequirementNode {
  const [first] = nodes;
  return first !== undefined && nodes.length === 1 ? first : allOf(text, nodes);
}
