import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../config/home.ts';
import { nearest } from '../config/nearest.ts';
import { gapsOf, type ProfileGap } from '../config/profile-gaps.ts';
import { profileIds } from '../config/profile-ids.ts';
import { loadProfiles } from '../config/profiles.ts';
import { ConfigError, UsageError } from '../errors.ts';
import type { LoadedProfile } from '../model/profile.ts';
import { countOf } from '../pipeline/digest/format.ts';
import { readProfileState } from '../store/matches.ts';
import type { GlobalOptions, Io } from './io.ts';
import { homeOf } from './open-home.ts';
import { openForReading, type Reading } from './open-reading.ts';
import { countUndecided, type Undecided } from './profile-undecided.ts';
import { loadShippedCredentials } from './shipped-credentials.ts';
import { oneLine, wrap } from './terminal.ts';

/** What a check found of one profile that has no problem. */
interface Checked {
  readonly id: string;
  readonly name: string;
  /** Absent where nothing has been matched for this profile yet. */
  readonly openings: { readonly undecided: number; readonly reasons: readonly Undecided[] } | undefined;
  /** The openings were matched with another content of the profile. */
  readonly outdated: boolean;
  readonly gaps: readonly ProfileGap[];
  /** Nothing but a name and the like. */
  readonly blank: boolean;
}

/**
 * Checks one profile or all of them: a `ConfigError` names every problem with its line; else it says what would decide
 * more openings, counted over those that are stored where there is a store.
 */
export async function checkProfiles(io: Io, options: GlobalOptions & { json?: boolean }, name?: string): Promise<void> {
  const home = homeOf(io, options);
  const credentials = loadShippedCredentials();
  const wanted = profilesToCheck(home, new Set(credentials.map(({ id }) => id)), io.clock(), name);
  const regional = new Set(credentials.filter((row) => row.regional === true).map(({ id }) => id));
  const reading = await openStored(io, options, home);
  const checked: Checked[] = [];
  try {
    for (const loaded of wanted) checked.push(await checkOne(loaded, reading, (id) => regional.has(id)));
  } finally {
    await reading?.close();
  }
  if (options.json) io.out(JSON.stringify(checked, null, 2));
  else for (const [index, result] of checked.entries()) print(result, index === 0, io);
}

function profilesToCheck(
  home: Home,
  credentialIds: ReadonlySet<string>,
  now: Date,
  name: string | undefined,
): readonly LoadedProfile[] {
  const { profiles, problems } = loadProfiles(home, credentialIds, now);
  if (name === undefined) {
    if (problems.length > 0) throw new ConfigError(problems);
    if (profiles.length > 0) return profiles;
    throw new UsageError('There is no profile yet; run rolewatch init, or rolewatch profile import FILE.');
  }
  const file = join(home.profilesDir, `${name}.yaml`);
  const own = problems.filter((problem) => problem.file === file);
  if (own.length > 0) throw new ConfigError(own);
  const found = profiles.find(({ id }) => id === name);
  if (found !== undefined) return [found];
  const near = nearest(name, profileIds(home), 3).join(', ');
  throw new UsageError(`There is no profile ${oneLine(name).slice(0, 60)}; there is ${near || 'none'}.`);
}

/** The store, when there is one that can be read: without it the profile alone is looked at. */
async function openStored(io: Io, options: GlobalOptions, home: Home): Promise<Reading | undefined> {
  if (!existsSync(home.settingsFile)) return undefined;
  try {
    return await openForReading(io, options);
  } catch (error) {
    // Nothing collected yet, or a database of an earlier version: other commands say so.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function checkOne(
  { id, hash, profile }: LoadedProfile,
  reading: Reading | undefined,
  isRegional: (id: string) => boolean,
): Promise<Checked> {
  const { credentials, planned, education, experience } = profile;
  const state = reading && (await readProfileState(reading.store.db, id));
  const matched = reading !== undefined && state !== undefined && state.hash !== '';
  const counted = matched ? await countUndecided(reading.store.db, id) : undefined;
  return {
    id,
    name: profile.name,
    openings: counted && { undecided: counted.total, reasons: counted.reasons },
    outdated: matched && !state.hash.startsWith(hash),
    gaps: gapsOf(profile, isRegional),
    blank: credentials.length + planned.length + education.length + experience.length === 0,
  };
}

function print({ id, name, openings, outdated, gaps, blank }: Checked, first: boolean, io: Io): void {
  const item = (text: string): void => {
    for (const line of wrap(oneLine(text), io.columns, '  ', '    ')) io.out(line);
  };
  if (!first) io.out('');
  io.out(oneLine(`${id} (${name}): no problem found.`));
  if (blank) item('It says little more than a name, which is fine: openings are found, and nothing is rejected.');
  if (openings === undefined) item('No opening has been matched with it yet; this is told from the profile alone.');
  else if (openings.reasons.length > 0) {
    io.out('Would decide more openings:');
    for (const reason of openings.reasons.slice(0, MOST)) {
      item(`${countOf(reason.openings, 'opening')} cannot be decided: ${reason.because}${subjectsOf(reason)}.`);
    }
    if (openings.reasons.length > MOST) item(`and ${openings.reasons.length - MOST} more reasons; see --json.`);
  } else if (openings.undecided > 0) {
    item(
      `${countOf(openings.undecided, 'opening')} cannot be decided, none of them because of what your profile leaves out.`,
    );
  } else item('Every opening that was matched with it is decided.');
  if (outdated) item('These counts are older than the profile; rolewatch run brings them up to date.');
  if (gaps.length > 0) io.out(blank ? 'Add first:' : 'Not said yet:');
  for (const { field, why } of gaps) item(`${field}: ${why}.`);
}

/** ` coding (10), release of information (3) and 4 more` */
function subjectsOf({ subjects }: Undecided): string {
  if (subjects.length === 0) return '';
  const shown = subjects.slice(0, MOST).map(({ subject, openings }) => `${subject} (${openings})`);
  return ` ${shown.join(', ')}${subjects.length > MOST ? ` and ${subjects.length - MOST} more` : ''}`;
}

const MOST = 10;
