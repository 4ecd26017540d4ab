import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { BoardError } from '../../src/errors.ts';
import { createLogger } from '../../src/log.ts';
import { PostingDraft } from '../../src/model/posting.ts';
import type { HttpRequest, HttpResponse } from '../../src/sources/http.ts';
import { errorForStatus } from '../../src/sources/http-status.ts';
import type { AnySource, CollectContext, Collected, RawPosting, SourceBoard } from '../../src/sources/source.ts';

/** One expected request and its answer; the body is `json`, `body`, or the text of `file` beside the case. */
const Exchange = z.strictObject({
  method: z.enum(['GET', 'POST']).default('GET'),
  url: z.url(),
  requestBody: z.unknown().optional(),
  status: z.number().int().default(200),
  headers: z.record(z.string(), z.string()).default({}),
  json: z.unknown().optional(),
  body: z.string().optional(),
  file: z.string().optional(),
});
type Exchange = z.infer<typeof Exchange>;

const ExpectedDraft = z.strictObject({
  ...PostingDraft.omit({ description: true }).shape,
  descriptionContains: z.array(z.string()).default([]),
  descriptionLacks: z.array(z.string()).default([]),
});

/** `case.json`; every member is described in `test/sources/README.md`. */
const Case = z.strictObject({
  about: z.string().min(1),
  board: z.strictObject({
    id: z.string(),
    name: z.string(),
    employer: z.string().optional(),
    options: z.record(z.string(), z.unknown()),
  }),
  now: z.iso.datetime(),
  secrets: z.record(z.string(), z.string()).default({}),
  home: z.string().default('.'),
  exchanges: z.array(Exchange).default([]),
  known: z.record(z.string(), z.string()).default({}),
  expect: z.strictObject({
    drafts: z.array(ExpectedDraft),
    seen: z.array(z.string()).default([]),
    skipped: z.array(z.string()).default([]),
    unreadable: z.array(z.string()).default([]),
    error: z.enum(['transient', 'throttled', 'blocked', 'gone', 'changed', 'misconfigured']).optional(),
    partialBeforeError: z.boolean().default(false),
  }),
});

/** A case as read from its folder; `home` is absolute. */
export interface SourceCase extends z.infer<typeof Case> {
  readonly source: string;
  readonly name: string;
}

/** All cases of a source, by name: `test/sources/{id}/cases/{name}/case.json`. */
export function readCases(sourceId: string): SourceCase[] {
  const root = new URL(`../sources/${sourceId}/cases/`, import.meta.url);
  return foldersIn(root).map((name) => {
    const folder = new URL(`${name}/`, root);
    const value = Case.parse(JSON.parse(readFileSync(new URL('case.json', folder), 'utf8')));
    const exchanges = value.exchanges.map((exchange) =>
      exchange.file === undefined
        ? exchange
        : { ...exchange, body: readFileSync(new URL(exchange.file, folder), 'utf8') },
    );
    return { ...value, source: sourceId, name, exchanges, home: new URL(value.home, folder).pathname };
  });
}

/** Names of the folders in a folder, sorted; none when it does not exist. */
export function foldersIn(folder: URL): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
  } catch {
    return [];
  }
}

/** What one visit of a board gave. */
export interface Visit {
  readonly collected: readonly Collected[];
  readonly requests: readonly string[];
  readonly error: unknown;
  /** Exchanges that were never asked for. */
  readonly unused: readonly string[];
  /** Requests that no exchange expects, whatever the source made of the failure. */
  readonly unexpected: readonly string[];
}

export interface VisitOptions {
  readonly known?: (externalId: string) => string | undefined;
  readonly signal?: AbortSignal;
  /** Called after each yielded item with the number of requests so far. */
  readonly onItem?: (requests: number) => void;
}

/** Runs the source's real `collect` against the exchanges of a case, to its end or to its error. */
export async function visit(source: AnySource, one: SourceCase, options: VisitOptions = {}): Promise<Visit> {
  const desk = answeringDesk(one.exchanges, new Date(one.now));
  const signal = options.signal ?? new AbortController().signal;
  const context = fakeContext({ ...one, fetch: desk.fetch, known: options.known ?? ((id) => one.known[id]), signal });
  const collected: Collected[] = [];
  let failure: unknown;
  try {
    for await (const item of source.collect(boardOf(source, one), context)) {
      collected.push(item);
      options.onItem?.(desk.requests.length);
    }
  } catch (error) {
    failure = error;
  }
  return { collected, error: failure, requests: desk.requests, unused: desk.unused(), unexpected: desk.unexpected };
}

