import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Bring the database schema up to date. Every command that writes does this by itself.')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { json?: boolean } = self.optsWithGlobals();
      const { homeOf, storeUrl, unusableStore } = await import('./open-home.ts');
      const { loadSettings } = await import('../config/settings.ts');
      const { ConfigError } = await import('../errors.ts');
      const { openStore } = await import('../store/database.ts');
      const { migrate } = await import('../store/migrate.ts');
      const home = homeOf(io, options);
      const { settings, problems } = loadSettings(home);
      if (!settings || problems.length > 0) throw new ConfigError(problems);
      const store = await openStore(storeUrl(io, home, settings.store.url));
      try {
        const ran = await migrate(store).catch((error: unknown) => {
          throw unusableStore(error);
        });
        if (options.json) io.out(JSON.stringify({ migrations: ran }));
        else io.out(ran.length === 0 ? 'The schema is up to date.' : `Done: ${ran.join(', ')}.`);
        finish(EXIT.ok);
      } finally {
        await store.close();
      }
    });
};
