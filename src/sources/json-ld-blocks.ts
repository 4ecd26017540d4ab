import { Parser } from 'htmlparser2';
import { decodeEntities } from './markup.ts';

/**
 * The values of all `application/ld+json` scripts of a page, in order; a block that cannot be read even after repair
 * is left out. The page is scanned for its script tags first, which is some forty times faster than parsing it; it is
 * parsed only when that finds nothing readable in a page that does mention ld+json.
 */
export function readJsonLdBlocks(html: string): unknown[] {
  const scanned = scanScripts(html);
  const values = scanned.flatMap(readJson);
  if (values.length === scanned.length && values.length > 0) return values;
  if (!/ld\+json/i.test(html)) return [];
  const parsed = parseScripts(html).flatMap(readJson);
  return parsed.length > values.length ? parsed : values;
}

/**
 * JSON as found in pages: `[value]`, or nothing when it cannot be read. Strict first; then comment and CDATA wrappers,
 * escaped text, raw control characters inside strings and trailing commas are repaired, and nothing else.
 */
function readJson(text: string): [unknown] | [] {
  const bare = unwrap(text);
  if (nesting(bare) > DEEPEST) return [];
  const escaped = /^[\s[{]*&(?:quot|#34|#x22);/i.test(bare);
  for (const attempt of [() => bare, () => repair(bare), ...(escaped ? [() => repair(decodeEntities(bare))] : [])]) {
    try {
      return [JSON.parse(attempt())];
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return [];
}

// every step goes on behind what it has read, so the time is linear in the page
function scanScripts(html: string): string[] {
  const blocks: string[] = [];
  const opening = /<script\b/gi;
  const closing = /<\/script/gi;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    const start = html.indexOf('>', opening.lastIndex) + 1;
    if (start === 0) break;
    closing.lastIndex = start;
    const end = closing.exec(html)?.index ?? html.length;
    if (isJsonLd(html.slice(opening.lastIndex, start))) blocks.push(html.slice(start, end));
    opening.lastIndex = end;
  }
  return blocks;
}

function parseScripts(html: string): string[] {
  const blocks: string[] = [];
  let current: string | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      // the parser looks through the whole stack at each closing tag: without a limit its time is not linear
      if (depth > MOST_DEEP) parser.pause();
      if (name === 'script' && isJsonLd(attributes['type'] ?? '')) current = '';
    },
    ontext(text) {
      if (current !== undefined) current += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (name === 'script' && current !== undefined) {
        blocks.push(current);
        current = undefined;
      }
    },
  });
  parser.end(html);
  return blocks;
}

function isJsonLd(attributes: string): boolean {
  return /application\/ld(?:\+|&#43;)json/i.test(attributes);
}

function unwrap(text: string): string {
  return text
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s?(?:<!--|<!\[CDATA\[)\s?(?:\/\/|\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s?(?:-->|\]\]>)\s?(?:\*\/)?$/, '')
    .trim()
    .replace(/;$/, '');
}

/** Escapes raw control characters inside strings and drops commas before a closing bracket. */
function repair(json: string): string {
  let out = '';
  let inString = false;
  let copiedUpTo = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (inString && code === BACKSLASH) {
      at += 1;
    } else if (code === QUOTE) {
      inString = !inString;
    } else if (inString && code < SPACE) {
      out += `${json.slice(copiedUpTo, at)}\\u${code.toString(16).padStart(4, '0')}`;
      copiedUpTo = at + 1;
    } else if (!inString && code === COMMA) {
      const next = nextSolid(json, at + 1);
      if (json[next] === '}' || json[next] === ']') {
        out += json.slice(copiedUpTo, at);
        copiedUpTo = at + 1;
      }
      at = next - 1;
    }
  }
  return out + json.slice(copiedUpTo);
}

const MOST_DEEP = 1_000;
const BACKSLASH = 92;
const QUOTE = 34;
const COMMA = 44;
const SPACE = 32;

// far deeper than any posting, far less than what would exhaust the stack of whoever walks the value
const DEEPEST = 200;

function nesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < json.length; at += 1) {
    const char = json[at];
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function nextSolid(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at += 1;
  return at;
}
