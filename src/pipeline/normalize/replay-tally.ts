import { createHash } from 'node:crypto';
import type { Posting } from '../../model/posting.ts';
import type { ItemResult } from './read-item.ts';
import { CHANGED_FIELDS, type ChangedField, describeChange, diffPostings, type FieldChange } from './replay.ts';

/** One field of one posting that the present rules read differently. */
export interface ReplaySample extends FieldChange {
  readonly boardId: string;
  readonly externalId: string;
  readonly title: string;
  readonly employer: string;
  readonly field: ChangedField;
}

/** What reading stored items again came to, added up item by item; its size does not grow with their number. */
export interface ReplayTally {
  /** Items that were read again. */
  compared: number;
  /** Postings with at least one changed field. */
  changed: number;
  /** Items that were none before and are postings now. */
  added: number;
  /** Postings that are none any more. */
  gone: number;
  /** Items that cannot be read; what was read before stays. */
  unreadable: number;
  /** Postings by changed field. */
  readonly fields: Map<ChangedField, number>;
  /** At most `MOST_SAMPLES` of each field, by rank. */
  readonly candidates: Map<ChangedField, (ReplaySample & { readonly rank: string })[]>;
}

export function newTally(): ReplayTally {
  return { compared: 0, changed: 0, added: 0, gone: 0, unreadable: 0, fields: new Map(), candidates: new Map() };
}

/** Adds one item that was read again. `nameOf` names a credential. */
export function tallyItem(
  tally: ReplayTally,
  item: { readonly externalId: string; readonly before: Posting | undefined; readonly after: ItemResult },
  nameOf: (id: string) => string,
): void {
  const { before, after } = item;
  tally.compared++;
  if (after.kind === 'unreadable') tally.unreadable++;
  else if (after.kind === 'notPostings') tally.gone += before === undefined ? 0 : 1;
  else if (before === undefined) tally.added++;
  else {
    const fields = diffPostings(before, after.posting);
    if (fields.length > 0) tally.changed++;
    for (const field of fields) {
      tally.fields.set(field, (tally.fields.get(field) ?? 0) + 1);
      addCandidate(tally, field, before, after.posting, nameOf);
    }
  }
}

const MOST_SAMPLES = 20;

function addCandidate(
  tally: ReplayTally,
  field: ChangedField,
  before: Posting,
  after: Posting,
  nameOf: (id: string) => string,
): void {
  const { boardId, externalId, title, employer } = after;
  // A draw that comes out the same every time, whatever the order: no board is preferred, and no posting.
  const rank = createHash('sha256').update(`${field}\n${boardId}\n${externalId}`).digest('hex');
  const held = tally.candidates.get(field) ?? [];
  if (held.length === MOST_SAMPLES && rank > (held.at(-1)?.rank ?? '')) return;
  const change = describeChange(field, before, after, nameOf);
  held.push({ rank, boardId, externalId, title, employer, field, ...change });
  held.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  tally.candidates.set(field, held.slice(0, MOST_SAMPLES));
}

/** Up to twenty samples, spread over the changed fields as evenly as they allow; sorted by field. */
export function samplesOf(tally: ReplayTally): ReplaySample[] {
  const kept = new Map<ChangedField, ReplaySample[]>();
  let left = MOST_SAMPLES;
  for (let round = 0; round < MOST_SAMPLES; round++) {
    for (const field of CHANGED_FIELDS) {
      const candidate = tally.candidates.get(field)?.[round];
      if (candidate === undefined || left === 0) continue;
      const { rank: _rank, ...sample } = candidate;
      kept.set(field, [...(kept.get(field) ?? []), sample]);
      left--;
    }
  }
  return CHANGED_FIELDS.flatMap((field) => kept.get(field) ?? []);
}
