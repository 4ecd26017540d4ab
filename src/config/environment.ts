import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ConfigProblem } from '../errors.ts';

/** What the program takes from the environment; everything else stands in files. */
export const Environment = z.object({
  /** Redis of several machines, or the path of its socket; without it the work is done in this process. */
  REDIS_URL: z
    .string()
    .regex(/^(?:rediss?:\/\/.|unix:\/\/.|\/.)/s, 'redis://HOST:PORT, rediss://HOST:PORT or the path of a socket')
    .optional(),
  /** Wins over `store.url` of rolewatch.yaml. */
  DATABASE_URL: z
    .string()
    .regex(/^(?:postgres:\/\/.|postgresql:\/\/.|sqlite:.)/s, 'postgres://USER:PASSWORD@HOST/DATABASE or sqlite:FILE')
    .optional(),
  /** Password for `delivery.email`. */
  ROLEWATCH_SMTP_PASSWORD: z.string().optional(),
  ROLEWATCH_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});
export type Environment = z.infer<typeof Environment>;

/**
 * Reads the environment. A variable that may hold a secret may be given as a file instead (`REDIS_URL_FILE`), as
 * container secrets are. An empty variable counts as not set. No message holds a value.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): {
  readonly environment: Environment | undefined;
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const given = Object.fromEntries(
    Object.keys(Environment.shape).map((name) => {
      const { value, trouble } = lookUp(name, env);
      if (trouble !== undefined) problems.push({ file: PLACE, path: `${name}_FILE`, ...trouble });
      return [name, value];
    }),
  );
  const result = Environment.safeParse(given);
  for (const issue of result.error?.issues ?? []) {
    const needed = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message;
    problems.push({
      file: PLACE,
      path: issue.path.join('.'),
      message: 'has not the form that is needed.',
      fix: `Give ${needed}.`,
    });
  }
  return { environment: problems.length === 0 ? result.data : undefined, problems };
}

/**
 * Value of a source's secret: the variable NAME, or the content of the file that NAME_FILE names. `undefined` when
 * neither is set or the file cannot be read: the board that needs it then ends as `misconfigured`.
 */
export function secretOf(name: string, env: NodeJS.ProcessEnv): string | undefined {
  return lookUp(name, env).value;
}

const PLACE = 'environment';

function lookUp(
  name: string,
  env: NodeJS.ProcessEnv,
): { readonly value: string | undefined; readonly trouble?: { readonly message: string; readonly fix: string } } {
  const direct = env[name] || undefined;
  const file = env[`${name}_FILE`] || undefined;
  if (file === undefined) return { value: direct };
  if (direct !== undefined) {
    return { value: direct, trouble: { message: `is set beside ${name}.`, fix: 'Keep one of the two.' } };
  }
  try {
    return { value: readFileSync(file, 'utf8').trimEnd() || undefined };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const message = `names a file that cannot be read (${String(error.code)}).`;
    return { value: undefined, trouble: { message, fix: 'Check its path and who may read it.' } };
  }
}
