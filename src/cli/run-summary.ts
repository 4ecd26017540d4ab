import type { Context } from '../context.ts';
import { countOf, formatCount } from '../pipeline/digest/format.ts';
import { silentBoards } from '../pipeline/digest/silent-boards.ts';
import type { RunResult } from '../pipeline/run-stage.ts';
import { listBoards } from '../store/boards.ts';
import { countOpenOpenings } from '../store/openings.ts';
import type { Io } from './io.ts';
import { oneLine, paint, wrap } from './terminal.ts';

/** What one run did, for people and as JSON. */
export interface RunSummary {
  readonly boardsVisited: number;
  readonly postingsAdded: number;
  readonly postingsChanged: number;
  readonly postingsClosed: number;
  readonly postingsUnreadable: number;
  readonly openingsOpen: number;
  readonly matched: number;
  readonly digests: readonly string[];
  readonly deliveriesWaiting: number;
  readonly deliveriesRejected: number;
  /** Boards visited in this run that failed, and boards that have been giving nothing. */
  readonly silent: readonly { id: string; name: string; outcome: string; message: string }[];
  /** Runs that ended with a fault of the program. */
  readonly failures: readonly { stage: string; key: string; message: string }[];
}

/** Adds up what the lanes reported. */
export async function summarize(context: Context, results: readonly RunResult[]): Promise<RunSummary> {
  const sum = (stage: string, name: string): number =>
    results.reduce((total, result) => {
      const value = result.outcome === 'ok' && result.stage === stage ? result.report[name] : 0;
      return total + (typeof value === 'number' ? value : 0);
    }, 0);
  const lists = (stage: string, name: string): string[] =>
    results.flatMap((result) => {
      const value = result.outcome === 'ok' && result.stage === stage ? result.report[name] : undefined;
      return Array.isArray(value) ? value : [];
    });
  const rows = await listBoards(context.store.db);
  const failedNow = new Set(lists('collect', 'failed'));
  const silent = new Map(silentBoards(rows, context.clock()).map((board) => [board.id, board]));
  return {
    boardsVisited: sum('collect', 'boards'),
    postingsAdded: sum('normalize', 'added'),
    postingsChanged: sum('normalize', 'changed'),
    postingsClosed: sum('collect', 'closed'),
    postingsUnreadable: sum('normalize', 'unreadable'),
    openingsOpen: await countOpenOpenings(context.store.db),
    matched: sum('match', 'matched'),
    digests: lists('digest', 'where'),
    deliveriesWaiting: sum('digest', 'waiting'),
    deliveriesRejected: sum('digest', 'rejected'),
    silent: rows
      .filter((row) => failedNow.has(row.id) || silent.has(row.id))
      .map(({ id, name, outcome, message }) => ({ id, name, outcome, message })),
    failures: results.flatMap((result) =>
      result.outcome === 'failed' ? [{ stage: result.stage, key: result.key, message: result.error.message }] : [],
    ),
  };
}

/** The summary as a person reads it. */
export function printSummary(summary: RunSummary, io: Io): void {
  const width = Math.min(io.columns, 100);
  const counts = [
    `${countOf(summary.boardsVisited, 'board')} visited;`,
    `postings: ${formatCount(summary.postingsAdded)} new,`,
    `${formatCount(summary.postingsChanged)} changed,`,
    `${formatCount(summary.postingsClosed)} closed;`,
    `${countOf(summary.openingsOpen, 'opening')} open.`,
  ];
  for (const line of wrap(counts.join(' '), width)) io.out(line);
  if (summary.postingsUnreadable > 0) {
    io.out(
      `${countOf(summary.postingsUnreadable, 'posting')} could not be read and ${summary.postingsUnreadable === 1 ? 'is' : 'are'} kept.`,
    );
  }
  if (summary.silent.length > 0) {
    io.out(paint('yellow', `${countOf(summary.silent.length, 'board')} gave nothing:`, io, 'out'));
    for (const board of summary.silent) {
      io.out(`  ${oneLine(board.name)} (${board.outcome})`);
      for (const line of wrap(oneLine(board.message), width, '    ')) io.out(line);
    }
  }
  for (const failure of summary.failures) {
    const words = `${failure.stage} ${failure.key} failed: ${failure.message}`;
    for (const line of wrap(oneLine(words), width, '', '  ')) io.out(paint('red', line, io, 'out'));
  }
  for (const file of summary.digests) io.out(`Digest: ${file}`);
  if (summary.deliveriesWaiting > 0) {
    io.out(`${countOf(summary.deliveriesWaiting, 'delivery waits', 'deliveries wait')} for the next try.`);
  }
  if (summary.deliveriesRejected > 0) {
    io.out(`${countOf(summary.deliveriesRejected, 'delivery was', 'deliveries were')} refused; see the log.`);
  }
}
