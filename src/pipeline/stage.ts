import type { Context } from '../context.ts';
import type { Logger } from '../log.ts';

/** What a stage has to say about one run of one lane: counts and short words, never personal data. */
export type StageReport = Readonly<Record<string, number | string | readonly string[]>>;

/** The context of one run: the logger names the run, and `signal` also fires when the lane's lease is lost. */
export interface StageContext extends Context {
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/**
 * One step of the pipeline. A key names a lane; `run` handles everything that is pending in it and may be repeated at
 * any moment: results and the mark that they are done are written in one transaction.
 */
export interface Stage {
  readonly name: string;
  /** How many lanes one process works on at a time. */
  readonly concurrency: number;
  /** Lanes with pending work, asked of the database. */
  due(context: Context): Promise<readonly string[]>;
  run(key: string, context: StageContext): Promise<StageReport>;
}
