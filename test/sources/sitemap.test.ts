import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardError } from '../../src/errors.ts';
import { readSitemap } from '../../src/sources/sitemap.ts';

const ADDRESS = 'https://careers.lakeside.example/sitemap.xml';

describe('readSitemap', () => {
  it('reads addresses with entities, white space and other namespaces beside them', () => {
    const xml = `<?xml version="1.0"?>
      <sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <sm:url><sm:loc> https://careers.lakeside.example/job?id=1&amp;lang=en </sm:loc><sm:lastmod>2026-11-01</sm:lastmod>
          <image:image><image:loc>https://careers.lakeside.example/a.png</image:loc></image:image></sm:url>
        <sm:url><sm:lastmod>2026-11-02</sm:lastmod></sm:url>
        <sm:url><sm:loc>https://careers.lakeside.example/job?id=2</sm:loc></sm:url>
        <sm:url><sm:loc>https://careers.lakeside.example/job?id=2</sm:loc><sm:lastmod>2026-11-03</sm:lastmod></sm:url>
        <sm:url><sm:loc>mailto:a@lakeside.example</sm:loc></sm:url>
      </sm:urlset>`;

    const sitemap = readSitemap(xml, ADDRESS);

    expect(sitemap).toEqual({
      kind: 'pages',
      entries: [
        { url: 'https://careers.lakeside.example/job?id=1&lang=en', lastmod: '2026-11-01' },
        { url: 'https://careers.lakeside.example/job?id=2', lastmod: undefined },
      ],
    });
  });

  it('tells an index from a list of pages', () => {
    const sitemap = readSitemap('<sitemapindex><sitemap><loc>/jobs.xml.gz</loc></sitemap></sitemapindex>', ADDRESS);

    expect(sitemap.kind).toBe('index');
    expect(sitemap.entries.map(({ url }) => url)).toEqual(['https://careers.lakeside.example/jobs.xml.gz']);
  });

  it.each([
    ['changed', '<html><body></body></html>'],
    ['changed', 'nothing'],
    ['changed', '<!DOCTYPE html><html></html>'],
    ['transient', '<urlset><url><loc>https://careers.lakeside.example/1</loc></url>'],
  ])('fails as %s for %s', (kind, xml) => {
    expect(() => readSitemap(xml, ADDRESS)).toThrow(expect.objectContaining({ kind }));
  });

  it('throws nothing but BoardError for any text', () => {
    const piece = fc.constantFrom(
      '<urlset>',
      '</urlset>',
      '<url>',
      '</url>',
      '<loc>',
      '</loc>',
      'https://a.example/',
      '&amp;',
      '&',
      '<',
      '<sitemapindex>',
      '<![CDATA[',
      ']]>',
      '<rss>',
      '<item>',
      '<link>',
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          readSitemap(pieces.join(''), ADDRESS);
        } catch (error) {
          expect(error).toBeInstanceOf(BoardError);
        }
      }),
    );
  });
});
