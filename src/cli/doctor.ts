import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Check this installation: Node, configuration, database, Redis, mail server. Changes nothing.')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { json?: boolean } = self.optsWithGlobals();
      const { examine } = await import('./examination.ts');
      const { oneLine, paint, wrap } = await import('./terminal.ts');
      const checks = await examine(io, options);
      if (options.json) io.out(JSON.stringify(checks, null, 2));
      else {
        const sign = { ok: paint('green', '✓', io, 'out'), off: '–', bad: paint('red', '✗', io, 'out') };
        for (const check of checks) {
          for (const line of wrap(
            oneLine(`${check.name}: ${check.says}`),
            Math.min(io.columns, 100) - 2,
            '',
            '  ',
          ).entries()) {
            io.out(`${line[0] === 0 ? sign[check.state] : ' '} ${line[1]}`);
          }
        }
      }
      finish(checks.some((check) => check.state === 'bad') ? EXIT.failed : EXIT.ok);
    });
};
