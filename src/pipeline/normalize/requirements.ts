import type { Requirement, RequirementNode } from '../../model/requirement.ts';
import { type Clause, isAlsoTaken, readClauses } from './clauses.ts';
import { countAsked } from './counts.ts';
import type { CredentialIndex, Mention } from './credential-index.ts';
import { attachSubstitute, boundBefore, type Found, isBound, noteWithoutMarks } from './follow-ups.ts';
import { type LabelGrace, labelGrace, withLabelGrace } from './grace.ts';
import { classify, fold } from './headings.ts';
import { joinLine, joinUnread, type LineChoice, openChoice, sortOfLine } from './line-choices.ts';
import {
  closeList,
  isFavourite,
  isHead,
  isPlainItem,
  type ListHead,
  newHead,
  saysAmountAlone,
  strengthOf,
  takeItem,
  takeUnread,
} from './lists.ts';
import { type Mark, readMarks, withoutUmbrellas } from './marks.ts';
import { mergeRequirements } from './merge.ts';
import { withNumbered } from './numbered.ts';
import { bounded, quote } from './quotes.ts';
import { bindEarlier, bindYears, ofEverybody, roleYears } from './role-years.ts';
import { defaultStrength } from './section-strength.ts';
import type { PlacedSegment } from './sections.ts';
import type { Sentence } from './sentence.ts';
import type { Tokens } from './tokens.ts';
import { TOPIC, type Topics } from './topics.ts';
import { allOf, anyOf, holdsCredential } from './tree.ts';

/** No honest posting asks for more; what follows is not read. */
const MAX_DEMANDS = 200;
/** A longer label is a heading that ran into its text. */
const LABEL_MAX = 60;
const OR_ALONE = /^(?:and\/)?or\.?$/i;
const ENDS_IN_OR = /\b(?:and\/)?or[,:;.\s*)]*$/i;
/** "We will also consider a CPhT". */
const ALSO_TAKES = /^\W*(?:we |the \w+ )?(?:(?:will|may|can|also|would) ){1,2}(?:consider|accept|take|welcome)s?\b/i;
/** Topics of sentences that say something of a demand without naming one. */
const SPEAKS = TOPIC.credential | TOPIC.list | TOPIC.span;

/**
 * Reads what a posting asks for. Mentions are the credentials found in the whole text, in reading order.
 */
