import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

interface DemoOptions extends GlobalOptions {
  readonly serve?: boolean;
  readonly json?: boolean;
}

export const define: DefineCommand = (command, io, finish) => {
  command
    .description(
      'Run the whole pipeline over sample boards that are served on this machine: about 300 invented postings, for an invented person. No internet.',
    )
    .option('--serve', 'keep serving the sample boards afterwards, so that rolewatch run --home demo can be tried')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: DemoOptions = self.optsWithGlobals();
      const path = await import('node:path');
      const { runDemo } = await import('./demo-run.ts');
      const { demoJson, printDemo } = await import('./demo-page.ts');
      const { startSampleBoards } = await import('./sample/server.ts');
      const folder = path.resolve(io.cwd, options.home ?? 'demo');
      const boards = await startSampleBoards();
      try {
        const result = await runDemo(io, folder, boards);
        if (options.json) io.out(JSON.stringify(demoJson(result), null, 2));
        else printDemo(result, io);
        if (options.serve && !io.signal.aborted) {
          io.err(`The sample boards are served on port ${boards.port} until you press Ctrl-C.`);
          await new Promise<void>((stopped) => io.signal.addEventListener('abort', () => stopped(), { once: true }));
        }
        finish(result.summary.failures.length > 0 ? EXIT.failed : EXIT.ok);
      } finally {
        await boards.close();
      }
    });
};
