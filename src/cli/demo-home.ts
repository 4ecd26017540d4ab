import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringifyYaml } from '../config/write-yaml.ts';
import { UsageError } from '../errors.ts';
import type { SampleBoards } from './sample/server.ts';
import { sampleProfiles, sampleSettings } from './sample/settings.ts';

/** First line of every file that the demo writes and may therefore replace. */
const MARK = '# Written by rolewatch demo; the next demo replaces this file.';

/**
 * Makes a home folder over the served sample boards for one person of the sample, and removes what an earlier demo
 * left in it, nothing else. A `UsageError` when the folder is the home of somebody.
 */
export function makeDemoHome(folder: string, boards: SampleBoards, person: string): void {
  const settingsFile = join(folder, 'rolewatch.yaml');
  const profiles = join(folder, 'profiles');
  if (existsSync(settingsFile)) {
    if (!isMarked(settingsFile)) throw taken(folder, 'rolewatch.yaml');
    removeEarlier(folder);
  } else {
    const found = ['data', 'digests', 'profiles'].find((name) => existsSync(join(folder, name)));
    if (found !== undefined) throw taken(folder, found);
  }
  mkdirSync(profiles, { recursive: true });
  write(settingsFile, sampleSettings(boards));
  write(join(profiles, `${person}.yaml`), sampleProfiles()[person]);
}

function taken(folder: string, name: string): UsageError {
  return new UsageError(
    `${folder} holds ${name}, which no demo has written; give the demo a folder of its own, for example --home demo.`,
  );
}

function removeEarlier(folder: string): void {
  const people = filesIn(join(folder, 'profiles')).filter((name) => isMarked(join(folder, 'profiles', name)));
  const digests = filesIn(join(folder, 'digests')).filter((name) => people.some((file) => isDigestOf(name, file)));
  const made = [
    ...['rolewatch.db', 'rolewatch.db-wal', 'rolewatch.db-shm'].map((name) => join('data', name)),
    ...digests.map((name) => join('digests', name)),
    ...people.map((name) => join('profiles', name)),
  ];
  for (const file of made) rmSync(join(folder, file), { force: true });
}

/** `2026-11-20-0700-sam-rivera.html` of `sam-rivera.yaml`. */
function isDigestOf(name: string, profileFile: string): boolean {
  return name.replace(/\.(html|md|json)$/, '').endsWith(`-${profileFile.replace(/\.yaml$/, '')}`);
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function isMarked(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith(MARK);
}

function write(file: string, value: unknown): void {
  writeFileSync(file, `${MARK}\n${stringifyYaml(value)}`);
}