export function readRequirements(
  text: string,
  segments: readonly PlacedSegment[],
  tokens: Tokens,
  topics: Topics,
  mentions: readonly Mention[],
  index: CredentialIndex,
): Requirement[] {
  const found: Found[] = [];
  let head: ListHead | undefined;
  let cursor = 0;
  /** The last sentence ended in "or", or a run of items joined by "or" is open. */
  let openOr = false;
  let runUnits = 0;
  let lines: LineChoice | undefined;
  let granted: LabelGrace | undefined;
  const closeHead = () => {
    if (head !== undefined) for (const clause of closeList(text, head)) found.push({ ...clause, unit: head.unit });
    head = undefined;
  };
  for (const [unit, segment] of segments.entries()) {
    if (found.length >= MAX_DEMANDS) break;
    while ((mentions[cursor]?.start ?? Infinity) < segment.start) cursor += 1;
    const within: Mention[] = [];
    for (let at = cursor; (mentions[at]?.end ?? Infinity) <= segment.end; at += 1) {
      const mention = mentions[at];
      if (mention !== undefined) within.push(mention);
    }
    const about = topics.bits[unit] ?? 0;
    const sentence = text.slice(segment.start, segment.end);
    const one: Sentence = {
      text,
      start: segment.start,
      end: segment.end,
      words: sentence,
      about,
      tokens,
      first: topics.first[unit] ?? 0,
      last: topics.last[unit] ?? 0,
    };
    if (segment.section === 'unneeded' && !segment.heading) {
      closeHead();
      openOr = false;
      runUnits = 0;
      const none = nothingNeeded(text, segment);
      if (none !== undefined) found.push({ ...none, unit });
      continue;
    }
    if (segment.heading) {
      granted = labelGrace(one, segment.line, segments[unit + 1]?.line === segment.line);
      if (within.length === 0) {
        closeHead();
        openOr = false;
        runUnits = 0;
        // "Certifications (two of the following)" above its list.
        if (segments[unit + 1]?.line !== segment.line && countAsked(sentence) !== undefined)
          head = newHead(one, announced(sentence, segment.section), unit);
      }
      continue;
    }
    const marks = withoutUmbrellas(
      readMarks(one, withNumbered(text, segment.end, within, index), index, isAsked(segment.section)),
      text,
      index,
    );
    const startsWithOr = /^(?:and\/)?or\b/i.test(sentence);
    if (marks.length === 0 && !OR_ALONE.test(sentence)) {
      const led = openOr || startsWithOr;
      const taken =
        head === undefined ? led && joinUnread(one, found, unit) : segment.bullet && takeUnread(text, head, one, led);
      if (taken) {
        openOr = ENDS_IN_OR.test(sentence);
        continue;
      }
    }
    if (marks.length === 0 && (about & SPEAKS) === 0 && !sentence.endsWith(':') && !OR_ALONE.test(sentence)) {
      if (head !== undefined && (!segment.bullet || sentence.length > 60) && head.nodes.length > 0) closeHead();
      openOr = false;
      runUnits = 0;
      continue;
    }
    const fallback = defaultStrength(segment, sentence, marks);
    if (marks.length === 0) {
      if (OR_ALONE.test(sentence)) openOr = true;
      else {
        noteWithoutMarks(one, segment, found, unit, within.length > 0);
        if (head !== undefined && (!segment.bullet || sentence.length > 60) && head.nodes.length > 0) closeHead();
        if (isHead(sentence)) {
          closeHead();
          head = newHead(one, fallback ?? strengthOf(sentence) ?? announced(sentence, segment.section), unit);
        }
        openOr = false;
        runUnits = 0;
      }
      continue;
    }
    const read = (which: readonly Mark[]) =>
      withLabelGrace(granted, segment, readClauses(one, which, fallback, labelStart(segments, unit)));
    const ofRole = roleYears(one, marks, within);
    const common = ofEverybody(marks, ofRole);
    const ofAll = read(common);
    const clauses =
      ofRole.length === 0
        ? ofAll
        : (bindYears(text, ofAll, ofRole) ?? (bindEarlier(text, found, ofRole, unit) ? ofAll : read(marks)));
    if (ofRole.length > 0 && clauses.length === 0) continue;
    const inChoice = head?.choice === true && segment.bullet;
    const inside = inChoice && (saysAmountAlone(sentence) || isFavourite(sentence, clauses));
    const own = !inside && clauses.some((clause) => clause.said);
    const differs = own && clauses.some((clause) => clause.said && clause.strength !== head?.strength);
    const plain = isPlainItem(sentence, marks, inChoice);
    if (head !== undefined && (differs || ((own || !plain) && head.nodes.length > 0))) closeHead();
    if (head !== undefined && plain) {
      takeItem(text, head, sentence, marks, clauses);
      continue;
    }
    const sort = head === undefined ? sortOfLine(sentence, segment.start, marks, clauses) : undefined;
    if (lines !== undefined && sort !== undefined) {
      lines = joinLine(text, lines, sort, found, clauses, unit);
      if (lines !== undefined) continue;
    } else lines = undefined;
    const joinsRun = openOr || startsWithOr || (runUnits > 1 && isPlainItem(sentence, marks) && segment.bullet && !own);
    const previous = found.at(-1);
    const firstClause = clauses[0];
    const nodes = clauses.map((clause) => clause.node);
    if (
      previous?.strength === 'required' &&
      previous.unit >= unit - 2 &&
      (ALSO_TAKES.test(sentence) ||
        isAlsoTaken(
          text.slice(marks.findLast((mark) => mark.kind === 'credential')?.end ?? segment.start, segment.end),
        )) &&
      holdsCredential(previous.node) &&
      nodes.some(holdsCredential)
    ) {
      const other = nodes.length === 1 ? (nodes[0] ?? previous.node) : allOf(text, nodes);
      found[found.length - 1] = { ...previous, node: anyOf(text, [previous.node, other]), unit };
      continue;
    }
    if (
      joinsRun &&
      previous !== undefined &&
      firstClause !== undefined &&
      previous.unit >= unit - 2 &&
      joinable(previous, firstClause)
    ) {
      const strength = firstClause.said ? firstClause.strength : previous.strength;
      const last = found.filter((one) => one.unit === previous.unit && one.strength === previous.strength);
      // "Bachelor's degree and 3 years; or" / "Master's degree and 1 year": the whole of both lines.
      const lines = isMixed(last.map((one) => one.node)) && isMixed(nodes);
      const earlier = found.splice(-(lines ? last.length : boundBefore(text, found))).map((one) => one.node);
      const whole = lines || isBound(text, clauses) ? nodes : [firstClause.node];
      found.push({ ...previous, strength, node: anyOf(text, [allOf(text, earlier), allOf(text, whole)]), unit });
      for (const clause of clauses.slice(whole.length)) found.push({ ...clause, unit });
      runUnits += 1;
    } else {
      if (!attachSubstitute(text, sentence, marks, found))
        for (const clause of clauses)
          found.push({ ...clause, unit, weak: segment.section !== 'requirements' && !clause.said });
      runUnits = 1;
    }
    if (sort !== undefined && found.at(-1)?.node === clauses.at(-1)?.node)
      lines = openChoice(sort, found, clauses, unit);
    openOr = ENDS_IN_OR.test(sentence);
    if (!openOr && !startsWithOr && runUnits < 2) runUnits = 0;
    if (isHead(sentence, (marks.at(-2)?.start ?? -1) - segment.start)) {
      closeHead();
      head = newHead(one, firstClause?.strength ?? fallback, unit);
    }
  }
  closeHead();
  const wished = new Set(found.flatMap(({ strength, node }) => (strength === 'preferred' ? idOf(node) : [])));
  const requirements: Requirement[] = [];
  for (const { strength, node, weak } of found) {
    if (weak === true && strength === 'required' && idOf(node).some((id) => wished.has(id))) continue;
    if (strength !== null) requirements.push({ strength, node: { ...node, evidence: bounded(text, node.evidence) } });
  }
  return mergeRequirements(requirements, index);
}

