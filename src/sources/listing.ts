import type { z } from 'zod';
import { BoardError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { HttpResponse } from './http.ts';

/** An item of a listing: its id as text, and the value exactly as received. */
export interface ListedItem {
  readonly externalId: string;
  readonly original: Readonly<Record<string, unknown>>;
}

/** Where a listing's items carry their id, and what `parse` will need of them. */
export interface ListingShape {
  readonly idMember: string;
  readonly item: z.ZodType;
  /** For the messages: `Lakeside Health`. */
  readonly boardName: string;
  readonly log: Logger;
}

/**
 * The items of one page of a listing, without repeats. An item with an id is kept even when it does not fit
 * `shape.item`: the listing still names it, so it must not count as missing; `parse` will report it. Items without an
 * id are left out. Throws `changed` when more than half do not fit.
 */
export function readItems(values: readonly unknown[], shape: ListingShape): ListedItem[] {
  const items = new Map<string, ListedItem>();
  let bad = 0;
  for (const value of values) {
    const fits = shape.item.safeParse(value).success;
    const externalId = isRecord(value) ? idText(value[shape.idMember]) : undefined;
    if (!fits || externalId === undefined) bad += 1;
    if (isRecord(value) && externalId !== undefined && !items.has(externalId)) {
      items.set(externalId, { externalId, original: value });
    }
  }
  if (bad * 2 > values.length) {
    throw new BoardError(
      'changed',
      `${bad} of ${values.length} items that ${shape.boardName} lists are not in the known form. The site has changed; please report it.`,
    );
  }
  if (bad > 0) shape.log.warn({ bad, of: values.length }, 'some listed items are not in the known form');
  return [...items.values()];
}

/** The answer as `schema` wants it. Throws `changed` for a web page in place of JSON, and for any other shape. */
export function readAnswer<Schema extends z.ZodType>(response: HttpResponse, schema: Schema): z.output<Schema> {
  return conform(readJson(response), schema, `The answer of ${hostOf(response.url)}`);
}

/** The body as JSON. Throws `changed` when it is a web page or no JSON at all. */
export function readJson(response: HttpResponse): unknown {
  const host = hostOf(response.url);
  if (isWebPage(response)) {
    throw new BoardError(
      'changed',
      `${host} answered with a web page where data was expected. Open the board in a browser to see whether it has moved.`,
    );
  }
  try {
    return JSON.parse(response.body);
  } catch (error) {
    throw new BoardError('changed', `${host} answered with something that is not JSON. Please report it.`, {
      cause: error,
    });
  }
}

/** For `parse`: the stored JSON of an item as `schema` wants it. Throws `changed`, naming the member that is wrong. */
export function readRawItem<Schema extends z.ZodType>(
  raw: { readonly externalId: string; readonly body: string },
  schema: Schema,
): z.output<Schema> {
  return conform(JSON.parse(raw.body), schema, `Item ${raw.externalId}`);
}

/** The server sent HTML: the body begins like a page, or the header says so and the body is not JSON all the same. */
export function isWebPage(response: HttpResponse): boolean {
  if (/^\s*(?:<!doctype|<html)/i.test(response.body)) return true;
  const declared = /^text\/html\b/i.test(response.headers['content-type'] ?? '');
  return declared && !/^\s*[[{]/.test(response.body);
}

/** A copy without the named members: what a change hash is taken over when those change by themselves. */
export function without(value: Readonly<Record<string, unknown>>, ...members: readonly string[]) {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !members.includes(name)));
}

/** An object of JSON, and no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function conform<Schema extends z.ZodType>(value: unknown, schema: Schema, what: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const member = issue === undefined || issue.path.length === 0 ? 'as a whole' : `at ${issue.path.join('.')}`;
  throw new BoardError(
    'changed',
    `${what} is not in the known form, ${member}. The site has changed; please report it.`,
  );
}

function idText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
