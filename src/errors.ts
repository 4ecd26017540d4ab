/** What the machine should do next after a board failed: see the table in `docs/errors.md`. */
export type BoardErrorKind = 'transient' | 'throttled' | 'blocked' | 'gone' | 'changed' | 'misconfigured';

/**
 * A board said no, or not what was expected. `message` is one sentence for a person: what happened and where;
 * it never holds a body or a secret.
 */
export class BoardError extends Error {
  override readonly name = 'BoardError';
  readonly kind: BoardErrorKind;
  /** Not before this moment, when the site said so. */
  readonly retryAt: Date | undefined;

  constructor(kind: BoardErrorKind, message: string, options: { cause?: unknown; retryAt?: Date } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.retryAt = options.retryAt;
  }
}

/** One thing that is wrong in a file or in the environment, and how to mend it. */
export interface ConfigProblem {
  readonly file: string;
  /** From 1; absent when the problem has no place in a file. */
  readonly line?: number | undefined;
  /** Where in the document: `boards.add[2].options.token`. */
  readonly path?: string | undefined;
  /** What was read and why it cannot be used. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** The configuration cannot be used; holds every problem, not only the first. The program ends with exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** The command line was used wrongly; the program ends with exit code 2. `message` says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A digest could not be delivered: `transient` is tried again, `rejected` is not. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly kind: 'transient' | 'rejected';

  constructor(kind: 'transient' | 'rejected', message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}

/** `file:line path: message. Fix.` on one line. */
export function describeProblem(problem: ConfigProblem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const path = problem.path ? ` ${problem.path}:` : '';
  return `${place}:${path} ${problem.message} ${problem.fix}`;
}
