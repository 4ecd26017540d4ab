import type { Progress } from '../pipeline/run-inline.ts';
import type { Io } from './io.ts';
import { shorten } from './terminal.ts';

/** A line on stderr that tells how far a run has come; nothing at all when stderr is no terminal. */
export function progressBar(io: Io): { step: Progress; end(): void } {
  if (!io.terminal.err) return { step: () => undefined, end: () => undefined };
  const clear = '\r\u001b[2K';
  return {
    step({ stage, done, all, key }) {
      const filled = Math.round((20 * done) / Math.max(1, all));
      const bar = '█'.repeat(filled) + '░'.repeat(20 - filled);
      io.progress(clear + shorten(`${stage.padEnd(9)} ${bar} ${done}/${all} ${key}`, io.columns - 1));
    },
    end: () => io.progress(clear),
  };
}
