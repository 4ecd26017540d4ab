import { STATUS_CODES } from 'node:http';
import { BoardError, type BoardErrorKind } from '../errors.ts';

/** What an unwanted status means for the board, as an error whose message names the host but no path or body. */
export function errorForStatus(
  host: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  now: Date,
): BoardError {
  const retryAt = readRetryAfter(headers['retry-after'], now);
  const answered = `${host} answered ${status}${reasonFor(status)}`;

  if (status === 429 || (retryAt !== undefined && (status === 503 || status === 403))) {
    const next =
      retryAt === undefined ? '' : `; next try after ${retryAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return new BoardError('throttled', `${answered}${next}.`, retryAt === undefined ? {} : { retryAt });
  }
  return new BoardError(kindOf(status), `${answered}${adviceFor(status)}.`);
}

const MAX_RETRY_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * The moment that a `Retry-After` header names, as whole seconds or as an HTTP date (RFC 9110, 10.2.3); never before
 * `now`, never more than seven days after it. `undefined` when the header is absent or unreadable.
 */
export function readRetryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const value = header.trim();
  const moment = /^\d+$/.test(value) ? now.getTime() + Number(value) * 1000 : parseHttpDate(value);
  if (Number.isNaN(moment)) return undefined;
  return new Date(Math.min(Math.max(moment, now.getTime()), now.getTime() + MAX_RETRY_AFTER_MS));
}

/** All three date forms of HTTP; the oldest, asctime, does not say that it is in GMT. */
function parseHttpDate(value: string): number {
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i.test(value)) return Number.NaN;
  return Date.parse(/(?:gmt|utc|[+-]\d{4})$/i.test(value) ? value : `${value} GMT`);
}

function kindOf(status: number): BoardErrorKind {
  if (status === 401) return 'misconfigured';
  if (status === 403) return 'blocked';
  if (status === 404 || status === 410) return 'gone';
  if (status === 408 || status === 425 || status >= 500) return 'transient';
  return 'changed';
}

function reasonFor(status: number): string {
  const reason = STATUS_CODES[status];
  return reason === undefined ? '' : ` (${reason.toLowerCase()})`;
}

function adviceFor(status: number): string {
  return status === 401 ? '; check the key or token that this board uses' : '';
}
