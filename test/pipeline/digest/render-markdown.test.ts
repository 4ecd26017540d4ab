import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownLink } from '../../../src/pipeline/digest/escape-markdown.ts';
import { renderMarkdown } from '../../../src/pipeline/digest/render-markdown.ts';
import { HOSTILE } from './hostile.ts';
import { candidate, realistic, sampleView, withWords } from './sample.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['Lead Coder (remote), Inc. - A/B', 'Lead Coder (remote), Inc. - A/B'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['a | b', 'a \\| b'],
    ['`code`', '\\`code\\`'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['12) item', '12\\) item'],
    ['===', '\\==='],
    ['# heading', '\\# heading'],
    ['one\n\n# two', 'one \\# two'],
    [
      'https://evil.example www.evil.example a@evil.example',
      'https\\://evil.example www\\.evil.example a\\@evil.example',
    ],
  ])('%j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('leaves for any text nothing that Markdown or HTML would read, and loses no word', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE), markupText());

    fc.assert(
      fc.property(text, (input) => {
        const escaped = escapeMarkdown(input);

        const bare = escaped.replace(/\\[!-/:-@[-`{-~]/g, '.').replace(/&(amp|lt|gt);/g, '.');
        expect(bare).not.toMatch(/[\\`*_[\]<>#|~@&\n\r]|:\//);
        expect(escaped).not.toMatch(/^([-+=\s]|\d{1,9}[.)])/);
        expect(plainOf(escaped)).toBe(input.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('is linear in the length of the text', () => {
    for (const piece of ['\\', '[', '&', ':', 'www.', '1', ' ']) {
      const start = performance.now();
      escapeMarkdown(piece.repeat(200_000));
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});

describe('markdownLink', () => {
  it('links an http address and keeps it whole', () => {
    expect(markdownLink('Coder', 'https://jobs.example/1?a=b&c=d')).toBe('[Coder](https://jobs.example/1?a=b&c=d)');
  });

  it('encodes what would end the address early', () => {
    expect(markdownLink('Coder', 'https://jobs.example/a_(b)?x=\\)&lt;')).toBe(
      '[Coder](https://jobs.example/a_%28b%29?x=%5C%29&amp;lt;)',
    );
  });

  it('shows only the words for any other address', () => {
    expect(markdownLink('Coder', 'javascript:alert(1)')).toBe('Coder');
  });

  it('gives for any address one closed link', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, extra) => {
        expect(markdownLink('Coder', url + extra)).toMatch(/^(\[Coder\]\(https?:\/\/[^\s()[\]<>\\"`]+\)|Coder)$/);
      }),
    );
  });
});

describe('renderMarkdown', () => {
  it('tells everything about an opening', () => {
    const lines = renderMarkdown(sampleView()).split('\n');

    expect(lines).toEqual(
      expect.arrayContaining([
        '# New openings for Sam Rivera',
        'Friday, November 20, 2026',
        '**You qualify for 2 new openings, 1 cannot be decided, 31 lack more than one thing.**',
        '## You qualify (2)',
        '### [Inpatient Coding Specialist](https://careers.lakeside-health.example/openings/1?ref=list&lang=en)',
        '**You qualify**\\',
        'Lakeside Health · Columbus, OH · Hybrid · Full time\\',
        '- ✓ **RHIA or RHIT**: you hold RHIT\\',
        '  “RHIA or RHIT certification required.”',
        'Details: `rolewatch show 101`',
        '## Boards that gave nothing',
        '## More than one thing is missing (31)',
      ]),
    );
  });

  it('ends with one line end and has no empty block', () => {
    for (const view of [sampleView(), sampleView({ candidates: [], beyond: {}, silentBoards: [] })]) {
      expect(renderMarkdown(view)).toMatch(/[^\n]\n$/);
      expect(renderMarkdown(view)).not.toMatch(/\n\n\n/);
    }
  });

  it.each(HOSTILE.map((words) => [words]))('keeps its own structure with %j', (words) => {
    const plain = skeleton(renderMarkdown(withWords('words')));

    const hostile = renderMarkdown(withWords(words));

    expect(skeleton(hostile)).toEqual(plain);
    expect(hostile).not.toMatch(/<[^\s]/);
  });

  it('makes no link of an address that is not http', () => {
    const text = renderMarkdown(sampleView({ candidates: [candidate({ url: 'javascript:alert(1)' })] }));

    expect(text).toContain('### Health Information Specialist\n');
    expect(text).not.toContain('javascript');
  });

  it('renders two hundred openings', () => {
    const text = renderMarkdown(sampleView({ limit: 200, candidates: realistic(200) }));

    expect(text.match(/^### \[/gm)).toHaveLength(200);
  });
});

/** The marks each line begins with, and what they enclose reduced to nothing. */
function skeleton(markdown: string): string[] {
  return markdown.split('\n').map((line) => /^(#{1,6} \[?|- (?:[✓✗?~] )?\*\*| {2}“|\*\*|)/.exec(line)?.[0] ?? '');
}

function plainOf(escaped: string): string {
  return escaped
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function markupText() {
  const piece = fc.constantFrom(
    '\\',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '#',
    '|',
    '&',
    '&lt;',
    '\n',
    ' ',
    '1.',
    '-',
    'a',
    '!',
    ':',
    '/',
    'www.',
  );
  return fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
}
