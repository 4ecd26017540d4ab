import type { ActiveBoard } from '../../config/boards.ts';
import { BoardError } from '../../errors.ts';
import { dueBoards, dueHosts, readBoard, recordVisit } from '../../store/boards.ts';
import {
  closeMissing,
  confirmSeen,
  countOpenItems,
  type RawItem,
  readFingerprints,
  writeRawItems,
} from '../../store/raw-postings.ts';
import type { Stage, StageContext } from '../stage.ts';
import { afterFailure, afterSuccess } from './next-check.ts';
import { receiveBoard } from './receive.ts';

/** Visits the boards of one host, one after the other, and stores what they gave, unread. */
export const collect: Stage = {
  name: 'collect',
  concurrency: 8,
  due: (context) => dueHosts(context.store.db, context.clock().toISOString()),
  async run(host, context) {
    const active = new Map(context.boards.map((board) => [board.board.id, board]));
    const totals = { boards: 0, added: 0, changed: 0, seen: 0, closed: 0, failed: [] as string[] };
    for (const id of await dueBoards(context.store.db, host, context.clock().toISOString())) {
      context.signal.throwIfAborted();
      const board = active.get(id);
      if (!board) continue;
      totals.boards++;
      const visit = await visitBoard(board, context);
      totals.added += visit.added;
      totals.changed += visit.changed;
      totals.seen += visit.seen;
      totals.closed += visit.closed;
      if (visit.failed) totals.failed.push(id);
    }
    return totals;
  },
};

/** A held item is opened again after this long even if its listing says that nothing changed. */
const FRESH_LOOK_MS = 14 * 24 * 3_600_000;

// A batch is written when it holds this many items or characters, so that memory stays bounded.
const BATCH_ITEMS = 100;
const BATCH_CHARACTERS = 2_000_000;

interface Visit {
  added: number;
  changed: number;
  seen: number;
  closed: number;
  failed: boolean;
}

async function visitBoard(active: ActiveBoard, context: StageContext): Promise<Visit> {
  const { db } = context.store;
  const id = active.board.id;
  const startedAt = context.clock();
  const visit: Visit = { added: 0, changed: 0, seen: 0, closed: 0, failed: false };
  const log = context.log.child({ board: id, source: active.source.id });
  try {
    await receive(active, { ...context, log }, startedAt, visit);
    await context.store.transaction(async (tx) => {
      if (!isPartial(active)) visit.closed = await closeMissing(tx, id, startedAt.toISOString());
      await recordVisit(tx, id, afterSuccess(context.clock(), active.everyMs, id));
    });
  } catch (thrown) {
    // A lost lease or a stop of the program is no finding about the board: it simply stays due.
    if (context.signal.aborted) throw thrown;
    visit.failed = true;
    const error = boardErrorOf(thrown, active);
    if (thrown instanceof BoardError) log.warn({ kind: error.kind, reason: error.message }, 'board failed');
    else log.error({ err: thrown }, 'source has a bug');
    const state = await readBoard(db, id);
    await recordVisit(db, id, afterFailure(context.clock(), active.everyMs, id, state, error));
  }
  return visit;
}

/** Reads the listing to its end; ends normally only when it was complete. */
async function receive(active: ActiveBoard, context: StageContext, startedAt: Date, visit: Visit): Promise<void> {
  const { source, board } = active;
  const id = board.id;
  const freshSince = new Date(startedAt.getTime() - FRESH_LOOK_MS).toISOString();
  const known = await readFingerprints(context.store.db, id, freshSince);
  const names = new Set<string>();
  let items: RawItem[] = [];
  let seen: string[] = [];
  let characters = 0;

  async function flush(): Promise<void> {
    const now = context.clock().toISOString();
    const written = await context.store.transaction(async (tx) => {
      await confirmSeen(tx, id, seen, now);
      return writeRawItems(tx, id, items, now);
    });
    visit.added += written.added;
    visit.changed += written.changed;
    visit.seen += seen.length;
    items = [];
    seen = [];
    characters = 0;
  }

  try {
    for await (const item of receiveBoard(active, context, known)) {
      context.signal.throwIfAborted();
      if (names.has(item.externalId)) continue;
      names.add(item.externalId);
      if (item.kind === 'seen') seen.push(item.externalId);
      else {
        characters += item.raw.body.length;
        items.push({
          externalId: item.externalId,
          format: item.raw.format,
          body: item.raw.body,
          fingerprint: item.fingerprint,
          stable: item.stable,
        });
      }
      if (items.length + seen.length >= BATCH_ITEMS || characters >= BATCH_CHARACTERS) await flush();
    }
  } finally {
    // Also after a failure: what was received before it is not fetched again.
    if (!context.signal.aborted) await flush();
  }
  if (names.size === 0 && !source.allowEmpty) {
    const held = await countOpenItems(context.store.db, id);
    throw new BoardError(
      'changed',
      held > 0
        ? `${board.name} answered with an empty list although ${held} of its postings are open; none was closed.`
        : `${board.name} answered with an empty list; check its address and options.`,
    );
  }
}

function isPartial(active: ActiveBoard): boolean {
  const { partial } = active.source;
  return typeof partial === 'function' ? partial(active.options) : partial === true;
}

function boardErrorOf(thrown: unknown, active: ActiveBoard): BoardError {
  if (thrown instanceof BoardError) return thrown;
  return new BoardError(
    'transient',
    `Reading ${active.board.name} failed through a fault of the program (source ${active.source.id}); the log has the details.`,
    { cause: thrown },
  );
}
