import type { RequirementNode } from '../../model/requirement.ts';
import type { Joint, Link } from './links.ts';
import type { Mark } from './marks.ts';

/** A leaf with its link as it was written, and as it was settled by the list it stands in. */
export interface Linked {
  readonly node: RequirementNode;
  readonly kinds: ReadonlySet<Mark['kind']>;
  readonly id: string | undefined;
  readonly joint: Joint;
  readonly written: Link;
}

/**
 * Where whole alternatives of credentials stand among leaves: "RHIA, or RHIT with CCS" is RHIA alone, or both others.
 * A comma before "or" separates alternatives and binds weaker than "with", "plus" and "and"; a comma before one of
 * these separates demands. Each result is one choice, a list of alternatives, each `[from, to)` in `items`.
 */
export function choicesOf(items: readonly Linked[]): (readonly [number, number])[][] {
  const choices: (readonly [number, number])[][] = [];
  let from = 0;
  for (let to = 1; to <= items.length; to += 1) {
    const item = items[to];
    if (item !== undefined && isCredential(item) && isCredential(items[from]) && !opensDemand(items, to)) continue;
    const cuts = cutsOf(items, from, to);
    if (cuts.length > 0) {
      const edges = [from, ...cuts, to];
      choices.push(cuts.map((cut, position) => [edges[position] ?? from, cut] as const));
      choices.at(-1)?.push([cuts.at(-1) ?? from, to]);
    }
    from = to;
  }
  return choices;
}

function isCredential(item: Linked | undefined): boolean {
  return item?.kinds.size === 1 && item.kinds.has('credential');
}

/** "…, and CCS", "RHIT; CCS", "…, BLS": a demand of its own. */
function opensDemand(items: readonly Linked[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.joint === 'or') return false;
  // "CPC, CPMA and CCS" is one list of what is needed together.
  if (item.written.joint === 'comma') return !binds(items[at + 1]);
  return item.written.joint === 'next' || item.written.apart;
}

/** "with CCS", "and CCS", without a comma. */
function binds(item: Linked | undefined): boolean {
  return item !== undefined && (item.joint === 'and' || item.joint === 'with') && !item.written.apart;
}

/** Where the alternatives after the first begin between `from` and `to`; nowhere when the leaves are a plain list. */
function cutsOf(items: readonly Linked[], from: number, to: number): number[] {
  const stops: number[] = [];
  let bound = false;
  for (let at = from + 1; at < to; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    bound ||= binds(item);
    // "RN with BLS, or eligible for BLS" speaks of one credential twice.
    if (item.joint === 'or' && item.written.apart && (item.id !== items[at - 1]?.id || binds(items[at + 1])))
      stops.push(at);
  }
  if (!bound || stops.length === 0) return [];
  const cuts: number[] = [];
  for (const [position, stop] of stops.entries()) {
    const commas = commasBefore(items, stops[position - 1] ?? from, stop);
    const first = commas[0];
    const end = stops[position + 1] ?? to;
    const listed = first !== undefined && holdsBond(items, stops[position - 1] ?? from, first);
    // "RHIT with CCS, CIC, or CPC": the last of a list that "with" leads.
    if (listed && !holdsBond(items, first, end)) continue;
    cuts.push(...commas, stop);
  }
  return cuts;
}

/** The commas of "RHIA, RHIT, or …": those of a list that ends before ("CCS, CIC or CPC, or …") are its own. */
function commasBefore(items: readonly Linked[], from: number, to: number): number[] {
  const commas: number[] = [];
  for (let at = to - 1; at > from; at -= 1) {
    const item = items[at];
    if (item?.joint !== 'or') continue;
    if (item.written.joint === 'comma') commas.push(at);
    else if (!item.written.apart && commas.length === 0) {
      // Skips the commas of the inner list.
      while (at - 1 > from && items[at - 1]?.written.joint === 'comma') at -= 1;
    }
  }
  return commas.reverse();
}

function holdsBond(items: readonly Linked[], from: number, to: number): boolean {
  return items.slice(from + 1, to).some(binds);
}

/** Leaves `[from, to)` that are one alternative, and how it hangs on what stands before it. */
export interface Whole {
  readonly from: number;
  readonly to: number;
  readonly joint: Joint;
}

/**
 * Where alternatives stand that need several unlike leaves: "degree, or RHIT and five years" is the degree alone, or
 * both others. They are given in reading order. Without a comma before the "or" ("degree or RHIT and five years")
 * and with one before the "and" none is seen: that one may ask it of everybody.
 */
