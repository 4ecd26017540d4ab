import { Argument } from 'commander';
import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command.description('Check the configuration, or print the JSON Schema of a file.');

  command
    .command('check')
    .description('Check rolewatch.yaml, the profiles and the catalogue; every problem is named with file and line.')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { json?: boolean } = self.optsWithGlobals();
      const { loadConfiguration } = await import('./open-context.ts');
      const { countOf } = await import('../pipeline/digest/format.ts');
      const { ConfigError } = await import('../errors.ts');
      const { home, boards, profiles, leftOut } = loadConfiguration(io, options);
      if (leftOut.length > 0) throw new ConfigError(leftOut);
      if (options.json) {
        io.out(JSON.stringify({ home: home.dir, boards: boards.length, profiles: profiles.map(({ id }) => id) }));
      } else
        io.out(
          `${home.dir}: all is well; ${countOf(boards.length, 'board is', 'boards are')} on, ${countOf(profiles.length, 'profile')}.`,
        );
      finish(EXIT.ok);
    });

  command
    .command('schema')
    .description('Print the JSON Schema of a file, for editors.')
    .addArgument(
      new Argument('<file>', 'which file').choices([
        'settings',
        'profile',
        'boards',
        'credentials',
        'occupations',
        'employers',
      ]),
    )
    .action(async (file: 'settings' | 'profile' | 'boards' | 'credentials') => {
      const { schemaFor } = await import('../config/json-schema.ts');
      io.out(JSON.stringify(schemaFor(file), null, 2));
      finish(EXIT.ok);
    });
};
