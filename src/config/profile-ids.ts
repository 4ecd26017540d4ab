import { basename } from 'node:path';
import type { Home } from './home.ts';
import { filesOf } from './shipped.ts';

/** Whether a file's name may be the id of a profile. */
export function isProfileId(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** The id that a person's name gives: `zoe-o-neil`; `me` when no letter of it can be used. */
export function profileIdOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 40).replace(/-$/, '') || 'me';
}

/** Ids of the user's profiles, told by the names of their files alone. */
export function profileIds(home: Home): string[] {
  return filesOf(home.profilesDir)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .filter(isProfileId);
}
