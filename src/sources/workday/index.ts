import type { z } from 'zod';
import { BoardError } from '../../errors.ts';
import { isRecord, readJson } from '../listing.ts';
import { type CollectContext, type Collected, defineSource, type SourceBoard } from '../source.ts';
import { readList, refuseMaintenance } from './list.ts';
import { parse } from './parse.ts';
import { WorkdayDetail, WorkdayItem, WorkdayOptions, WorkdayRefusal } from './schema.ts';

/**
 * Workday career sites: a list in pages of 20, and one more answer per posting. The service behind them is not
 * documented; it is what the public pages themselves use.
 */
export const workday = defineSource({
  id: 'workday',
  name: 'Workday',
  homepage: 'https://www.workday.com',
  origin: 'employer',
  access: {
    basis: 'page',
    read: '2026-11-22',
    note: 'Undocumented service behind the public career pages; robots.txt of each tenant is obeyed, at a slow pace.',
  },
  options: WorkdayOptions,
  examples: [{ host: 'msd.wd5.myworkdayjobs.com', tenant: 'msd', site: 'SearchJobs' }],
  host: (options) => options.host,
  every: '12h',
  revision: 1,
  status: 'working',
  collect,
  parse,
  detect,
});

// After so many failures in a row the host is down, and asking on would only be a burden to it.
const FAILURES_IN_A_ROW = 5;

async function* collect(board: SourceBoard<WorkdayOptions>, context: CollectContext): AsyncGenerator<Collected> {
  const { host, tenant, site } = board.options;
  const service = `https://${host}/wday/cxs/${encodeURIComponent(tenant)}/${encodeURIComponent(site)}`;
  const { items, problem } = await readList(`${service}/jobs`, board.name, context);
  const details = { read: 0, bad: 0, failuresInARow: 0 };
  let failure: BoardError | undefined;

  for (const [externalId, item] of items) {
    context.signal.throwIfAborted();
    const fingerprint = fingerprintOf(item);
    if (context.known(externalId) === fingerprint) {
      yield { kind: 'seen', externalId };
      continue;
    }
    let detail: unknown;
    try {
      detail = await readDetail(`${service}${externalId}`, context);
      details.failuresInARow = 0;
    } catch (error) {
      if (!(error instanceof BoardError) || error.kind !== 'transient') throw error;
      failure ??= error;
      details.failuresInARow += 1;
      if (details.failuresInARow === FAILURES_IN_A_ROW) break;
      continue;
    }
    if (detail === undefined) continue;
    details.read += 1;
    if (!WorkdayDetail.safeParse(detail).success) details.bad += 1;
    yield {
      kind: 'posting',
      externalId,
      raw: { format: 'json', body: JSON.stringify({ item, detail }) },
      fingerprint,
      stable: stableText(fingerprint, detail),
    };
  }

  if (details.bad * 2 > details.read) {
    throw new BoardError(
      'changed',
      `${details.bad} of ${details.read} postings of ${board.name} are not in the known form. The site has changed; please report it.`,
    );
  }
  const partial = failure ?? problem;
  if (partial !== undefined) throw partial;
}

/** The posting's own answer; `undefined` when it was closed since it was listed. */
async function readDetail(url: string, context: CollectContext): Promise<unknown> {
  const response = await context.fetch({ url, headers: { accept: 'application/json' }, accept: [403, 404] });
  if (response.status === 404) return undefined;
  if (response.status === 403) {
    if (refusalCode(response.body) === 'S22') return undefined;
    throw new BoardError(
      'blocked',
      `${new URL(url).host} refuses to show its postings (403). Open the career page in a browser, and reset the board when it works.`,
    );
  }
  refuseMaintenance(response);
  return readJson(response);
}

/** `https://{tenant}.wd5.myworkdayjobs.com[/en-US]/{site}/…`, `https://wd5.myworkdaysite.com[/en-US]/recruiting/{tenant}/{site}/…`. */
function detect(url: URL): z.input<typeof WorkdayOptions> | undefined {
  const parts = url.pathname.split('/').filter(Boolean);
  if (/^[a-z]{2}-[A-Z]{2}$/.test(parts[0] ?? '')) parts.shift();
  const ownHost = url.host.endsWith('.myworkdayjobs.com');
  const [tenant, site] =
    parts[0] === 'wday' && parts[1] === 'cxs'
      ? parts.slice(2)
      : ownHost
        ? [url.host.split('.')[0], parts[0]]
        : parts[0] === 'recruiting'
          ? parts.slice(1)
          : [];
  const options = WorkdayOptions.safeParse({ host: url.host, tenant, site });
  return options.success ? options.data : undefined;
}

/** What the list says of an item's version, without `postedOn`, which changes every day. */
function fingerprintOf(item: Readonly<Record<string, unknown>>): string {
  const { title, locationsText, bulletFields } = WorkdayItem.parse(item);
  return JSON.stringify([title ?? null, locationsText ?? null, bulletFields ?? []]);
}

function stableText(fingerprint: string, detail: unknown): string {
  if (!isRecord(detail)) return JSON.stringify([fingerprint, detail]);
  const { similarJobs: _, jobPostingInfo: info, ...rest } = detail;
  if (!isRecord(info)) return JSON.stringify([fingerprint, rest]);
  const { postedOn: _postedOn, timeLeftToApply: _timeLeft, ...stable } = info;
  return JSON.stringify([fingerprint, rest, stable]);
}

function refusalCode(body: string): string | undefined {
  try {
    return WorkdayRefusal.safeParse(JSON.parse(body)).data?.errorCode;
  } catch {
    // a page of HTML: no closed posting, but a wall
    return undefined;
  }
}
