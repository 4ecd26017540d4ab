import type { Workplace } from '../model/place.ts';
import { formatDay, payLine, placeName } from '../pipeline/digest/format.ts';
import type { OpeningLine } from '../store/query.ts';
import type { Io } from './io.ts';
import { oneLine, paint, table } from './terminal.ts';

/** How a verdict is called in a narrow column. */
export const VERDICT_WORD: Readonly<Record<string, string>> = {
  eligible: 'fits',
  'eligible-soon': 'soon',
  near: 'near',
  unknown: 'unclear',
  ineligible: 'no',
};

/** How a workplace is called in the middle of a line. */
export const WORKPLACE_WORD: Readonly<Record<Workplace, string>> = {
  remote: 'remote',
  hybrid: 'hybrid',
  onsite: 'on site',
};

/** One opening of a query as JSON: stable names, absent facts are null. */
export function openingJson(line: OpeningLine): Record<string, unknown> {
  return {
    id: line.id,
    title: line.title,
    employer: line.employer,
    url: line.url,
    places: line.places.map((place) => place.text),
    workplace: line.workplace,
    remoteLimits: line.reading.remoteLimits.map((limit) => limit.area),
    employmentTypes: line.reading.employmentTypes.map(({ type }) => type),
    pay: line.reading.pay.map(({ evidence: _evidence, ...pay }) => pay),
    postedAt: line.postedAt,
    closedAt: line.closedAt,
    verdict: line.verdict,
    score: line.score,
  };
}

/** The openings as a table that fits the terminal. */
export function printOpenings(lines: readonly OpeningLine[], io: Io): void {
  if (lines.length === 0) {
    io.err('Nothing found. Try fewer words, or --closed for what is gone.');
    return;
  }
  const wide = io.columns >= 100;
  const columns = [
    { title: 'ID', width: 10, align: 'right' as const },
    { title: 'Fit', width: 7 },
    { title: 'Score', width: 5, align: 'right' as const, from: 60 },
    { title: 'Title' },
    { title: 'Employer', width: wide ? 24 : 16, from: 60 },
    { title: 'Where', width: wide ? 20 : 14, from: 72 },
    { title: 'Pay', width: 24, from: 100 },
    { title: 'Posted', width: 12, from: 100 },
  ];
  const rows = lines.map((line) => [
    String(line.id),
    VERDICT_WORD[line.verdict ?? ''] ?? '',
    line.score === null ? '' : String(line.score),
    oneLine(line.title),
    oneLine(line.employer),
    oneLine(where(line)),
    payLine(line.reading.pay)?.figures ?? '',
    line.postedAt === null ? '' : formatDay(line.postedAt, 'UTC'),
  ]);
  const [heading = '', ...body] = table(columns, rows, Math.min(io.columns, 160));
  io.out(paint('bold', heading, io, 'out'));
  for (const line of body) io.out(line);
  io.err(`${lines.length} shown. rolewatch explain ID says why.`);
}

function where(line: OpeningLine): string {
  const places = line.places.map(placeName);
  if (line.workplace === 'remote') return 'Remote';
  const [first = '', ...others] = places;
  return others.length > 0 ? `${first} +${others.length}` : first;
}
