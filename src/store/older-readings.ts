import type { Db } from './database.ts';
import { ITEM, type PendingItem, toItem } from './raw-postings.ts';

/*
 * Stored items that were read by an older version of the reading rules. An item that waits for `normalize` in any case
 * is none of them: it is read by the present rules without being asked for.
 */

/** How many items of each board were read by rules older than `rulesVersion`; boards without any are left out. */
export async function countOlder(db: Db, rulesVersion: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('raw_postings')
    .select(['board_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('pending', '=', 0)
    .where('rules_version', '<', rulesVersion)
    .groupBy('board_id')
    .orderBy('board_id')
    .execute();
  return new Map(rows.map((row) => [row.board_id, Number(row.count)]));
}

/** Boards with an item that was read by older rules, those included that wait to be read again since `sendOlder`. */
export async function boardsWithOlder(db: Db, rulesVersion: number): Promise<string[]> {
  const rows = await db
    .selectFrom('raw_postings')
    .select('board_id')
    .distinct()
    .where('rules_version', '<', rulesVersion)
    .execute();
  return rows.map((row) => row.board_id).sort();
}

/** An item with the version of the rules that it was read by; both parts of its place in `readOlder`. */
export interface OlderItem extends PendingItem {
  readonly rulesVersion: number;
}

/** The next items of a board that were read by rules older than `rulesVersion`; the first ones without `after`. */
export async function readOlder(
  db: Db,
  boardId: string,
  rulesVersion: number,
  after: Pick<OlderItem, 'rulesVersion' | 'externalId'> | undefined,
  limit: number,
): Promise<OlderItem[]> {
  const rows = await db
    .selectFrom('raw_postings')
    .select([...ITEM, 'rules_version'])
    .where('board_id', '=', boardId)
    .where('pending', '=', 0)
    .where('rules_version', '<', rulesVersion)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('rules_version', 'external_id'),
          '>',
          eb.tuple(after?.rulesVersion ?? 0, after?.externalId ?? ''),
        ),
      ),
    )
    .orderBy('rules_version')
    .orderBy('external_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toItem(row), rulesVersion: row.rules_version ?? 0 }));
}

/** Sends the items of a board that were read by older rules through `normalize` again; returns how many there were. */
export async function sendOlder(db: Db, boardId: string, rulesVersion: number): Promise<number> {
  const result = await db
    .updateTable('raw_postings')
    .set({ pending: 1 })
    .where('board_id', '=', boardId)
    .where('pending', '=', 0)
    .where('rules_version', '<', rulesVersion)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
