import { BoardError } from '../../errors.ts';
import { type Feed, type RawFeedItem, readFeed, readFeedItem } from '../feed.ts';
import { type CollectContext, type Collected, defineSource, type SourceBoard } from '../source.ts';
import { statedUrl } from '../stated.ts';
import { detectFeed, neogovFeed, teamtailorFeed, weWorkRemotelyFeed, ymCareersFeed } from './known-feeds.ts';
import { parseFeedPosting } from './parse.ts';
import { FeedOptions } from './schema.ts';

/** Any board that publishes its postings as RSS, Atom or JSON Feed; what is special about a feed is in its options. */
export const feed = defineSource({
  id: 'feed',
  name: 'RSS, Atom or JSON feed',
  homepage: 'https://www.rssboard.org/rss-specification',
  origin: (options) => options.origin,
  access: {
    basis: 'feed',
    read: '2026-11-22',
    note: 'A feed is published to be read by programs. Each site has its own terms: keep the link to the origin and the pace it asks for.',
  },
  options: FeedOptions,
  examples: [
    neogovFeed('michigan'),
    teamtailorFeed('career.teamtailor.com'),
    weWorkRemotelyFeed('remote-jobs'),
    ymCareersFeed('auntminnie.careerwebsite.com', 'coding'),
  ],
  host: (options) => new URL(options.url).host,
  every: '6h',
  revision: 1,
  partial: (options) => !options.complete,
  status: 'working',
  collect,
  parse: parseFeedPosting,
  detect: detectFeed,
});

const MOST_PAGES = 50;

async function* collect(board: SourceBoard<FeedOptions>, context: CollectContext): AsyncIterable<Collected> {
  const yielded = new Set<string>();
  const asked = new Set<string>();
  let url: string | undefined = board.options.url;
  while (url !== undefined && !asked.has(url)) {
    context.signal.throwIfAborted();
    if (asked.size === MOST_PAGES) {
      throw new BoardError(
        'misconfigured',
        `The feed of ${board.name} has more than ${MOST_PAGES} pages. Choose a narrower feed.`,
      );
    }
    asked.add(url);
    const response = await context.fetch({ url });
    const page = readFeed(response.body, response.url);
    for (const { externalId, raw } of identified(page, board, context)) {
      context.signal.throwIfAborted();
      if (!yielded.has(externalId)) yield { kind: 'posting', externalId, raw };
      yielded.add(externalId);
    }
    refusePartial(page, board, yielded.size);
    url = page.next;
  }
}

/** The items that can be told apart from each other. Throws `changed` when more than half have no id or no title. */
function identified(page: Feed, board: SourceBoard<FeedOptions>, context: CollectContext) {
  const items: { readonly externalId: string; readonly raw: RawFeedItem }[] = [];
  let bad = 0;
  for (const raw of page.items) {
    const item = readFeedItem(raw);
    const externalId = item.id ?? stableAddress(item.url);
    if (externalId === undefined || (item.title === undefined && item.jobPosting === undefined)) bad += 1;
    if (externalId !== undefined) items.push({ externalId, raw });
  }
  if (bad * 2 > page.items.length) {
    throw new BoardError(
      'changed',
      `${bad} of ${page.items.length} items in the feed of ${board.name} have no id or no title. The feed has changed; please report it.`,
    );
  }
  if (bad > 0) context.log.warn({ bad, of: page.items.length }, 'some items of the feed have no id or no title');
  return items;
}

/** The link without the parts that change from one visit to the next, for items that have no other id. */
function stableAddress(link: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  const url = new URL(link);
  const changing = Array.from(url.searchParams.keys()).filter((name) => /^(?:utm_\w+|trackid)$/i.test(name));
  for (const name of changing) url.searchParams.delete(name);
  return statedUrl(url.href);
}

function refusePartial(page: Feed, board: SourceBoard<FeedOptions>, read: number): void {
  if (!page.complete) throw new BoardError('transient', `The feed of ${board.name} breaks off before its end.`);
  if (board.options.complete && page.next === undefined && page.total !== undefined && page.total > read) {
    throw new BoardError(
      'misconfigured',
      `The feed of ${board.name} holds ${read} of ${page.total} postings. Take "complete" out of its options, or ask for larger pages in "url".`,
    );
  }
}
