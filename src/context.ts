import type { ActiveBoard } from './config/boards.ts';
import type { CredentialCatalogue } from './config/credentials.ts';
import type { Home } from './config/home.ts';
import type { Settings } from './config/settings.ts';
import type { Logger } from './log.ts';
import type { LoadedProfile } from './model/profile.ts';
import type { Http } from './sources/http.ts';
import type { Store } from './store/database.ts';

/** Everything that touches the world, handed down: no module reaches for the clock, the network or the disk itself. */
export interface Context {
  readonly home: Home;
  readonly settings: Settings;
  readonly boards: readonly ActiveBoard[];
  readonly credentials: CredentialCatalogue;
  readonly profiles: readonly LoadedProfile[];
  readonly store: Store;
  readonly http: Http;
  readonly log: Logger;
  clock(): Date;
  /** When this process began to work. */
  readonly startedAt: Date;
  readonly signal: AbortSignal;
  /** Value of a secret from the environment, `undefined` when it is not set. */
  secret(name: string): string | undefined;
}
