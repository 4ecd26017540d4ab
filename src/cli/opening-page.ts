import { UsageError } from '../errors.ts';
import type { Finding, Match, NodeState } from '../model/match.ts';
import type { Opening } from '../model/opening.ts';
import type { Pay } from '../model/pay.ts';
import { formatDay, payLine, placeName, SIGN, verdictWords } from '../pipeline/digest/format.ts';
import { canonicalUrl } from '../pipeline/normalize/canonical-url.ts';
import type { Db } from '../store/database.ts';
import { findOpeningByUrl, readOpenings } from '../store/openings.ts';
import type { Io } from './io.ts';
import { WORKPLACE_WORD } from './opening-lines.ts';
import { oneLine, paint, shorten, wrap } from './terminal.ts';

/** The opening with this number or address; a `UsageError` says what to do when there is none. */
export async function findOpening(db: Db, wanted: string): Promise<Opening> {
  const id = /^\d+$/.test(wanted) ? Number(wanted) : await findByAddress(db, wanted);
  const [opening] = id !== undefined && Number.isSafeInteger(id) ? await readOpenings(db, [id]) : [];
  if (!opening) throw new UsageError(`No opening ${named(wanted)} is stored; rolewatch query lists what there is.`);
  return opening;
}

function named(wanted: string): string {
  return shorten(oneLine(wanted), 200);
}

async function findByAddress(db: Db, wanted: string): Promise<number | undefined> {
  if (!URL.canParse(wanted)) {
    throw new UsageError(
      `${named(wanted)} is neither the number of an opening nor the address of a posting; rolewatch query lists the numbers.`,
    );
  }
  return findOpeningByUrl(db, [wanted, canonicalUrl(wanted)]);
}

/** One opening with its words and its copies. */
export function printOpening(opening: Opening, match: Match | undefined, io: Io): void {
  const width = Math.min(io.columns, 100);
  printHead(opening, io);
  if (match) for (const line of wrap(`${standingOf(match)} (${match.score} of 100)`, width)) io.out(line);
  io.out('');
  printText(opening.text, width, io);
  io.out('');
  io.out(paint('bold', opening.copies.length === 1 ? 'One copy' : `${opening.copies.length} copies`, io, 'out'));
  for (const copy of opening.copies) {
    const closed = copy.closedAt ? `, closed ${formatDay(copy.closedAt, 'UTC')}` : '';
    const words = `${copy.boardId}: ${REASON[copy.reason] ?? copy.reason}${closed}`;
    for (const line of wrap(words, width, '  ', '      ')) io.out(line);
    io.out(`    ${oneLine(copy.url)}`);
  }
}

/** Why a posting counts as a copy, in words. */
const REASON: Readonly<Record<string, string>> = {
  first: 'seen first',
  'canonical-url': 'same address',
  requisition: 'same requisition number',
  'same-vacancy': 'same employer, title and place',
};

// Boards put a blank line between two items of a list; on a screen that is a waste.
function printText(text: string, width: number, io: Io): void {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const between = isItem(lines[index - 1]) && isItem(lines[index + 1]);
    if (line.trim() !== '') for (const part of wrap(oneLine(line), width, '', isItem(line) ? '  ' : '')) io.out(part);
    else if (!between) io.out('');
  }
}

function isItem(line: string | undefined): boolean {
  return line?.trimStart().startsWith('• ') === true;
}

/** The verdict with every requirement, its evidence, and the parts of the score. */
export function printVerdict(opening: Opening, match: Match, io: Io): void {
  const width = Math.min(io.columns, 100);
  printHead(opening, io);
  io.out('');
  for (const line of wrap(standingOf(match), width)) io.out(paint('bold', line, io, 'out'));
  const notes = [
    match.hidden === null ? '' : `Left out of your digest: ${oneLine(match.hidden)}`,
    match.findings.some(({ strength }) => strength === 'required')
      ? ''
      : 'Nothing that could be read is stated as required.',
  ];
  for (const note of notes) for (const line of wrap(note, width)) io.out(line);
  for (const finding of match.findings) printFinding(finding, 0, width, io);
  io.out('');
  io.out(paint('bold', `Score: ${match.score} of 100`, io, 'out'));
  const names = Math.max(0, ...match.parts.map((part) => part.name.length));
  for (const part of match.parts) {
    const head = `  ${part.name.padEnd(names)}  ${`${formatPoints(part.points)}/${part.max}`.padEnd(9)}`;
    // On a narrow terminal the reason gets lines of its own.
    if (width < 60) io.out(head.trimEnd());
    const [first, hanging] = width < 60 ? ['    ', '    '] : [head, ' '.repeat(head.length)];
    for (const line of wrap(oneLine(part.because), width, first, hanging)) io.out(line);
  }
}

function printHead(opening: Opening, io: Io): void {
  const width = Math.min(io.columns, 100);
  for (const line of wrap(oneLine(opening.title), width, `${opening.id}  `, '    '))
    io.out(paint('bold', line, io, 'out'));
  const { workplace, employmentTypes, pay } = opening.reading;
  const facts = [
    oneLine(opening.employer),
    opening.places.map(placeName).join('; '),
    workplace === null ? '' : WORKPLACE_WORD[workplace.mode],
    employmentTypes.map(({ type }) => type.replace('_', '-')).join(', '),
    payText(pay),
    opening.postedAt ? `posted ${formatDay(opening.postedAt, 'UTC')}` : '',
    opening.closesAt ? `closes ${formatDay(opening.closesAt, 'UTC')}` : '',
    opening.closedAt ? `closed ${formatDay(opening.closedAt, 'UTC')}` : '',
  ];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  for (const part of wrap(line, width)) io.out(part);
  io.out(oneLine(opening.url));
}

function standingOf({ verdict, findings, steps }: Match): string {
  return oneLine(verdictWords(verdict, findings, steps));
}

const COLOUR = {
  met: 'green',
  'met-by-other': 'green',
  grace: 'cyan',
  planned: 'cyan',
  unknown: 'yellow',
  'not-met': 'red',
} as const satisfies Record<NodeState, string>;

function printFinding(finding: Finding, depth: number, width: number, io: Io): void {
  const indent = '  '.repeat(depth + 1);
  const wish = finding.strength === 'preferred' && depth === 0 ? ' (preferred)' : '';
  const head = `${SIGN[finding.state]} ${finding.asks}${wish}: ${finding.because}`;
  for (const line of wrap(oneLine(head), width, indent, `${indent}  `)) {
    io.out(paint(COLOUR[finding.state], line, io, 'out'));
  }
  if (depth === 0)
    for (const line of wrap(`“${oneLine(finding.evidence.quote)}”`, width, `${indent}    `)) io.out(line);
  for (const part of finding.parts) printFinding(part, depth + 1, width, io);
}

function payText(pay: readonly Pay[]): string {
  const line = payLine(pay);
  return line ? line.figures + line.note : '';
}

function formatPoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}
