import type { Credential } from '../../model/credential.ts';

/**
 * What a person calls a credential: its acronym where the id is one (`rhit` of "Registered Health Information
 * Technician" gives RHIT), else its name (`drivers-license` gives "Driver's license").
 */
export function credentialName(id: string, credentials: ReadonlyMap<string, Credential>): string {
  const row = credentials.get(id);
  const base = withoutEligible(id);
  if (base !== id) return `${credentialName(base, credentials)}-eligible`;

  if (row !== undefined) return isAcronymOf(id, row) ? id.toUpperCase() : row.name;
  return id.length <= 6 ? id.toUpperCase() : id.replaceAll('-', ' ');
}

/** `rn-eligible` gives `rn`; every other id is returned as it is. */
export function withoutEligible(id: string): string {
  return id.length > ELIGIBLE.length && id.endsWith(ELIGIBLE) ? id.slice(0, -ELIGIBLE.length) : id;
}

const ELIGIBLE = '-eligible';

// "CCS-P" is an acronym of "Certified Coding Specialist – Physician-based": its letters are initials, in order.
function isAcronymOf(id: string, row: Credential): boolean {
  const capitals = id.toUpperCase();
  if (row.name.toUpperCase() === capitals || row.aliases.includes(capitals) || row.caseSensitive.includes(capitals)) {
    return true;
  }
  const initials = row.name.split(/[^\p{L}\p{N}]+/u).map((word) => word.charAt(0).toUpperCase());
  let position = 0;
  for (const letter of capitals.replaceAll('-', '')) {
    const found = initials.indexOf(letter, position);
    if (found === -1) return false;
    position = found + 1;
  }
  return true;
}
