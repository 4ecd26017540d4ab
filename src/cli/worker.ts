import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description('Run the pipeline as BullMQ workers until stopped. Needs REDIS_URL.')
    .option('--schedule', 'also put the schedule into Redis, for a single worker that does everything')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { schedule?: boolean } = self.optsWithGlobals();
      const { openContext } = await import('./open-context.ts');
      const { reachRedis } = await import('./redis-address.ts');
      const redisUrl = await reachRedis(io);
      const { ringNow, scheduleTicks, startWorkers } = await import('../pipeline/run-bullmq.ts');
      const { countOf } = await import('../pipeline/digest/format.ts');
      const { stages } = await import('../pipeline/stages.ts');
      const context = await openContext(io, { ...options, logs: true });
      try {
        if (options.schedule) await scheduleTicks(redisUrl, context.settings.schedule.tick, context.settings.timeZone);
        const fleet = startWorkers(redisUrl, context, stages);
        await ringNow(redisUrl);
        io.err(
          `Working on ${countOf(context.boards.length, 'board')} for ${countOf(context.profiles.length, 'profile')}; stop with Ctrl-C.`,
        );
        await new Promise<void>((stopped) => {
          if (io.signal.aborted) stopped();
          else io.signal.addEventListener('abort', () => stopped(), { once: true });
        });
        io.err('Stopping; lanes at work are given back.');
        await fleet.close();
        finish(EXIT.ok);
      } finally {
        await context.close();
      }
    });
};
