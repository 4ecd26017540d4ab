import { stringify } from 'csv-stringify/sync';
import { formatDay, payLine, placeName } from '../pipeline/digest/format.ts';
import type { OpeningLine } from '../store/query.ts';
import type { Io } from './io.ts';
import { openingJson, printOpenings, VERDICT_WORD } from './opening-lines.ts';
import { oneLine } from './terminal.ts';

/** How the answer of a query is printed; a `table` fits the terminal. */
export type OutputFormat = 'table' | 'json' | 'jsonl' | 'csv' | 'md';

/** Prints openings; every format but the table is for programs, and says nothing where nothing was found. */
export function printAs(format: OutputFormat, lines: readonly OpeningLine[], io: Io): void {
  switch (format) {
    case 'table':
      printOpenings(lines, io);
      break;
    case 'json':
      io.out(JSON.stringify(lines.map(openingJson), null, 2));
      break;
    case 'jsonl':
      for (const line of lines) io.out(JSON.stringify(openingJson(line)));
      break;
    case 'csv':
      io.out(csvOf(lines));
      break;
    case 'md':
      printMarkdown(lines, io);
  }
}

interface Column {
  readonly title: string;
  readonly value: (line: OpeningLine) => string;
}

const COLUMNS: readonly Column[] = [
  { title: 'id', value: ({ id }) => String(id) },
  { title: 'verdict', value: ({ verdict }) => verdict ?? '' },
  { title: 'score', value: ({ score }) => (score === null ? '' : String(score)) },
  { title: 'title', value: ({ title }) => oneLine(title) },
  { title: 'employer', value: ({ employer }) => oneLine(employer) },
  { title: 'places', value: ({ places }) => places.map(placeName).map(oneLine).join('; ') },
  { title: 'workplace', value: ({ workplace }) => workplace ?? '' },
  { title: 'pay', value: ({ reading }) => payLine(reading.pay)?.figures ?? '' },
  { title: 'posted', value: ({ postedAt }) => (postedAt === null ? '' : postedAt.slice(0, 10)) },
  { title: 'url', value: ({ url }) => oneLine(url) },
];

/** RFC 4180, with a row of names. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf(lines: readonly OpeningLine[]): string {
  const rows = lines.map((line) => COLUMNS.map(({ value }) => value(line)));
  return stringify([COLUMNS.map(({ title }) => title), ...rows], { escape_formulas: true }).trimEnd();
}

function printMarkdown(lines: readonly OpeningLine[], io: Io): void {
  if (lines.length === 0) return;
  io.out('| Fit | Score | Opening | Employer | Where | Pay | Posted |');
  io.out('|---|--:|---|---|---|---|---|');
  for (const line of lines) {
    const cells = [
      VERDICT_WORD[line.verdict ?? ''] ?? '',
      line.score === null ? '' : String(line.score),
      linked(line),
      markdown(line.employer),
      markdown(line.workplace === 'remote' ? 'Remote' : line.places.map(placeName).join('; ')),
      payLine(line.reading.pay)?.figures ?? '',
      line.postedAt === null ? '' : formatDay(line.postedAt, 'UTC'),
    ];
    io.out(`| ${cells.join(' | ')} |`);
  }
}

function linked({ title, url }: OpeningLine): string {
  // Only such an address can be written between angle brackets as it is.
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `[${markdown(title)}](<${url.replaceAll('|', '%7C')}>)` : markdown(title);
}

/** Words of a stranger inside a table: nothing in them is markup. */
function markdown(words: string): string {
  return oneLine(words).replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&');
}
