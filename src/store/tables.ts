import type { Generated } from 'kysely';

/*
 * Portable columns: text, integer, blob. Instants are ISO 8601 UTC text, booleans 0 or 1, lists and trees JSON text.
 */

/** State of every configured board; the row outlives the board, so that its postings keep their story. */
export interface BoardsTable {
  id: string;
  source: string;
  name: string;
  /** Lane: one visitor at a time. */
  host: string;
  active: number;
  every_ms: number;
  /** Hash of source, options and presence of secrets: a change makes a stopped board due again. */
  config_hash: string;
  /** What its postings were read under besides the rules: the source's revision, its row, the credential catalogue. */
  read_revision: string;
  /** `null`: not before a person resets it. */
  next_check_at: string | null;
  last_checked_at: string | null;
  last_complete_at: string | null;
  outcome: string;
  message: string;
  failures: number;
  /** When it stopped giving postings. */
  silent_since: string | null;
}

/** What a board said, unread: one row per external id. */
export interface RawPostingsTable {
  board_id: string;
  external_id: string;
  format: string;
  body: Uint8Array;
  hash: string;
  fingerprint: string | null;
  fetched_at: string;
  first_seen_at: string;
  last_seen_at: string;
  /** Complete listings in a row that did not name it. */
  misses: number;
  closed_at: string | null;
  /** 1 while `normalize` has not read this version. */
  pending: number;
  /** Why it could not be read. */
  unreadable: string | null;
  /**
   * Version of the reading rules that it was read by, also when it could not be read; 0 when that was before versions
   * were remembered. `null`: not read yet, or no posting, so that rules have no part in it.
   */
  rules_version: number | null;
}

export interface PostingsTable {
  id: Generated<number>;
  board_id: string;
  external_id: string;
  origin: string;
  url: string;
  canonical_url: string;
  apply_url: string | null;
  requisition: string | null;
  title: string;
  title_key: string;
  employer: string;
  employer_key: string;
  /** Lane of `dedupe`: a number from the employer key. */
  shard: number;
  place_key: string;
  places: string;
  posted_at: string | null;
  closes_at: string | null;
  text: string;
  reading: string;
  content_hash: string;
  first_seen_at: string;
  closed_at: string | null;
  opening_id: number | null;
  join_reason: string;
  /** 1 while `dedupe` has not looked at this version. */
  pending: number;
}

/** `text` and `reading` of an opening are those of its best posting. */
export interface OpeningsTable {
  id: Generated<number>;
  posting_id: number;
  title: string;
  employer: string;
  employer_key: string;
  url: string;
  places: string;
  workplace: string | null;
  posted_at: string | null;
  closes_at: string | null;
  first_seen_at: string;
  closed_at: string | null;
  /** The opening that this one turned out to be. */
  merged_into: number | null;
  /** Rises with every change of any opening; see `nextChange`. */
  change: number;
}

export interface MatchesTable {
  opening_id: number;
  profile_id: string;
  verdict: string;
  score: number;
  hidden: string | null;
  findings: string;
  parts: string;
  steps: string;
  matched_at: string;
  /** The digest that told it. */
  digest_id: number | null;
}

export interface ProfilesTable {
  id: string;
  hash: string;
  /** Every opening up to this change (and, within it, this id) has been matched. */
  matched_change: number;
  matched_opening: number;
  /** The latest schedule slot that has been prepared. */
  last_slot: string | null;
}

export interface DigestsTable {
  id: Generated<number>;
  profile_id: string;
  slot: string;
  view: string;
  prepared_at: string;
}

export interface DeliveriesTable {
  digest_id: number;
  channel: string;
  state: string;
  attempts: number;
  next_attempt_at: string;
  sent_at: string | null;
  message: string;
}

export interface RunsTable {
  id: Generated<number>;
  stage: string;
  key: string;
  started_at: string;
  finished_at: string | null;
  outcome: string;
  report: string;
  error: string | null;
}

export interface LeasesTable {
  stage: string;
  key: string;
  owner: string;
  expires_at: string;
}

export interface CountersTable {
  name: string;
  value: number;
}

export interface HttpCacheTable {
  key: string;
  status: number;
  etag: string | null;
  last_modified: string | null;
  headers: string;
  body: Uint8Array;
  fetched_at: string;
}

export interface Tables {
  boards: BoardsTable;
  raw_postings: RawPostingsTable;
  postings: PostingsTable;
  openings: OpeningsTable;
  matches: MatchesTable;
  profiles: ProfilesTable;
  digests: DigestsTable;
  deliveries: DeliveriesTable;
  runs: RunsTable;
  leases: LeasesTable;
  counters: CountersTable;
  http_cache: HttpCacheTable;
}
