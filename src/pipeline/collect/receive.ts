import type { ActiveBoard } from '../../config/boards.ts';
import type { Context } from '../../context.ts';
import { BoardError } from '../../errors.ts';
import type { CollectContext, Collected } from '../../sources/source.ts';

/** Lets a board's source read its listing, through the doors of the context; `known` is what is held already. */
export function receiveBoard(
  active: ActiveBoard,
  context: Context,
  known: ReadonlyMap<string, string>,
): AsyncIterable<Collected> {
  const { source, board, options } = active;
  return source.collect(
    { id: board.id, name: board.name, employer: board.employer, options },
    collectContext(active, context, known),
  );
}

function collectContext(active: ActiveBoard, context: Context, known: ReadonlyMap<string, string>): CollectContext {
  return {
    fetch: (request) => context.http.fetch(request, context.signal),
    async *crawl(urls) {
      const { crawlPages } = await import('../../sources/crawl.ts');
      yield* crawlPages(urls, (url, signal) => context.http.fetch({ url }, signal), context.signal);
    },
    known: (externalId) => known.get(externalId),
    secret(name) {
      const value = context.secret(name);
      if (value === undefined) {
        throw new BoardError(
          'misconfigured',
          `${active.board.name} needs ${name}; set it in the environment (or ${name}_FILE to a file that holds it).`,
        );
      }
      return value;
    },
    home: context.home.dir,
    now: context.clock(),
    signal: context.signal,
    log: context.log,
  };
}