/** "You do not need: teaching experience". */
function nothingNeeded(text: string, segment: PlacedSegment): Clause | undefined {
  const item = /^(?:any |prior |previous |an? |\w+ ){0,3}experience[.;]?$/i.exec(
    text.slice(segment.start, segment.end),
  );
  if (item === null) return undefined;
  const node = { kind: 'experience', years: 0, evidence: quote(text, segment.start, segment.end) } as const;
  return { strength: 'required', node, said: true };
}

/** "One of these certifications:" asks for one of them wherever no other section has begun. */
const OFFERS =
  /^(?:at least )?(?:one|any|either|two|three) (?:\(\d\) )?(?:or more )?of (?:these|the (?:following|below))\b.{0,30}\b(?:certif|credential|licen)/i;

/** "Education & experience (one of the two):" is a heading with a choice in brackets. */
function announced(sentence: string, section: PlacedSegment['section']): 'required' | 'preferred' | null {
  if (section === 'preferred') return 'preferred';
  if (section === 'requirements' || (section === 'open' && OFFERS.test(sentence))) return 'required';
  const kind = classify(fold(sentence.replace(/\(.{0,80}$|:\s*$/, '')))?.kind;
  if (kind === 'preferred') return 'preferred';
  return kind === 'requirements' ? 'required' : null;
}

/** Demands of several kinds. */
function isMixed(nodes: readonly RequirementNode[]): boolean {
  return nodes.length > 1 && new Set(nodes.map((node) => node.kind)).size > 1;
}

function idOf(node: RequirementNode): string[] {
  return node.kind === 'credential' ? [node.id] : [];
}

function isAsked(section: PlacedSegment['section']): boolean {
  return section === 'requirements' || section === 'preferred';
}

/** Where a line's label ("Licensure: …") begins, for the sentence that follows it; else the sentence itself. */
function labelStart(segments: readonly PlacedSegment[], unit: number): number | undefined {
  const label = segments[unit - 1];
  const segment = segments[unit];
  if (label === undefined || !label.heading || label.line !== segment?.line) return segment?.start;
  return segment.start - label.start <= LABEL_MAX ? label.start : segment.start;
}

function joinable(left: Clause, right: Clause): boolean {
  return left.strength === right.strength || !left.said || !right.said;
}
