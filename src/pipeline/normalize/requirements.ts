import type { Requirement, RequirementNode } from '../../model/requirement.ts';
import { type Clause, readClauses } from './clauses.ts';
import type { CredentialIndex, Mention } from './credential-index.ts';
import { readGrace } from './cues.ts';
import { type Mark, quote, readMarks, withoutUmbrellas } from './marks.ts';
import { mergeRequirements } from './merge.ts';
import type { PlacedSegment, SectionKind } from './sections.ts';
import { TOPIC } from './topics.ts';
import { anyOf } from './tree.ts';

/** A demand with the sentence it came from; `unit` counts list items and sentences. */
interface Found extends Clause {
  readonly unit: number;
}

/** What a head such as "One of the following is required:" says about the items below it. */
interface ListHead {
  readonly choice: boolean;
  readonly strength: 'required' | 'preferred' | null;
  /** Demands of the list so far, joined when it ends. */
  readonly nodes: RequirementNode[];
  readonly grace: number | undefined;
  readonly unit: number;
}

const OR_ALONE = /^(?:and\/)?or\.?$/i;
/** Topics of sentences that say something of a demand without naming one. */
const SPEAKS = TOPIC.credential | TOPIC.list | TOPIC.span;
const LIST_HEAD = /\b(?:following|below)\b[^.]{0,60}$|:\s*$/i;
const CHOICE = /\b(?:one|any|either|1)\b(?: or more)?(?: \(1\))?[^.]{0,40}\b(?:of|following|below)\b|\bone of\b|\beither\b|such as|e\.g\.?|\bat least one\b|\band\/or\b|like/i;
const HEAD_SUBJECT = /licen[sc]|certif|credential|degree|education|qualif|must|required|preferred|one of|any|either|following|registered|below/i;
const SUBSTITUTES = /in lieu of|substitut|in place of|absence of|equivalent combination|combination of education|considered in place/i;
const OBTAINED_LATER = /\bmust|obtain|require|certif|licens|achieve|earn/i;
const HOLDS = /^(?:must |should )?(?:hold|maintain|possess|have|be) |\bmust (?:hold|have|be|possess|maintain)/i;
const OUR_OWN = /\b(?:we|our|us|company|founded|firm has|practice has|serving|organization has|leader in|established)\b/i;
const CREDENTIAL_WORD = /\b(?:certifi(?:ed|cation)s?|licen[sc](?:es?|ed|ure)|credential(?:s|ed)?|registered|registration)\b/i;
const PLAIN_CERTIFIED = /certified (?:mail|letter)|licensed (?:software|content)|certification reimburs|registration (?:desk|process|staff)|maintain(?:s|ing)? (?:own )?licens|verif|continuing|recertif|\bbeds?\b|encourage you|we are|become certified|surveys?\b/i;

/**
 * Reads what a posting asks for. Mentions are the credentials found in the whole text, in reading order.
 */
