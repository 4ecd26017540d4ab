import type { Mention } from './credential-index.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import { allOf } from './tree.ts';

/** What stands between a shorter span and what its holders have: "… for those with a". */
const FOR_HOLDERS =
  /^(?: of)?(?: [\w/&-]+){0,4}?,? (?:for|if) (?:you|those|anyone|someone|people|persons?|individuals?|(?:the )?(?:candidates?|applicants?|employees|holders?))(?: (?:who|that))?(?: (?:already|also))?(?: (?:have|has|hold|holds|with|of|holding|having|possess|possesses|possessing|earned))?(?: (?:an?|the|their|active|current|completed|relevant|related|nursing)){0,3} $/i;
/** "Five years, or three with a master's degree". */
const WITH_DEGREE = /^(?:(?: of)?(?: [\w/&-]+){0,3} experience)? with (?:an? )?$/i;
const OR_ELSE = /[,;(]|\bor\b/i;

/**
 * "Five years, or three for those with a master's degree": the shorter span and what goes with it are one other way to
 * meet the longer one before it. Without a longer one they ask nothing of everybody, and are left out.
 */
export function withLesserYears(text: string, marks: readonly Mark[], mentions: readonly Mention[]): Mark[] {
  if (marks.every((mark) => mark.kind !== 'experience')) return [...marks];
  const kept: Mark[] = [];
  let passed = 0;
  for (const [position, mark] of marks.entries()) {
    if (mark.start < passed) continue;
    const next = marks[position + 1];
    const holder =
      mark.kind !== 'experience'
        ? undefined
        : isFewerWith(text, kept.at(-1), mark, next)
          ? next
          : holderBehind(text, mark, next, mentions);
    if (holder === undefined) {
      kept.push(mark);
      continue;
    }
    passed = holder.end;
    const longer = kept.at(-1);
    if (longer?.kind !== 'experience' || longer.nodes.length > 1) continue;
    const together = allOf(text, [...holder.nodes, ...mark.nodes]);
    kept[kept.length - 1] = { ...longer, end: holder.end, nodes: [...longer.nodes, together] };
  }
  return kept;
}

/** "5 years, or 3 years with a master's degree": a smaller figure that a degree goes with. */
function isFewerWith(text: string, longer: Mark | undefined, mark: Mark, next: Mark | undefined): boolean {
  if (longer?.kind !== 'experience' || next?.kind !== 'education') return false;
  return (
    yearsOf(mark) < yearsOf(longer) &&
    OR_ELSE.test(text.slice(longer.end, mark.start)) &&
    WITH_DEGREE.test(text.slice(mark.end, next.start))
  );
}

function yearsOf({ nodes: [node] }: Mark): number {
  return node?.kind === 'experience' ? node.years : 0;
}

/** The credential or education that a span is asked of the holders of. */
function holderBehind(
  text: string,
  span: Mark,
  next: Mark | undefined,
  mentions: readonly Mention[],
): Pick<Mark, 'end' | 'nodes'> | undefined {
  const leads = (start: number) => {
    const gap = text.slice(span.end, Math.min(start, span.end + 160));
    return / (?:for|if) /i.test(gap) && FOR_HOLDERS.test(gap);
  };
  if (next !== undefined && (next.kind === 'education' || next.kind === 'credential') && leads(next.start)) return next;
  // Among the conditions of a sentence a credential is no leaf.
  const named = mentions.find((mention) => mention.start >= span.end);
  if (named === undefined || !leads(named.start)) return undefined;
  const { id, start, end } = named;
  return { end, nodes: [{ kind: 'credential', id, evidence: quote(text, start, end) }] };
}
