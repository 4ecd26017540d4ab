import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../src/store/database.ts';

/**
 * Everything a run leaves behind, in a form that does not depend on the order in which it was done: the numbers of
 * rows are replaced by what they stand for. Two undisturbed runs, on whatever runner and database, are equal.
 */
export async function finalTables(store: Store): Promise<Record<string, unknown>> {
  const { db } = store;
  const postings = await db.selectFrom('postings').selectAll().execute();
  const keyOf = (posting: { board_id: string; external_id: string }): string =>
    `${posting.board_id} ${posting.external_id}`;
  const members = new Map<number, string[]>();
  for (const posting of postings) {
    const opening = Number(posting.opening_id);
    members.set(opening, [...(members.get(opening) ?? []), keyOf(posting)].sort());
  }
  const nameOf = (opening: number): string => members.get(Number(opening))?.join(' + ') ?? `unknown ${opening}`;
  const postingKeys = new Map(postings.map((posting) => [Number(posting.id), keyOf(posting)]));

  // An opening that turned out to be another one is history, and depends on who came first.
  const openings = await db.selectFrom('openings').selectAll().where('merged_into', 'is', null).execute();
  const matches = await db.selectFrom('matches').selectAll().execute();
  const digests = await db.selectFrom('digests').selectAll().execute();
  const slots = new Map(digests.map((digest) => [Number(digest.id), `${digest.profile_id} ${digest.slot}`]));
  return {
    boards: sorted(await db.selectFrom('boards').selectAll().execute()),
    rawPostings: sorted(
      (await db.selectFrom('raw_postings').selectAll().execute()).map(({ body, ...row }) => ({
        ...row,
        bytes: body.length,
      })),
    ),
    postings: sorted(
      postings.map(({ id: _id, opening_id, join_reason: _reason, ...row }) => ({
        ...row,
        opening: nameOf(Number(opening_id)),
      })),
    ),
    openings: sorted(
      openings.map(({ id, posting_id, change: _change, ...row }) => ({
        ...row,
        name: nameOf(id),
        best: postingKeys.get(Number(posting_id)),
      })),
    ),
    matches: sorted(
      matches.map(({ opening_id, digest_id, ...row }) => ({
        ...row,
        opening: nameOf(Number(opening_id)),
        told: digest_id === null ? null : slots.get(Number(digest_id)),
      })),
    ),
    digests: sorted(digests.map(({ id: _id, view, ...row }) => ({ ...row, view: withoutNumbers(view, nameOf) }))),
    deliveries: sorted(
      (await db.selectFrom('deliveries').selectAll().execute()).map(({ digest_id, message: _message, ...row }) => ({
        ...row,
        digest: slots.get(Number(digest_id)),
      })),
    ),
  };
}

/** The digest files of a home, with the numbers of openings replaced. */
export function digestFiles(home: string): Record<string, string> {
  const folder = join(home, 'digests');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        readFileSync(join(folder, name), 'utf8').replace(/(rolewatch show |"openingId": ?)\d+/g, '$1N'),
      ]),
  );
}

function withoutNumbers(view: string, nameOf: (opening: number) => string): unknown {
  return JSON.parse(view, (name, value: unknown) => (name === 'openingId' ? nameOf(Number(value)) : value));
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** Rows that only one side has, shortened so that a failing test can be read; empty when both sides are equal. */
export function differences(left: Record<string, unknown>, right: Record<string, unknown>): string[] {
  const found: string[] = [];
  for (const table of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const a = rowsOf(left[table]);
    const b = rowsOf(right[table]);
    for (const row of a) if (!b.has(row)) found.push(`${table} < ${shorten(row)}`);
    for (const row of b) if (!a.has(row)) found.push(`${table} > ${shorten(row)}`);
  }
  return found;
}

function rowsOf(table: unknown): ReadonlySet<string> {
  return new Set(
    Array.isArray(table) ? table.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))) : [String(table)],
  );
}

function shorten(row: string): string {
  return row.length > 400 ? `${row.slice(0, 200)} … ${row.slice(-200)}` : row;
}