export function readRequirements(text: string, segments: readonly PlacedSegment[], topics: Uint8Array, mentions: readonly Mention[], index: CredentialIndex): Requirement[] {
  const found: Found[] = [];
  let head: ListHead | undefined;
  let cursor = 0;
  /** The last sentence ended in "or", or a run of items joined by "or" is open. */
  let openOr = false;
  let runUnits = 0;
  const closeHead = () => {
    if (head !== undefined && head.nodes.length > 0) {
      const graced = head.grace === undefined ? head.nodes : head.nodes.map((node) => ({ ...node, graceMonths: node.graceMonths ?? head?.grace }));
      const strength = head.strength;
      if (head.choice) found.push({ strength, node: anyOf(text, graced), said: true, unit: head.unit });
      else for (const node of graced) found.push({ strength, node, said: true, unit: head.unit });
    }
    head = undefined;
  };
  for (const [unit, segment] of segments.entries()) {
    while ((mentions[cursor]?.start ?? Infinity) < segment.start) cursor += 1;
    const within: Mention[] = [];
    for (let at = cursor; (mentions[at]?.end ?? Infinity) <= segment.end; at += 1) {
      const mention = mentions[at];
      if (mention !== undefined) within.push(mention);
    }
    const about = topics[unit] ?? 0;
    const sentence = text.slice(segment.start, segment.end);
    if (segment.heading) {
      if (within.length === 0) {
        closeHead();
        openOr = false;
        runUnits = 0;
      }
      continue;
    }
    const marks = withoutUmbrellas(readMarks(text, segment.start, segment.end, within, about, index), text, index);
    if (marks.length === 0 && (about & SPEAKS) === 0 && !sentence.endsWith(':') && !OR_ALONE.test(sentence)) {
      if (head !== undefined && (!segment.bullet || sentence.length > 60) && head.nodes.length > 0) closeHead();
      openOr = false;
      runUnits = 0;
      continue;
    }
    const fallback = defaultStrength(segment.section, segment, sentence, marks);
    if (marks.length === 0) {
      if (OR_ALONE.test(sentence)) openOr = true;
      else {
        noteWithoutMarks(text, segment, sentence, found, unit);
        if (head !== undefined && (!segment.bullet || sentence.length > 60) && head.nodes.length > 0) closeHead();
        if (isHead(sentence)) {
          closeHead();
          head = newHead(sentence, fallback ?? strengthOf(sentence), unit);
        }
        openOr = false;
        runUnits = 0;
      }
      continue;
    }
    const clauses = readClauses(text, segment.start, segment.end, marks, fallback);
    const own = clauses.some((clause) => clause.said);
    const differs = own && clauses.some((clause) => clause.said && clause.strength !== head?.strength);
    if (head !== undefined && (differs || ((own || !isPlainItem(sentence, marks)) && head.nodes.length > 0))) closeHead();
    if (head !== undefined && isPlainItem(sentence, marks)) {
      const first = clauses[0];
      if (first !== undefined) {
        const whole = clauses.length === 1 ? first.node : all(text, clauses.map((clause) => clause.node));
        if (head.choice) head.nodes.push(whole);
        else head.nodes.push(...clauses.map((clause) => clause.node));
      }
      continue;
    }
    const startsWithOr = /^(?:and\/)?or\b/i.test(sentence);
    const joinsRun = openOr || startsWithOr || (runUnits > 1 && isPlainItem(sentence, marks) && segment.bullet && !own);
    const previous = found.at(-1);
    const firstClause = clauses[0];
    if (joinsRun && previous !== undefined && firstClause !== undefined && previous.unit >= unit - 2 && joinable(previous, firstClause)) {
      const strength = firstClause.said ? firstClause.strength : previous.strength;
      found[found.length - 1] = { ...previous, strength, node: anyOf(text, [previous.node, firstClause.node]), unit };
      for (const clause of clauses.slice(1)) found.push({ ...clause, unit });
      runUnits += 1;
    } else {
      if (!attachSubstitute(text, sentence, marks, found)) for (const clause of clauses) found.push({ ...clause, unit });
      runUnits = 1;
    }
    openOr = /\b(?:and\/)?or[,:;.\s*)]*$/i.test(sentence);
    if (!openOr && !startsWithOr && runUnits < 2) runUnits = 0;
    if (isHead(sentence)) {
      closeHead();
      head = newHead(sentence, firstClause?.strength ?? fallback, unit);
    }
  }
  closeHead();
  const requirements: Requirement[] = [];
  for (const { strength, node } of found) if (strength !== null) requirements.push({ strength, node });
  return mergeRequirements(requirements, index);
}

function all(text: string, nodes: readonly RequirementNode[]): RequirementNode {
  const start = Math.min(...nodes.map((node) => node.evidence.start));
  const end = Math.max(...nodes.map((node) => node.evidence.end));
  return { kind: 'all', of: nodes, evidence: quote(text, start, end) };
}

function joinable(left: Clause, right: Clause): boolean {
  return left.strength === right.strength || !left.said || !right.said;
}

function isHead(sentence: string): boolean {
  return sentence.length < 260 && LIST_HEAD.test(sentence) && HEAD_SUBJECT.test(sentence);
}

function newHead(sentence: string, strength: 'required' | 'preferred' | null, unit: number): ListHead {
  const said = strengthOf(sentence);
  return { choice: CHOICE.test(sentence), strength: said ?? strength, nodes: [], grace: readGrace(sentence)?.months, unit };
}

function strengthOf(sentence: string): 'required' | 'preferred' | null {
  if (/prefer|desir|\bplus\b|nice to have/i.test(sentence)) return 'preferred';
  return /\bmust|requir|minimum|need|possess|shall/i.test(sentence) ? 'required' : null;
}

/** An item of a list that is little more than the credential or degree itself. */
function isPlainItem(sentence: string, marks: readonly Mark[]): boolean {
  if (marks.every((mark) => mark.kind === 'experience' || mark.kind === 'equivalent')) return false;
  const named = marks.reduce((sum, mark) => sum + (mark.end - mark.start), 0);
  return sentence.length < 60 || sentence.length - named < 80;
}

