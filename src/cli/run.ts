import { type DefineCommand, EXIT, type ExitCode, type GlobalOptions } from './io.ts';
import type { RunSummary } from './run-summary.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description(
      'Visit the boards that are due, read what is new, and write the digests whose time has come. Needs no Redis.',
    )
    .option('--json', 'print the summary as JSON')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { json?: boolean } = self.optsWithGlobals();
      const { openContext } = await import('./open-context.ts');
      const { runInline } = await import('../pipeline/run-inline.ts');
      const { stages } = await import('../pipeline/stages.ts');
      const { progressBar } = await import('./progress.ts');
      const { summarize, printSummary } = await import('./run-summary.ts');
      const context = await openContext(io, options);
      try {
        if (context.boards.length === 0) {
          io.err('No board is switched on: see rolewatch boards list, then rolewatch boards enable NAME.');
        }
        const bar = progressBar(io);
        const results = await runInline(context, stages, bar.step);
        bar.end();
        const summary = await summarize(context, results);
        if (options.json) io.out(JSON.stringify(summary));
        else printSummary(summary, io);
        finish(exitCode(summary, context.leftOut.length > 0, io.signal.aborted));
      } finally {
        await context.close();
      }
    });
};

function exitCode(summary: RunSummary, isMisconfigured: boolean, isStopped: boolean): ExitCode {
  if (isStopped || summary.failures.length > 0) return EXIT.failed;
  if (isMisconfigured) return EXIT.usage;
  return summary.silent.length > 0 ? EXIT.someBoardsFailed : EXIT.ok;
}
