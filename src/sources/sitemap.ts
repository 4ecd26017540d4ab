import { BoardError } from '../errors.ts';
import { statedUrl } from './stated.ts';
import { localName, walkXml } from './xml.ts';

/** An address of a sitemap; `lastmod` exactly as the site writes it, for it is only ever compared with itself. */
export interface SitemapEntry {
  readonly url: string;
  readonly lastmod: string | undefined;
}

/** A sitemap: the pages of a site, or further sitemaps to read. */
export interface Sitemap {
  readonly kind: 'pages' | 'index';
  /** Each address once. */
  readonly entries: readonly SitemapEntry[];
}

/**
 * Reads a sitemap or sitemap index (sitemaps.org), already unpacked; some sites serve RSS under that name, whose links
 * and dates are taken. Addresses that are not http(s) are left out. Throws `changed` when it is none of these, and
 * `transient` when it breaks off, because pages are missing then.
 */
export function readSitemap(body: string, url: string): Sitemap {
  const entries = new Map<string, SitemapEntry>();
  let root: string | undefined;
  let loc: string | undefined;
  let lastmod: string | undefined;
  const { complete } = walkXml(body, {
    open(path) {
      root ??= localName(path[0] ?? '');
    },
    close(path, { text }) {
      const [parent = '', name = ''] = path.slice(-2).map(localName);
      const entry = ENTRIES.get(root ?? '');
      if (entry !== undefined && parent === entry.element) {
        if (name === entry.address) loc = statedUrl(text, url);
        if (name === entry.date) lastmod = text.trim() === '' ? undefined : text.trim();
      }
      if (entry === undefined || name !== entry.element) return;
      if (loc !== undefined && !entries.has(loc)) entries.set(loc, { url: loc, lastmod });
      loc = undefined;
      lastmod = undefined;
    },
  });
  const host = new URL(url).host;
  if (root === undefined || !ENTRIES.has(root)) {
    throw new BoardError(
      'changed',
      `${host} did not answer with a sitemap. Open the address in a browser to see what is there.`,
    );
  }
  if (!complete) throw new BoardError('transient', `The sitemap of ${host} breaks off before its end.`);
  return { kind: root === 'sitemapindex' ? 'index' : 'pages', entries: [...entries.values()] };
}

const ENTRIES = new Map([
  ['urlset', { element: 'url', address: 'loc', date: 'lastmod' }],
  ['sitemapindex', { element: 'sitemap', address: 'loc', date: 'lastmod' }],
  ['rss', { element: 'item', address: 'link', date: 'pubDate' }],
]);
