import type { RequirementNode } from '../../model/requirement.ts';
import type { Clause } from './clauses.ts';
import { countAsked, severalOf } from './counts.ts';
import { readGraces } from './cues.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import type { Sentence } from './sentence.ts';
import { allOf, anyOf } from './tree.ts';
import { waysFrom } from './ways.ts';

/** What a head such as "One of the following is required:" says about the items below it. */
export interface ListHead {
  readonly choice: boolean;
  /** How many of the items are asked for, where the head says it: "Two of the following:". */
  readonly count: number | undefined;
  readonly strength: 'required' | 'preferred' | null;
  /** It offers ways to meet one demand, most of which are nothing that a reader knows. */
  readonly ways: boolean;
  /** It offers credentials and nothing else: "One of these certifications:". */
  readonly credentials: boolean;
  /** It speaks of some of the jobs only: "Positions that may involve driving require:". */
  readonly conditional: boolean;
  /** Items of the list that are no credential where only credentials are offered: demands of their own. */
  readonly others: Clause[];
  /** Demands of the list so far, joined when it ends. */
  readonly nodes: RequirementNode[];
  /** Months after hire that the head grants to the whole list. */
  readonly grace: number | undefined;
  readonly unit: number;
  /** Where the head begins. */
  readonly start: number;
}

const LIST_HEAD =
  /(?<!(?:months?|years?|days?|weeks?) )\b(?:following|below)\b[^.]{0,60}$|\b(?:one|any|either|two|three) of these(?: (?:\w+ ){0,2}(?:certifications?|credentials?|licen[sc]es?))?(?: (?:is|are) required)?$|:\s*$/i;
const CHOICE =
  /\b(?:one|any|either|1)\b(?: or more)?(?: \(1\))?[^.]{0,40}\b(?:of|following|below)\b|\bone of\b|\beither\b|such as|e\.g\.?|\bat least one\b|\band\/or\b|like/i;
const HEAD_SUBJECT =
  /licen[sc]|certif|credential|degree|education|qualif|must|required|preferred|\b(?:one|two|three|[1-3]) of\b|any|either|following|registered|below/i;

const CREDENTIALS = /\b(?:certifications?|credentials?|licen[sc]es?|licensures?|registrations?|certificates?)\b/i;
const OTHER_KINDS =
  /\b(?:experience|education|degrees?|diplomas?|qualifications?|requirements?|criteria|background|training|options|combinations?)\b/i;

/** Does this sentence open a list of demands? `named` is where the last but one of its own demands begins: a list of its own is no head. */
export function isHead(sentence: string, named = -1): boolean {
  if (sentence.length >= 260 || !HEAD_SUBJECT.test(sentence)) return false;
  const head = LIST_HEAD.exec(sentence);
  return head !== null && (named < head.index || sentence.endsWith(':'));
}

/** Opens a list; `strength` is what holds where the head itself does not say it. */
export function newHead(one: Sentence, strength: 'required' | 'preferred' | null, unit: number): ListHead {
  const { words: sentence, start } = one;
  const said = strengthOf(sentence);
  const count = countAsked(sentence);
  const ways = waysFrom(sentence) !== -1;
  return {
    choice: count !== undefined || ways || CHOICE.test(sentence),
    ways,
    count,
    credentials: CREDENTIALS.test(sentence) && !OTHER_KINDS.test(sentence),
    others: [],
    conditional: CONDITIONAL.test(sentence),
    strength: said ?? strength,
    nodes: [],
    grace: readGraces(one)[0]?.months,
    unit,
    start,
  };
}

const CONDITIONAL =
  /\b(?:positions?|jobs?|roles?|assignments?) (?:that|which) (?:may|might|can|could)\b|\bif (?:the|your|this) (?:position|job|role)\b/i;

