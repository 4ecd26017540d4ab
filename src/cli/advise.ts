import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description(
      'Say which single credential, degree or experience would open most doors, with its pay and the way there.',
    )
    .option('--profile <id>', 'for whom; else the first profile')
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { profile?: string; json?: boolean } = self.optsWithGlobals();
      const { openForPerson } = await import('./open-person.ts');
      const { annualPay } = await import('../model/pay.ts');
      const { adviceChart } = await import('../pipeline/match/advice-chart.ts');
      const { advise } = await import('../pipeline/match/advise.ts');
      const { preparePerson } = await import('../pipeline/match/person.ts');
      const { isInLine } = await import('../pipeline/match/score.ts');
      const { readOfVerdict } = await import('../store/matches.ts');
      const { oneLine, paint, wrap } = await import('./terminal.ts');
      const { db, loaded, credentials, close } = await openForPerson(io, options);
      try {
        const currency = loaded.profile.wanted.payFloor?.currency ?? 'USD';
        const openings = [];
        let others = 0;
        for await (const { match, pay } of readOfVerdict(db, loaded.id, 'near')) {
          if (!isInLine(match.parts)) {
            others += 1;
            continue;
          }
          const yearly = pay.map(annualPay).find((one) => one?.currency === currency);
          const known = [yearly?.min, yearly?.max].filter((amount) => amount !== undefined);
          const middle = known.reduce((sum, amount) => sum + amount, 0) / known.length;
          openings.push({ match, pay: known.length === 0 ? null : middle });
        }
        const advice = advise(openings, preparePerson(loaded.profile, credentials, io.clock()));
        if (options.json) io.out(JSON.stringify({ profileId: loaded.id, near: openings.length, advice }, null, 2));
        else {
          const width = Math.min(io.columns, 100);
          const say = (words: string, indent = '') => {
            for (const line of wrap(oneLine(words), width, indent, `${indent}  `)) io.out(line);
          };
          if (advice.length === 0)
            say('No open opening is one single step away. rolewatch rules shows what the verdicts come to.');
          else {
            say(
              `${openings.length === 1 ? '1 opening is' : `${openings.length} openings are`} one single step away. What each step would open:`,
            );
            io.out('');
            for (const line of adviceChart(advice, width, currency)) io.out(line);
          }
          if (others > 0) say(`${others} more are not in the line of work that the profile looks for.`);
          for (const { words, route } of advice.filter((one) => one.route !== null).slice(0, MOST_ROUTES)) {
            io.out('');
            io.out(paint('bold', oneLine(words), io, 'out'));
            say(route ?? '', '  ');
          }
        }
        finish(EXIT.ok);
      } finally {
        await close();
      }
    });
};

/** Ways to more credentials than these are not read on one screen. */
const MOST_ROUTES = 3;
