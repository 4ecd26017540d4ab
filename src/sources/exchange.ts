import type { Dispatcher } from 'undici';
import { BoardError } from '../errors.ts';
import { type AddressGuard, createAddressGuard, type ResolveHost } from './address-guard.ts';
import { ACCEPTED_ENCODINGS, readBody } from './body.ts';
import type { HttpSettings } from './http.ts';

/** One question to one server: no redirects, no cache, no patience. */
interface Exchange {
  /** The public address, which names the server in messages. */
  readonly url: URL;
  /** The copy that is asked in place of `url`. */
  readonly mirror: URL | undefined;
  readonly method: 'GET' | 'POST';
  /** Lower-case names; `accept-encoding` is added. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Whether the body of an answer with this status is wanted; it is thrown away otherwise. */
  readonly wants: (status: number) => boolean;
  readonly maxBytes: number;
  /** Keep the start of a longer body in place of failing. */
  readonly truncate: boolean;
}

export interface Answer {
  readonly status: number;
  /** Lower-case names; values of repeated headers are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** Speaks HTTP through undici, which is loaded with the first question. */
export interface Exchanger {
  /** Rejects with a `BoardError` when no whole answer came, and with the signal's reason when that was aborted. */
  ask(exchange: Exchange, signal: AbortSignal): Promise<Answer>;
  /** For addresses that are asked directly. */
  readonly guard: AddressGuard;
  close(): Promise<void>;
}

export function createExchanger(
  settings: HttpSettings,
  mirrorHosts: readonly string[],
  resolve: ResolveHost | undefined,
): Exchanger {
  const guard = createAddressGuard(settings.allowPrivateHosts, resolve);
  // Its own connections: that a copy may be asked must not open its host to the addresses that boards hold.
  const mirrorGuard = createAddressGuard(mirrorHosts, resolve);
  let opening: ReturnType<typeof openAgents> | undefined;

  async function openAgents() {
    const { Agent, request } = await import('undici');
    const open = ({ lookup }: AddressGuard) =>
      new Agent({
        connect: { lookup, timeout: settings.connectTimeoutMs },
        headersTimeout: settings.idleTimeoutMs,
        bodyTimeout: settings.idleTimeoutMs,
        allowH2: false,
      });
    return { request, direct: open(guard), mirror: open(mirrorGuard) };
  }

  return {
    guard,

    async ask(exchange, signal) {
      opening ??= openAgents();
      const { request, direct, mirror } = await opening;
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), settings.totalTimeoutMs);
      const onAbort = () => deadline.abort();
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        signal.throwIfAborted();
        return await converse(request, exchange.mirror === undefined ? direct : mirror, exchange, deadline.signal);
      } catch (error) {
        signal.throwIfAborted();
        throw describeFailure(error, exchange.url.host, settings, deadline.signal.aborted);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      }
    },

    async close() {
      const agents = await opening;
      await Promise.all([agents?.direct.destroy(), agents?.mirror.destroy()]);
    },
  };
}

async function converse(
  request: typeof import('undici').request,
  dispatcher: Dispatcher,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await request(exchange.mirror ?? exchange.url, {
    dispatcher,
    method: exchange.method,
    headers: { ...exchange.headers, 'accept-encoding': ACCEPTED_ENCODINGS },
    body: exchange.body ?? null,
    signal,
  });
  const headers = flattenHeaders(response.headers);
  if (!exchange.wants(response.statusCode)) {
    // Reading a short rest is cheaper than a new connection. The status is known, so a rest that fails does not matter.
    await response.body.dump({ limit: 64 * 1024, signal }).catch(() => {});
    return { status: response.statusCode, headers, bytes: Buffer.alloc(0) };
  }
  const { maxBytes, truncate } = exchange;
  const bytes = await readBody(response.body, headers['content-encoding'] ?? '', {
    host: exchange.url.host,
    maxBytes,
    truncate,
  });
  return { status: response.statusCode, headers, bytes };
}

function flattenHeaders(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const flat: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}

/** What went wrong on the wire, as `transient`. Errors without a code are bugs of ours and stay as they are. */
function describeFailure(error: unknown, host: string, settings: HttpSettings, tooLong: boolean): unknown {
  if (error instanceof BoardError) return error;
  if (tooLong) return failure(`${host} did not finish its answer within ${seconds(settings.totalTimeoutMs)}.`, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined || code.startsWith('ERR_INVALID') || code === 'UND_ERR_INVALID_ARG') return error;
  return failure(describeCode(code, host, settings), error);
}

function describeCode(code: string, host: string, settings: HttpSettings): string {
  switch (code) {
    case 'UND_ERR_CONNECT_TIMEOUT':
      return `${host} could not be reached within ${seconds(settings.connectTimeoutMs)}.`;
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return `${host} sent nothing for ${seconds(settings.idleTimeoutMs)}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The name ${host} could not be resolved; check its spelling and the connection (${code}).`;
    case 'ECONNREFUSED':
      return `${host} refused the connection.`;
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return `${host} broke off the connection.`;
    default:
      return `The exchange with ${host} failed (${code}).`;
  }
}

function failure(message: string, cause: unknown): BoardError {
  return new BoardError('transient', message, { cause });
}

function seconds(ms: number): string {
  return `${ms / 1000} s`;
}
