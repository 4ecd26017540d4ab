import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Print one opening: its facts, its words, and every copy of it on the boards.')
    .argument('<id-or-url>', 'number from query or a digest, or the address of a posting')
    .option('--profile <id>', 'whose verdict to show; else the first profile')
    .option('--json', 'print JSON')
    .action(async (wanted: string, _options, self: typeof command) => {
      const options: GlobalOptions & { profile?: string; json?: boolean } = self.optsWithGlobals();
      const { openForReading } = await import('./open-reading.ts');
      const { findOpening, printOpening } = await import('./opening-page.ts');
      const { readMatch } = await import('../store/matches.ts');
      const reading = await openForReading(io, options);
      try {
        const opening = await findOpening(reading.store.db, wanted);
        const profileId = reading.profileId(options.profile);
        const match = profileId === undefined ? undefined : await readMatch(reading.store.db, opening.id, profileId);
        if (options.json) io.out(JSON.stringify({ ...opening, match: match ?? null }, null, 2));
        else printOpening(opening, match, io);
        finish(EXIT.ok);
      } finally {
        await reading.close();
      }
    });
};
