import { BoardError } from '../errors.ts';
import type { PostingDraft } from '../model/posting.ts';

/** What a draft needs beside its external id; the mandatory members may be missing. */
export type DraftParts = Partial<Omit<PostingDraft, 'externalId'>>;

/**
 * The parts as a draft. The employer of the board stands in where the source names none. Throws `changed`, saying
 * what is missing, when there is no title, address or employer.
 */
export function finishDraft(externalId: string, parts: DraftParts, employerOfBoard: string | undefined): PostingDraft {
  const { title, url, employer = employerOfBoard } = parts;
  if (title === undefined) throw unreadable(externalId, 'has no title');
  if (url === undefined) throw unreadable(externalId, 'has no web address (http or https) of its own');
  if (employer === undefined) throw unreadable(externalId, 'names no employer; give the board one with "employer"');
  return { ...parts, externalId, title, url, employer };
}

function unreadable(externalId: string, what: string): BoardError {
  return new BoardError('changed', `Item ${externalId} ${what}.`);
}

/** The same members without those that are `undefined`: in a draft, absent is absent. */
export function defined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  // the entries are the value's own, less those that hold undefined: just what the type says
  return Object.fromEntries(entries) as { [Key in keyof Value]?: Exclude<Value[Key], undefined> };
}

/** The list, or `undefined` when it is empty. */
export function filled<Item>(items: readonly Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : [...items];
}
