import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Each match remembers the single steps that would turn it. Earlier matches have none; matching writes them anew. */
export function matchSteps(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      // SQLite changes its schema outside of a transaction: each step must bear to be done twice.
      const tables = await db.introspection.getTables();
      const columns = tables.find(({ name }) => name === 'matches')?.columns ?? [];
      if (columns.some(({ name }) => name === 'steps')) return;
      await db.schema
        .alterTable('matches')
        .addColumn('steps', 'text', (c) => c.notNull().defaultTo('[]'))
        .execute();
    },
  };
}
