import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Show how many open openings each rule of your profile hides, and what the verdicts come to.')
    .option('--profile <id>', 'for whom; else the first profile')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { profile?: string; json?: boolean } = self.optsWithGlobals();
      const { openForReading } = await import('./open-reading.ts');
      const { UsageError } = await import('../errors.ts');
      const { countHidden, countVerdicts } = await import('../store/ledger.ts');
      const { byRule } = await import('../pipeline/match/why-not.ts');
      const { Verdict } = await import('../model/match.ts');
      const { VERDICT_WORD } = await import('./opening-lines.ts');
      const { oneLine, paint, table } = await import('./terminal.ts');
      const reading = await openForReading(io, options);
      try {
        const profileId = reading.profileId(options.profile);
        if (profileId === undefined) throw new UsageError('There is no profile yet; run rolewatch init.');
        const rules = byRule(await countHidden(reading.store.db, profileId));
        const verdicts = await countVerdicts(reading.store.db, profileId);
        if (options.json) io.out(JSON.stringify({ profileId, rules, verdicts: Object.fromEntries(verdicts) }, null, 2));
        else {
          const width = Math.min(io.columns, 100);
          const columns = [
            { title: 'Hides', width: 6, align: 'right' as const },
            { title: 'Rule', width: 22 },
            { title: 'Set in', width: 18, from: 60 },
            { title: 'Most often' },
          ];
          const rows = rules.map((one) => [String(one.count), one.rule, one.setting ?? '', oneLine(one.most)]);
          if (rows.length === 0) io.out('No rule of this profile hides an opening.');
          else {
            const [heading = '', ...body] = table(columns, rows, width);
            io.out(paint('bold', heading, io, 'out'));
            for (const line of body) io.out(line);
          }
          io.out('');
          for (const verdict of Verdict.options)
            io.out(`${String(verdicts.get(verdict) ?? 0).padStart(6)} ${VERDICT_WORD[verdict] ?? verdict}`);
        }
        finish(EXIT.ok);
      } finally {
        await reading.close();
      }
    });
};
