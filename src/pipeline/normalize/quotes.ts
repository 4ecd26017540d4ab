import type { Evidence } from '../../model/evidence.ts';

/** As much as a person reads at a glance, in UTF-16 units. */
const MAX_QUOTE = 200;
const MAX_FACT = 120;

/** Evidence for a span of the text. */
export function quote(text: string, start: number, end: number): Evidence {
  return { start, end, quote: text.slice(start, end) };
}

/**
 * The words a person needs to check a finding: `inner` with as much of the stretch `from`–`to` around it as fits
 * into 200 characters, in whole words, without a bracket that opens or closes outside.
 */
export function phrase(text: string, inner: Evidence, from: number, to: number): Evidence {
  let start = Math.min(from, inner.start);
  let end = Math.max(to, inner.end);
  if (end - start > MAX_QUOTE) {
    const room = Math.max(0, MAX_QUOTE - (inner.end - inner.start));
    end = wordEnd(text, inner.end, Math.min(end, inner.end + Math.floor(room / 2), inner.start + MAX_QUOTE));
    start = wordStart(text, Math.max(start, end - MAX_QUOTE), inner.start);
  }
  [start, end] = trimmed(text, start, end);
  [start, end] = balanced(text, start, end, inner);
  return start < end ? quote(text, start, end) : inner;
}

/**
 * The phrase in which a fact stands ("Pay: $20–$25 per hour"), inside the sentence `from`–`to` and with the label of
 * its line: up to the next semicolon, bar or end of a part, 120 characters at most.
 */
export function factPhrase(text: string, inner: Evidence, from: number, to: number): Evidence {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const label = text.slice(Math.max(line, from - 60), from);
  let start = /^\W*[A-Za-z][\w /&'’()-]{1,50}:\s*$/.test(label) && from - line <= 60 ? line : from;
  let end = to;
  for (let at = inner.start - 1; at > start; at -= 1) {
    if (!isStop(text, at)) continue;
    start = at + 1;
    break;
  }
  for (let at = inner.end; at < end; at += 1) {
    if (!isStop(text, at)) continue;
    end = at;
    break;
  }
  if (end - start <= MAX_FACT) return phrase(text, inner, start, end);
  const least = Math.max(start, inner.start - MAX_FACT / 2);
  const first = wordStart(text, least, inner.start);
  return phrase(text, inner, first, wordEnd(text, inner.end, Math.min(end, first + MAX_FACT)));
}

function isStop(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === ';' || char === '|' || char === '\n' || char === '•';
}

/** The same evidence, or its first 200 characters in whole words where it is longer. */
export function bounded(text: string, evidence: Evidence): Evidence {
  if (evidence.end - evidence.start <= MAX_QUOTE + 20) return evidence;
  const end = wordEnd(text, evidence.start + MAX_QUOTE, evidence.start + MAX_QUOTE);
  return phrase(text, quote(text, evidence.start, end), evidence.start, end);
}

/** The last place not after `limit` where a word ends; `least` when there is none behind it. */
function wordEnd(text: string, least: number, limit: number): number {
  if (limit >= text.length || !isWord(text, limit) || !isWord(text, limit - 1)) return limit;
  for (let at = limit; at > Math.max(0, limit - 80); at -= 1) if (!isWord(text, at - 1)) return at;
  return Math.min(least, limit);
}

/** The first place not before `limit` where a word begins. */
function wordStart(text: string, limit: number, most: number): number {
  if (limit <= 0 || !isWord(text, limit) || !isWord(text, limit - 1)) return Math.min(limit, most);
  for (let at = limit; at < most; at += 1) if (!isWord(text, at - 1)) return at;
  return most;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 127 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function trimmed(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  if (/[\uDC00-\uDFFF]/.test(text.charAt(start))) start += 1;
  if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
  while (start < end && /[\s,;:|)•*–—-]/.test(text.charAt(start))) start += 1;
  const lead = /^(?:and|but|with|plus|then)\s+(?=\S)/i.exec(text.slice(start, Math.min(end, start + 8)));
  if (lead !== null) start += lead[0].length;
  while (end > start && /[\s,;:|(•*–—-]/.test(text.charAt(end - 1))) end -= 1;
  if (end - start > 3 && text.charAt(end - 1) === '.' && /[A-Za-z)]{2}/.test(text.slice(end - 3, end - 1))) end -= 1;
  return [start, end];
}

/** Moves an end so that every bracket inside has its partner: outwards where that stays short, else inwards. */
function balanced(text: string, from: number, to: number, inner: Evidence): [number, number] {
  let start = from;
  let end = to;
  for (let round = 0; round < 4; round += 1) {
    const [opened, closed] = unmatched(text, start, end);
    if (opened !== -1) {
      const partner = text.slice(end, Math.min(end + 60, start + MAX_QUOTE + 20)).search(/[)\n]/);
      if (partner !== -1 && text.charAt(end + partner) === ')') end += partner + 1;
      else if (opened >= inner.end) end = opened;
      else break;
    } else if (closed !== -1) {
      const before = Math.max(0, start - 60, end - MAX_QUOTE - 20);
      const partner = Math.max(text.lastIndexOf('(', start - 1), text.lastIndexOf('\n', start - 1));
      if (start > 0 && partner >= before && text.charAt(partner) === '(') start = partner;
      else if (closed < inner.start) start = closed + 1;
      else break;
    } else break;
    [start, end] = trimmed(text, start, end);
  }
  return [start, end];
}

/** Offsets of the first bracket that is opened and not closed, and of the last that is closed and not opened; -1 for none. */
function unmatched(text: string, start: number, end: number): [number, number] {
  const open: number[] = [];
  let closed = -1;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 40) open.push(at);
    else if (code === 41 && open.pop() === undefined) closed = at;
  }
  return [open[0] ?? -1, closed];
}
