import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ConfigProblem } from '../errors.ts';
import { type LoadedProfile, Profile } from '../model/profile.ts';
import type { Home } from './home.ts';
import { isProfileId } from './profile-ids.ts';
import { profileRules } from './profile-rules.ts';
import { filesOf } from './shipped.ts';
import { readYamlFile } from './yaml-file.ts';

/**
 * Reads every profiles/*.yaml of the user; the file's name is the profile's id. With `credentialIds` the ids in a
 * profile must be among them; with `now` plans that time has overtaken are problems too. A profile with problems is left out.
 */
export function loadProfiles(
  home: Home,
  credentialIds?: ReadonlySet<string>,
  now?: Date,
): { readonly profiles: readonly LoadedProfile[]; readonly problems: readonly ConfigProblem[] } {
  const profiles: LoadedProfile[] = [];
  const problems: ConfigProblem[] = [];
  const rules = profileRules(credentialIds, now);
  for (const name of filesOf(home.profilesDir).filter((entry) => /\.ya?ml$/i.test(entry))) {
    const file = join(home.profilesDir, name);
    const id = basename(name, '.yaml');
    if (!isProfileId(id)) problems.push(badName(file));
    const { value, problems: found } = readYamlFile(file, Profile, rules);
    problems.push(...found);
    if (value !== undefined && isProfileId(id)) profiles.push({ id, hash: hashOf(value), profile: value });
  }
  return { profiles, problems };
}

function badName(file: string): ConfigProblem {
  return {
    file,
    message: 'has a name that cannot be the id of a profile.',
    fix: 'Rename it: small letters, digits and single hyphens, then .yaml; for example jordan-avery.yaml.',
  };
}

/** SHA-256 of the profile with its fields in a fixed order: comments and the order of the file do not change it. */
function hashOf(profile: Profile): string {
  const canonical = JSON.stringify(profile, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest('hex');
}
