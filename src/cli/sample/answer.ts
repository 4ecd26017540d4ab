import { createHash } from 'node:crypto';
import type { SampleBoard } from '../../config/sample.ts';
import type { SamplePosting } from './world.ts';

/** A request as the shapes see it: `path` is what follows the host's name in the mirror's address. */
export interface SampleRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface SampleAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A board with what it advertises on the day of the sample, newest first. */
export interface ServedBoard {
  readonly board: SampleBoard;
  readonly postings: readonly SamplePosting[];
  /** The day of the sample, ISO. */
  readonly today: string;
}

/** Answers for one board in its vendor's form; `undefined` when the request is not for this board. */
export type Shape = (served: ServedBoard, request: SampleRequest) => SampleAnswer | undefined;

export function json(value: unknown, status = 200): SampleAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

export function html(body: string, status = 200): SampleAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export function xml(body: string): SampleAnswer {
  return { status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' }, body };
}

/** Hexadecimal digits that depend on `text` alone: the base of every invented id. */
export function hexId(text: string, digits = 32): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

/** A number of exactly `digits` digits (at most 12) that depends on `text` alone. */
export function numberId(text: string, digits: number): number {
  const lowest = 10 ** (digits - 1);
  return lowest + (Number.parseInt(hexId(text, 12), 16) % (9 * lowest));
}
