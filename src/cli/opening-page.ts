import { UsageError } from '../errors.ts';
import type { Finding, Match } from '../model/match.ts';
import type { Opening } from '../model/opening.ts';
import type { Pay } from '../model/pay.ts';
import { formatDay, payLine, placeName, SIGN, verdictWords } from '../pipeline/digest/format.ts';
import { canonicalUrl } from '../pipeline/normalize/canonical-url.ts';
import type { Db } from '../store/database.ts';
import { findOpeningByUrl, readOpenings } from '../store/openings.ts';
import type { Io } from './io.ts';
import { oneLine, paint, wrap } from './terminal.ts';

/** The opening with this number or address; a `UsageError` says what to do when there is none. */
export async function findOpening(db: Db, wanted: string): Promise<Opening> {
  const id = /^\d+$/.test(wanted) ? Number(wanted) : await findByAddress(db, wanted);
  const [opening] = id === undefined ? [] : await readOpenings(db, [id]);
  if (!opening) throw new UsageError(`No opening ${oneLine(wanted)} is stored; rolewatch query lists what there is.`);
  return opening;
}

async function findByAddress(db: Db, wanted: string): Promise<number | undefined> {
  if (!URL.canParse(wanted)) {
    throw new UsageError(`${oneLine(wanted)} is neither the number of an opening nor the address of a posting.`);
  }
  return findOpeningByUrl(db, [wanted, canonicalUrl(wanted)]);
}

/** One opening with its words and its copies. */
export function printOpening(opening: Opening, match: Match | undefined, io: Io): void {
  const width = Math.min(io.columns, 100);
  printHead(opening, io);
  if (match) io.out(`${verdictWords(match.verdict, match.findings)} (${match.score} of 100)`);
  io.out('');
  for (const line of opening.text.split('\n')) {
    if (line.trim() === '') io.out('');
    else for (const part of wrap(oneLine(line), width)) io.out(part);
  }
  io.out('');
  io.out(paint('bold', opening.copies.length === 1 ? 'One copy' : `${opening.copies.length} copies`, io, 'out'));
  for (const copy of opening.copies) {
    const closed = copy.closedAt ? `, closed ${formatDay(copy.closedAt, 'UTC')}` : '';
    io.out(`  ${copy.boardId} (${copy.origin}, ${copy.reason}${closed})`);
    io.out(`    ${oneLine(copy.url)}`);
  }
}

/** The verdict with every requirement, its evidence, and the parts of the score. */
export function printVerdict(opening: Opening, match: Match, io: Io): void {
  const width = Math.min(io.columns, 100);
  printHead(opening, io);
  io.out('');
  io.out(paint('bold', verdictWords(match.verdict, match.findings), io, 'out'));
  if (match.hidden !== null) io.out(`Left out of your digest: ${oneLine(match.hidden)}`);
  if (match.findings.length === 0) io.out('The posting states no requirement that could be read.');
  for (const finding of match.findings) printFinding(finding, 0, width, io);
  io.out('');
  io.out(paint('bold', `Score: ${match.score} of 100`, io, 'out'));
  for (const part of match.parts) {
    for (const [index, line] of wrap(oneLine(part.because), width - 28).entries()) {
      const head = index === 0 ? `  ${part.name.padEnd(16)} ${formatPoints(part.points)}/${part.max}` : '';
      io.out(`${head.padEnd(28)}${line}`);
    }
  }
}

function printHead(opening: Opening, io: Io): void {
  io.out(paint('bold', `${opening.id}  ${oneLine(opening.title)}`, io, 'out'));
  const { workplace, employmentTypes, pay } = opening.reading;
  const facts = [
    oneLine(opening.employer),
    opening.places.map(placeName).join('; '),
    workplace?.mode ?? '',
    employmentTypes.map(({ type }) => type.replace('_', '-')).join(', '),
    payText(pay),
    opening.postedAt ? `posted ${formatDay(opening.postedAt, 'UTC')}` : '',
    opening.closesAt ? `closes ${formatDay(opening.closesAt, 'UTC')}` : '',
    opening.closedAt ? `closed ${formatDay(opening.closedAt, 'UTC')}` : '',
  ];
  for (const line of wrap(facts.filter((fact) => fact !== '').join(' · '), Math.min(io.columns, 100))) io.out(line);
  io.out(oneLine(opening.url));
}

function printFinding(finding: Finding, depth: number, width: number, io: Io): void {
  const indent = '  '.repeat(depth + 1);
  const wish = finding.strength === 'preferred' && depth === 0 ? ' (preferred)' : '';
  const colour = { met: 'green', later: 'cyan', 'not-met': 'red', unknown: 'yellow' } as const;
  const head = `${SIGN[finding.state]} ${finding.asks}${wish}: ${finding.because}`;
  for (const [index, line] of wrap(oneLine(head), width, indent).entries()) {
    io.out(index === 0 ? paint(colour[finding.state], line, io, 'out') : `  ${line}`);
  }
  if (depth === 0) for (const line of wrap(`“${oneLine(finding.evidence.quote)}”`, width, `${indent}    `)) io.out(line);
  for (const part of finding.parts) printFinding(part, depth + 1, width, io);
}

function payText(pay: readonly Pay[]): string {
  const line = payLine(pay);
  return line ? line.figures + line.note : '';
}

function formatPoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}