/** The demands of a finished list: one choice, or each item for itself. */
export function closeList(text: string, head: ListHead): Clause[] {
  const { grace, strength, others } = head;
  if (head.conditional) return [];
  if (head.nodes.length === 0) return others;
  const nodes =
    grace === undefined ? head.nodes : head.nodes.map((node) => ({ ...node, graceMonths: node.graceMonths ?? grace }));
  const chosen = head.count === undefined ? anyOf(text, nodes) : severalOf(text, head.start, nodes, head.count);
  const parts = head.choice ? [withHead(text, head, chosen)] : nodes;
  return [...parts.map((node): Clause => ({ strength, node, said: true })), ...others];
}

/** Takes an item into the list that it stands in. */
export function takeItem(
  text: string,
  head: ListHead,
  sentence: string,
  marks: readonly Mark[],
  clauses: readonly Clause[],
): void {
  const nodes = clauses.map((clause) => clause.node);
  if (!head.choice) head.nodes.push(...nodes);
  // "Three years of coding experience" below "One of these certifications:" is no certification.
  else if (head.credentials && marks.every(({ kind }) => kind === 'experience') && !/^(?:and\/)?or\b/i.test(sentence))
    head.others.push(...clauses);
  else if (nodes.length > 0) {
    head.nodes.push(allOf(text, nodes));
    if (isFavourite(sentence, clauses)) head.others.push(...clauses);
  }
}

const NAMES_CREDENTIAL =
  /^(?!.*\b(?:prefer\w*|no|not|maintain\w*|ability|able|knowledge|must|required|willing\w*|provide\w*|support\w*|assist\w*|staff|patients?|we|our)\b).*\b(?:certified|certification|certificate|licensed?|licensure|registered|credential|diplomate|graduate of|completion of|enrolled in)\b/i;

/**
 * Takes an item that names no leaf into a choice that it is one way of: whoever lacks the others may still have it.
 * `led`: by "or". Tells whether it was taken.
 */
export function takeUnread(text: string, head: ListHead, { words, end }: Sentence, led: boolean): boolean {
  const unread: RequirementNode = {
    kind: 'unread',
    evidence: quote(text, end - words.replace(/^(?:and\/)?or\b\W*/i, '').length, end),
  };
  const last = head.nodes.at(-1);
  if (!head.choice && led && last !== undefined) head.nodes[head.nodes.length - 1] = anyOf(text, [last, unread]);
  else if (head.choice && (led || head.ways || (words.length < 90 && NAMES_CREDENTIAL.test(words))))
    head.nodes.push(unread);
  else return false;
  return true;
}

/** "RHIA (preferred)" in a list of which one is required: one of them, and a wish. */
export function isFavourite(sentence: string, clauses: readonly Clause[]): boolean {
  return clauses.every(({ strength }) => strength === 'preferred') && /\((?:\w+ )?preferred\)\W*$/i.test(sentence);
}

/** A choice is read with the words that offer it. */
function withHead(text: string, head: ListHead, node: RequirementNode): RequirementNode {
  const { start, end } = node.evidence;
  return { ...node, evidence: quote(text, Math.min(head.start, start), end) };
}

/** "At least three years of coding": only the amount is said, not how strongly it is asked. */
export function saysAmountAlone(sentence: string): boolean {
  return /^(?:at least|(?:a )?minimum(?: of)?|no (?:less|fewer) than)\b(?!.*\b(?:requir|must|prefer|need|plus|desir))/i.test(
    sentence,
  );
}

/** How strongly a sentence without a leaf of its own asks. */
export function strengthOf(sentence: string): 'required' | 'preferred' | null {
  if (/prefer|desir|\bplus\b|nice to have/i.test(sentence)) return 'preferred';
  return /\bmust|requir|minimum|need|possess|shall/i.test(sentence) ? 'required' : null;
}

/** An item of a list that is little more than the credential or degree itself. */
export function isPlainItem(sentence: string, marks: readonly Mark[], choice = false): boolean {
  if (choice && sentence.length < 200) return marks.some((mark) => mark.kind !== 'equivalent');
  if (marks.every((mark) => mark.kind === 'experience' || mark.kind === 'equivalent')) return false;
  const named = marks.reduce((sum, mark) => sum + (mark.end - mark.start), 0);
  return sentence.length < 60 || sentence.length - named < 80;
}
