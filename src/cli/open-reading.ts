import { profileIds } from '../config/profile-ids.ts';
import { UsageError } from '../errors.ts';
import { openStore, type Store } from '../store/database.ts';
import { isMigrated } from '../store/migrate.ts';
import { checkedStoreUrl } from './checked-settings.ts';
import type { GlobalOptions, Io } from './io.ts';
import { homeOf, requireStore, storeUrl } from './open-home.ts';

/** What a command needs that only looks at what was collected. */
export interface Reading {
  readonly store: Store;
  /** The wished profile, checked, or the first one; `undefined` when there is none. */
  profileId(wished: string | undefined): string | undefined;
  close(): Promise<void>;
}

/** Opens the store for looking: no board is configured, no profile is read, nothing is fetched. */
export async function openForReading(io: Io, options: GlobalOptions): Promise<Reading> {
  const home = homeOf(io, options);
  const url = storeUrl(io, home, await checkedStoreUrl(home));
  requireStore(url);
  const store = await openStore(url);
  if (!(await isMigrated(store))) {
    await store.close();
    throw new UsageError('The database is older than this program; run rolewatch migrate.');
  }
  const ids = profileIds(home);
  return {
    store,
    profileId(wished) {
      if (wished === undefined || ids.includes(wished)) return wished ?? ids[0];
      throw new UsageError(`There is no profile ${wished}; there is ${ids.join(', ') || 'none'}.`);
    },
    close: () => store.close(),
  };
}
