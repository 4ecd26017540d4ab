import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Say why an opening is not in your digest: the rule, the quoted words, and what would change it.')
    .argument('<id-or-url>', 'number from query, or the address of a posting')
    .option('--profile <id>', 'for whom; else the first profile')
    .option('--json', 'print JSON')
    .action(async (wanted: string, _options, self: typeof command) => {
      const options: GlobalOptions & { profile?: string; json?: boolean } = self.optsWithGlobals();
      const { openForPerson } = await import('./open-person.ts');
      const { findOpening } = await import('./opening-page.ts');
      const { readMatch } = await import('../store/matches.ts');
      const { readStanding } = await import('../store/ledger.ts');
      const { LISTED } = await import('../pipeline/digest/build-view.ts');
      const { whyNot } = await import('../pipeline/match/why-not.ts');
      const { oneLine, wrap } = await import('./terminal.ts');
      const { db, loaded, close } = await openForPerson(io, options);
      try {
        const opening = await findOpening(db, wanted);
        const match = await readMatch(db, opening.id, loaded.id);
        const standing = await readStanding(db, opening.id, loaded.id, LISTED);
        const found = whyNot(match, { ...standing, limit: loaded.profile.digest.limit });
        if (options.json) io.out(JSON.stringify({ id: opening.id, profileId: loaded.id, hindrances: found }, null, 2));
        else {
          const width = Math.min(io.columns, 100);
          const say = (words: string, indent = '') => {
            for (const line of wrap(oneLine(words), width, indent, `${indent}  `)) io.out(line);
          };
          say(`${opening.title}, ${opening.employer} (${opening.id})`);
          if (found.length === 0) say('Nothing keeps it out: the next digest tells of it.');
          for (const { rule, quotes, change } of found) {
            io.out('');
            say(`Because ${rule}.`);
            for (const quote of quotes) say(`“${quote}”`, '  ');
            say(`To change it: ${change}`, '  ');
          }
        }
        finish(EXIT.ok);
      } finally {
        await close();
      }
    });
};
