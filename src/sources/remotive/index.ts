import type { PostingDraft } from '../../model/posting.ts';
import { defined, filled, finishDraft } from '../draft.ts';
import { readAnswer, readItems, readRawItem } from '../listing.ts';
import { readMarkup } from '../markup.ts';
import { type CollectContext, type Collected, defineSource, type RawPosting, type SourceBoard } from '../source.ts';
import { statedRemoteLimits, statedText, statedUrl } from '../stated.ts';
import { notAfter, readStatedDate } from '../stated-date.ts';
import { RemotiveAnswer, RemotiveItem, RemotiveOptions } from './schema.ts';

/** Remotive: one request gives a sample of remote postings, delayed by a day. */
export const remotive = defineSource({
  id: 'remotive',
  name: 'Remotive',
  homepage: 'https://remotive.com',
  origin: 'board',
  access: {
    basis: 'official-api',
    terms: 'https://remotive.com/api/remote-jobs',
    read: '2026-11-22',
    note: 'The answer itself carries the terms: name Remotive and link to its page, do not pass postings on to other boards, ask at most about four times a day.',
  },
  options: RemotiveOptions,
  examples: [{}, { search: 'medical coder' }, { category: 'all-others' }],
  host: () => 'remotive.com',
  every: '6h',
  revision: 1,
  partial: true,
  allowEmpty: true,
  status: 'working',
  collect,
  parse,
  detect(url) {
    if (!/^(?:www\.)?remotive\.com$/.test(url.hostname)) return undefined;
    const category = /^\/remote-jobs\/([a-z0-9-]+)/.exec(url.pathname)?.[1];
    return category === undefined ? {} : { category };
  },
});

async function* collect(board: SourceBoard<RemotiveOptions>, context: CollectContext): AsyncIterable<Collected> {
  const url = new URL('https://remotive.com/api/remote-jobs');
  if (board.options.category !== undefined) url.searchParams.set('category', board.options.category);
  if (board.options.search !== undefined) url.searchParams.set('search', board.options.search);

  const answer = readAnswer(await context.fetch({ url: url.href }), RemotiveAnswer);

  const shape = { idMember: 'id', item: RemotiveItem, boardName: board.name, log: context.log };
  for (const { externalId, original } of readItems(answer.jobs, shape)) {
    context.signal.throwIfAborted();
    yield { kind: 'posting', externalId, raw: { format: 'json', body: JSON.stringify(original) } };
  }
}

function parse(raw: RawPosting<RemotiveOptions>): PostingDraft {
  const item = readRawItem(raw, RemotiveItem);
  const areas = (item.candidate_required_location ?? '').split(',').flatMap((area) => statedText(area) ?? []);
  const salary = statedText(item.salary);
  const type = statedText(item.job_type);
  const parts = defined({
    url: statedUrl(item.url),
    title: statedText(item.title),
    employer: statedText(item.company_name),
    places: filled(areas.map((text) => ({ text }))),
    // every posting of this board is remote work
    workplace: 'remote' as const,
    remoteLimits: filled(statedRemoteLimits(areas)),
    employmentTypes: type === undefined || type === 'other' ? undefined : [type],
    pay: salary === undefined ? undefined : [{ text: salary }],
    postedAt: notAfter(readStatedDate(item.publication_date, 'utc'), raw.fetchedAt),
    ...readMarkup([{ text: item.description ?? '' }]),
  });
  return finishDraft(raw.externalId, parts, raw.board.employer);
}
