import type { RequirementNode } from '../../model/requirement.ts';
import type { Clause } from './clauses.ts';
import { readGraces } from './cues.ts';
import type { Mark } from './marks.ts';
import { quote } from './quotes.ts';
import type { Sentence } from './sentence.ts';
import { anyOf } from './tree.ts';

/** What a head such as "One of the following is required:" says about the items below it. */
export interface ListHead {
  readonly choice: boolean;
  readonly strength: 'required' | 'preferred' | null;
  /** Demands of the list so far, joined when it ends. */
  readonly nodes: RequirementNode[];
  /** Months after hire that the head grants to the whole list. */
  readonly grace: number | undefined;
  readonly unit: number;
  /** Where the head begins. */
  readonly start: number;
}

const LIST_HEAD = /(?<!(?:months?|years?|days?|weeks?) )\b(?:following|below)\b[^.]{0,60}$|:\s*$/i;
const CHOICE =
  /\b(?:one|any|either|1)\b(?: or more)?(?: \(1\))?[^.]{0,40}\b(?:of|following|below)\b|\bone of\b|\beither\b|such as|e\.g\.?|\bat least one\b|\band\/or\b|like/i;
const HEAD_SUBJECT =
  /licen[sc]|certif|credential|degree|education|qualif|must|required|preferred|one of|any|either|following|registered|below/i;

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
  return {
    choice: CHOICE.test(sentence),
    strength: said ?? strength,
    nodes: [],
    grace: readGraces(one)[0]?.months,
    unit,
    start,
  };
}

/** The demands of a finished list: one choice, or each item for itself. */
export function closeList(text: string, head: ListHead): Clause[] {
  if (head.nodes.length === 0) return [];
  const { grace, strength } = head;
  const nodes =
    grace === undefined ? head.nodes : head.nodes.map((node) => ({ ...node, graceMonths: node.graceMonths ?? grace }));
  const parts = head.choice ? [withHead(text, head, anyOf(text, nodes))] : nodes;
  return parts.map((node) => ({ strength, node, said: true }));
}

/** A choice is read with the words that offer it. */
function withHead(text: string, head: ListHead, node: RequirementNode): RequirementNode {
  const { start, end } = node.evidence;
  return { ...node, evidence: quote(text, Math.min(head.start, start), end) };
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
