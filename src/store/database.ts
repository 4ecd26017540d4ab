import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type ColumnDataType,
  Kysely,
  type KyselyConfig,
  PostgresDialect,
  type RawBuilder,
  sql,
  type Transaction,
} from 'kysely';
import type { Tables } from './tables.ts';

export type DialectName = 'sqlite' | 'postgres';

/** The database, or a transaction in it: every function of the store takes either. */
export type Db = Kysely<Tables> | Transaction<Tables>;

export interface Store {
  readonly db: Kysely<Tables>;
  readonly dialect: DialectName;
  /** Runs `work` in one transaction; everything it writes is there afterwards, or nothing. */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens `sqlite:FILE` (`sqlite::memory:` for tests) or `postgres://…`; the schema is brought up to date by `migrate`.
 * `onQuery` sees every statement after it ran, without its parameters.
 */
export async function openStore(url: string, onQuery?: (statement: string) => void): Promise<Store> {
  const log: Pick<KyselyConfig, 'log'> = onQuery ? { log: (event) => onQuery(event.query.sql) } : {};
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length);
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const { sqliteDialect } = await import('./sqlite.ts');
    return storeOf(new Kysely<Tables>({ dialect: sqliteDialect(file), ...log }), 'sqlite');
  }
  return storeOf(new Kysely<Tables>({ dialect: await postgresDialect(url), ...log }), 'postgres');
}

function storeOf(db: Kysely<Tables>, dialect: DialectName): Store {
  return {
    db,
    dialect,
    transaction: (work) => db.transaction().execute(work),
    close: () => db.destroy(),
  };
}

async function postgresDialect(url: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

// Type oid of bigint, which pg hands out as text; our ids and counts stay far below 2^53.
const INT8 = 20;

/** Column types that the two databases name differently. */
export function columnTypes(dialect: DialectName): {
  identity: ColumnDataType | RawBuilder<unknown>;
  blob: ColumnDataType;
} {
  return dialect === 'sqlite'
    ? { identity: 'integer', blob: 'blob' }
    : { identity: sql`bigint generated always as identity`, blob: 'bytea' };
}

/** Whether the database has a table of this name. */
export async function hasTable(store: Store, name: string): Promise<boolean> {
  const query =
    store.dialect === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name = ${name}`
      : sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = any (current_schemas(false)) and table_name = ${name}`;
  const { rows } = await query.execute(store.db);
  return rows.length > 0;
}
