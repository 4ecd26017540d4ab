import type { RequirementNode } from '../../model/requirement.ts';
import type { Clause } from './clauses.ts';
import type { Mention } from './credential-index.ts';
import type { Found } from './follow-ups.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import type { Sentence } from './sentence.ts';
import { allOf } from './tree.ts';

/** Years that are asked of the holders of one credential alone: "RN or LPN; LPNs need five years". */
export interface RoleYears {
  readonly id: string;
  /** The years, and the leaf of the credential that is named again. */
  readonly marks: readonly Mark[];
  readonly years: readonly RequirementNode[];
}

/** "LPNs need at least ", "an LPN must have ". */
const NEEDS =
  /^(?:['’]?s)?(?: (?:holders?|candidates?|applicants?))?,? (?:(?:will|would|must|should|also) ){0,2}(?:needs?|have|has|requires?|must have)\b[^.;,]{0,24}$/i;
/** "five years for LPNs", "five years if LPN". */
const FOR_ROLE = /^[^.;,]{0,60}\b(?:for|if)(?: you are| hired as)?(?: an?| the)? $/i;
const LISTED = /^\W{0,3}(?:and|or|&|,|\/)\W{0,3}(?:an? )?$/i;

/** The years of a sentence that it asks of one role, by their words; `mentions` are the credentials that it names. */
export function roleYears(one: Sentence, marks: readonly Mark[], mentions: readonly Mention[]): RoleYears[] {
  const { text, start, words } = one;
  return marks.flatMap((mark, at): RoleYears[] => {
    if (mark.kind !== 'experience' || isWish(words, mark.start - start)) return [];
    const [earlier, left] = [marks[at - 2], marks[at - 1]];
    if (left?.id !== undefined && NEEDS.test(text.slice(left.end, mark.start))) {
      // "RNs and LPNs need five years": everybody does.
      const several = earlier?.id !== undefined && LISTED.test(text.slice(earlier.end, left.start));
      return several ? [] : [{ id: left.id, marks: [left, mark], years: mark.nodes }];
    }
    const role = mentions.find((mention) => mention.start >= mark.end);
    if (role === undefined || !FOR_ROLE.test(text.slice(mark.end, role.start))) return [];
    return [{ id: role.id, marks: [mark, ...marks.filter(({ start }) => start === role.start)], years: mark.nodes }];
  });
}

/** "For LPNs five years are preferred" is asked of nobody. */
function isWish(words: string, at: number): boolean {
  const end = words.slice(at).search(/[;.](?:\s|$)/);
  const part = words.slice(words.lastIndexOf(';', at) + 1, end === -1 ? words.length : at + end);
  return /prefer|desir|ideal|helpful|a plus\b/i.test(part);
}

/**
 * Binds the years of a role to its credential where a demand names it as one alternative of several: the last of
 * `demands` that does. Nothing where none does: then the years are everybody's.
 */
export function bindYears<Demand extends Clause>(
  text: string,
  demands: readonly Demand[],
  asked: readonly RoleYears[],
): Demand[] | undefined {
  const bound = [...demands];
  for (const { id, years } of asked) {
    const at = bound.findLastIndex(({ node }) => node.kind === 'any' && isOneOfSeveral(node.of, id));
    const demand = bound[at];
    if (demand === undefined || demand.node.kind !== 'any') return undefined;
    const of = demand.node.of.map((child) =>
      child.kind === 'credential' && child.id === id ? allOf(text, [child, ...years]) : child,
    );
    const end = Math.max(demand.node.evidence.end, ...years.map(({ evidence }) => evidence.end));
    bound[at] = { ...demand, node: { ...demand.node, of, evidence: quote(text, demand.node.evidence.start, end) } };
  }
  return bound;
}

/** Binds the years of a sentence of its own to a demand shortly before it; says whether there was one. */
export function bindEarlier(text: string, found: Found[], asked: readonly RoleYears[], unit: number): boolean {
  const recent = found.findIndex((one) => one.unit >= unit - 2);
  const bound = recent === -1 ? undefined : bindYears(text, found.slice(recent), asked);
  if (bound === undefined) return false;
  // "RN or LPN. LPNs must have five years.": the second sentence says that the first one asks.
  found.splice(
    recent,
    bound.length,
    ...bound.map((one, at) => (one === found[recent + at] ? one : { ...one, strength: one.strength ?? 'required' })),
  );
  return true;
}

/** The leaves that a sentence asks of everybody. */
export function ofEverybody(marks: readonly Mark[], asked: readonly RoleYears[]): readonly Mark[] {
  return asked.length === 0 ? marks : marks.filter((mark) => !asked.some((role) => role.marks.includes(mark)));
}

function isOneOfSeveral(of: readonly RequirementNode[], id: string): boolean {
  const named = (child: RequirementNode) => child.kind === 'credential' && child.id === id;
  return of.some(named) && of.some((child) => !named(child));
}