/** What a bare leaf means in its section; `null` drops it unless its own sentence says how strongly it is asked. */
function defaultStrength(section: SectionKind, segment: PlacedSegment, sentence: string, marks: readonly Mark[]): 'required' | 'preferred' | null {
  if (section === 'preferred') return 'preferred';
  if (section === 'requirements') return 'required';
  if (section === 'benefits' || section === 'eeo' || section === 'pay' || section === 'physical') return null;
  if (OUR_OWN.test(sentence) && !/\byou\b|candidate|applicant|looking for|seeking/i.test(sentence)) return null;
  const years = marks.some((mark) => mark.kind === 'experience');
  const degree = marks.some((mark) => mark.kind === 'education');
  const credential = marks.some((mark) => mark.kind === 'credential');
  if (section === 'duties' && credential && sentence.length < 140 && HOLDS.test(sentence)) return 'required';
  // A long history in open text is the employer's own.
  if (years && marks.some((mark) => mark.nodes.some((node) => node.kind === 'experience' && node.years > 12))) return null;
  if ((years && /experience/i.test(sentence)) || (degree && /degree|diploma/i.test(sentence))) return section === 'duties' && !segment.bullet ? null : 'required';
  if (credential && section !== 'duties' && /\blicen[sc]e|certif|credential/i.test(sentence) && sentence.length < 160) return 'required';
  return null;
}

/** A sentence without a leaf may still speak of the one before it, or ask for something we cannot name. */
function noteWithoutMarks(text: string, segment: PlacedSegment, sentence: string, found: Found[], unit: number): void {
  const last = found.at(-1);
  const grace = readGrace(sentence);
  if (grace !== undefined && last !== undefined && last.unit >= unit - 2 && OBTAINED_LATER.test(sentence) && hasCredential(last.node)) {
    const evidence = quote(text, last.node.evidence.start, segment.start + grace.end);
    found[found.length - 1] = { ...last, strength: 'required', node: { ...last.node, graceMonths: grace.months, evidence } };
    return;
  }
  const asked = segment.section === 'requirements' || segment.section === 'preferred';
  if (!asked || sentence.length > 220 || !CREDENTIAL_WORD.test(sentence) || PLAIN_CERTIFIED.test(sentence) || /\bno\b|\bnot\b|\bmay be\b|:$/i.test(sentence)) return;
  if (strengthOf(sentence) === null && !segment.bullet && segment.topic !== 'credentials') return;
  const strength = strengthOf(sentence) ?? (segment.section === 'preferred' ? 'preferred' : 'required');
  found.push({ strength, node: { kind: 'unread', evidence: quote(text, segment.start, segment.end) }, said: false, unit });
}

function hasCredential(node: RequirementNode): boolean {
  return node.kind === 'credential' || ((node.kind === 'any' || node.kind === 'all') && node.of.some(hasCredential));
}

/** "In lieu of a degree, four years …": joins the degree of an earlier sentence as its alternative. */
function attachSubstitute(text: string, sentence: string, marks: readonly Mark[], found: Found[]): boolean {
  if (!SUBSTITUTES.test(sentence) || !marks.some((mark) => mark.kind === 'equivalent')) return false;
  const kinds = new Set(marks.map((mark) => mark.kind));
  const inLieu = /in lieu|absence|place of|substitut/i.test(sentence);
  if (kinds.has('credential') || (kinds.has('education') && !inLieu)) return false;
  const at = found.findLastIndex((one) => one.strength === 'required' && hasEducation(one.node));
  const target = found[at];
  if (target === undefined) return false;
  if (!inLieu) {
    // "5 years, or an equivalent combination of education and experience": the years stay a demand of their own.
    const stands = marks.filter((mark) => mark.kind === 'equivalent').flatMap((mark) => mark.nodes);
    found[at] = { ...target, node: anyOf(text, [target.node, ...stands]) };
    return marks.every((mark) => mark.kind === 'equivalent');
  }
  const lieu = marks.find((mark) => mark.kind === 'equivalent')?.start ?? 0;
  const instead = marks.filter((mark) => mark.start >= lieu).flatMap((mark) => mark.nodes);
  found[at] = { ...target, node: anyOf(text, [target.node, instead.length === 1 ? (instead[0] ?? target.node) : all(text, instead)]) };
  return true;
}

function hasEducation(node: RequirementNode): boolean {
  return node.kind === 'education' || ((node.kind === 'any' || node.kind === 'all') && node.of.some(hasEducation));
}
