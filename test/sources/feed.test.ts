import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardError } from '../../src/errors.ts';
import { feed } from '../../src/sources/feed/index.ts';
import { FeedOptions } from '../../src/sources/feed/schema.ts';
import { elementsNamed, readFeed, readFeedItem, textsNamed } from '../../src/sources/feed.ts';

const URL_OF_FEED = 'https://jobs.birch.example/feed';

describe('readFeed', () => {
  it('keeps each item as it was written', () => {
    const item = '<item a="1"><title>A &amp; B</title><x:y/></item>';

    const { items, complete } = readFeed(`<rss><channel>${item}</channel></rss>`, URL_OF_FEED);

    expect(items).toEqual([{ format: 'xml', body: item }]);
    expect(complete).toBe(true);
  });

  it.each([
    ['without the end of the root', '<rss><channel><item><title>a</title></item></channel>'],
    ['inside a tag', '<rss><channel><item><title>a</title></item></channel></rs'],
    ['inside an item', '<rss><channel><item><title>a</title></item><item>'],
  ])('sees that a document breaks off %s, and keeps the whole items', (_, xml) => {
    const { items, complete } = readFeed(xml, URL_OF_FEED);

    expect(complete).toBe(false);
    expect(items).toHaveLength(1);
  });

  it('follows only a next page of its own, not one inside an item', () => {
    const own = readFeed('<feed><link rel="next" href="?page=2"/></feed>', URL_OF_FEED);
    const inside = readFeed('<feed><entry><link rel="next" href="?page=2"/></entry></feed>', URL_OF_FEED);

    expect(own.next).toBe('https://jobs.birch.example/feed?page=2');
    expect(inside.next).toBeUndefined();
  });

  it('refuses a DOCTYPE in any letters, and what nests without end', () => {
    expect(() => readFeed('<!doctype html><rss></rss>', URL_OF_FEED)).toThrow(BoardError);
    expect(() => readFeed(`<rss>${'<a>'.repeat(300)}`, URL_OF_FEED)).toThrow(/nests/);
  });

  it('reads a feed with a byte order mark', () => {
    const json = readFeed('\uFEFF{"items":[{"id":1}]}', URL_OF_FEED);
    const xml = readFeed('\uFEFF<rss></rss>', URL_OF_FEED);

    expect(json.items).toHaveLength(1);
    expect(xml.items).toEqual([]);
  });

  it('throws nothing but BoardError, and gives items that can be read, for any text', () => {
    const piece = fc.constantFrom(
      '<rss>',
      '</rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<guid isPermaLink="false">',
      '<![CDATA[',
      ']]>',
      '&',
      '&amp;',
      '&lt;',
      '<',
      '>',
      '"',
      'x:y',
      '<feed>',
      '<entry>',
      '</entry>',
      '{"items":[',
      ']}',
      '1',
      ',',
      '<?',
      '<!',
      '--',
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        try {
          for (const item of readFeed(pieces.join(''), URL_OF_FEED).items) readFeedItem(item);
        } catch (error) {
          expect(error).toBeInstanceOf(BoardError);
        }
      }),
    );
  });

  it.each([
    ['unclosed elements', '<rss><channel><item>', '<b>'],
    ['ends of nothing', '<rss><channel><item>', '</b>'],
    ['ampersands', '<rss><channel><item>', '&'],
    ['unclosed CDATA', '<rss><channel><item>', '<![CDATA['],
    ['attributes', '<rss><channel><item ', 'a="" '],
  ])('takes time in proportion to the document: %s', (_, start, part) => {
    const xml = start + part.repeat(Math.ceil(1_000_000 / part.length));
    const begin = performance.now();

    try {
      readFeed(xml, URL_OF_FEED);
    } catch (error) {
      expect(error).toBeInstanceOf(BoardError);
    }

    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});

describe('readFeedItem', () => {
  const item = readFeedItem({
    format: 'xml',
    body: '<item><a:b c="1">one</a:b><d><a:b>two</a:b><a:b/></d></item>',
  });

  it('finds elements at any depth, in order, and attributes', () => {
    expect(textsNamed(item.element, 'a:b')).toEqual(['one', 'two']);
    expect(textsNamed(item.element, 'a:b@c')).toEqual(['1']);
    expect(elementsNamed(item.element, 'a:b')).toHaveLength(3);
  });

  it('finds no member of Object.prototype among attributes', () => {
    expect(textsNamed(item.element, 'a:b@constructor')).toEqual([]);
  });
});

describe('the feed source', () => {
  it('is partial unless the board says that the feed is complete', () => {
    const partial = typeof feed.partial === 'function' ? feed.partial : () => undefined;

    expect(partial(FeedOptions.parse({ url: URL_OF_FEED }))).toBe(true);
    expect(partial(FeedOptions.parse({ url: URL_OF_FEED, complete: true }))).toBe(false);
  });

  it.each([
    [
      'https://www.governmentjobs.com/careers/harborcounty/jobs/1/coder',
      'https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=harborcounty',
    ],
    ['https://ridgeview.na.teamtailor.com/jobs/1-coder', 'https://ridgeview.na.teamtailor.com/jobs.json'],
    [
      'https://weworkremotely.com/categories/remote-all-other-jobs',
      'https://weworkremotely.com/categories/remote-all-other-jobs.rss',
    ],
    ['https://weworkremotely.com/', 'https://weworkremotely.com/remote-jobs.rss'],
    [
      'https://elm.careerwebsite.com/jobs/?keywords=coding',
      'https://elm.careerwebsite.com/jobs/?display=rss&keywords=coding&resultsPerPage=1000',
    ],
    ['https://jobs.elm.example/jobsrss/?keywords=a+b', 'https://jobs.elm.example/jobsrss/?keywords=a%20b'],
  ])('knows the feed of %s', (page, address) => {
    const options = feed.detect?.(new URL(page));

    expect(options?.url).toBe(address);
    expect(FeedOptions.safeParse(options).error).toBeUndefined();
  });

  it('knows no feed of any other page', () => {
    expect(feed.detect?.(new URL('https://lakeside.example/jobs'))).toBeUndefined();
  });

  it('refuses an element name that is none', () => {
    const options = FeedOptions.safeParse({ url: URL_OF_FEED, fields: { location: 'a b<' } });

    expect(options.success).toBe(false);
  });
});
