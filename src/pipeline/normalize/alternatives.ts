import type { Joint, Link } from './links.ts';
import type { Mark } from './marks.ts';

/** A leaf with its link as it was written, and as it was settled by the list it stands in. */
export interface Linked {
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
