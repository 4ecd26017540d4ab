import { MAX_STATED } from './pay-statements.ts';
import { type Talk, talkOf } from './pay-talk.ts';
import { boundOf } from './pay-words.ts';

/** How far above a figure the head of its table is looked for, in UTF-16 units. */
const MAX_TABLE = 800;
/** The end of what stands above a sentence, and what it speaks of once that has been asked. */
export interface Above {
  readonly words: string;
  talk?: Talk;
}

/** What stands above a sentence or before it on its line, back to the end of a sentence: two lines at most. */
export function aboveOf(text: string, start: number): Above {
  const least = Math.max(0, start - 200);
  let end = start;
  while (end > least && isBlank(text, end - 1)) end -= 1;
  let begin = end;
  let breaks = 0;
  for (; begin > least; begin -= 1) {
    const code = text.charCodeAt(begin - 1);
    // . ! ?
    if (code === 46 || code === 33 || code === 63) break;
    if (code !== 10) continue;
    breaks += text.charCodeAt(begin) === 10 ? 0 : 1;
    if (breaks === 2) break;
  }
  return { words: text.slice(begin, end) };
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(text.charAt(at));
}

/** The line right above, or what stands before the sentence on its own. */
export function lastLine({ words }: Above): string {
  return words.slice(words.lastIndexOf('\n') + 1);
}

/** What is spoken of above. */
export function talkAbove(above: Above): Talk {
  above.talk ??= talkOf(above.words);
  return above.talk;
}

/** The title of the column in which a figure stands, behind the first cell of its row: "Zone 1 Minimum". */
export function columnOf(text: string, start: number): string | undefined {
  const near = text.slice(Math.max(0, start - MAX_TABLE), start);
  if (!near.includes('|')) return undefined;
  const rows = near.split('\n').slice(-MAX_STATED).reverse();
  const cells = (rows[0] ?? '').split('|');
  for (const row of rows.slice(1)) {
    const titles = row.split('|');
    if (titles.length < 2 && row !== '') return undefined;
    const title = (titles[cells.length - 1] ?? '').trim();
    if (title === '' || /\d/.test(row)) continue;
    const [first = ''] = cells;
    const says = boundOf(title) !== 'point' || talkOf(title).pay > 0;
    return says ? `${/[A-Za-z]/.test(first) ? first.trim() : ''} ${title} ` : undefined;
  }
  return undefined;
}
