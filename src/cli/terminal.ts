import { stripVTControlCharacters, styleText } from 'node:util';
import type { Io } from './io.ts';

type Style = Parameters<typeof styleText>[0];

/** Text in a colour, where stderr is a terminal that wants colour (`NO_COLOR`, `FORCE_COLOR`). */
export function paint(style: Style, text: string, io: Pick<Io, 'env' | 'terminal'>, stream: 'out' | 'err' = 'err'): string {
  return wantsColour(io, stream) ? styleText(style, text, { validateStream: false }) : text;
}

function wantsColour(io: Pick<Io, 'env' | 'terminal'>, stream: 'out' | 'err'): boolean {
  if (io.env['NO_COLOR']) return false;
  if (io.env['FORCE_COLOR']) return io.env['FORCE_COLOR'] !== '0';
  return io.terminal[stream] && io.env['TERM'] !== 'dumb';
}

/** Text from a board as one harmless line: no control sequences, no line ends, no reordering marks. */
export function oneLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text cut to a width, with an ellipsis when something was cut. */
export function fit(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** The text broken into lines of at most `width`, each begun with `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(indent + line);
  return lines;
}

/** A column of a table; the one without a width takes what is left of the line. */
export interface Column {
  readonly title: string;
  readonly width?: number;
  readonly align?: 'left' | 'right';
}

/** A plain table that fits the terminal. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const flexible = columns.filter((column) => column.width === undefined).length;
  const rest = Math.max(12, Math.floor((width - fixed - 2 * (columns.length - 1)) / Math.max(1, flexible)));
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => {
        const size = column.width ?? rest;
        const cell = fit(cells[index] ?? '', size);
        const gap = ' '.repeat(Math.max(0, size - [...cell].length));
        return column.align === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)];
}