/** The board of a case with its options read by the source's own schema. */
export function boardOf(source: AnySource, { board }: Pick<SourceCase, 'board'>): SourceBoard<never> {
  // the options of `AnySource` are erased; they were read by the schema of this very source
  return {
    id: board.id,
    name: board.name,
    employer: board.employer,
    options: source.options.parse(board.options) as never,
  };
}

/** A collected item as the store would hand it to `parse`; frozen, so that a `parse` that writes fails. */
export function rawOf(
  item: Extract<Collected, { kind: 'posting' }>,
  board: SourceBoard<never>,
  fetchedAt: string,
): RawPosting<never> {
  return Object.freeze({ ...item.raw, externalId: item.externalId, board: deepFreeze(board), fetchedAt });
}

/** A `CollectContext` without network, throttle or robots; `crawl` reads through the same `fetch`. */
export function fakeContext(parts: {
  readonly fetch: (request: HttpRequest) => HttpResponse;
  readonly now: string;
  readonly home: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly known: (externalId: string) => string | undefined;
  readonly signal: AbortSignal;
}): CollectContext {
  const fetch = async (request: HttpRequest) => {
    parts.signal.throwIfAborted();
    return parts.fetch(request);
  };
  return {
    fetch,
    async *crawl(urls) {
      for (const url of urls) {
        parts.signal.throwIfAborted();
        try {
          yield { url, body: (await fetch({ url })).body };
        } catch (error) {
          if (!(error instanceof BoardError)) throw error;
          yield { url, error };
        }
      }
    },
    known: parts.known,
    secret(name) {
      const value = parts.secrets[name];
      if (value !== undefined) return value;
      throw new BoardError('misconfigured', `${name} is not set. Put it into the environment.`);
    },
    home: parts.home,
    now: new Date(parts.now),
    signal: parts.signal,
    log: createLogger('silent'),
  };
}

/** All items of an asynchronous sequence. */
export async function gather<Item>(sequence: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of sequence) items.push(item);
  return items;
}

/** Answers each exchange once, by method, address and body; statuses become errors exactly as at the real door. */
function answeringDesk(exchanges: readonly Exchange[], now: Date) {
  const open = new Set(exchanges);
  const requests: string[] = [];
  const unexpected: string[] = [];
  return {
    requests,
    unexpected,
    unused: () => [...open].map(({ method, url }) => `${method} ${url}`),
    fetch: (request: HttpRequest): HttpResponse => {
      const method = request.method ?? 'GET';
      requests.push(`${method} ${request.url}`);
      const exchange = [...open].find((candidate) => answers(candidate, request));
      if (exchange === undefined) {
        const asked = `${method} ${request.url}${request.body === undefined ? '' : ` with ${request.body}`}`;
        unexpected.push(asked);
        throw new Error(`No exchange of the case answers ${asked}`);
      }
      open.delete(exchange);
      const headers = Object.fromEntries(
        Object.entries(exchange.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const passes = (exchange.status >= 200 && exchange.status < 300) || request.accept?.includes(exchange.status);
      if (!passes) throw errorForStatus(new URL(request.url).host, exchange.status, headers, now);
      const body = exchange.body ?? (exchange.json === undefined ? '' : JSON.stringify(exchange.json));
      return { status: exchange.status, url: request.url, headers, body, unchanged: false };
    },
  };
}

function answers(exchange: Exchange, request: HttpRequest): boolean {
  if (exchange.method !== (request.method ?? 'GET') || !sameAddress(exchange.url, request.url)) return false;
  if (exchange.requestBody === undefined) return true;
  return request.body !== undefined && isDeepStrictEqual(JSON.parse(request.body), exchange.requestBody);
}

function sameAddress(a: string, b: string): boolean {
  return URL.canParse(b) && new URL(a).href === new URL(b).href;
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