export function wholesOf(items: readonly Linked[]): Whole[] {
  const wholes: Whole[] = [];
  for (let at = 1; at < items.length; at += 1) {
    if (!isApartOr(items[at])) continue;
    wholes.push(...pairsBefore(items, wholes.at(-1)?.to ?? 0, at));
    if (!startsWhole(items, at)) continue;
    const to = wholeEnd(items, at);
    wholes.push({ from: at, to, joint: 'or' });
    at = to - 1;
  }
  return wholes;
}

function isApartOr(item: Linked | undefined): item is Linked {
  return item?.joint === 'or' && item.written.apart && !item.kinds.has('equivalent');
}

/** Do "with" or "and" hang more on this alternative, or on the list that it opens ("; or RHIA or RHIT with two years")? */
function startsWhole(items: readonly Linked[], at: number): boolean {
  let next = at + 1;
  while (items[next]?.joint === 'or' && items[next]?.written.apart === false) next += 1;
  const [before, item, left, bond] = [items[at - 1], items[at], items[next - 1], items[next]];
  if (before === undefined || item === undefined || left === undefined || bond === undefined) return false;
  const years = bond.kinds.has('experience');
  if (bond.joint === 'with') return years || !sameKinds(left, bond);
  if (bond.written.joint !== 'and' || bond.written.apart || sameLevel(before, item)) return false;
  // "RHIA, RHIT, or CCS and two years" is one list; of credentials alone `choicesOf` decides.
  if (sameKinds(before, item) && (before.written.joint === 'comma' || (sameKinds(item, bond) && !years))) return false;
  return years || !left.kinds.has('experience');
}

function wholeEnd(items: readonly Linked[], from: number): number {
  let to = from + 1;
  for (; to < items.length; to += 1) {
    const [earlier, before, item] = [items[to - 2], items[to - 1], items[to]];
    if (item === undefined || before === undefined) break;
    if (item.joint === 'with') continue;
    if (item.joint === 'and' && item.written.joint === 'and' && !item.written.apart) continue;
    if (item.joint !== 'or') break;
    // "…, or RHIT with CCS, CIC, or CPC": the last of a list that "with" leads.
    const listed = to - 2 > from && before.written.joint === 'comma' && earlier !== undefined;
    if (item.written.apart && !(listed && sameKinds(before, item) && sameKinds(earlier, before))) break;
  }
  return to;
}

/** The alternatives before the last one where each is a pair: "degree with RHIT, degree with RHIA, or …". */
function pairsBefore(items: readonly Linked[], from: number, at: number): Whole[] {
  const semicolons = items[at]?.written.list === true;
  const stops: number[] = [];
  for (let position = at - 1; position > from; position -= 1) {
    const written = items[position]?.written;
    if (written === undefined) break;
    if (semicolons ? written.list : written.joint === 'comma' && !written.list) stops.unshift(position);
    else if (written.joint !== 'with' && (written.apart || written.joint === 'next')) return [];
  }
  const edges = [from, ...stops, at];
  const pairs: Whole[] = [];
  for (const [position, start] of edges.slice(0, -1).entries()) {
    const end = edges[position + 1] ?? at;
    const [leader, next] = [items[start], items[end]];
    if (leader === undefined || next === undefined) return [];
    const bonds = items.slice(start + 1, end).filter(binds);
    const alike = position === 0 || sameKinds(leader, items[from]);
    // "Degree with RHIT, CCS, or CPC" has one list behind its "with".
    const inner = position > 0 && !semicolons && sameKinds(leader, items[start - 1]);
    const alone = !inner && items.slice(start, end).every((item) => sameKinds(item, next));
    if (bonds.length === 0 ? !alone : !alike && bonds.every((item) => item.joint === 'and')) return [];
    pairs.push({ from: start, to: end, joint: position === 0 ? leader.joint : 'or' });
  }
  return pairs.length > 1 && pairs.some((pair) => holdsBond(items, pair.from, pair.to)) ? pairs : [];
}

function sameKinds(left: Linked, right: Linked | undefined): boolean {
  return (
    right !== undefined && left.kinds.size === 1 && right.kinds.size === 1 && [...left.kinds][0] === [...right.kinds][0]
  );
}

/** "High school diploma, or GED and two years": one level under two names. */
function sameLevel({ node: left }: Linked, { node: right }: Linked): boolean {
  return left.kind === 'education' && right.kind === 'education' && left.level === right.level;
}
