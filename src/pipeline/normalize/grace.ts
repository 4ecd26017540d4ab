import type { RequirementNode } from '../../model/requirement.ts';
import type { Clause, Judged } from './clauses.ts';
import { type Grace, readGraces } from './cues.ts';
import { quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';
import type { Sentence } from './sentence.ts';
import { holdsCredential } from './tree.ts';

const PAST = /\b(?:last year|most of our|many of our|some of our|were hired|have (?:grown|hired|passed))\b/i;

const OBJECT = String.raw`(?:courses?|class(?:es)?|training|orientation|onboarding|physicals?|screenings?|vaccin\w+|immuni[sz]ations?|modules?|assessments?|competenc(?:y|ies)|background checks?|drug (?:tests?|screens?)|tests?|quiz(?:zes)?|in-?services?|workshops?)`;
/** Something else that the time is given for: "must complete HIPAA training", "must pass a coding test", "a physical". */
const OTHER_OBJECT = new RegExp(
  String.raw`(?<!\b(?:by|through|after|upon) )\b(?:complet|pass|tak|attend|finish|undergo|submit|provid|receiv|ha[vs]|do|get|participat)[a-z]{0,4}\b(?! (?:the|this|that|its|such) (?:course|class|test|training|program)\b)(?! (?:course|class|test)\b)(?: (?!(?:the|its|this|that) (?:exam|certif|credential|licens)|(?:certif|credential|licens|registr|board)\w*)[\w'’/-]+){0,5} ${OBJECT}\b`,
  'i',
);
/** "RN; annual competency assessment within 90 days". */
const OBJECT_ALONE = new RegExp(
  String.raw`[,;] (?:and )?(?:(?!(?:the|its|this|that|such|must|should|will|to|by|certif\w*|licens\w*|credential\w*)\b)[\w'’/-]+ ){0,4}${OBJECT}(?: (?:(?:is|are|to be) )?(?:completed|required|done|due))?\W*$`,
  'i',
);
/** "PALS, CPI Training": another course behind the credential. */
const NAMED_COURSE =
  /(?:^|[,;&] ?|\b(?:and|or|plus) )\W?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3} (?:[Tt]raining|[Cc]ourse|[Cc]lass|[Oo]rientation)\b/;

const OR_ELSE = /\bor (?:must|will|be|able|willing|can|agree)\b/i;

/** Do the words between a credential and a time name something of their own that the time is given for? */
export function namesOtherObject(words: string): boolean {
  // "ACLS, or must take a class within 60 days" is the time for ACLS.
  if (OR_ELSE.test(words)) return false;
  return OTHER_OBJECT.test(words) || OBJECT_ALONE.test(words) || NAMED_COURSE.test(words.trimStart());
}

/** A grace period makes its credential a demand that may be met later, even where day one is only "preferred". */
export function withGrace(
  text: string,
  start: number,
  sentence: string,
  judged: readonly Judged[],
  graces: readonly Grace[],
): Judged[] {
  let result = [...judged];
  if (PAST.test(sentence)) return result;
  for (const grace of graces) {
    const target = targetOf(start, sentence, result, grace);
    if (target === undefined) continue;
    const run = runAround(result, target, text);
    result = result.map((one) => {
      if (!run.has(one) || one.mark.nodes.some((node) => node.graceMonths !== undefined)) return one;
      const nodes = one.mark.nodes.map((node) => ({
        ...node,
        graceMonths: grace.months,
        evidence: node.kind === 'unread' ? node.evidence : widen(text, start, node, grace),
      }));
      const strength = one.strength === 'none' ? 'none' : 'required';
      return { mark: { ...one.mark, nodes }, part: one.part, strength, said: true };
    });
  }
  return result;
}

/** What may be earned within a grace period: what it follows, or what it leads ("within 12 months of hire, CCS"). */
function targetOf(start: number, sentence: string, judged: readonly Judged[], grace: Grace): Judged | undefined {
  const earnable = judged.filter((one) => one.mark.kind === 'credential' || one.mark.kind === 'education');
  const before = earnable.filter((one) => one.mark.start - start < grace.start).at(-1);
  const after = earnable.find((one) => one.mark.start - start >= grace.end);
  // "Within a year of hire, CCS": a comma is passed only where the period begins its part.
  const passes = /(?:^|[,;.])\W*(?:and |but |then )?\W*$/i.test(
    sentence.slice(Math.max(0, grace.start - 12), grace.start),
  )
    ? /^[,:]?[^,;:]{0,60}$/
    : /^(?:[^,;:]{0,30}\))?:?[^,;:]{0,60}$/;
  const leads =
    after !== undefined && passes.test(sentence.slice(grace.end, after.mark.start - start)) ? after : undefined;
  if (before === undefined) return leads;
  const gap = sentence.slice(before.mark.end - start, grace.start);
  if (namesOtherObject(gap)) return leads;
  // "Degree required; a student must finish it within a year" asks for the degree all the same.
  if (before.mark.kind === 'education' && /\brequired\b/i.test(gap)) return leads;
  return leads !== undefined && before.part !== leads.part && /(?:;|\band|\bthen|\bbut)\s*$/i.test(gap)
    ? leads
    : before;
}

/** The list a mark stands in: neighbours of its kind that are joined by no more than commas, "or" and brackets. */
function runAround(judged: readonly Judged[], target: Judged, text: string): Set<Judged> {
  const run = new Set([target]);
  const at = judged.indexOf(target);
  for (const step of [-1, 1]) {
    let previous = target;
    for (let position = at + step; ; position += step) {
      const one = judged[position];
      if (one === undefined || one.mark.kind !== target.mark.kind || one.part !== target.part) break;
      const [left, right] = step === 1 ? [previous, one] : [one, previous];
      if (
        !/^[\s,/()]*(?:(?:and\/or|or)\b[\s(]*(?:an? )?)?$|^\S{0,2}$/i.test(text.slice(left.mark.end, right.mark.start))
      )
        break;
      run.add(one);
      previous = one;
    }
  }
  return run;
}

function widen(text: string, start: number, node: RequirementNode, grace: { start: number; end: number }) {
  const from = Math.min(node.evidence.start, start + grace.start);
  const to = Math.max(node.evidence.end, start + grace.end);
  return quote(text, from, to);
}

/** A time that a label grants: "Certification (within 6 months): RHIT". */
export interface LabelGrace {
  readonly months: number;
  readonly line: number;
  /** What it speaks of stands in its own line, not below it. */
  readonly beside: boolean;
}

/** The time of grace in a label or heading, if it grants one. */
export function labelGrace(label: Sentence, line: number, beside: boolean): LabelGrace | undefined {
  const [grace] = readGraces(label);
  return grace === undefined ? undefined : { months: grace.months, line, beside };
}

/** Gives the time of the label above or before a sentence to its demands for a credential. */
export function withLabelGrace(
  label: LabelGrace | undefined,
  segment: PlacedSegment,
  clauses: readonly Clause[],
): readonly Clause[] {
  if (label === undefined) return clauses;
  const reached = label.beside ? segment.line === label.line : segment.bullet || segment.line - label.line <= 2;
  if (!reached) return clauses;
  return clauses.map((clause) => {
    const { node, strength } = clause;
    if (strength !== 'required' || !holdsCredential(node) || hasGrace(node)) return clause;
    return { ...clause, node: { ...node, graceMonths: label.months } };
  });
}

function hasGrace(node: RequirementNode): boolean {
  return node.graceMonths !== undefined || ((node.kind === 'any' || node.kind === 'all') && node.of.some(hasGrace));
}
