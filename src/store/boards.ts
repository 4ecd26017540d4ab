import type { ExpressionBuilder, Insertable, Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { BoardsTable, Tables } from './tables.ts';

/** What the configuration says of a board; the rest of its row is the story of its visits. */
export type BoardConfigRow = Pick<
  Insertable<BoardsTable>,
  'id' | 'source' | 'name' | 'host' | 'every_ms' | 'config_hash'
>;

/**
 * Makes the table agree with the configuration: new boards are due at once, boards no longer configured are put to
 * rest, and a board that had stopped is due again when its configuration changed.
 */
export async function syncBoards(db: Db, boards: readonly BoardConfigRow[], now: string): Promise<void> {
  const known = new Map(
    (await db.selectFrom('boards').select(['id', 'config_hash', 'active']).execute()).map((row) => [row.id, row]),
  );
  for (const board of boards) {
    const before = known.get(board.id);
    known.delete(board.id);
    if (before?.config_hash === board.config_hash && before.active === 1) {
      await db
        .updateTable('boards')
        .set({ name: board.name, host: board.host, every_ms: board.every_ms })
        .where('id', '=', board.id)
        .where((eb) =>
          eb.or([eb('name', '!=', board.name), eb('host', '!=', board.host), eb('every_ms', '!=', board.every_ms)]),
        )
        .execute();
      continue;
    }
    await db
      .insertInto('boards')
      .values({
        ...board,
        active: 1,
        read_revision: '',
        next_check_at: now,
        last_checked_at: null,
        last_complete_at: null,
        outcome: 'never',
        message: '',
        failures: 0,
        silent_since: null,
      })
      .onConflict((c) => c.column('id').doUpdateSet({ ...board, active: 1, next_check_at: now, failures: 0 }))
      .execute();
  }
  const gone = [...known.values()].filter((row) => row.active === 1).map((row) => row.id);
  if (gone.length > 0) await db.updateTable('boards').set({ active: 0 }).where('id', 'in', gone).execute();
}

/** Hosts with a board whose time has come, in order of the longest wait. */
export async function dueHosts(db: Db, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('boards')
    .select(['host', (eb) => eb.fn.min('next_check_at').as('since')])
    .where('active', '=', 1)
    .where(isDue(now))
    .groupBy('host')
    .orderBy('since')
    .orderBy('host')
    .execute();
  return rows.map((row) => row.host);
}

// A check that lies ahead of now was made by a clock that was wrong; what it planned is worth nothing.
function isDue(now: string) {
  return (eb: ExpressionBuilder<Tables, 'boards'>) =>
    eb.and([
      eb('next_check_at', 'is not', null),
      eb.or([eb('next_check_at', '<=', now), eb('last_checked_at', '>', now)]),
    ]);
}

/** Ids of the boards of a host whose time has come. */
export async function dueBoards(db: Db, host: string, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('boards')
    .select('id')
    .where('active', '=', 1)
    .where('host', '=', host)
    .where(isDue(now))
    .orderBy('next_check_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Every board that is switched on, by id. */
export async function listBoards(db: Db): Promise<Selectable<BoardsTable>[]> {
  return db.selectFrom('boards').selectAll().where('active', '=', 1).orderBy('id').execute();
}

export async function readBoard(db: Db, id: string): Promise<Selectable<BoardsTable> | undefined> {
  return db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst();
}

/** How a visit ended. `next_check_at: null` means: not before a person resets the board. */
export type BoardVisit = Pick<
  Selectable<BoardsTable>,
  'next_check_at' | 'last_checked_at' | 'outcome' | 'message' | 'failures' | 'silent_since'
> & { last_complete_at?: string };

export async function recordVisit(db: Db, id: string, visit: BoardVisit): Promise<void> {
  await db.updateTable('boards').set(visit).where('id', '=', id).execute();
}

/** Makes boards due now, as if nothing had gone wrong; returns how many there were. */
export async function resetBoards(db: Db, ids: readonly string[], now: string): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await db
    .updateTable('boards')
    .set({ next_check_at: now, failures: 0 })
    .where('id', 'in', ids)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
