import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Say why an opening fits you or not: every requirement with its quoted words, and the score.')
    .argument('<id-or-url>', 'number from query or a digest, or the address of a posting')
    .option('--profile <id>', 'for whom; else the first profile')
    .option('--json', 'print JSON')
    .action(async (wanted: string, _options, self: typeof command) => {
      const options: GlobalOptions & { profile?: string; json?: boolean } = self.optsWithGlobals();
      const { UsageError } = await import('../errors.ts');
      const { openForReading } = await import('./open-reading.ts');
      const { findOpening, printVerdict } = await import('./opening-page.ts');
      const { readMatch } = await import('../store/matches.ts');
      const reading = await openForReading(io, options);
      try {
        const opening = await findOpening(reading.store.db, wanted);
        const profileId = reading.profileId(options.profile);
        if (profileId === undefined) throw new UsageError('There is no profile yet; run rolewatch init.');
        const match = await readMatch(reading.store.db, opening.id, profileId);
        if (!match) throw new UsageError(`Opening ${opening.id} has not been matched yet; run rolewatch run.`);
        if (options.json) {
          const { id, title, employer, url, copies } = opening;
          io.out(JSON.stringify({ id, title, employer, url, profileId, ...match, copies }, null, 2));
        } else printVerdict(opening, match, io);
        finish(EXIT.ok);
      } finally {
        await reading.close();
      }
    });
};
