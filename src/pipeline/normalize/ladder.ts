import { EducationLevel, type RequirementNode } from '../../model/requirement.ts';
import type { Mark } from './marks.ts';

/** One step of "high school with 4 years, associate degree with 2 years": a level, and the years beside it if any. */
export interface Rung {
  readonly level: number;
  readonly years: number | undefined;
}

/** The rung that these leaves are, when they are one level of education with one length of experience. */
export function rungOf(nodes: readonly RequirementNode[]): Rung | undefined {
  let level: number | undefined;
  let years: number | undefined;
  for (const node of nodes) {
    if (node.graceMonths !== undefined) return undefined;
    if (node.kind === 'education' && level === undefined) level = EducationLevel.options.indexOf(node.level);
    else if (node.kind === 'experience' && years === undefined) years = node.years;
    else return undefined;
  }
  return level === undefined ? undefined : { level, years };
}

/** Do the higher levels ask for fewer years? Then the rungs are alternatives, however they are joined. */
export function isLadder(rungs: readonly Rung[]): boolean {
  if (rungs.filter((rung) => rung.years !== undefined).length < 2) return false;
  const climbing = rungs.toSorted((a, b) => a.level - b.level);
  return climbing.every((rung, position) => {
    const lower = climbing[position - 1];
    if (lower === undefined) return rung.years !== undefined;
    return rung.level > lower.level && (rung.years ?? 0) < (lower.years ?? 0);
  });
}

/** Cuts the leaves of one demand into the rungs of a ladder; nothing when they are none. */
export function ladderOf(text: string, marks: readonly Mark[]): Mark[][] | undefined {
  if (marks.length < 3 || marks.some((mark) => mark.kind !== 'education' && mark.kind !== 'experience'))
    return undefined;
  const leader = marks[0]?.kind;
  const groups: Mark[][] = [];
  for (const mark of marks) {
    if (mark.kind === leader) groups.push([]);
    groups.at(-1)?.push(mark);
  }
  const rungs = groups.map((group) => rungOf(group.flatMap((mark) => mark.nodes)));
  if (groups.some((group) => group.length > 2 || joinedByOr(text, group))) return undefined;
  const known = rungs.filter((rung) => rung !== undefined);
  return known.length === groups.length && isLadder(known) ? groups : undefined;
}

function joinedByOr(text: string, [first, second]: readonly Mark[]): boolean {
  return first !== undefined && second !== undefined && /\bor\b/i.test(text.slice(first.end, second.start));
}
