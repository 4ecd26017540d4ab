import { type Logger as PinoLogger, pino } from 'pino';

/** A logger with bound fields. Messages are static; values go into the fields object that comes first. */
export type Logger = PinoLogger;

// What may pass through a log call by accident and must never reach the output.
const REDACTED = [
  'password',
  '*.password',
  'secret',
  '*.secret',
  'authorization',
  '*.authorization',
  'headers',
  '*.headers',
  'body',
  '*.body',
  'profile',
  '*.profile',
  'email',
  '*.email',
];

/** The one logger: JSON lines on stderr, so that stdout stays free for results. */
export function createLogger(level: string): Logger {
  return pino(
    { level, redact: { paths: REDACTED, censor: '[redacted]' }, base: null },
    pino.destination({ fd: 2, sync: true }),
  );
}
