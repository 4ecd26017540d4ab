import type { Finding, NodeState, Step, Verdict } from '../../model/match.ts';
import type { Requirement, RequirementNode } from '../../model/requirement.ts';
import { describeNode } from '../normalize/describe.ts';
import { judgeCredential } from './judge-credential.ts';
import { judgeEducation } from './judge-education.ts';
import { judgeEquivalent, judgeExperience } from './judge-experience.ts';
import { type Judgement, NOT_IN_PROFILE, rungOf } from './judgement.ts';
import type { Person } from './person.ts';
import { afterStep, smallestOf, stepsFor } from './steps.ts';

/** What the requirements of a posting come to for a person. */
export interface Eligibility {
  readonly verdict: Verdict;
  /** In the order of the requirements. */
  readonly findings: Finding[];
  /** Of a `near` verdict the single steps that would leave nothing missing; else empty. */
  readonly steps: Step[];
}

/**
 * Holds the requirements of a posting against a person. Only what is required and surely not met makes it `near` or
 * `ineligible`; what is preferred never counts. When nothing could be read as required the verdict is `unknown`.
 */
export function judgeRequirements(requirements: readonly Requirement[], person: Person): Eligibility {
  const findings = requirements.map(({ strength, node }) => judgeNode(node, strength, undefined, person));
  const required = findings.filter((finding) => finding.strength === 'required').map((finding) => finding.state);
  if (required.includes('not-met')) {
    const steps = singleSteps(requirements, findings, person);
    return { verdict: steps.length > 0 ? 'near' : 'ineligible', findings, steps };
  }
  return { verdict: verdictOf(required), findings, steps: [] };
}

function verdictOf(required: readonly NodeState[]): Verdict {
  // A posting that asks for nothing is rarer than one whose demands could not be read.
  if (required.length === 0 || required.includes('unknown')) return 'unknown';
  return required.includes('planned') ? 'eligible-soon' : 'eligible';
}

function singleSteps(requirements: readonly Requirement[], findings: readonly Finding[], person: Person): Step[] {
  const missing = requirements.flatMap(({ strength, node }, index) => {
    const finding = findings[index];
    return strength === 'required' && finding?.state === 'not-met' ? [{ node, finding }] : [];
  });
  // Steps of one demand may serve another: the higher degree, the more years.
  const candidates = new Map(
    missing
      .flatMap(({ node, finding }) => stepsFor(node, finding, person))
      .map((step) => [JSON.stringify(step), step] as const),
  );
  const enough = [...candidates.values()].filter((step) => {
    const after = afterStep(person, step);
    return missing.every(({ node }) => judgeNode(node, 'required', undefined, after).state !== 'not-met');
  });
  return smallestOf(enough);
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
  const rungs = parts.map((part) => rungOf(part.state));
  const rung = kind === 'any' ? Math.min(...rungs) : Math.max(...rungs);
  const state = parts[rungs.indexOf(rung)]?.state;
  const deciding = parts.filter((part) => part.state === state);
  if (state === undefined) return { state: 'unknown', because: 'what is asked for could not be read' };

  return { state, because: kind === 'any' ? becauseOfAny(state, deciding) : becauseOfAll(deciding) };
}

function becauseOfAny(state: NodeState, deciding: readonly Finding[]): string {
  const reasons = deciding.map((part) => part.because);
  if (state !== 'unknown' && state !== 'not-met') return joined(reasons.slice(0, 1));
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
