import type { Workplace } from '../model/place.ts';

/**
 * The workplace that a vendor's own field names (`on-site`, `Hybrid`, `Fully Remote`); `undefined` for
 * `unspecified` and for every other word. For fields only, never for prose.
 */
export function readWorkplaceField(word: string | null | undefined): Workplace | undefined {
  return WORDS.get((word ?? '').toLowerCase().replace(/[^a-z]/g, ''));
}

const WORDS = new Map<string, Workplace>([
  ['remote', 'remote'],
  ['fullyremote', 'remote'],
  ['telecommute', 'remote'],
  ['hybrid', 'hybrid'],
  ['onsite', 'onsite'],
  ['inoffice', 'onsite'],
  ['inperson', 'onsite'],
]);
