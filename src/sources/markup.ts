import { Parser } from 'htmlparser2';
import { escapeHtml, unescapeOnce } from './html.ts';

/** A description as a draft holds it. */
export interface Markup {
  readonly description: string;
  readonly descriptionFormat: 'html' | 'text';
}

/** A part of an advertisement; `heading` stands above it when the parts are put together. */
export interface MarkupPart {
  readonly heading?: string;
  readonly text: string;
}

/**
 * The parts as one description in their order: HTML when any part holds a tag, text otherwise. Escaped markup is
 * unescaped once, by content; empty parts are left out. `undefined` when nothing is left.
 */
export function readMarkup(parts: readonly MarkupPart[]): Markup | undefined {
  const full = parts
    .map((part) => ({ ...part, text: unescapeOnce(part.text).trim() }))
    .filter((part) => part.text !== '');
  if (full.length === 0) return undefined;
  if (full.some((part) => hasTag(part.text))) {
    const sections = full.map(
      (part) => `${htmlHeading(part.heading)}${hasTag(part.text) ? part.text : asHtml(part.text)}`,
    );
    return { description: sections.join('\n'), descriptionFormat: 'html' };
  }
  const sections = full.map(
    (part) => `${part.heading === undefined ? '' : `${part.heading}:\n`}${decodeEntities(part.text)}`,
  );
  return { description: sections.join('\n\n'), descriptionFormat: 'text' };
}

/** One line of plain text, such as a title: one layer of entities decoded, white space collapsed. */
export function readLine(text: string): string {
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

/** One layer of entities decoded. Only those that end in `;`: "Q&notes" is no "Q¬es". */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let plain = '';
  const parser = new Parser({
    ontext(part) {
      plain += part;
    },
  });
  parser.end(text.replace(BARE_AMPERSAND, '&amp;').replaceAll('<', '&lt;'));
  return plain;
}

/** The text holds at least one HTML tag. */
function hasTag(text: string): boolean {
  return /<\/?[a-z][^<>]*>/i.test(text);
}

const BARE_AMPERSAND = /&(?!#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,30};)/gi;

function htmlHeading(heading: string | undefined): string {
  return heading === undefined ? '' : `<h3>${escapeHtml(heading)}</h3>\n`;
}

function asHtml(text: string): string {
  return `<p>${escapeHtml(decodeEntities(text)).replace(/\r?\n/g, '<br>')}</p>`;
}
