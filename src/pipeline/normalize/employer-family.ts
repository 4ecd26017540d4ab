import type { EmployerFamily, EmployerFamilyName } from '../../model/employer-family.ts';
import { employerKey } from './keys.ts';

/** The rows of `config/employers.yaml`, ready to be looked up. */
export interface FamilyIndex {
  /** By the key of a full name. */
  readonly names: ReadonlyMap<string, EmployerFamilyName>;
  /** By the key of the words with which names of members begin. */
  readonly brands: ReadonlyMap<string, EmployerFamilyName>;
  /** Most words of a brand. */
  readonly longest: number;
}

/** Builds the index. Of two rows with one name the first wins; `loadEmployerFamilies` reports that. */
export function compileFamilies(rows: readonly EmployerFamily[]): FamilyIndex {
  const names = new Map<string, EmployerFamilyName>();
  const brands = new Map<string, EmployerFamilyName>();
  for (const { name, aliases, brands: firstWords } of rows) {
    const family = { name, key: employerKey(name) };
    for (const alias of [name, ...aliases]) put(names, employerKey(alias), family);
    for (const brand of firstWords) put(brands, employerKey(brand), family);
  }
  const longest = Math.max(0, ...[...brands.keys()].map((brand) => brand.split(' ').length));
  return { names, brands, longest };
}

/** The family that an employer's name belongs to: a known name in full, or one that begins with a known brand. */
export function familyOf(employerName: string, index: FamilyIndex): EmployerFamilyName | null {
  const key = employerKey(employerName);
  const known = index.names.get(key);
  if (known !== undefined) return known;
  const words = key.split(' ', index.longest);
  for (let count = words.length; count > 0; count -= 1) {
    const family = index.brands.get(words.slice(0, count).join(' '));
    if (family !== undefined) return family;
  }
  return null;
}

function put(map: Map<string, EmployerFamilyName>, key: string, family: EmployerFamilyName): void {
  if (key !== '' && !map.has(key)) map.set(key, family);
}
