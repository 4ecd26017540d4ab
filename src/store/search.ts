import { type Kysely, sql } from 'kysely';
import type { Db, DialectName } from './database.ts';

/*
 * Full-text search over openings: FTS5 in SQLite, tsvector in PostgreSQL. Ranking never sees the whole corpus: ids
 * rise with time, so the newest matches are taken first and only these are ranked.
 */

/** The newest this many hits are ranked. */
const RANKED = 2_000;
const TITLE_WEIGHT = 8;
const EMPLOYER_WEIGHT = 4;

/** Creates the search table; called once, by the first migration. */
export async function createSearch(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  if (dialect === 'sqlite') {
    await sql`create virtual table opening_search using fts5(
      title, employer, body, content='', contentless_delete=1, tokenize='porter unicode61')`.execute(db);
    return;
  }
  await sql`create table opening_search (opening_id bigint primary key, document tsvector not null)`.execute(db);
  await sql`create index opening_search_document on opening_search using gin (document)`.execute(db);
}

/** Puts an opening's words into the index, in place of what was there. */
export async function indexOpening(
  db: Db,
  dialect: DialectName,
  opening: { id: number; title: string; employer: string; text: string },
): Promise<void> {
  if (dialect === 'sqlite') {
    await sql`delete from opening_search where rowid = ${opening.id}`.execute(db);
    await sql`insert into opening_search (rowid, title, employer, body)
      values (${opening.id}, ${opening.title}, ${opening.employer}, ${opening.text})`.execute(db);
    return;
  }
  const body = opening.text.slice(0, POSTGRES_BODY);
  await sql`insert into opening_search (opening_id, document) values (${opening.id},
      setweight(to_tsvector('english', ${opening.title}), 'A') ||
      setweight(to_tsvector('english', ${opening.employer}), 'B') ||
      setweight(to_tsvector('english', ${body}), 'D'))
    on conflict (opening_id) do update set document = excluded.document`.execute(db);
}

// A tsvector may hold 1 MB of lexemes; a quarter of that of text is always within it.
const POSTGRES_BODY = 250_000;

/**
 * Ids of openings that hold every word, best first, at most `limit`. `words` is what a person typed: words, "phrases"
 * and -exclusions; anything else in it is treated as plain words. `undefined` when no word is left.
 */
export async function searchOpenings(
  db: Db,
  dialect: DialectName,
  words: string,
  limit: number,
): Promise<readonly number[] | undefined> {
  const terms = parseWords(words);
  if (terms.wanted.length === 0) return undefined;
  const { rows } = dialect === 'sqlite' ? await searchSqlite(db, terms, limit) : await searchPostgres(db, terms, limit);
  return rows.map((row) => Number(row.id));
}

function searchSqlite(db: Db, terms: SearchTerms, limit: number): Promise<{ rows: { id: number }[] }> {
  const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`;
  const wanted = terms.wanted.map(quote).join(' AND ');
  const query = terms.unwanted.reduce((all, term) => `${all} NOT ${quote(term)}`, `(${wanted})`);
  return sql<{ id: number }>`
    select rowid as id from opening_search
    where opening_search match ${query} and rowid >= coalesce((
      select min(hit) from (
        select rowid as hit from opening_search where opening_search match ${query} order by rowid desc limit ${RANKED}
      )), 0)
    order by bm25(opening_search, ${TITLE_WEIGHT}, ${EMPLOYER_WEIGHT}, 1), rowid desc
    limit ${limit}`.execute(db);
}

function searchPostgres(db: Db, terms: SearchTerms, limit: number): Promise<{ rows: { id: number }[] }> {
  const wanted = terms.wanted.map((term) => sql`phraseto_tsquery('english', ${term})`);
  const unwanted = terms.unwanted.map((term) => sql`!!phraseto_tsquery('english', ${term})`);
  const query = sql.join([...wanted, ...unwanted], sql` && `);
  // An exclusion would count as a hit of nothing and spoil the rank.
  const ranking = sql.join(wanted, sql` && `);
  return sql<{ id: number }>`
    select opening_id as id from (
      select opening_id, document from opening_search where document @@ (${query})
      order by opening_id desc limit ${RANKED}
    ) newest
    order by ts_rank(${sql.lit('{0.05, 0.1, 0.4, 1.0}')}, document, (${ranking})) desc, opening_id desc
    limit ${limit}`.execute(db);
}

export interface SearchTerms {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** Splits what a person typed; an unbalanced quotation mark ends at the end of the line. */
export function parseWords(words: string): SearchTerms {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of words.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const term = (phrase ?? word ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    if (term === '') continue;
    (minus ? unwanted : wanted).push(term);
  }
  return { wanted, unwanted };
}
