/**
 * One word of a text. `key` is the word in small letters with the separator before it (` `, `-`, `.`, `/` or
 * nothing), which is what tells `CPC-A` from `CPC a`. Offsets are UTF-16.
 */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Small letters, straight apostrophes. */
  readonly word: string;
  /** What stands between the previous word and this one, in one character; `|` is anything else. */
  readonly gap: ' ' | '-' | '.' | '/' | '' | '|';
}

/**
 * The words of a text in one pass: runs of letters and digits with inner apostrophes and trailing plus signs.
 * Linear in the length of the text. No word reaches over one of `starts`, which are in order.
 */
export function tokenize(text: string, starts: readonly { readonly start: number }[] = []): Token[] {
  const tokens: Token[] = [];
  const to = text.length;
  let at = 0;
  let gapStart = 0;
  let next = 0;
  let cut = starts[0]?.start ?? to;
  while (at < to) {
    if (!isWordCode(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    let small = 0;
    let plain = true;
    while (cut <= start && next < starts.length) {
      next += 1;
      cut = starts[next]?.start ?? to;
    }
    while (at < to && at !== cut) {
      const code = text.charCodeAt(at);
      // "issuesHVAC": a scraper swallowed the line break between the two words.
      if (small >= 3 && code >= 65 && code <= 90) break;
      if (code >= 97 && code <= 122) small += 1;
      else if (isWordCode(code)) {
        small = 0;
        plain = plain && code < 58;
      } else if (isInnerApostrophe(text, at, to)) plain = false;
      else break;
      at += 1;
    }
    while (at < to && text.charCodeAt(at) === 43 && at - start < 24) at += 1;
    const written = text.slice(start, at);
    tokens.push({ start, end: at, word: plain ? written : foldWord(written), gap: gapOf(text, gapStart, start) });
    gapStart = at;
  }
  return tokens;
}

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) && code < 0xd800;
}

function isInnerApostrophe(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 39 || code === 0x2019) && at + 1 < to && isWordCode(text.charCodeAt(at + 1));
}

function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

function gapOf(text: string, from: number, to: number): Token['gap'] {
  if (from === to) return '';
  if (to - from === 1 && text.charCodeAt(from) === 32) return ' ';
  if (to - from > 6) return '|';
  let seen: Token['gap'] = ' ';
  // "CPC – a plus": a dash between blanks joins nothing.
  if (/^\s+[-–—]\s+$/.test(text.slice(from, to))) return '|';
  for (let at = from; at < to; at += 1) {
    const char = text.charAt(at);
    if (char === ' ' || char === '\t' || char === '®' || char === '™' || char === '*' || char === '_') continue;
    if (seen !== ' ') return '|';
    if (char === '-' || char === '–' || char === '‑') seen = '-';
    else if (char === '.') seen = '.';
    else if (char === '/') seen = '/';
    else return '|';
  }
  return seen;
}
