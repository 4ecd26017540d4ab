import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, removeByClass, unescapeOnce } from '../../src/sources/html.ts';

describe('unescapeOnce', () => {
  it.each([
    ['&lt;p&gt;RHIT &amp;amp; RHIA&lt;/p&gt;', '<p>RHIT &amp; RHIA</p>'],
    ['&lt;p&gt;&amp;lt;5 years&lt;/p&gt;', '<p>&lt;5 years</p>'],
    ['&lt;p&gt;if x<y then&lt;/p&gt;', '<p>if x<y then</p>'],
  ])('takes one layer from %s', (escaped, html) => {
    expect(unescapeOnce(escaped)).toBe(html);
  });

  it.each(['<p>Write &lt;b&gt; for bold.</p>', 'plain &amp; simple', '5 &lt; 6', ''])('leaves %s alone', (text) => {
    expect(unescapeOnce(text)).toBe(text);
  });

  it('undoes escaping of any markup', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>', '</p>', '<br>', '&amp;', '&lt;', 'a<b', ' ', 'coder', '"')),
        (parts) => {
          const html = `<div>${parts.join('')}</div>`;

          expect(unescapeOnce(escapeHtml(html))).toBe(html);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof unescapeOnce(text) === 'string'));
  });
});

describe('removeByClass', () => {
  it('takes whole elements out, nested ones included', () => {
    const html = '<p>a</p><div class="x intro"><div>b<br></div>c</div><p>d</p><div class=intro>e</div>f';

    expect(removeByClass(html, ['intro'])).toBe('<p>a</p><p>d</p>f');
  });

  it('keeps an element that is never closed', () => {
    const html = '<div class="intro"><p>RHIT required</p>';

    expect(removeByClass(html, ['intro'])).toBe(html);
  });

  it('keeps every letter when nothing carries the class', () => {
    fc.assert(
      fc.property(fc.string(), (html) => {
        expect(removeByClass(html, ['intro'])).toBe(html);
      }),
    );
  });
});
