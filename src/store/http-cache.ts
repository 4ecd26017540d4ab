import { z } from 'zod';
import type { Db } from './database.ts';
import { pack, unpack } from './packing.ts';

const Headers = z.record(z.string(), z.string());

/** An answer as the store keeps it; the shape is that of the door's cache. */
export interface StoredResponse {
  readonly status: number;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly fetchedAt: string;
}

export async function readResponse(db: Db, key: string): Promise<StoredResponse | undefined> {
  const row = await db.selectFrom('http_cache').selectAll().where('key', '=', key).executeTakeFirst();
  if (!row) return undefined;
  return {
    status: row.status,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    headers: Headers.parse(JSON.parse(row.headers)),
    body: unpack(row.body),
    fetchedAt: row.fetched_at,
  };
}

export async function writeResponse(db: Db, key: string, response: StoredResponse): Promise<void> {
  const row = {
    status: response.status,
    etag: response.etag ?? null,
    last_modified: response.lastModified ?? null,
    headers: JSON.stringify(response.headers),
    body: pack(response.body),
    fetched_at: response.fetchedAt,
  };
  await db
    .insertInto('http_cache')
    .values({ key, ...row })
    .onConflict((c) => c.column('key').doUpdateSet(row))
    .execute();
}
