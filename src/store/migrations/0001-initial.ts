import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { columnTypes, type DialectName } from '../database.ts';

/** All tables of the first release. */
export function initial(dialect: DialectName): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { identity, blob } = columnTypes(dialect);

      await db.schema
        .createTable('boards')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('source', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('host', 'text', (c) => c.notNull())
        .addColumn('active', 'integer', (c) => c.notNull())
        .addColumn('every_ms', 'bigint', (c) => c.notNull())
        .addColumn('config_hash', 'text', (c) => c.notNull())
        .addColumn('read_revision', 'text', (c) => c.notNull())
        .addColumn('next_check_at', 'text')
        .addColumn('last_checked_at', 'text')
        .addColumn('last_complete_at', 'text')
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('message', 'text', (c) => c.notNull())
        .addColumn('failures', 'integer', (c) => c.notNull())
        .addColumn('silent_since', 'text')
        .execute();
      await db.schema.createIndex('boards_due').on('boards').columns(['active', 'next_check_at']).execute();

      await db.schema
        .createTable('raw_postings')
        .addColumn('board_id', 'text', (c) => c.notNull())
        .addColumn('external_id', 'text', (c) => c.notNull())
        .addColumn('format', 'text', (c) => c.notNull())
        .addColumn('body', blob, (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .addColumn('fingerprint', 'text')
        .addColumn('fetched_at', 'text', (c) => c.notNull())
        .addColumn('first_seen_at', 'text', (c) => c.notNull())
        .addColumn('last_seen_at', 'text', (c) => c.notNull())
        .addColumn('misses', 'integer', (c) => c.notNull())
        .addColumn('closed_at', 'text')
        .addColumn('pending', 'integer', (c) => c.notNull())
        .addColumn('unreadable', 'text')
        .addPrimaryKeyConstraint('raw_postings_pk', ['board_id', 'external_id'])
        .execute();
      await sql`create index raw_postings_pending on raw_postings (board_id, external_id) where pending = 1`.execute(
        db,
      );

      await db.schema
        .createTable('postings')
        .addColumn('id', identity, (c) => c.primaryKey())
        .addColumn('board_id', 'text', (c) => c.notNull())
        .addColumn('external_id', 'text', (c) => c.notNull())
        .addColumn('origin', 'text', (c) => c.notNull())
        .addColumn('url', 'text', (c) => c.notNull())
        .addColumn('canonical_url', 'text', (c) => c.notNull())
        .addColumn('apply_url', 'text')
        .addColumn('requisition', 'text')
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('title_key', 'text', (c) => c.notNull())
        .addColumn('employer', 'text', (c) => c.notNull())
        .addColumn('employer_key', 'text', (c) => c.notNull())
        .addColumn('shard', 'integer', (c) => c.notNull())
        .addColumn('place_key', 'text', (c) => c.notNull())
        .addColumn('places', 'text', (c) => c.notNull())
        .addColumn('posted_at', 'text')
        .addColumn('closes_at', 'text')
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('reading', 'text', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('first_seen_at', 'text', (c) => c.notNull())
        .addColumn('closed_at', 'text')
        .addColumn('opening_id', 'bigint')
        .addColumn('join_reason', 'text', (c) => c.notNull())
        .addColumn('pending', 'integer', (c) => c.notNull())
        .addUniqueConstraint('postings_key', ['board_id', 'external_id'])
        .execute();
      await sql`create index postings_pending on postings (shard, id) where pending = 1`.execute(db);
      await db.schema.createIndex('postings_url').on('postings').column('canonical_url').execute();
      await db.schema.createIndex('postings_requisition').on('postings').column('requisition').execute();
      await db.schema.createIndex('postings_vacancy').on('postings').columns(['employer_key', 'title_key']).execute();
      await db.schema.createIndex('postings_opening').on('postings').column('opening_id').execute();

      await db.schema
        .createTable('openings')
        .addColumn('id', identity, (c) => c.primaryKey())
        .addColumn('posting_id', 'bigint', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('employer', 'text', (c) => c.notNull())
        .addColumn('employer_key', 'text', (c) => c.notNull())
        .addColumn('url', 'text', (c) => c.notNull())
        .addColumn('places', 'text', (c) => c.notNull())
        .addColumn('workplace', 'text')
        .addColumn('posted_at', 'text')
        .addColumn('closes_at', 'text')
        .addColumn('first_seen_at', 'text', (c) => c.notNull())
        .addColumn('closed_at', 'text')
        .addColumn('merged_into', 'bigint')
        .addColumn('change', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('openings_change').on('openings').columns(['change', 'id']).execute();

      await db.schema
        .createTable('matches')
        .addColumn('opening_id', 'bigint', (c) => c.notNull())
        .addColumn('profile_id', 'text', (c) => c.notNull())
        .addColumn('verdict', 'text', (c) => c.notNull())
        .addColumn('score', 'integer', (c) => c.notNull())
        .addColumn('hidden', 'text')
        .addColumn('findings', 'text', (c) => c.notNull())
        .addColumn('parts', 'text', (c) => c.notNull())
        .addColumn('matched_at', 'text', (c) => c.notNull())
        .addColumn('digest_id', 'bigint')
        .addPrimaryKeyConstraint('matches_pk', ['opening_id', 'profile_id'])
        .execute();
      await sql`create index matches_untold on matches (profile_id, verdict, score) where digest_id is null`.execute(
        db,
      );
      await db.schema.createIndex('matches_best').on('matches').columns(['profile_id', 'score']).execute();

      await db.schema
        .createTable('profiles')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('hash', 'text', (c) => c.notNull())
        .addColumn('matched_change', 'bigint', (c) => c.notNull())
        .addColumn('matched_opening', 'bigint', (c) => c.notNull())
        .addColumn('last_slot', 'text')
        .execute();

      await db.schema
        .createTable('digests')
        .addColumn('id', identity, (c) => c.primaryKey())
        .addColumn('profile_id', 'text', (c) => c.notNull())
        .addColumn('slot', 'text', (c) => c.notNull())
        .addColumn('view', 'text', (c) => c.notNull())
        .addColumn('prepared_at', 'text', (c) => c.notNull())
        .addUniqueConstraint('digests_key', ['profile_id', 'slot'])
        .execute();
      await db.schema
        .createTable('deliveries')
        .addColumn('digest_id', 'bigint', (c) => c.notNull())
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('attempts', 'integer', (c) => c.notNull())
        .addColumn('next_attempt_at', 'text', (c) => c.notNull())
        .addColumn('sent_at', 'text')
        .addColumn('message', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('deliveries_pk', ['digest_id', 'channel'])
        .execute();
      await sql`create index deliveries_pending on deliveries (next_attempt_at) where state = 'pending'`.execute(db);

      await db.schema
        .createTable('runs')
        .addColumn('id', identity, (c) => c.primaryKey())
        .addColumn('stage', 'text', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('started_at', 'text', (c) => c.notNull())
        .addColumn('finished_at', 'text')
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('report', 'text', (c) => c.notNull())
        .addColumn('error', 'text')
        .execute();
      await db.schema
        .createTable('leases')
        .addColumn('stage', 'text', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('owner', 'text', (c) => c.notNull())
        .addColumn('expires_at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('leases_pk', ['stage', 'key'])
        .execute();
      await db.schema
        .createTable('counters')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'bigint', (c) => c.notNull())
        .execute();
      await sql`insert into counters (name, value) values ('change', 0)`.execute(db);
      await db.schema
        .createTable('http_cache')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('status', 'integer', (c) => c.notNull())
        .addColumn('etag', 'text')
        .addColumn('last_modified', 'text')
        .addColumn('headers', 'text', (c) => c.notNull())
        .addColumn('body', blob, (c) => c.notNull())
        .addColumn('fetched_at', 'text', (c) => c.notNull())
        .execute();

      const { createSearch } = await import('../search.ts');
      await createSearch(db, dialect);
    },
  };
}
