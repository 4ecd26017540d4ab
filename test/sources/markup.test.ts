import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities, readLine, readMarkup } from '../../src/sources/markup.ts';

describe('readMarkup', () => {
  it.each([
    ['HTML as it is', '<p>a &lt; b</p>', '<p>a &lt; b</p>', 'html'],
    ['escaped HTML, once', '&lt;p&gt;a &amp;lt; b&lt;/p&gt;', '<p>a &lt; b</p>', 'html'],
    ['plain text with entities', 'a &amp; b\nc', 'a & b\nc', 'text'],
    ['plain text with a lonely sign', 'a < b > c', 'a < b > c', 'text'],
  ])('takes %s', (_, text, description, descriptionFormat) => {
    expect(readMarkup([{ text }])).toEqual({ description, descriptionFormat });
  });

  it('turns text into HTML when another part is HTML, and leaves empty parts out', () => {
    const markup = readMarkup([
      { text: '<p>a</p>' },
      { heading: 'B & C', text: 'x < y\nz' },
      { heading: 'D', text: '  ' },
    ]);

    expect(markup?.description).toBe('<p>a</p>\n<h3>B &amp; C</h3>\n<p>x &lt; y<br>z</p>');
  });

  it('gives nothing for nothing', () => {
    expect(readMarkup([{ text: ' ' }])).toBeUndefined();
  });
});

describe('decodeEntities', () => {
  it('decodes one layer, and only what ends in a semicolon', () => {
    expect(decodeEntities('R&amp;D &amp;amp; Q&notes &lt;b&gt; &#8211; &nope;')).toBe('R&D &amp; Q&notes <b> – &nope;');
  });

  it('never throws, and changes no text without an ampersand', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        decodeEntities(`${text}&${text};`);
        expect(decodeEntities(text.replaceAll('&', ''))).toBe(text.replaceAll('&', ''));
      }),
    );
  });
});

describe('readLine', () => {
  it('collapses white space after decoding', () => {
    expect(readLine(' a\n\t b&nbsp;&#32;c ')).toBe('a b c');
  });
});
