import { UsageError } from '../errors.ts';
import type { PostingDraft } from '../model/posting.ts';
import { cleanText } from '../pipeline/normalize/clean-text.ts';
import { type DraftParts, defined } from '../sources/draft.ts';
import { draftFromJobPosting, extractJobPostings } from '../sources/json-ld.ts';
import { readStatedDate } from '../sources/stated-date.ts';

/** What a person says of a posting beside its text; it wins over what a page says of itself. */
export interface Said {
  readonly title?: string | undefined;
  readonly employer?: string | undefined;
  /** In words, several joined by `;`: "Columbus, OH; Remote". */
  readonly place?: string | undefined;
  /** Day on which it was posted. */
  readonly posted?: string | undefined;
}

/**
 * Text, HTML, or a page with schema.org markup, as a draft without address and id; without a title the first line
 * serves as one. Throws `UsageError` when there is nothing to read, or `posted` is no day.
 */
export function draftOf(input: string, said: Said, now: Date): PostingDraft {
  if (input.trim() === '')
    throw new UsageError('There is nothing to read; pipe a posting in, for example: rolewatch read - < posting.txt');
  const posted = said.posted === undefined ? undefined : readStatedDate(said.posted);
  if (said.posted !== undefined && posted === undefined)
    throw new UsageError(`${said.posted} is no day; write it as 2026-11-20.`);
  const [marked] = /<script/i.test(input) ? extractJobPostings(input) : [];
  const page = marked === undefined ? undefined : draftFromJobPosting(marked, undefined, now.toISOString());
  const { title, employer } = said;
  const stated = defined({
    title,
    employer,
    places: said.place === undefined ? undefined : [{ text: said.place }],
    postedAt: posted,
  });
  const parts = page?.description === undefined ? plainParts(input) : page;
  return { title: '', employer: '', ...parts, ...stated, externalId: '', url: '' };
}

function plainParts(input: string): DraftParts {
  const descriptionFormat = /<(p|div|br|li|html|body|h[1-6]|span)\b/i.test(input) ? 'html' : 'text';
  const description = cleanText(input, descriptionFormat);
  return { title: description.split('\n', 1)[0]?.slice(0, 200) ?? '', description, descriptionFormat: 'text' };
}
