import { safeLink } from './sanitize.ts';

/**
 * Words from outside as Markdown that shows exactly these words, on one line, wherever they stand: no link, picture,
 * heading, list, table cell, code or HTML can come out of them.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      // Entities rather than backslashes: programs that know no `\<` would pass the tag on.
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]#|~@]/g, '\\$&')
      // Bare addresses become links by themselves in GitHub's Markdown.
      .replace(/:(?=\/)/g, '\\:')
      .replace(/(www)\./gi, '$1\\.')
      // What would begin a list, a rule or an underlined heading.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  );
}

/** `[words](address)`, or only the words when the address is not one that may be opened. */
export function markdownLink(text: string, url: string): string {
  const link = safeLink(url);
  if (link === undefined) return escapeMarkdown(text);
  // What safeLink leaves and Markdown would read: brackets end the address, and an entity would be decoded.
  const address = link
    .replace(/[\\()[\]`<>"|\s]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#|\w{1,32};)/g, '&amp;');
  return `[${escapeMarkdown(text)}](${address})`;
}
