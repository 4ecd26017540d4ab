import { type DefineCommand, EXIT, type GlobalOptions } from './io.ts';

export const define: DefineCommand = (command, io, finish) => {
  command
    .description(
      'Put the schedule of rolewatch.yaml into Redis: how often the workers look for due work. Needs REDIS_URL.',
    )
    .option('--json', 'print JSON')
    .action(async (_options, self: typeof command) => {
      const options: GlobalOptions & { json?: boolean } = self.optsWithGlobals();
      const { homeOf } = await import('./open-home.ts');
      const { reachRedis } = await import('./redis-address.ts');
      const { loadSettings } = await import('../config/settings.ts');
      const { ConfigError } = await import('../errors.ts');
      const { settings, problems } = loadSettings(homeOf(io, options));
      if (!settings || problems.length > 0) throw new ConfigError(problems);
      const redisUrl = await reachRedis(io);
      const { scheduleTicks } = await import('../pipeline/run-bullmq.ts');
      const { tick } = settings.schedule;
      await scheduleTicks(redisUrl, tick, settings.timeZone);
      if (options.json) io.out(JSON.stringify({ pattern: tick, timeZone: settings.timeZone }));
      else io.out(`Scheduled: ${tick} (${settings.timeZone}). Start rolewatch worker to answer it.`);
      finish(EXIT.ok);
    });
};
