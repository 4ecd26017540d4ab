import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type RunResult, runStage } from './run-stage.ts';
import type { Stage } from './stage.ts';

/*
 * The BullMQ runner. The queue is only a doorbell: a job carries a short key, and everything that is to be done is
 * asked of the database. Redis may be emptied at any moment; the next tick rings again.
 */

/** What every key in Redis begins with, so that one Redis may serve several programs. */
const PREFIX = 'rolewatch';
const TICK_QUEUE = 'tick';
const TICK_SCHEDULER = 'tick';
const KEEP = { removeOnComplete: { count: 100 }, removeOnFail: { count: 500 } };

/** Keys only: no posting and no personal data ever lies in Redis. */
const Ring = z.strictObject({ key: z.string().min(1).max(300) });

/** A running set of workers. */
export interface WorkerFleet {
  /** Finishes the lanes at work, takes no new ones, and leaves Redis. */
  close(): Promise<void>;
}

/** Puts the schedule into Redis: one job scheduler that asks "what is due?" by a cron pattern in a time zone. */
export async function scheduleTicks(
  redisUrl: string,
  pattern: string,
  timeZone: string,
  prefix: string = PREFIX,
): Promise<void> {
  const connection = connect(redisUrl);
  const queue = openQueue(TICK_QUEUE, connection, prefix);
  try {
    await queue.upsertJobScheduler(TICK_SCHEDULER, { pattern, tz: timeZone }, { name: 'tick', data: {}, opts: KEEP });
  } finally {
    await queue.close();
    await connection.quit();
  }
}

/** Asks for a tick at once, besides the schedule. */
export async function ringNow(redisUrl: string, prefix: string = PREFIX): Promise<void> {
  const connection = connect(redisUrl);
  const queue = openQueue(TICK_QUEUE, connection, prefix);
  try {
    await queue.add('tick', {}, KEEP);
  } finally {
    await queue.close();
    await connection.quit();
  }
}

/** Starts one worker per stage, and one for ticks, in this process. */
export function startWorkers(
  redisUrl: string,
  context: Context,
  stages: readonly Stage[],
  onResult: (result: RunResult) => void = () => undefined,
  prefix: string = PREFIX,
): WorkerFleet {
  const connection = connect(redisUrl);
  const log = context.log.child({ runner: 'bullmq' });
  const queues = new Map(stages.map((stage) => [stage.name, openQueue(stage.name, connection, prefix)]));

  async function ring(from: number): Promise<void> {
    for (const stage of stages.slice(from)) {
      for (const key of await stage.due(context)) {
        // A bell that is already ringing, or being answered, is not rung again: the end of that run asks once more.
        await queues.get(stage.name)?.add('run', { key }, { ...KEEP, deduplication: { id: bellOf(key) } });
      }
    }
  }

  const workers = stages.map((stage, position) => {
    const worker = new Worker(
      stage.name,
      async (job: Job) => {
        const ringing = Ring.safeParse(job.data);
        if (!ringing.success) {
          log.warn({ stage: stage.name, job: job.id }, 'foreign job refused');
          return;
        }
        onResult(await runStage(stage, ringing.data.key, context));
      },
      { connection, prefix, concurrency: stage.concurrency },
    );
    // After the end, when the bell may be rung anew: this lane may have new work, and the later stages surely have.
    worker.on('completed', () => report(ring(position)));
    worker.on('failed', (job, error) => log.error({ stage: stage.name, job: job?.id, err: error }, 'job failed'));
    worker.on('error', (error) => log.warn({ stage: stage.name, err: error }, 'redis trouble'));
    return worker;
  });
  const ticker = new Worker(TICK_QUEUE, () => ring(0), { connection, prefix, concurrency: 1 });
  ticker.on('error', (error) => log.warn({ err: error }, 'redis trouble'));

  const pending = new Set<Promise<void>>();
  function report(work: Promise<void>): void {
    const watched = work.catch((error: unknown) => log.error({ err: error }, 'ringing failed'));
    pending.add(watched);
    void watched.finally(() => pending.delete(watched));
  }

  return {
    async close() {
      await Promise.all([...workers, ticker].map((worker) => worker.close()));
      await Promise.all(pending);
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await connection.quit();
    },
  };
}

// Without a listener a queue prints every lost connection; the workers report it already.
function openQueue(name: string, connection: Redis, prefix: string): Queue {
  return new Queue(name, { connection, prefix }).on('error', () => undefined);
}

// Host names and profile ids may hold what a deduplication id may not.
function bellOf(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

function connect(redisUrl: string): Redis {
  const { path, options } = redisAddress(redisUrl);
  const common = { maxRetriesPerRequest: null, ...options };
  const redis = path === undefined ? new Redis(redisUrl, common) : new Redis(path, common);
  // BullMQ reports trouble per worker; without a listener here ioredis would print it.
  redis.on('error', () => undefined);
  return redis;
}

/** `unix:///path/redis.sock?db=2` names a socket; anything else is left to ioredis. */
function redisAddress(redisUrl: string): { path?: string; options?: { db: number } } {
  const url = new URL(redisUrl);
  if (url.protocol !== 'unix:') return {};
  return { path: url.pathname, options: { db: Number(url.searchParams.get('db') ?? 0) } };
}

/** Asks Redis for its version; rejects when it does not answer within five seconds. */
export async function pingRedis(redisUrl: string): Promise<string> {
  const { path, options } = redisAddress(redisUrl);
  const once = {
    ...options,
    lazyConnect: true,
    connectTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  };
  const redis = path === undefined ? new Redis(redisUrl, once) : new Redis(path, once);
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const [, redisVersion = 'unknown'] = /redis_version:(\S+)/.exec(await redis.info('server')) ?? [];
    return `version ${redisVersion}`;
  } finally {
    redis.disconnect();
  }
}
