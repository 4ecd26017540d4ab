import type { Context } from '../context.ts';
import { type RunResult, runStage } from './run-stage.ts';
import type { Stage } from './stage.ts';

/** Told at every step, for progress bars. */
export type Progress = (step: { stage: string; done: number; all: number; key: string }) => void;

/**
 * Runs the stages once, in order, in this process and without Redis: every lane that is due when its stage's turn
 * comes. Returns how each lane ended.
 */
export async function runInline(
  context: Context,
  stages: readonly Stage[],
  onProgress: Progress = () => undefined,
): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  for (const stage of stages) {
    const keys = await stage.due(context);
    const waiting = keys.values();
    let done = 0;
    async function work(): Promise<void> {
      for (const key of waiting) {
        if (context.signal.aborted) return;
        results.push(await runStage(stage, key, context));
        done++;
        onProgress({ stage: stage.name, done, all: keys.length, key });
      }
    }
    await Promise.all(Array.from({ length: Math.min(stage.concurrency, keys.length) }, work));
  }
  return results;
}
