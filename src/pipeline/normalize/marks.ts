import type { RequirementNode } from '../../model/requirement.ts';
import type { CredentialIndex, Mention } from './credential-index.ts';
import { readGraces } from './cues.ts';
import { bareDegree, readEducation } from './education.ts';
import { withEquivalents } from './equivalents.ts';
import { readYears } from './experience.ts';
import { withLesserYears } from './lesser-years.ts';
import { licenceRegions } from './licence-regions.ts';
import { isNoDemand } from './not-demands.ts';
import { experienceInstead } from './or-experience.ts';
import { readOthers } from './other-choices.ts';
import { quote } from './quotes.ts';
import type { Sentence } from './sentence.ts';
import { TOPIC } from './topics.ts';

/** A leaf of the requirement tree where it stands in the text. Offsets are UTF-16 into the whole text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly RequirementNode[];
  readonly kind: 'credential' | 'education' | 'experience' | 'equivalent';
  /** Of a credential. */
  readonly id?: string;
  /** A course card: in a list without a conjunction each one is asked for. */
  readonly course?: boolean;
  /** The leaf behind it is another way to meet the demand, whatever stands between them. */
  readonly orNext?: boolean;
}

const ELIGIBLE_AFTER =
  /^\)?,?(?:[ -]+(?:or|and|\/)?[ -]*|\s*\((?:or )?)(?:is |are )?(?:certification |licen[sc]ure |license |exam |board )?(?:eligib|candidates?\b|in progress)/i;
/** "An Ohio license, or eligibility for one". */
const ELIGIBLE_LATER =
  /^[^.;]{0,40}?,? or (?:currently )?licen[sc]\w*[- ]eligib|^[^.;]{0,60}?,? or (?:an? )?(?:eligib\w*|ability|able|the ability) (?:for|to (?:obtain|get|be|sit|receive|acquire)) (?:one|it|the same|this|that|such|licen[sc]\w*|certif\w*|an? licen[sc]e)/i;
const ELIGIBLE_BEFORE =
  /(?:eligib\w* (?:for|to (?:sit|practice|work|obtain|take|be|become|receive|hold|apply)|as)|able to (?:obtain|be licensed|become|acquire|hold)|abilit(?:y|ies) to (?:obtain|acquire|get|secure|hold)|working towards?|pursuing|in pursuit of|in the process of obtaining|progress(?:ing)? towards?)[^.;]{0,70}$/i;
const HOLDS_TOO =
  /\b(?:licen[sc]ed?|certified|hold|current|active|registered|certification|existing|possess)\b[^.;]{0,40}\bor\b[^.;]{0,12}$/i;
/** A question is a demand only when it asks for what the reader has. */
const ASKS_YOU = /^(?:do you|are you|have you|is your|can you|you )/i;
const EXEMPT =
  /\b(?:exempt from|are exempt|is waived|be waived|waiver|encourage you|interviewing candidates|reviewing applications|apply for our)\b/i;
/** "If applicable, internal candidates with an ADN …" asks nothing of the others. */
const ON_CONDITION =
  /\bif applicable,? [^.;]*$|\b(?:current|internal) (?:employees?|candidates?|staff|transfers?) (?:with|who|may|hired)\b[^.;]*$/i;
const LEAVES = TOPIC.education | TOPIC.span | TOPIC.stand;
/** Something else may take the place of experience: a degree named here is no demand. */
const INSTEAD_OF_EXPERIENCE =
  /\b(?:substitut\w+ for|in lieu of|in place of)(?: the| any)?(?: required)?(?: (?!degree|education|diploma)[\w-]+){0,5} (?:experience|years?)(?!-)|\bcan count (?:for|as)\b/i;
/** "Two years, or a coding program in place of experience" names both sides itself: there the degree is one. */
function insteadOfExperience(sentence: string): RegExpExecArray | null {
  const instead = INSTEAD_OF_EXPERIENCE.exec(sentence);
  if (instead === null) return null;
  const before = sentence.slice(Math.max(0, instead.index - 160), instead.index);
  const part = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
  return /\b(?:years?|months?)\b.*\bor\b/i.test(part) ? null : instead;
}

/** How far behind a licence its compact is named: "… or holds a privilege under the Nurse Licensure Compact". */
const COMPACT_WITHIN = 220;
/**
 * The leaves named in one sentence, in reading order: credentials (from the mentions found in it), education,
 * experience, and "or equivalent". Words that only look like a demand are left out. `asked`: it stands among the requirements.
 */
export function readMarks(one: Sentence, mentions: readonly Mention[], index: CredentialIndex, asked = false): Mark[] {
  const { text, start, end, about, words: sentence } = one;
  if (mentions.length === 0 && (about & LEAVES) === 0) return [];
  if (((about & TOPIC.exempt) !== 0 && EXEMPT.test(sentence)) || (sentence.endsWith('?') && !ASKS_YOU.test(sentence)))
    return [];
  const marks: Mark[] = [];
  for (const mention of mentions) {
    const before = text.slice(Math.max(start, mention.start - 120), mention.start);
    const after = text.slice(mention.end, Math.min(end, mention.end + 100));
    if (isNoDemand(one, mention, before, after, index.isLicence(mention.id))) continue;
    const mark = credentialMark(text, mention, before, after);
    marks.push({
      ...(index.isLicence(mention.id)
        ? inRegions(mark, before, text.slice(mention.end, Math.min(end, mention.end + COMPACT_WITHIN)))
        : mark),
      course: index.isCourse(mention.id),
    });
  }
  const instead = (about & TOPIC.stand) === 0 ? null : insteadOfExperience(sentence);
  if (instead === null && (about & TOPIC.education) !== 0 && !/^if\b/i.test(sentence)) {
    const stops = mentions.map((mention) => mention.start);
    const levels = readEducation(one, stops).filter(
      (level) => !ON_CONDITION.test(text.slice(Math.max(start, level.start - 160), level.start)),
    );
    const bare = bareDegree(one, levels, stops);
    if (bare !== undefined) {
      const unread: RequirementNode = { kind: 'unread', evidence: quote(text, bare.start, bare.end) };
      marks.push({ ...bare, kind: 'education', nodes: [unread] });
    }
    for (const { level, fields, ...at } of levels) {
      const studying = isStudied(text, start, at.start, at.end, end) ? { inProgress: true } : {};
      const evidence = quote(text, at.start, at.end);
      const node: RequirementNode = { kind: 'education', level, fields, ...studying, evidence };
      marks.push({ start: at.start, end: at.end, kind: 'education', nodes: [node] });
    }
  }
  const years = (about & TOPIC.span) === 0 ? [] : readYears(text, start, end, asked);
  const graces = years.length === 0 ? [] : readGraces(one);
  for (const span of years) {
    if (instead !== null && span.start - start > instead.index) continue;
    // "Must be obtained in 18 months" is a time to do it in.
    if (graces.some((grace) => span.start < start + grace.end && start + grace.start < span.end)) continue;
    const evidence = quote(text, span.start, span.end);
    const topic = span.topic === undefined ? {} : { topic: span.topic };
    const node: RequirementNode = { kind: 'experience', years: span.years, ...topic, evidence };
    marks.push({ start: span.start, end: span.end, kind: 'experience', nodes: [node] });
  }
  if ((about & TOPIC.span) !== 0 && marks.length > 0) marks.push(...experienceInstead(one, marks));
  // A credential that was found to be no demand is no unknown alternative either.
  const isKnown = (mark: Mark) => mentions.some((mention) => mention.start < mark.end && mark.start < mention.end);
  for (const other of readOthers(text, start, end, marks)) if (!isKnown(other)) marks.push(other);
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const leaves = withLesserYears(text, shareEligibility(text, dropOverlaps(marks)), mentions);
  const stands =
    (about & TOPIC.stand) !== 0 ||
    (leaves.some((mark) => mark.kind === 'education') && /\bor\b.{0,60}experience/i.test(sentence)) ||
    (leaves.length > 0 && /\b(?:or (?:an)?other|instead of)\b/i.test(sentence));
  return instead !== null || !stands ? leaves : withEquivalents(text, start, sentence, leaves);
}

const STUDIES =
  /\b(?:enrolled|enrolment|enrollment|pursuing|pursue|working (?:on|towards?)|students?|studying|attending|in pursuit of|progress(?:ing)? towards?)\b(?: [\w'’/,-]+){0,6} ?$/i;
const STUDIES_AFTER = /^(?: (?:degree|program|in [A-Z][\w ]{2,40}))? ?\(?(?:students?\b|in progress|candidates?\b)/i;

function isStudied(text: string, from: number, start: number, end: number, to: number): boolean {
  const before = text.slice(Math.max(from, start - 70), start);
  return (
    STUDIES.test(before.slice(before.lastIndexOf(';') + 1)) ||
    STUDIES_AFTER.test(text.slice(end, Math.min(to, end + 60)))
  );
}

function credentialMark(text: string, mention: Mention, before: string, after: string): Mark {
  const { id, start, end } = mention;
  const evidence = quote(text, start, end);
  const holder: RequirementNode = { kind: 'credential', id, evidence };
  const candidate: RequirementNode = { kind: 'credential', id, eligible: true, evidence };
  const later = ELIGIBLE_AFTER.exec(after);
  if (later !== null) {
    const both = /\bor\b/i.test(later[0]);
    return { start, end, kind: 'credential', id, nodes: both ? [holder, candidate] : [candidate] };
  }
  if (ELIGIBLE_LATER.test(after)) return { start, end, kind: 'credential', id, nodes: [holder, candidate] };
  const earlier = ELIGIBLE_BEFORE.exec(before);
  if (earlier !== null && !/[,;] *(?:and|with)? *$/.test(before)) {
    const both = HOLDS_TOO.test(before.slice(0, earlier.index));
    return { start, end, kind: 'credential', id, nodes: both ? [holder, candidate] : [candidate] };
  }
  return { start, end, kind: 'credential', id, nodes: [holder] };
}

/** "RN license in Ohio or a compact state": one licence, valid in any of these. */
function inRegions(mark: Mark, before: string, after: string): Mark {
  const regions = licenceRegions(before, after);
  if (regions.length === 0) return mark;
  const nodes = mark.nodes.flatMap((node): RequirementNode[] =>
    node.kind === 'credential' ? regions.map((region) => ({ ...node, region })) : [node],
  );
  return { ...mark, nodes };
}

/** "RHIA/RHIT eligible" speaks of both; after "or" it speaks of the last one alone. */
function shareEligibility(text: string, marks: readonly Mark[]): Mark[] {
  const shared = [...marks];
  for (let position = shared.length - 1; position > 0; position -= 1) {
    const mark = shared[position];
    const before = shared[position - 1];
    const [only] = mark?.nodes ?? [];
    if (mark === undefined || before === undefined || mark.nodes.length !== 1 || only?.kind !== 'credential') continue;
    if (only.eligible !== true || before.kind !== 'credential') continue;
    if (!/^ ?\/ ?$/.test(text.slice(before.end, mark.start))) continue;
    shared[position - 1] = {
      ...before,
      nodes: before.nodes.map((node) => (node.kind === 'credential' ? { ...node, eligible: true } : node)),
    };
  }
  return shared;
}

/** Years inside an education phrase ("2-year degree") and levels inside a credential's name are not leaves of their own. */
function dropOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    if (last !== undefined && mark.start < last.end) continue;
    kept.push(mark);
  }
  return kept;
}

/** An umbrella alone in brackets behind a credential. */
function inBrackets(text: string, previous: Mark, mark: Mark, index: CredentialIndex): boolean {
  return (
    index.isUmbrella(mark.id ?? '') &&
    /^ ?\($/.test(text.slice(previous.end, mark.start)) &&
    text.charAt(mark.end) === ')'
  );
}

const INTRODUCES = /\(|:|such as|includ|e\.g|i\.e|–| - |like\b|specifically|one of|either/i;
const ISSUER = /^[^.;]{0,24}\b(?:from|by|through|via|with)(?: the)? $/i;

/** "Informatics certification (NI-BC)": a name without letters of its own, and in brackets which one is meant. */
function namesKind(text: string, mark: Mark, next: Mark | undefined, index: CredentialIndex): boolean {
  if (next?.id === undefined || mark.id === undefined || index.isCourse(mark.id) || index.isLicence(mark.id))
    return false;
  const words = text.slice(mark.start, mark.end);
  if (!/(?:certifica(?:tion|te)|credential)s?$/i.test(words) || /[A-Z]{2}/.test(words)) return false;
  if (!/^ ?\((?:e\.?g\.?,? |such as |i\.?e\.?,? )?$/i.test(text.slice(mark.end, next.start))) return false;
  return !/prefer|requir|plus|desir|eligib/i.test(text.slice(next.start, next.start + 120).split(')')[0] ?? '');
}

/** Drops umbrella credentials that only introduce their own list: "AAPC or AHIMA (CPC, CCS)". */
export function withoutUmbrellas(marks: readonly Mark[], text: string, index: CredentialIndex): Mark[] {
  const kept: Mark[] = [];
  // From right to left: of two umbrellas before one list both go.
  let dropped: string | undefined;
  for (let position = marks.length - 1; position >= 0; position -= 1) {
    const mark = marks[position];
    if (mark === undefined) break;
    const { id } = mark;
    const previous = marks[position - 1];
    const next = kept.at(-1);
    const gap = next === undefined ? '' : text.slice(mark.end, next.start);
    // "CPC or COC from AAPC", "CDIP (AHIMA)": the umbrella is only the issuer's name.
    const issuer =
      (id !== undefined && previous?.id !== undefined && inBrackets(text, previous, mark, index)) ||
      (id !== undefined &&
        previous?.id !== undefined &&
        index.covers(id, previous.id) &&
        ISSUER.test(text.slice(previous.end, mark.start)));
    const introduces =
      id !== undefined &&
      next?.id !== undefined &&
      index.covers(id, next.id) &&
      gap.length <= (id === dropped ? 90 : 60) &&
      INTRODUCES.test(gap);
    if (issuer || introduces || namesKind(text, mark, next, index)) dropped = id;
    else {
      kept.push(mark);
      dropped = undefined;
    }
  }
  return kept.reverse();
}
