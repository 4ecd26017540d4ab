import { Parser } from 'htmlparser2';

/**
 * Removes one layer of entity escaping when the text is escaped markup (`&lt;p&gt;`), and returns it as it is
 * otherwise. Never two layers: `&amp;lt;5 years` must end as `&lt;5 years`, not as a broken tag.
 */
export function unescapeOnce(text: string): string {
  const escapedTags = count(text, ESCAPED_TAG);
  if (escapedTags === 0 || escapedTags <= count(text, TAG)) return text;
  let plain = '';
  const parser = new Parser({
    ontext(part) {
      plain += part;
    },
  });
  // a stray "<" of the author is text here, since the real markup is the escaped one
  parser.end(text.replaceAll('<', '&lt;'));
  return plain;
}

/**
 * The HTML without the elements that carry one of these classes, contents included. An element that is never
 * closed stays: too much text is better than none.
 */
export function removeByClass(html: string, classes: readonly string[]): string {
  let kept = '';
  let keptUpTo = 0;
  let depth = 0;
  let removing: { readonly depth: number; readonly start: number } | undefined;
  const parser = new Parser({
    onopentag(_, attributes) {
      depth += 1;
      const carries = (attributes['class'] ?? '').split(/\s/).some((name) => classes.includes(name));
      if (removing === undefined && carries) removing = { depth, start: parser.startIndex };
    },
    onclosetag(_, implied) {
      if (removing?.depth === depth) {
        if (!implied) {
          kept += html.slice(keptUpTo, removing.start);
          keptUpTo = parser.endIndex + 1;
        }
        removing = undefined;
      }
      depth -= 1;
    },
  });
  parser.end(html);
  return kept + html.slice(keptUpTo);
}

/** Plain text made safe to stand inside HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const TAG = /<\/?[a-z]/gi;
const ESCAPED_TAG = /&lt;\/?[a-z]/gi;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
