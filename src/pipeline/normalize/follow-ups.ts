import type { EducationLevel, RequirementNode } from '../../model/requirement.ts';
import type { Clause } from './clauses.ts';
import { readGraces } from './cues.ts';
import { isReplaced, namesBothSides } from './equivalents.ts';
import { namesOtherObject } from './grace.ts';
import { strengthOf } from './lists.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import type { PlacedSegment } from './sections.ts';
import type { Sentence } from './sentence.ts';
import { allOf, anyOf, holdsCredential } from './tree.ts';

/** A demand with the sentence it came from; `unit` counts list items and sentences. */
export interface Found extends Clause {
  readonly unit: number;
  /** It stands outside the requirements and says no strength ("Maintains ACLS"): what is said of it elsewhere counts more. */
  readonly weak?: boolean;
}

const SUBSTITUTES =
  /in lieu of|substitut|in place of|in (?:its|their) (?:place|stead)|instead of|absence of|without (?:an?|the) degree|equivalent combination|combination of education|considered in place/i;
const OBTAINED_LATER =
  /obtain|admit|certif|licens|achiev|earn|acquir|attain|\bpass|complet|same|\brequired\b|\bgrace\b/i;
/** What else has a time limit after hire. */
const OTHER_DEADLINE =
  /physical|drug|\btb\b|vaccin|immuni|orientation|background|screen|\bshot|report|days of receipt|\bread\b/i;
/** It names something of its own that must be earned: "Epic Resolute certification within 180 days". */
const NAMES_OTHER =
  /\b(?!(?:The|This|Such|All|Any|Your|Their|Coding|Required?|Must|Certification|Credential)\b)[A-Z][\w-]+(?: [A-Z][\w-]+){0,5} (?:certification|licen[sc]e|credential)s?\b/;
const CREDENTIAL_WORD =
  /\b(?:certifi(?:ed|cation)s?|licen[sc](?:es?|ed|ure)|credential(?:s|ed)?|registered|registration)\b/i;
const PLAIN_CERTIFIED =
  /certified (?:mail|letter)|licensed (?:software|content)|certification reimburs|registration (?:desk|process|staff)|maintain(?:s|ing)? (?:own )?licens|verif|continuing|recertif|\bbeds?\b|encourage you|we are|become certified|surveys?\b|\b(?:paid|fees?|reimburs\w*|repay\w*|stipends?|allowance|loans?|assistance|discounts?|bonus(?:es)?|we (?:pay|cover|support)|your next)\b/i;

/**
 * A sentence without a leaf may still speak of the one before it, or ask for something we cannot name. `named`: it
 * names a credential, which was found to be no demand.
 */
export function noteWithoutMarks(
  one: Sentence,
  segment: PlacedSegment,
  found: Found[],
  unit: number,
  named: boolean,
): void {
  const { text, words: sentence } = one;
  const last = found.at(-1);
  const grace = readGraces(one)[0];
  if (
    grace !== undefined &&
    last !== undefined &&
    last.strength !== null &&
    last.unit >= unit - 2 &&
    OBTAINED_LATER.test(sentence) &&
    !OTHER_DEADLINE.test(sentence) &&
    !NAMES_OTHER.test(sentence) &&
    !namesOtherObject(sentence.slice(0, grace.start)) &&
    holdsCredential(last.node)
  ) {
    const evidence = quote(text, last.node.evidence.start, segment.start + grace.end);
    found[found.length - 1] = {
      ...last,
      strength: 'required',
      node: { ...last.node, graceMonths: grace.months, evidence },
    };
    return;
  }
  // What it names was looked at, and is no demand.
  if (named) return;
  const asked = segment.section === 'requirements' || segment.section === 'preferred';
  if (
    !asked ||
    sentence.length > 220 ||
    !CREDENTIAL_WORD.test(sentence) ||
    PLAIN_CERTIFIED.test(sentence) ||
    /\bno\b|\bnot\b|\bnone\b|selective service|\bmay be\b|\bif (?:applicable|driving)\b|(?:where|when|as) applicable|:$/i.test(
      sentence,
    )
  )
    return;
  if (strengthOf(sentence) === null && !segment.bullet && segment.topic !== 'credentials') return;
  const strength = strengthOf(sentence) ?? (segment.section === 'preferred' ? 'preferred' : 'required');
  found.push({
    strength,
    node: { kind: 'unread', evidence: quote(text, segment.start, segment.end) },
    said: false,
    unit,
  });
}

/** "In lieu of a degree, four years …": joins the degree of an earlier sentence as its alternative. */
export function attachSubstitute(text: string, sentence: string, marks: readonly Mark[], found: Found[]): boolean {
  if (!SUBSTITUTES.test(sentence)) return false;
  if (marks.every((mark) => mark.kind === 'credential')) return attachCredentials(text, marks, found);
  if (!marks.some((mark) => mark.kind === 'equivalent')) return false;
  const kinds = new Set(marks.map((mark) => mark.kind));
  const inLieu =
    /in lieu|absence|place of|instead of|substitut|in (?:its|their) (?:place|stead)|without (?:an?|the) degree/i.test(
      sentence,
    );
  if (kinds.has('credential') || (kinds.has('education') && !inLieu)) return false;
  const at = degreeBefore(found);
  if (namesOtherDegree(text, marks, found[at])) return false;
  const target = found[at];
  if (target === undefined) return false;
  if (!inLieu) {
    // "5 years, or an equivalent combination of education and experience": the years stay a demand of their own.
    const stands = marks.filter((mark) => mark.kind === 'equivalent').flatMap((mark) => mark.nodes);
    found[at] = { ...target, node: anyOf(text, [target.node, ...stands]) };
    return marks.every((mark) => mark.kind === 'equivalent');
  }
  const instead = insteadOf(text, marks);
  if (instead === undefined) return false;
  found[at] = {
    ...target,
    node: anyOf(text, [target.node, instead.length === 1 ? (instead[0] ?? target.node) : allOf(text, instead)]),
  };
  return true;
}

