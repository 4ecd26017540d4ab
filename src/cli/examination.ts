import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { ConfigError, describeProblem } from '../errors.ts';
import { countOf, formatCount } from '../pipeline/digest/format.ts';
import { openStore } from '../store/database.ts';
import { isMigrated } from '../store/migrate.ts';
import type { GlobalOptions, Io } from './io.ts';
import { type Configuration, loadConfiguration } from './open-context.ts';
import { storeUrl } from './open-home.ts';
import { requireRedis } from './redis-address.ts';

/** One thing that was looked at; `off` is not in use. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'off' | 'bad';
  readonly says: string;
}

/** Looks at everything a run needs. Changes nothing. */
export async function examine(io: Io, options: GlobalOptions): Promise<Check[]> {
  const checks: Check[] = [{ name: 'Node', state: 'ok', says: process.versions.node }];
  let configuration: Configuration;
  let url: string;
  try {
    configuration = loadConfiguration(io, options);
    url = storeUrl(io, configuration.home, configuration.settings.store.url);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...checks, { name: 'Configuration', state: 'bad', says: error.message }];
  }
  const { home, boards, profiles, leftOut } = configuration;
  return [
    ...checks,
    {
      name: 'Configuration',
      state: leftOut.length === 0 ? 'ok' : 'bad',
      says: [
        `${home.dir}: ${countOf(boards.length, 'board')} on, ${countOf(profiles.length, 'profile')}`,
        ...leftOut.map(describeProblem),
      ].join('; '),
    },
    checkSecrets(io, configuration),
    await checkStore(url),
    await checkDisk(home.dir),
    await checkRedis(io),
    await checkMail(configuration),
  ];
}

function checkSecrets(io: Io, { boards }: Configuration): Check {
  const missing = boards.flatMap(({ board, source }) =>
    (source.secrets ?? [])
      .filter(({ name }) => !io.env[name] && !io.env[`${name}_FILE`])
      .map(({ name }) => `${board.id} needs ${name}`),
  );
  return missing.length === 0
    ? { name: 'Secrets', state: 'ok', says: 'every board has what it needs' }
    : { name: 'Secrets', state: 'bad', says: `${missing.join('; ')}; set it in the environment` };
}

async function checkStore(url: string): Promise<Check> {
  const name = 'Database';
  if (url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))) {
    return { name, state: 'off', says: 'not made yet; rolewatch run makes it' };
  }
  try {
    const store = await openStore(url);
    try {
      return (await isMigrated(store))
        ? { name, state: 'ok', says: `${store.dialect}, schema up to date` }
        : { name, state: 'bad', says: `${store.dialect}, schema is old or missing; run rolewatch migrate` };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { name, state: 'bad', says: `cannot be opened: ${messageOf(error)}` };
  }
}

const LEAST_FREE_BYTES = 200 * 1024 * 1024;

async function checkDisk(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const says = `${formatCount(Math.round(free / 1024 / 1024))} MB free in ${folder}`;
  return { name: 'Disk', state: free < LEAST_FREE_BYTES ? 'bad' : 'ok', says };
}

async function checkRedis(io: Io): Promise<Check> {
  const name = 'Redis';
  if (!io.env['REDIS_URL'] && !io.env['REDIS_URL_FILE']) {
    return { name, state: 'off', says: 'REDIS_URL is not set; rolewatch run needs none' };
  }
  const { pingRedis } = await import('../pipeline/run-bullmq.ts');
  try {
    return { name, state: 'ok', says: await pingRedis(requireRedis(io)) };
  } catch (error) {
    return { name, state: 'bad', says: `does not answer: ${messageOf(error)}` };
  }
}

async function checkMail({ settings, profiles }: Configuration): Promise<Check> {
  const name = 'Mail';
  const server = settings.delivery.email;
  const wished = profiles.filter(({ profile }) => profile.digest.email);
  if (!server) {
    return wished.length === 0
      ? { name, state: 'off', says: 'digests are written as files' }
      : {
          name,
          state: 'bad',
          says: `${countOf(wished.length, 'profile wants', 'profiles want')} mail; set delivery.email in rolewatch.yaml`,
        };
  }
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect({ host: server.host, port: server.port, timeout: 5_000 });
    const end = (check: Check): void => {
      socket.destroy();
      resolve(check);
    };
    socket.on('connect', () => end({ name, state: 'ok', says: `${server.host}:${server.port} answers` }));
    socket.on('timeout', () => end({ name, state: 'bad', says: `${server.host}:${server.port} does not answer` }));
    socket.on('error', (error) => end({ name, state: 'bad', says: `${server.host}:${server.port}: ${error.message}` }));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
