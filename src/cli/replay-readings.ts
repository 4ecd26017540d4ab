import type { ActiveBoard } from '../config/boards.ts';
import type { Context } from '../context.ts';
import { credentialName } from '../pipeline/match/credential-name.ts';
import { acceptRules, boardsToReread, rereadOlder } from '../pipeline/normalize/index.ts';
import { CHANGED_FIELDS, type ChangedField } from '../pipeline/normalize/replay.ts';
import { newTally, type ReplaySample, samplesOf, tallyItem } from '../pipeline/normalize/replay-tally.ts';
import { rulesVersion } from '../pipeline/normalize/rules-version.ts';
import { runInline } from '../pipeline/run-inline.ts';
import { boardsWithOlder, countOlder } from '../store/older-readings.ts';
import type { Io } from './io.ts';
import { progressBar } from './progress.ts';

/** What the present rules would change. */
export interface Comparison {
  readonly rulesVersion: number;
  readonly compared: number;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
  readonly unreadable: number;
  /** Changed fields with the number of postings, the most frequent first. */
  readonly fields: readonly { readonly field: ChangedField; readonly postings: number }[];
  readonly samples: readonly ReplaySample[];
  /** Boards with such postings that the next run reads again without being asked, for another reason than the rules. */
  readonly rereadAnyway: readonly string[];
}

/** Reads again what older rules have read, and compares; nothing is written and nothing is requested. */
export async function compareReadings(
  context: Pick<Context, 'store' | 'boards' | 'credentials' | 'signal'>,
  boards: readonly ActiveBoard[],
  io: Io,
): Promise<Comparison> {
  const counts = await countOlder(context.store.db, rulesVersion);
  const older = boards.filter(({ board }) => counts.has(board.id));
  const all = older.reduce((sum, { board }) => sum + (counts.get(board.id) ?? 0), 0);
  const nameOf = (id: string): string => credentialName(id, context.credentials);
  const tally = newTally();
  const bar = progressBar(io);
  for (const active of older) {
    for await (const batch of rereadOlder(active, context)) {
      for (const item of batch) tallyItem(tally, item, nameOf);
      bar.step({ stage: 'replay', done: tally.compared, all, key: active.board.id });
    }
  }
  bar.end();
  const { compared, changed, added, gone, unreadable, fields } = tally;
  const toReread = new Set(await boardsToReread(context));
  return {
    rulesVersion,
    compared,
    changed,
    added,
    gone,
    unreadable,
    fields: CHANGED_FIELDS.flatMap((field) => ({ field, postings: fields.get(field) ?? 0 }))
      .filter(({ postings }) => postings > 0)
      .sort((a, b) => b.postings - a.postings),
    samples: samplesOf(tally),
    rereadAnyway: older.map(({ board }) => board.id).filter((id) => toReread.has(id)),
  };
}

/** What writing the new readings came to. */
export interface Acceptance {
  readonly rulesVersion: number;
  readonly boards: number;
  /** Postings that were read again. */
  readonly read: number;
  /** Those that were stored anew, for any difference at all (offsets of quotes too): the next run groups and matches them. */
  readonly rewritten: number;
  readonly unreadable: number;
  /** Boards that another process is at work on. */
  readonly busy: readonly string[];
  readonly failures: readonly { readonly board: string; readonly message: string }[];
  /** Whether no posting of these boards is left that older rules have read. */
  readonly finished: boolean;
}

/** Writes the readings of the present rules, board by board; a repeat goes on where the last call ended. */
export async function acceptReadings(context: Context, boards: readonly ActiveBoard[], io: Io): Promise<Acceptance> {
  const older = new Set(await boardsWithOlder(context.store.db, rulesVersion));
  const ids = boards.map(({ board }) => board.id).filter((id) => older.has(id));
  const bar = progressBar(io);
  const results = await runInline(context, [acceptRules(ids)], bar.step);
  bar.end();
  const sum = (...names: string[]): number =>
    results.reduce((total, result) => {
      if (result.outcome !== 'ok') return total;
      const { report } = result;
      return total + names.reduce((own, name) => own + Number(report[name] ?? 0), 0);
    }, 0);
  const left = new Set(await boardsWithOlder(context.store.db, rulesVersion));
  return {
    rulesVersion,
    boards: ids.length,
    read: sum('added', 'changed', 'unchanged', 'notPostings', 'unreadable'),
    rewritten: sum('added', 'changed'),
    unreadable: sum('unreadable'),
    busy: results.filter(({ outcome }) => outcome === 'busy').map(({ key }) => key),
    failures: results.flatMap((result) =>
      result.outcome === 'failed' ? [{ board: result.key, message: result.error.message }] : [],
    ),
    finished: ids.every((id) => !left.has(id)),
  };
}
