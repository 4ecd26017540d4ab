import type { RequirementNode } from '../../model/requirement.ts';
import { quote } from './quotes.ts';

/** More alternatives than any posting names. */
const MAX_PARTS = 60;

/** Joins nodes into one that needs all or any of them; one of its own kind is taken apart, and nothing is in it twice. */
export function join(kind: 'any' | 'all', nodes: readonly RequirementNode[], text: string): RequirementNode {
  const flat = nodes
    .flatMap((node) => (node.kind === kind && node.graceMonths === undefined ? node.of : [node]))
    .slice(0, MAX_PARTS);
  const start = Math.min(...nodes.map((node) => node.evidence.start));
  const end = Math.max(...nodes.map((node) => node.evidence.end));
  const graces = new Set(flat.map((node) => node.graceMonths));
  const [grace] = graces;
  const shared = graces.size === 1 && grace !== undefined ? { graceMonths: grace } : {};
  return { kind, of: unique(flat), evidence: quote(text, start, end), ...shared };
}

function unique(nodes: readonly RequirementNode[]): RequirementNode[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    const key = keyOf(node);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf(node: RequirementNode): string {
  switch (node.kind) {
    case 'credential':
      return `${node.id} ${node.eligible === true} ${node.region ?? ''}`;
    case 'education':
      return `${node.level} ${node.inProgress === true}`;
    case 'all':
    case 'any':
      // "CPC and CPMA, or CPC and CPMA within a year" are two.
      return `${node.kind} (${node.of.map((child) => `${keyOf(child)} ${child.graceMonths ?? 0}`).join(', ')})`;
    default:
      return `${node.evidence.start}`;
  }
}