/** The demand that a substitute stands in for: the last for education, and where it names a degree, no diploma. */
function degreeBefore(found: readonly Found[]): number {
  const required = found.findLastIndex((one) => one.strength === 'required' && hasEducation(one.node));
  if (required === -1) return found.findLastIndex((one) => one.strength === 'preferred' && hasEducation(one.node));
  const last = found.at(-1);
  const before = found[required];
  // "Diploma required. Bachelor's degree preferred. Experience may be substituted for the degree."
  const wished =
    last?.strength === 'preferred' && last.node.kind === 'education' && !hasLevel(last.node, 'high_school');
  return wished && before !== undefined && hasLevel(before.node, 'high_school') ? found.length - 1 : required;
}

/** "Diploma required. Four years in lieu of a bachelor's degree": no word of the diploma. */
function namesOtherDegree(text: string, marks: readonly Mark[], before: Found | undefined): boolean {
  const at = marks.findIndex((mark) => isReplaced(text, mark));
  const [degree] = marks[at]?.nodes ?? [];
  // A "college degree" may be any.
  if (degree?.kind !== 'education' || /college|university/i.test(degree.evidence.quote)) return false;
  const offered = marks[at - 1]?.nodes[0]?.kind === 'experience';
  return offered && before !== undefined && !hasLevel(before.node, degree.level);
}

/** Behind a credential: "may be accepted in its place". */
const TAKES_PLACE =
  /^(?: (?:certification|credential|licen[sc]e))?(?:,? (?:is|are|will be|may be|can be|would be|also))*(?: (?:accepted|considered|taken|allowed|fine|welcome))?,? in (?:its|their) (?:place|stead)\b/i;

/** "RHIA required. RHIT or CCS in its place." */
function attachCredentials(text: string, marks: readonly Mark[], found: Found[]): boolean {
  const last = found.at(-1);
  const end = marks.at(-1)?.end ?? 0;
  if (last === undefined || last.strength === null || !TAKES_PLACE.test(text.slice(end, end + 80))) return false;
  if (namesBothSides(text, marks, end)) return false;
  const nodes = marks.flatMap((mark) => mark.nodes);
  const together = /\band\b/i.test(text.slice(marks[0]?.end, end));
  found[found.length - 1] = {
    ...last,
    node: anyOf(text, [last.node, together ? allOf(text, nodes) : anyOf(text, nodes)]),
  };
  return true;
}

/** What a sentence offers in place of the degree before it; nothing when it names both sides itself. */
function insteadOf(text: string, all: readonly Mark[]): readonly RequirementNode[] | undefined {
  const marks = all.filter((mark) => !isReplaced(text, mark));
  const lieu = marks.findIndex((mark) => mark.kind === 'equivalent');
  const [before, wording] = [marks[lieu - 1], marks[lieu]];
  if (wording === undefined || before?.kind !== 'education')
    return marks.slice(Math.max(0, lieu)).flatMap((mark) => mark.nodes);
  if (/\bor\b|;|\brequired\b|\bpreferred\b/i.test(text.slice(before.end, wording.start))) return undefined;
  // "Associate degree and four years of experience in its place": all that stands before the wording.
  const said = wording.nodes.filter((node) => node.kind === 'experience');
  return [...marks.slice(0, lieu).flatMap((mark) => mark.nodes), ...said];
}

/** "RHIT with CCS": credentials that one line asks for together, with no comma between them, to be one side of an "or". */
export function isBound(text: string, clauses: readonly Clause[]): boolean {
  const first = clauses[0];
  const last = clauses.at(-1);
  if (first === undefined || last === undefined || clauses.length > MAX_TOGETHER) return false;
  return (
    clauses.every((one) => one.strength === first.strength && isCredentials(one.node)) &&
    !/[,;.]/.test(text.slice(first.node.evidence.start, last.node.evidence.end))
  );
}

/** How many of the last demands are one side of the "or" that follows them. */
export function boundBefore(text: string, found: readonly Found[]): number {
  const unit = found.at(-1)?.unit;
  let count = 0;
  while (count <= MAX_TOGETHER && found.at(-1 - count)?.unit === unit && count < found.length) count += 1;
  return isBound(text, found.slice(-count)) ? count : 1;
}

/** More than any line asks for together. */
const MAX_TOGETHER = 6;

function isCredentials(node: RequirementNode): boolean {
  if (node.graceMonths !== undefined) return false;
  return node.kind === 'credential' || (node.kind === 'any' && node.of.every(isCredentials));
}

function hasLevel(node: RequirementNode, level: EducationLevel): boolean {
  if (node.kind === 'education') return node.level === level;
  return (node.kind === 'any' || node.kind === 'all') && node.of.some((child) => hasLevel(child, level));
}

function hasEducation(node: RequirementNode): boolean {
  return node.kind === 'education' || ((node.kind === 'any' || node.kind === 'all') && node.of.some(hasEducation));
}
