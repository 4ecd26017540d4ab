import { z } from 'zod';
import type { ActiveBoard } from '../../config/boards.ts';
import { type Origin, type Posting, PostingDraft } from '../../model/posting.ts';
import type { RawPosting } from '../../sources/source.ts';
import type { Knowledge } from './knowledge.ts';
import { normalizeDraft } from './normalize-draft.ts';

/** What reading a stored item came to. `notPostings`: its source says that it advertises nothing. */
export type ItemResult =
  | { readonly kind: 'posting'; readonly posting: Posting }
  | { readonly kind: 'notPostings' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A stored item as far as reading it goes. */
export interface ReadableItem {
  readonly externalId: string;
  readonly format: string;
  readonly body: string;
  readonly fetchedAt: string;
}

/** Reads one stored item, first by the source's `parse`, then by our rules. Pure; it never throws. */
export function readItem(item: ReadableItem, active: ActiveBoard, knowledge: Knowledge): ItemResult {
  const { source, board, options } = active;
  try {
    const raw: RawPosting<unknown> = {
      externalId: item.externalId,
      format: RawFormat.parse(item.format),
      body: item.body,
      fetchedAt: item.fetchedAt,
      board: { id: board.id, name: board.name, employer: board.employer, options },
    };
    const draft = source.parse(raw);
    if (draft === undefined) return { kind: 'notPostings' };
    const posting = normalizeDraft(PostingDraft.parse(draft), { id: board.id, origin: originOf(active) }, knowledge);
    return { kind: 'posting', posting };
  } catch (error) {
    // One bad item never kills a board: it is kept, named and counted.
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

function originOf({ source, options }: ActiveBoard): Origin {
  return typeof source.origin === 'function' ? source.origin(options) : source.origin;
}

const RawFormat = z.enum(['json', 'html', 'xml', 'text']);

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not have the expected form'}`;
  }
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown fault';
}
