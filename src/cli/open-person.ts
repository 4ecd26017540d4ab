import { UsageError } from '../errors.ts';
import type { Credential } from '../model/credential.ts';
import type { LoadedProfile } from '../model/profile.ts';
import type { Db } from '../store/database.ts';
import type { GlobalOptions, Io } from './io.ts';
import { loadConfiguration } from './open-context.ts';
import { openForReading } from './open-reading.ts';

/** What a command needs that looks at what was collected with the eyes of one person. */
export interface OpenPerson {
  readonly db: Db;
  readonly loaded: LoadedProfile;
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly close: () => Promise<void>;
}

/** Reads the wished profile, or the first one, and opens the store for looking. Throws `UsageError` when there is none. */
export async function openForPerson(io: Io, options: GlobalOptions & { profile?: string }): Promise<OpenPerson> {
  const { profiles, credentials } = loadConfiguration(io, options);
  const reading = await openForReading(io, options);
  try {
    const id = reading.profileId(options.profile);
    const loaded = profiles.find((profile) => profile.id === id);
    if (!loaded) throw new UsageError('There is no profile that can be read; rolewatch doctor says what to mend.');
    return { db: reading.store.db, loaded, credentials, close: () => reading.close() };
  } catch (error) {
    await reading.close();
    throw error;
  }
}
