import type { Context } from '../../context.ts';
import type { DigestView } from '../../model/digest.ts';
import type { Verdict } from '../../model/match.ts';
import type { LoadedProfile } from '../../model/profile.ts';
import { listBoards } from '../../store/boards.ts';
import type { Db } from '../../store/database.ts';
import { countUntold, readUntold } from '../../store/matches.ts';
import { countOpenOpenings, readOpenings } from '../../store/openings.ts';
import { buildView, type DigestCandidate, LISTED } from './build-view.ts';
import { silentBoards } from './silent-boards.ts';

/** A digest that could be sent now: what it says, and the openings it would mark as told. */
export interface GatheredDigest {
  readonly view: DigestView;
  readonly told: readonly number[];
}

/** Reads everything the next digest of a profile says. Writes nothing, so that it also serves for a preview. */
export async function gatherDigest(
  db: Db,
  context: Pick<Context, 'boards' | 'settings' | 'clock'>,
  loaded: LoadedProfile,
  slot: Date,
): Promise<GatheredDigest> {
  const { profile } = loaded;
  const boardRows = await listBoards(db);
  const boardNames = new Map(boardRows.map((row) => [row.id, row.name]));
  const candidates: DigestCandidate[] = [];
  const beyond: Partial<Record<Verdict, number>> = {};
  for (const verdict of LISTED) {
    const untold = await readUntold(db, loaded.id, verdict, profile.digest.limit);
    const openings = await readOpenings(
      db,
      untold.map(({ openingId }) => openingId),
    );
    for (const [index, opening] of openings.entries()) {
      const match = untold[index]?.match;
      if (!match) continue;
      const boards = [...new Set(opening.copies.map((copy) => boardNames.get(copy.boardId) ?? copy.boardId))].sort();
      candidates.push({ opening, match, boards });
    }
    beyond[verdict] = (await countUntold(db, loaded.id, verdict)) - untold.length;
  }
  beyond.ineligible = await countUntold(db, loaded.id, 'ineligible');
  const view = buildView({
    profileId: loaded.id,
    personName: profile.name,
    slot: slot.toISOString(),
    timeZone: profile.timeZone ?? context.settings.timeZone,
    limit: profile.digest.limit,
    candidates,
    beyond,
    silentBoards: silentBoards(boardRows, context.clock()),
    boardsChecked: boardRows.filter((row) => row.last_checked_at !== null).length,
    openingsOpen: await countOpenOpenings(db),
  });
  return { view, told: view.sections.flatMap(({ entries }) => entries.map(({ openingId }) => openingId)) };
}

/** Nothing to tell: no opening and no board in trouble. Such a digest is not sent. */
export function isQuiet(view: DigestView): boolean {
  return view.silentBoards.length === 0 && view.sections.every((section) => section.entries.length === 0);
}
