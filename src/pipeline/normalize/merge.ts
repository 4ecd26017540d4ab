import type { Requirement, RequirementNode } from '../../model/requirement.ts';
import type { CredentialIndex } from './credential-index.ts';

/**
 * Drops demands that say nothing new: the same list twice, and an umbrella ("a coding credential") where another
 * demand of the posting names its own list. The first wording of a demand stays.
 */
export function mergeRequirements(requirements: readonly Requirement[], index: CredentialIndex): Requirement[] {
  const kept: Requirement[] = [];
  const places = new Map<string, number>();
  for (const requirement of withLateMembers(requirements)) {
    const key = `${requirement.strength} ${keyOf(requirement.node)}`;
    const twin = places.get(key) ?? kept.length;
    const other = kept[twin];
    if (other === undefined) {
      places.set(key, twin);
      kept.push(requirement);
    } else if (
      (other.node.graceMonths === undefined && requirement.node.graceMonths !== undefined) ||
      (!namesRegion(other.node) && namesRegion(requirement.node))
    ) {
      kept[twin] = requirement;
    }
  }
  return kept.filter(
    (one) =>
      !kept.some((other) => other !== one && other.strength === one.strength && implies(other.node, one.node, index)),
  );
}

/** "RHIA or CCS required; CCS may be earned within a year": the time belongs to that one of the list. */
function withLateMembers(requirements: readonly Requirement[]): Requirement[] {
  const rest = [...requirements];
  for (const late of requirements) {
    const { node } = late;
    if (late.strength !== 'required' || node.kind !== 'credential' || node.graceMonths === undefined) continue;
    const at = rest.findIndex(
      (one) =>
        one.strength === 'required' &&
        one.node.kind === 'any' &&
        one.node.of.length > 1 &&
        one.node.of.some(
          (child) => child.kind === 'credential' && child.id === node.id && child.graceMonths === undefined,
        ),
    );
    const list = rest[at];
    if (list?.node.kind !== 'any') continue;
    const of = list.node.of.map((child) => (child.kind === 'credential' && child.id === node.id ? node : child));
    rest[at] = { ...list, node: { ...list.node, of } };
    rest.splice(rest.indexOf(late), 1);
  }
  return rest;
}

/** Of two tellings of one demand the one that names the state says more. */
function namesRegion(node: RequirementNode): boolean {
  if (node.kind === 'credential') return node.region !== undefined;
  return (node.kind === 'any' || node.kind === 'all') && node.of.some(namesRegion);
}

function keyOf(node: RequirementNode): string {
  switch (node.kind) {
    case 'credential':
      return `credential ${node.id} ${node.eligible === true}`;
    case 'education':
      return `education ${node.level} ${node.inProgress === true}`;
    case 'experience':
      return `experience ${node.years} ${node.topic ?? ''}`;
    case 'equivalent':
      return `equivalent ${node.of}`;
    case 'unread':
      return `unread ${node.evidence.start}`;
    default:
      return keyOfGroup(node.kind, node.of);
  }
}

/** One licence in several states is one licence here. */
function keyOfGroup(kind: 'all' | 'any', of: readonly RequirementNode[]): string {
  const keys = [...new Set(of.map(keyOf))].sort();
  const [only] = keys;
  return only !== undefined && keys.length === 1 ? only : `${kind} (${keys.join(', ')})`;
}

/** `wide` says nothing beside `narrow`: an umbrella over its list, or for lists, the shorter telling of one demand. */
function implies(narrow: RequirementNode, wide: RequirementNode, index: CredentialIndex): boolean {
  const wideIds = credentialList(wide);
  const narrowIds = credentialList(narrow);
  if (wideIds === undefined || wide.graceMonths !== undefined) return false;
  // What may come later is no proof of what is asked for today.
  if (narrow.graceMonths !== undefined && wideIds.some((id) => index.isUmbrella(id))) return false;
  if (narrowIds === undefined) return offersWholes(narrow) && meets(narrow, wideIds, index);
  const named = wideIds.filter((wideId) => narrowIds.some((id) => id === wideId || index.covers(wideId, id)));
  if (named.length === wideIds.length && wideIds.some((wideId) => narrowIds.some((id) => index.covers(wideId, id)))) {
    return (
      narrowIds.filter((id) => wideIds.some((wideId) => wideId === id || index.covers(wideId, id))).length * 2 >
      narrowIds.length
    );
  }
  // Two lists of which one holds the other: the longer one is what the employer takes.
  return wideIds.length < narrowIds.length && wideIds.every((id) => narrowIds.includes(id));
}

/** "RHIA, or RHIT with CCS". */
function offersWholes(node: RequirementNode): boolean {
  return node.kind === 'any' && node.of.some((child) => child.kind === 'all');
}

/** Does whoever meets the demand hold one of these credentials, or one that they cover? */
function meets(node: RequirementNode, ids: readonly string[], index: CredentialIndex): boolean {
  if (node.graceMonths !== undefined) return false;
  if (node.kind === 'credential')
    return node.eligible !== true && ids.some((id) => id === node.id || index.covers(id, node.id));
  if (node.kind === 'any') return node.of.every((child) => meets(child, ids, index));
  return node.kind === 'all' && node.of.some((child) => meets(child, ids, index));
}

function credentialList(node: RequirementNode): string[] | undefined {
  if (node.kind === 'credential') return node.eligible === true ? undefined : [node.id];
  if (node.kind !== 'any') return undefined;
  const ids: string[] = [];
  for (const child of node.of) {
    if (child.kind === 'equivalent' && child.of === 'credential') continue;
    if (child.kind !== 'credential' || child.eligible === true) return undefined;
    ids.push(child.id);
  }
  return ids;
}
