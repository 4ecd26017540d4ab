import type { Finding, NodeState, Verdict } from '../../model/match.ts';
import type { Requirement, RequirementNode } from '../../model/requirement.ts';
import { describeNode } from '../normalize/describe.ts';
import { judgeCredential } from './judge-credential.ts';
import { judgeEducation } from './judge-education.ts';
import { judgeEquivalent, judgeExperience } from './judge-experience.ts';
import { type Judgement, NOT_IN_PROFILE } from './judgement.ts';
import type { Person } from './person.ts';

/**
 * Holds the requirements of a posting against a person. `ineligible` only when a required one is surely not
 * met; `eligible` when all required ones are met, or may be met in time; else, and when nothing could be read as
 * required, `unknown`. Findings come in the order of the requirements.
 */
export function judgeRequirements(
  requirements: readonly Requirement[],
  person: Person,
): { verdict: Verdict; findings: Finding[] } {
  const findings = requirements.map(({ strength, node }) => judgeNode(node, strength, undefined, person));
  return { verdict: verdictOf(findings), findings };
}

// From worst to best. What is unknown is better than what is surely missing, so that it never rejects.
const LADDER: readonly NodeState[] = ['not-met', 'unknown', 'later', 'met'];

function verdictOf(findings: readonly Finding[]): Verdict {
  const required = findings.filter((finding) => finding.strength === 'required').map((finding) => finding.state);
  if (required.includes('not-met')) return 'ineligible';
  // A posting that asks for nothing is rarer than one whose demands could not be read.
  return required.length === 0 || required.includes('unknown') ? 'unknown' : 'eligible';
}

function judgeNode(
  node: RequirementNode,
  strength: Finding['strength'],
  inherited: number | undefined,
  person: Person,
): Finding {
  const grace = node.graceMonths ?? inherited;
  const parts = isTree(node) ? node.of.map((child) => judgeNode(child, strength, grace, person)) : [];
  const judgement = isTree(node) ? judgeTree(node.kind, parts) : judgeLeaf(node, grace, person);

  return { strength, ...judgement, asks: describeNode(node, person.nameOf), evidence: node.evidence, parts };
}

type Tree = Extract<RequirementNode, { kind: 'all' | 'any' }>;

function isTree(node: RequirementNode): node is Tree {
  return node.kind === 'all' || node.kind === 'any';
}

function judgeLeaf(node: Exclude<RequirementNode, Tree>, grace: number | undefined, person: Person): Judgement {
  switch (node.kind) {
    case 'credential':
      return judgeCredential(node, grace, person);
    case 'education':
      return judgeEducation(node, grace, person);
    case 'experience':
      return judgeExperience(node, person);
    case 'equivalent':
      return judgeEquivalent(node.of, person);
    case 'unread':
      return { state: 'unknown', because: 'these words could not be read for certain; the quote shows them' };
  }
}

function judgeTree(kind: 'all' | 'any', parts: readonly Finding[]): Judgement {
  const rungs = parts.map((part) => LADDER.indexOf(part.state));
  const rung = kind === 'any' ? Math.max(...rungs) : Math.min(...rungs);
  const state = LADDER[rung] ?? 'unknown';
  const deciding = parts.filter((part) => part.state === state);
  if (deciding.length === 0) return { state: 'unknown', because: 'what is asked for could not be read' };

  return { state, because: kind === 'any' ? becauseOfAny(state, deciding) : becauseOfAll(deciding) };
}

function becauseOfAny(state: NodeState, deciding: readonly Finding[]): string {
  const reasons = deciding.map((part) => part.because);
  if (state === 'met' || state === 'later') return joined(reasons.slice(0, 1));
  const telling = reasons.filter((because) => !PLAIN_LACKS.includes(because));
  return telling.length > 0 ? joined(telling) : NONE_IN_PROFILE;
}

function becauseOfAll(deciding: readonly Finding[]): string {
  return joined(
    deciding.map((part) => (PLAIN_LACKS.includes(part.because) ? `${part.asks} is ${NOT_IN_PROFILE}` : part.because)),
  );
}

const NONE_IN_PROFILE = 'none of these is in your profile';
const PLAIN_LACKS: readonly string[] = [NOT_IN_PROFILE, NONE_IN_PROFILE];

// The parts carry every reason; a line of a digest has room for a few.
function joined(reasons: readonly string[]): string {
  return [...new Set(reasons)].slice(0, 3).join('; ');
}
