import { z } from 'zod';
import { BoardError } from '../../errors.ts';
import { isRecord, readAnswer, readItems, without } from '../listing.ts';
import { type CollectContext, type Collected, defineSource, type SourceBoard } from '../source.ts';
import { parse } from './parse.ts';
import { UsajobsAnswer, UsajobsItem } from './schema.ts';

const Options = z
  .strictObject({
    series: z
      .array(z.string().regex(/^\d{4}$/, 'four digits, for example "0675"'))
      .min(1)
      .optional()
      .describe('Occupational series, for example ["0669", "0675"] for medical records'),
    keyword: z.string().min(1).optional().describe('Words to look for in the whole announcement'),
    location: z
      .string()
      .min(1)
      .refine((place) => !/,\s*[A-Z]{2}$/.test(place), 'the full name of the state: "Austin, Texas", not "Austin, TX"')
      .optional()
      .describe('A place with the full name of its state, "Austin, Texas"; abbreviations match nothing'),
    remote: z.boolean().optional().describe('true: only remote positions; false: none of them; absent: all'),
  })
  .refine(
    (options) => options.series !== undefined || options.keyword !== undefined || options.location !== undefined,
    {
      error: 'give series, keyword or location: without one of them the search is all federal positions',
    },
  );
type Options = z.output<typeof Options>;

/** USAJOBS, the job board of the US federal government: a search, read with the user's own key. */
export const usajobs = defineSource({
  id: 'usajobs',
  name: 'USAJOBS',
  homepage: 'https://www.usajobs.gov',
  origin: 'employer',
  access: {
    basis: 'official-api',
    terms: 'https://developer.usajobs.gov',
    read: '2026-11-22',
    note: 'Needs a free key; the e-mail it was registered with must be sent as the user agent.',
  },
  options: Options,
  examples: [{ series: ['0669', '0675'] }, { keyword: 'health information', location: 'Austin, Texas' }],
  host: () => HOST,
  every: '12h',
  revision: 1,
  partial: true,
  allowEmpty: true,
  secrets: [
    { name: 'ROLEWATCH_USAJOBS_KEY', description: 'Your key for the USAJOBS API (free, from developer.usajobs.gov)' },
    { name: 'ROLEWATCH_USAJOBS_EMAIL', description: 'The e-mail address that the key was registered with' },
  ],
  status: 'working',
  collect,
  parse,
});

const HOST = 'data.usajobs.gov';
const PAGE_SIZE = 500;
// No query gives more rows than this.
const MOST_ROWS = 10_000;

async function* collect(board: SourceBoard<Options>, context: CollectContext): AsyncGenerator<Collected> {
  const userAgent = context.secret('ROLEWATCH_USAJOBS_EMAIL');
  const headers = { accept: 'application/json', 'authorization-key': context.secret('ROLEWATCH_USAJOBS_KEY') };
  const shape = { idMember: 'MatchedObjectId', item: UsajobsItem, boardName: board.name, log: context.log };
  const given = new Set<string>();
  let rows = 0;
  let total = 0;
  for (let page = 1; page <= MOST_ROWS / PAGE_SIZE; page += 1) {
    const answer = readAnswer(
      await context.fetch({ url: searchUrl(board.options, page), headers, userAgent }),
      UsajobsAnswer,
    );
    const items = answer.SearchResult.SearchResultItems;
    for (const { externalId, original } of readItems(items, shape)) {
      context.signal.throwIfAborted();
      if (given.has(externalId)) continue;
      given.add(externalId);
      yield toCollected(externalId, original);
    }
    rows += items.length;
    total = answer.SearchResult.SearchResultCountAll;
    if (rows >= total || items.length === 0) break;
  }
  if (total > MOST_ROWS) {
    throw new BoardError(
      'misconfigured',
      `${board.name} matches ${total} announcements, and USAJOBS gives at most ${MOST_ROWS}. Narrow the board by series, keyword or location.`,
    );
  }
  if (rows < total) {
    throw new BoardError(
      'transient',
      `USAJOBS announced ${total} results for ${board.name} but gave ${rows}. It is tried again later.`,
    );
  }
}

function searchUrl(options: Options, page: number): string {
  const query = new URLSearchParams();
  if (options.keyword !== undefined) query.set('Keyword', options.keyword);
  if (options.series !== undefined) query.set('JobCategoryCode', options.series.join(';'));
  if (options.location !== undefined) query.set('LocationName', options.location);
  if (options.remote !== undefined) query.set('RemoteIndicator', options.remote ? 'True' : 'False');
  query.set('fields', 'full');
  query.set('ResultsPerPage', String(PAGE_SIZE));
  query.set('Page', String(page));
  return `https://${HOST}/api/Search?${query}`;
}

function toCollected(externalId: string, original: Readonly<Record<string, unknown>>): Collected {
  const item = withoutContact(original);
  const descriptor = isRecord(item['MatchedObjectDescriptor']) ? item['MatchedObjectDescriptor'] : {};
  return {
    kind: 'posting',
    externalId,
    raw: { format: 'json', body: JSON.stringify(item) },
    // rank and highlighted words depend on the query, not on the announcement
    stable: JSON.stringify(without(descriptor, 'PositionFormattedDescription')),
  };
}

/** The contact person's address and number are nothing to keep. */
function withoutContact(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const descriptor = item['MatchedObjectDescriptor'];
  if (!isRecord(descriptor) || !isRecord(descriptor['UserArea'])) return item;
  const details = descriptor['UserArea']['Details'];
  if (!isRecord(details)) return item;
  const kept = without(details, 'AgencyContactEmail', 'AgencyContactPhone');
  return {
    ...item,
    MatchedObjectDescriptor: { ...descriptor, UserArea: { ...descriptor['UserArea'], Details: kept } },
  };
}
