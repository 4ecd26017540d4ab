import { BoardError, type BoardErrorKind } from '../../errors.ts';
import type { PostingDraft } from '../../model/posting.ts';
import { finishDraft } from '../draft.ts';
import { draftFromJobPosting, extractJobPostings, mainJobPosting } from '../json-ld.ts';
import { readRawItem, without } from '../listing.ts';
import { type CollectContext, type Collected, defineSource, type RawPosting, type SourceBoard } from '../source.ts';
import { type ListedPage, pagesOfList, pagesOfSitemap } from './listed.ts';
import { JobPage, JsonLdOptions } from './schema.ts';

/** Any site whose pages carry schema.org JobPosting, found through its sitemap or a page that lists them. */
export const jsonLd = defineSource({
  id: 'json-ld',
  name: 'Pages with JobPosting data',
  homepage: 'https://schema.org/JobPosting',
  origin: (options) => options.origin,
  access: {
    basis: 'page',
    terms: 'https://developers.google.com/search/docs/appearance/structured-data/job-posting',
    read: '2026-11-22',
    note: 'Public pages that describe themselves for programs. robots.txt is obeyed; read the terms of the site before adding it.',
  },
  options: JsonLdOptions,
  examples: [
    { sitemap: 'https://careers.example.org/sitemap.xml', match: '/job/' },
    { list: 'https://careers.example.org/openings', links: 'a.job-title', next: 'a[rel=next]' },
  ],
  host: (options) => new URL(options.sitemap ?? options.list ?? '').host,
  every: '12h',
  revision: 1,
  status: 'working',
  collect,
  parse,
});

async function* collect(board: SourceBoard<JsonLdOptions>, context: CollectContext): AsyncIterable<Collected> {
  const listed = await listedPages(board.options, context);
  const changed = new Map<string, ListedPage>();
  for (const page of listed) {
    context.signal.throwIfAborted();
    if (page.fingerprint !== undefined && context.known(page.externalId) === page.fingerprint) {
      yield { kind: 'seen', externalId: page.externalId };
    } else {
      changed.set(page.url, page);
    }
  }
  yield* openPages(changed, listed.length, board, context);
}

function listedPages(options: JsonLdOptions, context: CollectContext): Promise<ListedPage[]> {
  const { sitemap, match, list, links, next } = options;
  if (sitemap !== undefined) return pagesOfSitemap(sitemap, match, context);
  if (list !== undefined && links !== undefined) return pagesOfList(list, links, next, context);
  throw new BoardError('misconfigured', 'The board gives neither "sitemap" nor "list" with "links" in its options.');
}

async function* openPages(
  pages: ReadonlyMap<string, ListedPage>,
  listed: number,
  board: SourceBoard<JsonLdOptions>,
  context: CollectContext,
): AsyncIterable<Collected> {
  const failures: Error[] = [];
  let empty = 0;
  for await (const { url, body, error } of context.crawl([...pages.keys()])) {
    context.signal.throwIfAborted();
    const page = pages.get(url);
    if (page === undefined) continue;
    if (error !== undefined) {
      // a page that is gone is only what the listing has not noticed yet
      if (kindOf(error) !== 'gone') failures.push(error);
      refuseToGoOn(failures);
      continue;
    }
    const jobPosting = mainJobPosting(extractJobPostings(body), url);
    if (jobPosting === undefined) {
      empty += 1;
      continue;
    }
    yield {
      kind: 'posting',
      externalId: page.externalId,
      raw: { format: 'json', body: JSON.stringify({ url, jobPosting: withoutContact(jobPosting) }) },
      ...(page.fingerprint === undefined ? {} : { fingerprint: page.fingerprint }),
    };
  }
  judge(board, context, { listed, failures, empty });
}

// the site said no: to go on would be rude. One page may be closed to robots for reasons of its own, three are a rule
function refuseToGoOn(failures: readonly Error[]): void {
  const latest = failures.at(-1);
  if (latest === undefined) return;
  const blocked = failures.filter((error) => kindOf(error) === 'blocked').length;
  if (kindOf(latest) === 'throttled' || blocked === MOST_BLOCKED) throw latest;
}

const MOST_BLOCKED = 3;

/**
 * Throws when so many pages failed that the listing cannot be called complete. Pages that are held unchanged count as
 * good: on most visits only the troublesome ones are opened.
 */
function judge(
  board: SourceBoard<JsonLdOptions>,
  context: CollectContext,
  { listed, failures, empty }: { listed: number; failures: readonly Error[]; empty: number },
): void {
  const [first] = failures;
  if (first !== undefined && failures.length * SHARE_OF_FAILURES > listed) {
    throw new BoardError(
      kindOf(first) ?? 'transient',
      `${failures.length} of ${listed} pages of ${board.name} could not be opened, the first because: ${first.message}`,
      { cause: first },
    );
  }
  if (empty * 2 > listed) {
    throw new BoardError(
      'changed',
      `${empty} of ${listed} pages of ${board.name} hold no JobPosting data. Check the options of the board against the site.`,
    );
  }
  if (failures.length + empty > 0) {
    context.log.warn({ failed: failures.length, empty, of: listed }, 'some pages gave no posting');
  }
}

// up to a tenth may fail: a single page that is broken for good must not keep the whole board from being complete
const SHARE_OF_FAILURES = 10;

function kindOf(error: Error): BoardErrorKind | undefined {
  return error instanceof BoardError ? error.kind : undefined;
}

/** Names, addresses and numbers of recruiters are never stored. */
function withoutContact(posting: Readonly<Record<string, unknown>>) {
  return without(posting, 'applicationContact');
}

function parse(raw: RawPosting<JsonLdOptions>): PostingDraft {
  const page = readRawItem(raw, JobPage);
  const parts = draftFromJobPosting(page.jobPosting, page.url, raw.fetchedAt);
  return finishDraft(raw.externalId, parts, raw.board.employer);
}
