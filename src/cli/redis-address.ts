import { UsageError } from '../errors.ts';
import type { Io } from './io.ts';

/** The address of Redis, which only the workers need. */
export function requireRedis(io: Io): string {
  const url = io.env['REDIS_URL'];
  if (url !== undefined && URL.canParse(url)) return url;
  throw new UsageError(
    url === undefined
      ? 'REDIS_URL is not set; workers need Redis, for example REDIS_URL=redis://127.0.0.1:6379. Without Redis use rolewatch run.'
      : 'REDIS_URL is no address; it looks like redis://127.0.0.1:6379.',
  );
}
