import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Each raw posting remembers by which version of the reading rules it was read, so that a rise of the version can be
 * looked at before it is accepted. What was read before is 0, older than every version; the default costs no rewrite of
 * the rows. `boards.read_revision` loses its middle part, the rules: a board is not read again for them alone.
 */
export function rulesVersion(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      // SQLite changes its schema outside of a transaction: each step must bear to be done twice.
      const tables = await db.introspection.getTables();
      const columns = tables.find(({ name }) => name === 'raw_postings')?.columns ?? [];
      if (!columns.some(({ name }) => name === 'rules_version')) {
        await db.schema
          .alterTable('raw_postings')
          .addColumn('rules_version', 'integer', (c) => c.defaultTo(0))
          .execute();
      }
      await db.schema
        .createIndex('raw_postings_rules')
        .ifNotExists()
        .on('raw_postings')
        .columns(['board_id', 'pending', 'rules_version', 'external_id'])
        .execute();
      const { rows } = await sql<{ id: string; read_revision: string }>`select id, read_revision from boards`.execute(
        db,
      );
      for (const { id, read_revision } of rows) {
        const [source, , knowledge] = read_revision.split('.');
        if (knowledge === undefined) continue;
        await sql`update boards set read_revision = ${`${source}.${knowledge}`} where id = ${id}`.execute(db);
      }
    },
  };
}
