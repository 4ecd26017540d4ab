import { Parser } from 'htmlparser2';
import { readLine } from './markup.ts';
import { statedUrl } from './stated.ts';

/** What a page without JobPosting data says of itself. */
export interface WebPage {
  /** First `h1`, else the title of the document. */
  readonly title: string | undefined;
  /** `og:site_name`. */
  readonly siteName: string | undefined;
  /** Canonical address, else `og:url`. */
  readonly url: string | undefined;
  /** The body as HTML, without scripts, styles, menus, forms and footers. */
  readonly content: string;
}

/** Reads what a page without a source of its own says. Never throws; time is linear in the page. */
export function readWebPage(html: string): WebPage {
  const metas = new Map<string, string>();
  const texts = new Map<'h1' | 'title', string>();
  let within: 'h1' | 'title' | undefined;
  let content = '';
  let copiedUpTo: number | undefined;
  let depth = 0;
  let skippedAt: number | undefined;

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      // the parser looks through the whole stack at each closing tag: without a limit its time is not linear
      if (depth > MOST_DEEP) parser.pause();
      if (name === 'meta') remember(metas, attributes['property'] ?? attributes['name'], attributes['content']);
      if (name === 'link' && attributes['rel'] === 'canonical') remember(metas, 'canonical', attributes['href']);
      if ((name === 'h1' || name === 'title') && !texts.has(name) && skippedAt === undefined) {
        within = name;
        texts.set(name, '');
      }
      if (name === 'body') copiedUpTo = parser.endIndex + 1;
      if (copiedUpTo !== undefined && skippedAt === undefined && SKIPPED.has(name)) {
        content += html.slice(copiedUpTo, parser.startIndex);
        skippedAt = depth;
      }
    },
    ontext(text) {
      if (within !== undefined) texts.set(within, `${texts.get(within) ?? ''}${text}`);
    },
    onclosetag(name) {
      if (name === within) within = undefined;
      if (skippedAt === depth) {
        skippedAt = undefined;
        copiedUpTo = parser.endIndex + 1;
      }
      if (name === 'body' && copiedUpTo !== undefined) {
        if (skippedAt === undefined) content += html.slice(copiedUpTo, parser.startIndex);
        copiedUpTo = undefined;
      }
      depth -= 1;
    },
  });
  parser.end(html);

  const title = [texts.get('h1'), texts.get('title')].map((text) => readLine(text ?? '')).find((text) => text !== '');
  return {
    title,
    siteName: metas.get('og:site_name'),
    url: statedUrl(metas.get('canonical')) ?? statedUrl(metas.get('og:url')),
    content: content.trim(),
  };
}

const MOST_DEEP = 1_000;
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'header',
  'footer',
  'form',
  'iframe',
  'svg',
]);

function remember(metas: Map<string, string>, name: string | undefined, content: string | undefined): void {
  const value = readLine(content ?? '');
  if (name !== undefined && value !== '' && !metas.has(name)) metas.set(name, value);
}
