import { Readable } from 'node:stream';
import type { BaseHttpClient, HttpRequest as CrawleeRequest, StreamingHttpResponse } from 'crawlee';
import { BoardError } from '../errors.ts';
import type { HttpResponse } from './http.ts';
import type { CrawledPage } from './source.ts';

/** How a page is fetched: our own door, so that guard, robots.txt, pace, limits and cache hold for Crawlee too. */
export type FetchPage = (url: string, signal: AbortSignal) => Promise<HttpResponse>;

/**
 * Opens pages through Crawlee and yields each address once, in the order in which they arrive; a page that fails
 * appears with the error of `fetchPage`. Only a few pages are held at a time: the next are fetched when these were
 * taken. Ending normally means that all were reported; rejects with the signal's reason when it is aborted.
 */
export async function* crawlPages(
  urls: readonly string[],
  fetchPage: FetchPage,
  signal: AbortSignal,
): AsyncGenerator<CrawledPage, void, undefined> {
  const unique = [...new Set(urls)];
  for (let start = 0; start < unique.length; start += BATCH) {
    yield* crawlBatch(unique.slice(start, start + BATCH), fetchPage, signal);
  }
}

// One crawler keeps what it has seen, so each batch gets a new one.
const BATCH = 50;
// One visitor per host is let in at a time anyway; more only helps when a listing spans hosts.
const CONCURRENCY = 4;
// Crawlee's own time limits would count the wait for a turn on the host. The door has better ones.
const NO_LIMIT_SECONDS = 24 * 3600;

async function* crawlBatch(
  urls: readonly string[],
  fetchPage: FetchPage,
  signal: AbortSignal,
): AsyncGenerator<CrawledPage, void, undefined> {
  signal.throwIfAborted();
  const { Configuration, HttpCrawler, Log, LogLevel } = await import('crawlee');
  const leaving = new AbortController();
  const either = AbortSignal.any([signal, leaving.signal]);
  const pages = createHandover<CrawledPage>(either);
  const failures = new Map<string, Error>();

  const crawler = new HttpCrawler(
    {
      httpClient: clientFor(fetchPage, failures, either),
      minConcurrency: CONCURRENCY,
      maxConcurrency: CONCURRENCY,
      maxRequestRetries: 0,
      navigationTimeoutSecs: NO_LIMIT_SECONDS,
      requestHandlerTimeoutSecs: NO_LIMIT_SECONDS,
      useSessionPool: false,
      persistCookiesPerSession: false,
      retryOnBlocked: false,
      respectRobotsTxtFile: false,
      additionalMimeTypes: ['*/*'],
      log: new Log({ level: LogLevel.OFF }),
      async requestHandler({ request, body }) {
        await pages.give({ url: request.url, body: body.toString() });
      },
      async failedRequestHandler({ request }, error) {
        await pages.give({ url: request.url, error: failures.get(new URL(request.url).href) ?? error });
      },
    },
    new Configuration({ persistStorage: false }),
  );

  // `Request` lower-cases and reorders addresses to find repetitions; ours are unique already, each as it is.
  const requests = urls.filter((url) => URL.canParse(url)).map((url) => ({ url, uniqueKey: url }));
  const running = crawler.run(requests).then(
    () => pages.end(),
    (error: unknown) => pages.fail(error),
  );
  const stop = () => crawler.stop();
  either.addEventListener('abort', stop, { once: true });
  let reported = 0;
  try {
    for (const url of urls.filter((candidate) => !URL.canParse(candidate))) {
      yield { url, error: new BoardError('changed', 'The listing links to a page whose address cannot be read.') };
    }
    for await (const page of pages.taken) {
      reported += 1;
      yield page;
    }
    if (reported < requests.length) {
      throw new BoardError('transient', 'The crawl was stopped before all pages were read.');
    }
  } finally {
    leaving.abort();
    await running;
    either.removeEventListener('abort', stop);
  }
}

/** Crawlee's view of the door. It only ever calls `stream`. */
function clientFor(fetchPage: FetchPage, failures: Map<string, Error>, signal: AbortSignal): BaseHttpClient {
  return {
    async stream(request: CrawleeRequest): Promise<StreamingHttpResponse> {
      const url = new URL(request.url).href;
      try {
        const response = await fetchPage(url, signal);
        return asStream(response, request);
      } catch (error) {
        // Crawlee passes some errors on in a coat of its own, chosen by words in the message.
        failures.set(
          url,
          error instanceof Error ? error : new Error('The page could not be fetched.', { cause: error }),
        );
        throw error;
      }
    },
    sendRequest() {
      throw new Error('Crawlee asked for a page outside of a crawl.');
    },
  };
}

function asStream(response: HttpResponse, request: CrawleeRequest): StreamingHttpResponse {
  const bytes = Buffer.from(response.body, 'utf8');
  const progress = { percent: 1, transferred: bytes.length, total: bytes.length };
  return {
    // One Buffer: a chunk that is a string ends the whole process inside Crawlee.
    stream: Readable.from(bytes.length === 0 ? [] : [bytes]),
    request: { url: request.url },
    redirectUrls: [],
    url: response.url,
    // The door has judged the status. Crawlee knows only 2xx as success.
    statusCode: 200,
    // The text is decoded already, whatever the server and its page said about the charset.
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    trailers: {},
    complete: true,
    downloadProgress: progress,
    uploadProgress: { percent: 1, transferred: 0 },
  };
}

/** Hands values from one side to the other; the giver waits until its value was taken. */
function createHandover<Value>(signal: AbortSignal) {
  const waiting: { readonly value: Value; readonly taken: () => void }[] = [];
  let failure: { readonly error: unknown } | undefined;
  let ended = false;
  let wake = () => {};

  function release(): void {
    for (const { taken } of waiting.splice(0)) taken();
    wake();
  }
  signal.addEventListener('abort', release, { once: true });

  async function* take(): AsyncGenerator<Value, void, undefined> {
    for (;;) {
      signal.throwIfAborted();
      const next = waiting.shift();
      if (next !== undefined) {
        try {
          yield next.value;
        } finally {
          next.taken();
        }
      } else if (failure !== undefined) {
        throw failure.error;
      } else if (ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    taken: take(),
    give(value: Value): Promise<void> {
      if (signal.aborted) return Promise.resolve();
      return new Promise((taken) => {
        waiting.push({ value, taken });
        wake();
      });
    },
    end(): void {
      ended = true;
      wake();
    },
    fail(error: unknown): void {
      failure = { error };
      wake();
    },
  };
}
