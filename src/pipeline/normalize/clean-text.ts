import { Parser } from 'htmlparser2';

/** Clean text is cut here, in UTF-16 units; a longer advertisement is a page that was fetched by mistake. */
const MAX_LENGTH = 200 * 1024;
/** What is read of a raw description at all. */
const MAX_RAW = 4 * 1024 * 1024;
/** How much is parsed between two looks at the depth of nesting, in UTF-16 units; and the depth that is too much. */
const CHUNK = 16 * 1024;
const MAX_DEPTH = 500;
/** Elements whose content nobody reads. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'select',
  'button',
  'head',
  'title',
  'textarea',
]);
/** Elements that begin and end a line. */
const BLOCKS = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
  h6 header hr html li main menu nav ol option p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Zero-width and direction marks, soft hyphens, byte order marks, controls other than tab and newline. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;
/** What is none of the characters that nearly every text is made of: without one, none of them has to be changed. */
const STRANGE =
  /[^\t\n\x20-_a-~\u00a1-\u00ac\u00ae-\u00b3\u00b5-\u00ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u25cf]/;
const BLANK = 32;
const BULLET = 0x2022;

/**
 * Turns a description into clean text: headings and paragraphs on lines of their own, list items as lines that
 * begin with "• ", table rows as lines with " | " between cells, entities decoded once, scripts and styles
 * dropped, blanks folded, invisible characters and NUL removed, well-formed, trimmed, at most 200 KB. Words of
 * neighbouring elements are never glued. Plain text keeps its lines.
 */
export function cleanText(description: string, format: 'html' | 'text'): string {
  const raw = description.length > MAX_RAW ? description.slice(0, MAX_RAW) : description;
  return tidy(format === 'html' ? textOfHtml(raw) : withoutEmphasis(raw));
}

/** Markdown's escapes and bold marks say nothing and split words from their figures; a mark between two words becomes a blank. */
function withoutEmphasis(text: string): string {
  const plain = text.includes('\\') ? text.replace(/\\(?=[-+.*_#()[\]!&>~|])/g, '') : text;
  if (!plain.includes('**')) return plain;
  return plain.replace(/(\w?)\*{2,}(?=(\w?))/g, (_marks, before: string, after: string) =>
    before === '' || after === '' ? before : `${before}${/[a-z\d]/.test(before) && /[A-Z]/.test(after) ? '\n' : ' '}`,
  );
}

function textOfHtml(html: string): string {
  const parts: string[] = [];
  let length = 0;
  /** Line ends that the text has now; after a list mark there are none to be had. */
  let ends = 2;
  let silent = 0;
  let pre = 0;
  let items = 0;
  /** A cell of this row has begun; and nothing stands in it yet. */
  let cell = false;
  let fresh = false;
  /** Line ends that the next words begin with: a paragraph at the edge of a cell does not break its row. */
  let owed = 0;
  let depth = 0;
  const add = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const breakLine = (wanted: number) => {
    if (!fresh) owed = Math.max(owed, wanted);
  };
  const settle = () => {
    for (; ends < owed; ends += 1) add('\n');
    owed = 0;
    fresh = false;
  };
  const handler = {
    onopentag(name: string) {
      depth += 1;
      if (SILENT.has(name)) silent += 1;
      if (name === 'br') {
        settle();
        add('\n');
        ends += 1;
      } else if (name === 'li') {
        items += 1;
        fresh = false;
        breakLine(1);
        settle();
        add('• ');
        ends = 2;
      } else if (name === 'td' || name === 'th') {
        if (cell) {
          owed = 0;
          add(' | ');
        }
        cell = true;
        fresh = true;
      } else if (BLOCKS.has(name)) breakLine(items === 0 && (HEADINGS.has(name) || name === 'p') ? 2 : 1);
      if (name === 'tr') cell = false;
      if (name === 'table') fresh = false;
      if (name === 'pre') pre += 1;
    },
    ontext(text: string) {
      if (silent > 0 || length > MAX_LENGTH * 4) return;
      const folded = pre > 0 ? text : text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
      if ((ends > 0 || owed > 0) && folded.trim() === '') return;
      settle();
      add(folded);
      ends = 0;
    },
    onclosetag(name: string) {
      depth -= 1;
      if (SILENT.has(name) && silent > 0) silent -= 1;
      if (name === 'li' && items > 0) items -= 1;
      if (name === 'pre' && pre > 0) pre -= 1;
      if (name === 'tr') {
        cell = false;
        fresh = false;
        owed = 1;
      }
      if (BLOCKS.has(name)) breakLine(items === 0 && (HEADINGS.has(name) || name === 'p') ? 2 : 1);
    },
  };
  let parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true });
  for (let at = 0; at < html.length; ) {
    const tag = html.lastIndexOf('>', at + CHUNK) + 1;
    const next = tag > at ? tag : at + CHUNK;
    parser.write(html.slice(at, next));
    // The parser's stack of open elements costs more with every level: hostile nesting is closed and begun anew.
    if (depth > MAX_DEPTH) {
      parser.end();
      depth = 0;
      parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true });
    }
    at = next;
  }
  parser.end();
  return parts.join('');
}

function tidy(text: string): string {
  const lines = withPlainSigns(text).split('\n');
  const kept: string[] = [];
  let mark = '';
  for (const line of lines) {
    const folded = mark + withFoldedBlanks(line);
    mark = '';
    // A paragraph inside a list item leaves the item's mark alone on a line.
    if (folded.length < 4 && folded.trim() === '•') mark = '• ';
    else if (folded !== '' && folded.trim() !== '')
      kept.push(folded.charCodeAt(0) === BULLET ? folded.replace(/^• [•·▪●*-] ?/, '• ') : folded);
    else if ((kept.at(-1) ?? '') !== '') kept.push('');
  }
  return cut(kept.join('\n').trim());
}

/** Line ends as `\n`, blanks as ` `, no invisible characters. Each change is tried only where a first look found its signs. */
function withPlainSigns(text: string): string {
  let plain = text.isWellFormed() ? text : text.toWellFormed();
  if (!STRANGE.test(plain)) return plain;
  plain = plain
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(INVISIBLE, '');
  return /[´`]/.test(plain) ? plain.replace(/(?<=[A-Za-z])[´`](?=[A-Za-z])/g, "'") : plain;
}

/** A line with single blanks, and none around its words. */
function withFoldedBlanks(line: string): string {
  let folded = line.includes('  ') || line.includes('\t') ? line.replace(/[ \t]{2,}/g, ' ') : line;
  if (folded.endsWith(' ')) folded = folded.replace(/ +$/, '');
  return folded.charCodeAt(0) === BLANK && folded.charCodeAt(1) !== BLANK ? folded.slice(1) : folded;
}

function cut(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const line = text.lastIndexOf('\n', MAX_LENGTH);
  return text
    .slice(0, line > MAX_LENGTH / 2 ? line : MAX_LENGTH)
    .toWellFormed()
    .trim();
}
