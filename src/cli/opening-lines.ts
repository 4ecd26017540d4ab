import { formatDay, payLine, placeName } from '../pipeline/digest/format.ts';
import type { OpeningLine } from '../store/query.ts';
import type { Io } from './io.ts';
import { oneLine, paint, table } from './terminal.ts';

/** How a verdict is called in a narrow column. */
export const VERDICT_WORD: Readonly<Record<string, string>> = {
  eligible: 'fits',
  unknown: 'unclear',
  ineligible: 'no',
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
    { title: 'ID', width: 5, align: 'right' as const },
    { title: 'Fit', width: 7 },
    { title: '%', width: 3, align: 'right' as const },
    { title: 'Title' },
    { title: 'Employer', width: wide ? 24 : 16 },
    { title: 'Where', width: wide ? 20 : 13 },
    ...(wide ? [{ title: 'Pay', width: 22 }, { title: 'Posted', width: 12 }] : []),
  ];
  const rows = lines.map((line) => [
    String(line.id),
    VERDICT_WORD[line.verdict ?? ''] ?? '',
    line.score === null ? '' : String(line.score),
    oneLine(line.title),
    oneLine(line.employer),
    oneLine(where(line)),
    ...(wide ? [payLine(line.reading.pay)?.figures ?? '', line.postedAt === null ? '' : formatDay(line.postedAt, 'UTC')] : []),
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
