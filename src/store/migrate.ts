import { type Migration, Migrator } from 'kysely/migration';
import { type DialectName, hasTable, type Store } from './database.ts';
import { initial } from './migrations/0001-initial.ts';
import { rulesVersion } from './migrations/0002-rules-version.ts';
import { matchSteps } from './migrations/0003-match-steps.ts';

const LATEST = '0003-match-steps';

// Forward only: a migration that has been released is never edited.
function migrations(dialect: DialectName): Record<string, Migration> {
  return { '0001-initial': initial(dialect), '0002-rules-version': rulesVersion(), [LATEST]: matchSteps() };
}

/** Brings the schema up to date; returns the names of the migrations it ran. Safe to call at every start. */
export async function migrate(store: Store): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: store.db,
    provider: { getMigrations: async () => migrations(store.dialect) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}

/** Whether every migration has been run; false also for an empty database. Reads only; rejects when it cannot. */
export async function isMigrated(store: Store): Promise<boolean> {
  if (!(await hasTable(store, 'kysely_migration'))) return false;
  const latest = await store.db
    // The table is the migrator's own and no part of our schema.
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.name === LATEST;
}
