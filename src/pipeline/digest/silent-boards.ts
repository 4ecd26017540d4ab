import type { SilentBoard } from '../../model/digest.ts';

/** What is known of a board's visits; see the boards table. */
export interface BoardStory {
  readonly id: string;
  readonly name: string;
  readonly outcome: string;
  readonly message: string;
  readonly last_complete_at: string | null;
  readonly silent_since: string | null;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Boards that a person must be told of: those whose last visit failed in a way that needs a person, and those that
 * have not given a complete listing for a day, whatever the reason. A short hiccup is not worth a line.
 */
export function silentBoards(boards: readonly BoardStory[], now: Date): SilentBoard[] {
  return boards
    .filter((board) => board.outcome !== 'ok' && board.outcome !== 'never')
    .filter((board) => {
      const passing = board.outcome === 'transient' || board.outcome === 'throttled';
      const complete = board.last_complete_at;
      return !passing || complete === null || now.getTime() - Date.parse(complete) > DAY_MS;
    })
    .map((board) => ({
      id: board.id,
      name: board.name,
      outcome: board.outcome,
      message: board.message,
      since: board.silent_since,
    }));
}
