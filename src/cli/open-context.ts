import { createHash } from 'node:crypto';
import { type ActiveBoard, activeBoards, loadCatalogue } from '../config/boards.ts';
import { loadCredentials } from '../config/credentials.ts';
import { secretOf } from '../config/environment.ts';
import type { Home } from '../config/home.ts';
import { loadProfiles } from '../config/profiles.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { Context } from '../context.ts';
import { ConfigError, type ConfigProblem, describeProblem } from '../errors.ts';
import { createLogger } from '../log.ts';
import type { Credential } from '../model/credential.ts';
import type { LoadedProfile } from '../model/profile.ts';
import { type HttpSettings, openHttp } from '../sources/http.ts';
import { sources } from '../sources/registry.ts';
import { syncBoards } from '../store/boards.ts';
import { openStore, type Store } from '../store/database.ts';
import { readResponse, writeResponse } from '../store/http-cache.ts';
import { migrate } from '../store/migrate.ts';
import type { GlobalOptions, Io } from './io.ts';
import { homeOf, storeUrl, unusableStore } from './open-home.ts';
import { paint } from './terminal.ts';
import { version } from './version.ts';

/** Everything the user configured, checked. */
export interface Configuration {
  readonly home: Home;
  readonly settings: Settings;
  readonly boards: readonly ActiveBoard[];
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly profiles: readonly LoadedProfile[];
  /** Problems of profiles that are left out: one person's mistake must not cost the others their digest. */
  readonly leftOut: readonly ConfigProblem[];
}

/**
 * Reads and checks all of the configuration. A `ConfigError` holds every problem of every file; only when nothing but
 * some of the profiles is wrong, they are left out instead.
 */
export function loadConfiguration(io: Io, options: GlobalOptions): Configuration {
  const home = homeOf(io, options);
  const { settings, problems, places } = loadSettings(home);
  const catalogue = loadCatalogue();
  const shipped = loadCredentials();
  const credentials = new Map(shipped.credentials.map((row) => [row.id, row]));
  const loaded = loadProfiles(home, new Set(credentials.keys()));
  const active = settings ? activeBoards(settings, catalogue.boards, sources, places) : { boards: [], problems: [] };
  const common = [...problems, ...catalogue.problems, ...shipped.problems, ...active.problems];
  const leftOut = loaded.problems;
  const nobodyIsLeft = leftOut.length > 0 && loaded.profiles.length === 0;
  if (!settings || common.length > 0 || nobodyIsLeft) throw new ConfigError([...common, ...leftOut]);
  return { home, settings, boards: active.boards, credentials, profiles: loaded.profiles, leftOut };
}

/** A context that can be closed. */
export type OpenContext = Context & Pick<Configuration, 'leftOut'> & { close(): Promise<void> };

/** Reads the configuration, opens the store (bringing its schema up to date) and the door to the network. */
export async function openContext(
  io: Io,
  options: GlobalOptions & { logs?: boolean; onQuery?: (statement: string) => void },
): Promise<OpenContext> {
  const configuration = loadConfiguration(io, options);
  if (configuration.leftOut.length > 0) {
    io.err(paint('red', 'Profiles with a problem are left out until it is mended:', io));
    for (const problem of configuration.leftOut) io.err(`  ${describeProblem(problem)}`);
  }
  const level = options.debug ? 'debug' : io.env['ROLEWATCH_LOG_LEVEL'] || (options.logs ? 'info' : 'fatal');
  // The address first: it checks the environment, the log level too.
  const url = storeUrl(io, configuration.home, configuration.settings.store.url);
  const log = createLogger(level);
  const store = await openStore(url, options.onQuery);
  try {
    await migrate(store).catch((error: unknown) => {
      throw unusableStore(error);
    });
    const secret = (name: string): string | undefined => secretOf(name, io.env);
    await store.transaction((tx) =>
      syncBoards(
        tx,
        configuration.boards.map((board) => boardRow(board, secret)),
        io.clock().toISOString(),
      ),
    );
    const http = openHttp(httpSettings(configuration.settings), {
      cache: cacheOf(store),
      log,
      clock: io.clock,
    });
    return {
      ...configuration,
      store,
      http,
      log,
      clock: io.clock,
      startedAt: io.clock(),
      signal: io.signal,
      secret,
      async close() {
        await http.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function boardRow(active: ActiveBoard, secret: (name: string) => string | undefined) {
  const { board, source, host, everyMs, options } = active;
  const marks = (source.secrets ?? []).map(({ name }) => markOf(secret(name)));
  return {
    id: board.id,
    source: source.id,
    name: board.name,
    host,
    every_ms: everyMs,
    config_hash: createHash('sha256')
      .update(JSON.stringify([source.id, board.employer ?? null, options, marks]))
      .digest('base64url'),
  };
}

// Enough to tell that a key was replaced, too little to tell the key.
function markOf(value: string | undefined): string | null {
  return value === undefined ? null : createHash('sha256').update(value).digest('hex').slice(0, 6);
}

function httpSettings(settings: Settings): HttpSettings {
  const { http, contact } = settings;
  return {
    userAgent: `rolewatch/${version} (+${contact ?? 'self-hosted job search; no contact configured'})`,
    allowPrivateHosts: http.allowPrivateHosts,
    mirrors: http.mirrors,
    paceMs: http.paceMs,
    connectTimeoutMs: 10_000,
    idleTimeoutMs: 15_000,
    totalTimeoutMs: http.timeoutSeconds * 1_000,
    maxBytes: http.maxMegabytes * 1024 * 1024,
  };
}

function cacheOf(store: Store) {
  return {
    get: (key: string) => readResponse(store.db, key),
    set: (key: string, response: Parameters<typeof writeResponse>[2]) => writeResponse(store.db, key, response),
  };
}
