import type { Command } from 'commander';

/** The world as a command sees it; tests hand in their own. */
export interface Io {
  /** A line of the result, on stdout. */
  out(line: string): void;
  /** A line of everything else, on stderr. */
  err(line: string): void;
  /** Text without a line end on stderr, for progress. */
  progress(text: string): void;
  readonly stdin: NodeJS.ReadableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Width of the terminal; 80 when there is none. */
  readonly columns: number;
  /** Whether stdout, stderr and stdin are terminals. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly in: boolean };
  readonly clock: () => Date;
  /** Fires at Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
}

/** What the program answers to the shell. */
export const EXIT = {
  ok: 0,
  /** The work itself failed. */
  failed: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** Finished, but some boards gave nothing. */
  someBoardsFailed: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Options that every command understands. */
export interface GlobalOptions {
  readonly home?: string;
  readonly debug?: boolean;
}

/**
 * A command adds its arguments, options and action to `command` and tells `finish` the exit code. Its imports are
 * light: what only the action needs is imported there.
 */
export type DefineCommand = (command: Command, io: Io, finish: (code: ExitCode) => void) => void;
