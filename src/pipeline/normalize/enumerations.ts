import type { Mark } from './marks.ts';

const OFFERS = /\b(?:one|any|either|1)\b[^.;]{0,60}\b(?:of|following|below)\b|\bone of\b|\beither\b|\bat least one\b/i;
/** "; ", "; or", "(b) ", " 2) ": where one item of an enumeration ends and the next begins. */
const STOP = /;|(?:^|\s)\(?(?:[b-h]|[2-9]|ii|iii|iv)[).](?:\s|$)/i;

/**
 * "One of the following: (a) RHIA; (b) RHIT and two years; (c) CCS and four years": the leaves of each item for
 * themselves. Nothing when the sentence offers no choice of several items, or when each item is one leaf alone.
 */
export function enumeratedItems(text: string, start: number, marks: readonly Mark[]): Mark[][] | undefined {
  const [first] = marks;
  if (first === undefined || marks.length < 3 || !OFFERS.test(text.slice(start, first.start))) return undefined;
  const items: Mark[][] = [[first]];
  for (const [position, mark] of marks.slice(1).entries()) {
    const gap = text.slice(marks[position]?.end ?? mark.start, mark.start);
    if (STOP.test(gap)) items.push([]);
    items.at(-1)?.push(mark);
  }
  return items.length > 1 && items.some((item) => item.length > 1) ? items : undefined;
}
