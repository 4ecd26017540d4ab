import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { readEnvironment } from '../config/environment.ts';
import { findHome, type Home } from '../config/home.ts';
import { ConfigError, UsageError } from '../errors.ts';
import type { GlobalOptions, Io } from './io.ts';

/** The home folder that this call is about. */
export function homeOf(io: Io, options: GlobalOptions): Home {
  return findHome({
    ...(options.home === undefined ? {} : { flag: options.home }),
    env: io.env,
    cwd: io.cwd,
    platform: process.platform,
    exists: existsSync,
    homedir: homedir(),
  });
}

/**
 * The address of the store: `DATABASE_URL` before the one `configured` in rolewatch.yaml; a relative SQLite file starts from the home folder. A
 * `ConfigError` when the environment cannot be used.
 */
export function storeUrl(io: Io, home: Home, configured: string): string {
  const { environment, problems } = readEnvironment(io.env);
  if (!environment) throw new ConfigError(problems);
  const url = environment.DATABASE_URL ?? configured;
  if (!url.startsWith('sqlite:')) return url;
  const file = url.slice('sqlite:'.length);
  return file === ':memory:' || isAbsolute(file) ? url : `sqlite:${resolve(home.dir, file)}`;
}

/** The same fault, with a word on where it happened and what to look at. */
export function unusableStore(error: unknown): Error {
  const why = error instanceof Error && error.message !== '' ? error.message : 'it does not answer';
  return new Error(`The database cannot be used (${why}); check store.url and DATABASE_URL, then rolewatch doctor.`, {
    cause: error,
  });
}

/** Says what to do when an embedded store has not been made yet, before opening would make an empty one. */
export function requireStore(url: string): void {
  if (url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))) {
    throw new UsageError('Nothing has been collected yet; run rolewatch run first.');
  }
}
