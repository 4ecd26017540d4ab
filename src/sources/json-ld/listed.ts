import { createHash } from 'node:crypto';
import { BoardError } from '../../errors.ts';
import { readSitemap, type SitemapEntry } from '../sitemap.ts';
import type { CollectContext } from '../source.ts';
import { statedUrl } from '../stated.ts';

/** A page of a posting as the site lists it. */
export interface ListedPage {
  readonly externalId: string;
  readonly url: string;
  /** Changes when the listing says something else about the page; absent when the listing says nothing about it. */
  readonly fingerprint: string | undefined;
}

/** All pages that a sitemap names under `match`; further sitemaps are followed. Throws when it cannot be read whole. */
export async function pagesOfSitemap(
  address: string,
  match: string | undefined,
  context: CollectContext,
): Promise<ListedPage[]> {
  const pages = new Map<string, ListedPage>();
  const waiting = [address];
  const asked = new Set<string>();
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (asked.has(url)) continue;
    if (asked.size === MOST_SITEMAPS) throw tooMany(address, `leads to more than ${MOST_SITEMAPS} further sitemaps`);
    asked.add(url);
    context.signal.throwIfAborted();
    const response = await context.fetch({ url });
    const sitemap = readSitemap(response.body, response.url);
    if (sitemap.kind === 'index') waiting.push(...sitemap.entries.map((entry) => entry.url));
    else keep(sitemap.entries, match, new URL(address).host, pages);
  }
  return [...pages.values()];
}

/** All pages that a list links to through `links`, over every page of the list. Throws when there is no end to it. */
export async function pagesOfList(
  address: string,
  links: string,
  next: string | undefined,
  context: CollectContext,
): Promise<ListedPage[]> {
  const { load } = await import('cheerio');
  const found = new Map<string, { url: string; text: string }>();
  const asked = new Set<string>();
  let url: string | undefined = address;
  while (url !== undefined && !asked.has(url)) {
    if (asked.size === MOST_LIST_PAGES) throw tooMany(address, `has more than ${MOST_LIST_PAGES} pages`);
    asked.add(url);
    context.signal.throwIfAborted();
    const response = await context.fetch({ url });
    const page = load(response.body);
    const base = statedUrl(page('base[href]').attr('href'), response.url) ?? response.url;
    for (const node of page(links).toArray()) {
      const element = page(node);
      const link = element.is('a') ? element : element.find('a[href]').first();
      const target = statedUrl(link.attr('href'), base);
      if (target === undefined) continue;
      const externalId = pageId(target, new URL(address).host);
      const text = element.text().replace(/\s+/g, ' ').trim();
      // one posting may be linked by its logo, its title and a button
      found.set(externalId, { url: withoutHash(target), text: `${found.get(externalId)?.text ?? ''}${text}\n` });
    }
    url = next === undefined ? undefined : statedUrl(page(next).first().attr('href'), base);
  }
  return [...found].map(([externalId, entry]) => ({
    externalId,
    url: entry.url,
    fingerprint: hash(entry.url + entry.text),
  }));
}

const MOST_SITEMAPS = 100;
const MOST_LIST_PAGES = 50;

function keep(
  entries: readonly SitemapEntry[],
  match: string | undefined,
  host: string,
  pages: Map<string, ListedPage>,
): void {
  for (const { url, lastmod } of entries) {
    const { pathname, search } = new URL(url);
    if (match !== undefined && !`${pathname}${search}`.includes(match)) continue;
    const externalId = pageId(url, host);
    pages.set(externalId, { externalId, url: withoutHash(url), fingerprint: lastmod });
  }
}

/** Path and query, with the host before it when it is not the board's own. */
function pageId(url: string, host: string): string {
  const page = new URL(url);
  return `${page.host === host ? '' : page.host}${page.pathname}${page.search}`;
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function tooMany(address: string, what: string): BoardError {
  return new BoardError('misconfigured', `${address} ${what}. Give a narrower address in the options of the board.`);
}
