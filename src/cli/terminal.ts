import { styleText } from 'node:util';
import type { Io } from './io.ts';

type Style = Parameters<typeof styleText>[0];

/** Text in a colour, where the stream is a terminal that wants colour (`NO_COLOR`, `FORCE_COLOR`). */
export function paint(
  style: Style,
  text: string,
  io: Pick<Io, 'env' | 'terminal'>,
  stream: 'out' | 'err' = 'err',
): string {
  return wantsColour(io, stream) ? styleText(style, text, { validateStream: false }) : text;
}

function wantsColour(io: Pick<Io, 'env' | 'terminal'>, stream: 'out' | 'err'): boolean {
  if (io.env['NO_COLOR']) return false;
  if (io.env['FORCE_COLOR']) return io.env['FORCE_COLOR'] !== '0';
  return io.terminal[stream] && io.env['TERM'] !== 'dumb';
}

/**
 * Text from a board as one harmless line: no control sequences, no line ends, no reordering or invisible marks, well
 * formed.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(SEQUENCES, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

// ECMA-48: strings such as a window's title, control sequences such as colours, and the short ones. Node's own
// stripVTControlCharacters takes a minute for 300 KB made of ESC and semicolons; every branch here is linear.
const SEQUENCES = new RegExp(
  [
    String.raw`(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)`,
    String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]`,
    String.raw`\x1b[ -/]*[0-~]`,
  ].join('|'),
  'g',
);

/** How many columns of a terminal the text takes; text without control characters. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += NARROW.test(character) ? 1 : COMBINING.test(character) ? 0 : 2;
  return width;
}

const ASCII = /^[ -~]*$/;
const COMBINING = /^[\p{Mn}\p{Me}]$/u;
// Two columns, after Unicode TR 11: emoji, the East Asian scripts, and the full-width forms. All else takes one.
const NARROW =
  /^[^\p{Mn}\p{Me}\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]$/u;

/** The text cut to a width, with an ellipsis when something was cut. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = '';
  let left = width - 1;
  for (const character of text) {
    left -= widthOf(character);
    if (left < 0) break;
    cut += character;
  }
  return width < 1 ? '' : `${cut}…`;
}

/**
 * The text broken at spaces into lines of at most `width`; the first begins with `indent`, the others with `hanging`.
 * A word that is longer than a line, such as an address, stays whole on a line of its own.
 */
export function wrap(text: string, width: number, indent = '', hanging: string = indent): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const size = widthOf(word);
    const room = width - (lines.length === 0 ? indent : hanging).length;
    if (line !== '' && taken + 1 + size > room) {
      lines.push((lines.length === 0 ? indent : hanging) + line);
      line = word;
      taken = size;
    } else {
      taken += size + (line === '' ? 0 : 1);
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push((lines.length === 0 ? indent : hanging) + line);
  return lines;
}

/** A column of a table; the one without a width takes what is left of the line. */
export interface Column {
  readonly title: string;
  /** At most this wide; less when its cells are shorter. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
  /** Left out where the terminal is narrower than this. */
  readonly from?: number;
}

/** A plain table whose lines are never wider than `width`; the first is the heading. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const kept = columns.map((column, index) => ({ ...column, index })).filter(({ from = 0 }) => from <= width);
  const longest = ({ title, index }: { title: string; index: number }): number =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), widthOf(title));
  const taken = kept.reduce(
    (sum, column) => sum + (column.width === undefined ? 0 : Math.min(column.width, longest(column))),
    0,
  );
  const rest = Math.max(1, width - taken - 2 * (kept.length - 1));
  const sized = kept.map((column) => ({ ...column, size: Math.min(column.width ?? rest, longest(column)) }));
  const line = (cells: readonly string[]): string =>
    sized
      .map(({ index, size, align }) => {
        const cell = shorten(cells[index] ?? '', size);
        const gap = ' '.repeat(Math.max(0, size - widthOf(cell)));
        return align === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)];
}
