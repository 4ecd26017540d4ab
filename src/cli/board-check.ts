import type { ActiveBoard } from '../config/boards.ts';
import { suggestion } from '../config/nearest.ts';
import { BoardError, UsageError } from '../errors.ts';
import { PostingDraft } from '../model/posting.ts';
import { receiveBoard } from '../pipeline/collect/receive.ts';
import { countOf, formatCount } from '../pipeline/digest/format.ts';
import { EXIT, type ExitCode, type GlobalOptions, type Io } from './io.ts';
import { type OpenContext, openContext } from './open-context.ts';
import { oneLine, paint, wrap } from './terminal.ts';

interface BoardCheck {
  readonly id: string;
  readonly outcome: string;
  readonly message: string;
  readonly items: number;
  readonly readable: number;
  readonly samples: readonly { title: string; employer: string; url: string }[];
}

/** Visits boards now and prints what came back; nothing is stored. */
export async function checkBoards(
  io: Io,
  options: GlobalOptions & { json?: boolean },
  ids: readonly string[],
): Promise<ExitCode> {
  const context = await openContext(io, options);
  try {
    const checks: BoardCheck[] = [];
    for (const active of requireOn(context.boards, ids)) {
      if (io.terminal.err) io.err(`Visiting ${oneLine(active.board.name)} …`);
      const check = await checkBoard(active, context);
      checks.push(check);
      if (!options.json) print(check, io);
    }
    if (options.json) io.out(JSON.stringify(checks, null, 2));
    return checks.every((check) => check.outcome === 'ok') ? EXIT.ok : EXIT.someBoardsFailed;
  } finally {
    await context.close();
  }
}

/** The boards with these ids; a `UsageError` names the first that is not on. */
export function requireOn(boards: readonly ActiveBoard[], ids: readonly string[]): ActiveBoard[] {
  return ids.map((id) => {
    const active = boards.find(({ board }) => board.id === id);
    if (active) return active;
    const near = suggestion(
      id,
      boards.map(({ board }) => board.id),
    );
    throw new UsageError(`No board ${id} is on; ${near ? `did you mean ${near}?` : 'see rolewatch boards list.'}`);
  });
}

async function checkBoard(active: ActiveBoard, context: OpenContext): Promise<BoardCheck> {
  const { board, source, options } = active;
  const seen = { items: 0, readable: 0, samples: [] as { title: string; employer: string; url: string }[] };
  try {
    for await (const item of receiveBoard(active, context, new Map())) {
      if (item.kind !== 'posting') continue;
      seen.items++;
      try {
        const draft = source.parse({
          ...item.raw,
          externalId: item.externalId,
          fetchedAt: context.clock().toISOString(),
          board: { id: board.id, name: board.name, employer: board.employer, options },
        });
        if (draft === undefined) continue;
        const { title, employer, url } = PostingDraft.parse(draft);
        seen.readable++;
        if (seen.samples.length < 3) seen.samples.push({ title, employer, url });
      } catch {
        // Counted by its absence from `readable`.
      }
    }
    return { id: board.id, outcome: seen.items > 0 || source.allowEmpty ? 'ok' : 'changed', message: '', ...seen };
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    return { id: board.id, outcome: error.kind, message: error.message, ...seen };
  }
}

function print(check: BoardCheck, io: Io): void {
  const good = check.outcome === 'ok';
  const width = Math.min(io.columns, 100);
  const readable = `${countOf(check.items, 'item')}, ${formatCount(check.readable)} of them readable`;
  const counts = check.items === 0 ? 'no item' : readable;
  io.out(paint(good ? 'green' : 'red', `${check.id}: ${check.outcome}, ${counts}`, io, 'out'));
  for (const line of wrap(oneLine(check.message), width, '  ')) io.out(line);
  for (const sample of check.samples) {
    for (const line of wrap(oneLine(`${sample.title} · ${sample.employer}`), width, '  ', '    ')) io.out(line);
    io.out(`    ${oneLine(sample.url)}`);
  }
}
