import type { Reading } from '../../model/reading.ts';
import type { EducationLevel, RequirementNode } from '../../model/requirement.ts';
import { EducationLevel as Levels } from '../../model/requirement.ts';

/** A reading in the flat form of labelled sets, for measuring. */
export interface Labels {
  /** The lowest level that satisfies the stated requirement. */
  readonly educationMin: EducationLevel | null;
  readonly educationPreferred: EducationLevel | null;
  /** Experience may stand in for the degree. */
  readonly educationOrExperience: boolean;
  /** Every inner list must be met, any one id of it meets it. */
  readonly credentialsRequired: readonly (readonly string[])[];
  readonly credentialsPreferred: readonly string[];
  readonly credentialWithinMonths: number | null;
  readonly minYears: number | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly salaryCurrency: string | null;
  readonly salaryPeriod: string | null;
  readonly employmentTypes: readonly string[];
  readonly workplace: string | null;
  readonly remoteLimitedTo: readonly string[] | null;
  readonly seniority: string | null;
}

/** More lists than any choice of alternatives honestly comes to. */
const MAX_LISTS = 16;

/** Flattens a reading; it uses nothing but the reading. */
export function labelsOf(reading: Reading): Labels {
  const required = reading.requirements.filter((one) => one.strength === 'required').map((one) => one.node);
  const preferred = reading.requirements.filter((one) => one.strength === 'preferred').map((one) => one.node);
  const lists = required.flatMap(credentialLists);
  const requiredIds = new Set(lists.filter((list) => list.length === 1).flat());
  const pay = reading.pay[0];
  const areas = reading.remoteLimits.map((one) => one.area);
  return {
    educationMin: highest(required.map((node) => educationOf(node))),
    educationPreferred: lowest(preferred.flatMap(educationLevels)),
    educationOrExperience: required.some(experienceStandsIn),
    credentialsRequired: distinct(lists),
    credentialsPreferred: [...new Set(preferred.flatMap(allIds))].filter((id) => !requiredIds.has(id)),
    credentialWithinMonths: largest(required.flatMap(graces)),
    minYears: largest(required.flatMap((node) => yearsOf(node) ?? [])),
    salaryMin: pay?.min ?? null,
    salaryMax: pay?.max ?? null,
    salaryCurrency: pay?.currency ?? null,
    salaryPeriod: pay?.period ?? null,
    employmentTypes: [...new Set(reading.employmentTypes.map((one) => one.type))],
    workplace: reading.workplace?.mode ?? null,
    remoteLimitedTo: areas.length === 0 ? null : areas,
    seniority: reading.seniority,
  };
}

function rank(level: EducationLevel): number {
  return Levels.options.indexOf(level);
}

function lowest(levels: readonly EducationLevel[]): EducationLevel | null {
  return levels.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

function highest(levels: readonly (EducationLevel | null)[]): EducationLevel | null {
  return levels.filter((level) => level !== null).toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

function children(node: RequirementNode): readonly RequirementNode[] {
  return node.kind === 'all' || node.kind === 'any' ? node.of : [];
}

function educationLevels(node: RequirementNode): EducationLevel[] {
  return node.kind === 'education' ? [node.level] : children(node).flatMap(educationLevels);
}

/** The level that is asked for: nothing when a credential alone would do as well; a degree with a deadline is no level of day one. */
function educationOf(node: RequirementNode): EducationLevel | null {
  if (node.kind === 'education') return node.graceMonths === undefined && node.inProgress !== true ? node.level : null;
  if (node.kind === 'all') return highest(node.of.map(educationOf));
  if (node.kind !== 'any') return null;
  if (node.of.some((child) => educationLevels(child).length === 0 && allIds(child).length > 0)) return null;
  const own = node.of.filter((child) => !standsIn(child));
  return lowest((own.length === 0 ? node.of : own).map(educationOf).filter((level) => level !== null));
}

/** An alternative introduced by "in lieu of a degree" or the like. */
function standsIn(node: RequirementNode): boolean {
  return node.kind === 'all' && node.of.some((child) => child.kind === 'equivalent' && child.of === 'experience');
}

function experienceStandsIn(node: RequirementNode): boolean {
  if (node.kind === 'all') return node.of.some(experienceStandsIn);
  if (node.kind !== 'any') return false;
  if (node.of.some(experienceStandsIn)) return true;
  const hasDegree = node.of.some((child) => educationLevels(child).length > 0);
  return (
    hasDegree &&
    node.of.some(
      (child) =>
        child.kind === 'experience' || standsIn(child) || (child.kind === 'equivalent' && child.of === 'experience'),
    )
  );
}

function credentialLists(node: RequirementNode): string[][] {
  if (node.kind === 'credential') return [[labelId(node)]];
  if (node.kind === 'all') return node.of.flatMap(credentialLists);
  if (node.kind !== 'any') return [];
  const lists: string[][] = [];
  // "RHIA, or RHIT with CCS" asks for RHIA or RHIT, and for RHIA or CCS.
  let product: string[][] = [[]];
  for (const child of node.of) {
    const inner = credentialLists(child);
    // A degree in place of the credential: the credential alone is not required.
    if (inner.length === 0 && educationLevels(child).length > 0) return [];
    if (inner.length === 0) continue;
    product = product.flatMap((left) => inner.map((right) => [...left, ...right]));
    // Cut short it would ask for more than the posting does: any one of the ids is the most that is surely asked.
    if (product.length > MAX_LISTS) return [[...new Set(allIds(node))]];
  }
  for (const list of product) if (list.length > 0) lists.push([...new Set(list)]);
  return lists.filter(
    (list) => !lists.some((other) => other.length < list.length && other.every((id) => list.includes(id))),
  );
}

function labelId(node: RequirementNode & { kind: 'credential' }): string {
  return node.eligible === true ? `${node.id}-eligible` : node.id;
}

function allIds(node: RequirementNode): string[] {
  return node.kind === 'credential' ? [labelId(node)] : children(node).flatMap(allIds);
}

function graces(node: RequirementNode): number[] {
  const own = node.graceMonths !== undefined && allIds(node).length > 0 ? [node.graceMonths] : [];
  return [...own, ...children(node).flatMap(graces)];
}

/** Years that must be shown in any case; years that only stand in for a degree or a licence do not count. */
function yearsOf(node: RequirementNode): number | null {
  if (node.kind === 'experience') return node.years;
  if (node.kind === 'all') return largest(node.of.flatMap((child) => yearsOf(child) ?? []));
  if (node.kind !== 'any') return null;
  const stated = node.of.filter((child) => child.kind !== 'equivalent' && !standsIn(child));
  const substitutes = stated.some((child) => educationLevels(child).length > 0 || allIds(child).length > 0);
  const years = stated
    .filter((child) => !substitutes || child.kind !== 'experience')
    .flatMap((child) => yearsOf(child) ?? []);
  return years.length === 0 ? null : Math.min(...years);
}

function distinct(lists: readonly string[][]): string[][] {
  const seen = new Set<string>();
  return lists.filter((list) => {
    const key = list.toSorted().join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
