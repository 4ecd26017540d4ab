import { readEnvironment } from '../config/environment.ts';
import { ConfigError, UsageError } from '../errors.ts';
import type { Io } from './io.ts';

/** The address of Redis after it answered; else the error says so, as the queue would wait for it for ever. */
export async function reachRedis(io: Io): Promise<string> {
  const url = requireRedis(io);
  const { pingRedis } = await import('../pipeline/run-bullmq.ts');
  try {
    await pingRedis(url);
    return url;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Redis does not answer (${why}); start it, or correct REDIS_URL.`, { cause: error });
  }
}

/** The address of Redis, which only the workers need; a `UsageError` or `ConfigError` says what to do without one. */
export function requireRedis(io: Io): string {
  const { environment, problems } = readEnvironment(io.env);
  if (!environment) throw new ConfigError(problems);
  const url = environment.REDIS_URL;
  if (url === undefined) {
    throw new UsageError(
      'REDIS_URL is not set; workers need Redis, for example REDIS_URL=redis://127.0.0.1:6379. Without Redis use rolewatch run.',
    );
  }
  return url.startsWith('/') ? `unix://${url}` : url;
}
