import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type DialectName, openStore, type Store } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

/** A fresh database that is gone after `drop`. */
export interface FreshDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** The databases that the store's suite runs against; PostgreSQL is left out, loudly, when there is none. */
export const dialects: readonly DialectName[] = inject('databaseUrl') === null ? ['sqlite'] : ['sqlite', 'postgres'];

/** An empty PostgreSQL database of its own. */
export async function freshPostgres(): Promise<FreshDatabase> {
  const server = inject('databaseUrl');
  if (server === null) throw new Error('there is no PostgreSQL');
  const name = `rolewatch_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty store with its schema, and what makes it go away. */
export async function freshStore(dialect: DialectName): Promise<{ store: Store; drop: () => Promise<void> }> {
  const database: FreshDatabase =
    dialect === 'sqlite' ? { url: 'sqlite::memory:', drop: async () => undefined } : await freshPostgres();
  const store = await openStore(database.url);
  await migrate(store);
  return {
    store,
    async drop() {
      await store.close();
      await database.drop();
    },
  };
}
