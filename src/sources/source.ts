import type { z } from 'zod';
import type { Logger } from '../log.ts';
import type { Origin, PostingDraft } from '../model/posting.ts';
import type { HttpRequest, HttpResponse } from './http.ts';

/** On what ground a source may be read, and when that was last looked up. */
export interface Access {
  readonly basis: 'official-api' | 'feed' | 'page' | 'partner-key' | 'own-mail' | 'own-file';
  /** Address of the terms or of the interface's documentation. */
  readonly terms?: string;
  /** Day on which `terms` was read, ISO. */
  readonly read: string;
  readonly note?: string;
}

/** A board as a source sees it: its row with the options already checked by the source's schema. */
export interface SourceBoard<Options> {
  readonly id: string;
  readonly name: string;
  readonly employer: string | undefined;
  readonly options: Options;
}

/** An item of a listing, exactly as received. */
export interface RawContent {
  readonly format: 'json' | 'html' | 'xml' | 'text';
  readonly body: string;
}

/** What `collect` yields, once per external id. */
export type Collected =
  | {
      readonly kind: 'posting';
      readonly externalId: string;
      readonly raw: RawContent;
      /**
       * What the listing says about the item's version (its fields, a `lastmod`). Handed back by `known`, so that the
       * next visit can tell without opening the detail page that nothing changed.
       */
      readonly fingerprint?: string;
      /** What the change hash is taken over when `raw` holds members that change by themselves. */
      readonly stable?: string;
    }
  /** The listing still names an item that we hold unchanged. */
  | { readonly kind: 'seen'; readonly externalId: string };

/** All that `collect` may use. The network is reached through `fetch` and `crawl` only. */
export interface CollectContext {
  /** One polite request; a status that is not 2xx (nor in `request.accept`) rejects with a `BoardError`. */
  fetch(request: HttpRequest): Promise<HttpResponse>;
  /** Opens HTML pages through Crawlee, in any order; a page that fails appears with its error. */
  crawl(urls: readonly string[]): AsyncIterable<CrawledPage>;
  /** Fingerprint under which the item is held, `undefined` when it is new or due for a fresh look. */
  readonly known: (externalId: string) => string | undefined;
  /** Value of a secret named in `secrets`. */
  readonly secret: (name: string) => string;
  /** Folder that relative paths of own files start from. */
  readonly home: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export type CrawledPage =
  | { readonly url: string; readonly body: string; readonly error?: undefined }
  | { readonly url: string; readonly error: Error; readonly body?: undefined };

/** A stored raw posting, as `parse` receives it. */
export interface RawPosting<Options> extends RawContent {
  readonly externalId: string;
  readonly board: SourceBoard<Options>;
  /** When it was received, ISO: the anchor for relative words such as "3 days ago". */
  readonly fetchedAt: string;
}

/**
 * A source: the code that reads one vendor's or protocol's boards. One frozen object per folder, made by
 * `defineSource` and listed in `registry.ts`.
 */
export interface Source<Options extends z.ZodType = z.ZodType> {
  /** Kebab-case, equal to the folder's name; it is in the database and never changes. */
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  /** Whose words its boards bring; may depend on the options, where one protocol serves employers and boards alike. */
  readonly origin: Origin | ((options: z.output<Options>) => Origin);
  readonly access: Access;
  /** What a board row must give; every field has a description. */
  readonly options: Options;
  /** Options that work, for docs and the live check. */
  readonly examples: readonly z.input<Options>[];
  /** Host lane the board is visited in. */
  host(options: z.output<Options>): string;
  /** How often a board is visited when its row does not say: `6h`. */
  readonly every: string;
  /** Raised when `parse` changes, so that stored raw postings are read again. */
  readonly revision: number;
  /** A search, not a full listing: what is missing from it is never taken for closed. May depend on the options. */
  readonly partial?: boolean | ((options: z.output<Options>) => boolean);
  /** An empty listing is normal and no sign of a broken board. */
  readonly allowEmpty?: boolean;
  /** Environment variables that must be set, with what they are. */
  readonly secrets?: readonly { readonly name: string; readonly description: string }[];
  readonly status: 'working' | 'degraded' | 'broken';
  /**
   * Reads the whole listing. Ending normally promises that it was complete; a partial one throws a `BoardError`.
   * Never retries, sleeps or catches what it cannot name.
   */
  collect(board: SourceBoard<z.output<Options>>, context: CollectContext): AsyncIterable<Collected>;
  /** Pure. `undefined` when the item is no posting (a talent-pool entry, say); throws when it cannot be read. */
  parse(raw: RawPosting<z.output<Options>>): PostingDraft | undefined;
  /** Options of a board for a careers-page address of this vendor. */
  detect?(url: URL): z.input<Options> | undefined;
}

/** Gives the compiler the options' type, and freezes. */
export function defineSource<Options extends z.ZodType>(source: Source<Options>): Source<Options> {
  return Object.freeze(source);
}

/**
 * A source without the type of its options, as the registry holds it. Options pass through `options.parse` before
 * they reach `collect` or `parse`, which is what makes the erasure safe.
 */
// biome-ignore lint/suspicious/noExplicitAny: only `any` is assignable both as input of `collect` and as output of `options`
export type AnySource = Source<z.ZodType<any, any>>;
