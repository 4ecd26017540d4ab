import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

interface ReplayOptions extends GlobalOptions {
  readonly accept?: boolean;
  readonly board?: string;
  readonly json?: boolean;
}

export const define: DefineCommand = (command, io, finish) => {
  command
    .description(
      'Read the stored postings again that older rules have read, and show what would change. Visits no board, and writes nothing without --accept.',
    )
    .option('--accept', 'write the new readings')
    .option('--board <id>', 'only the postings of this board')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: ReplayOptions = self.optsWithGlobals();
      const { openContext } = await import('./open-context.ts');
      const { requireOn } = await import('./board-check.ts');
      const { acceptReadings, compareReadings } = await import('./replay-readings.ts');
      const { printAcceptance, printComparison } = await import('./replay-page.ts');
      const context = await openContext(io, options);
      try {
        const boards = options.board === undefined ? context.boards : requireOn(context.boards, [options.board]);
        if (options.accept) {
          const acceptance = await acceptReadings(context, boards, io);
          if (options.json) io.out(JSON.stringify(acceptance, null, 2));
          else printAcceptance(acceptance, io);
          finish(acceptance.finished ? EXIT.ok : EXIT.failed);
          return;
        }
        const comparison = await compareReadings(context, boards, io);
        if (options.json) io.out(JSON.stringify(comparison, null, 2));
        else printComparison(comparison, options.board, io);
        finish(EXIT.ok);
      } finally {
        await context.close();
      }
    });
};
