import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../src/sources/web-page.ts';

describe('readWebPage', () => {
  it('reads title, site, address and content, without scripts, menus and forms', () => {
    const html = `<html><head><title>Coder | Elm</title><meta property="og:site_name" content="Elm &amp; Oak"><link rel="canonical" href="https://elm.example/1"><meta property="og:url" content="https://elm.example/other"></head>
      <body><header><h1>Careers at Elm</h1></header><h1> Night <b>Coder</b> </h1><form><input></form><p>CCS.</p><style>p{}</style></body></html>`;

    const page = readWebPage(html);

    expect(page).toEqual({
      title: 'Night Coder',
      siteName: 'Elm & Oak',
      url: 'https://elm.example/1',
      content: '<h1> Night <b>Coder</b> </h1><p>CCS.</p>',
    });
  });

  it('takes no address that is not of the web', () => {
    expect(readWebPage('<link rel="canonical" href="file:///etc/passwd">').url).toBeUndefined();
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<body>',
      '</body>',
      '<script>',
      '</script>',
      '<h1>',
      '</h1>',
      '<nav>',
      '</nav>',
      '<br>',
      'x',
      '<',
      '<!--',
      '-->',
      '</p>',
      '<title>',
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        readWebPage(pieces.join(''));
      }),
    );
  });

  it('takes time in proportion to the page', () => {
    const html = `<body>${'<b>'.repeat(300_000)}${'</x>'.repeat(300_000)}`;
    const start = performance.now();

    readWebPage(html);

    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
