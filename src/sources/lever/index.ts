import { z } from 'zod';
import { BoardError } from '../../errors.ts';
import type { Place } from '../../model/place.ts';
import type { DraftPay, PostingDraft } from '../../model/posting.ts';
import { readDate } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import { readAnswer, readItems, readRawItem } from '../listing.ts';
import { type CollectContext, type Collected, defineSource, type RawPosting, type SourceBoard } from '../source.ts';
import { readWorkplaceField } from '../workplace.ts';
import { LeverPage, LeverPosting } from './schema.ts';

const Options = z.strictObject({
  site: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'the name after jobs.lever.co/')
    .describe('The name in the board address, jobs.lever.co/SITE; capital and small letters differ'),
  region: z
    .enum(['global', 'eu'])
    .default('global')
    .describe('eu for boards on jobs.eu.lever.co; the one does not know the sites of the other'),
});
type Options = z.output<typeof Options>;

/** Lever job sites: pages of full postings. */
export const lever = defineSource({
  id: 'lever',
  name: 'Lever',
  homepage: 'https://www.lever.co',
  origin: 'employer',
  access: {
    basis: 'official-api',
    terms: 'https://github.com/lever/postings-api',
    read: '2026-11-22',
    note: 'The Postings API is public and needs no key for reading.',
  },
  options: Options,
  examples: [{ site: 'veeva' }],
  host: apiHost,
  every: '6h',
  revision: 1,
  status: 'working',
  collect,
  parse,
  detect,
});

const PAGE_SIZE = 100;

async function* collect(board: SourceBoard<Options>, context: CollectContext): AsyncGenerator<Collected> {
  const site = `https://${apiHost(board.options)}/v0/postings/${encodeURIComponent(board.options.site)}`;
  const shape = { idMember: 'id', item: LeverPosting, boardName: board.name, log: context.log };
  const given = new Set<string>();
  for (let skip = 0; ; skip += PAGE_SIZE) {
    const url = `${site}?mode=json&skip=${skip}&limit=${PAGE_SIZE}`;
    const page = readAnswer(await context.fetch({ url, headers: { accept: 'application/json' } }), LeverPage);
    const fresh = readItems(page, shape).filter(({ externalId }) => !given.has(externalId));
    for (const { externalId, original } of fresh) {
      context.signal.throwIfAborted();
      given.add(externalId);
      yield { kind: 'posting', externalId, raw: { format: 'json', body: JSON.stringify(original) } };
    }
    if (page.length < PAGE_SIZE) return;
    if (fresh.length === 0) {
      throw new BoardError(
        'changed',
        `${board.name} gives the same page of postings again and again, so its list never ends. Please report it.`,
      );
    }
  }
}

function parse(raw: RawPosting<Options>): PostingDraft {
  const posting = readRawItem(raw, LeverPosting);
  const places = placesOf(posting);
  const pay = payOf(posting);
  const workplace = readWorkplaceField(posting.workplaceType);
  const postedAt = readDate(posting.createdAt);
  const description = descriptionOf(posting);
  const commitment = posting.categories?.commitment?.trim();
  const department = posting.categories?.department?.trim() || posting.categories?.team?.trim();
  return {
    externalId: raw.externalId,
    url: posting.hostedUrl,
    title: posting.text,
    // the API never names the company
    employer: raw.board.employer ?? raw.board.name,
    ...(posting.applyUrl && URL.canParse(posting.applyUrl) && { applyUrl: posting.applyUrl }),
    ...(places.length > 0 && { places }),
    ...(workplace && { workplace }),
    ...(commitment && { employmentTypes: [commitment] }),
    ...(pay && { pay: [pay] }),
    ...(postedAt && { postedAt }),
    ...(description && { description, descriptionFormat: 'html' as const }),
    ...(department && { department }),
  };
}

/** `jobs.lever.co/SITE/…`, `jobs.eu.lever.co/SITE/…`. */
function detect(url: URL): z.input<typeof Options> | undefined {
  const region = url.host === 'jobs.lever.co' ? 'global' : url.host === 'jobs.eu.lever.co' ? 'eu' : undefined;
  const options = Options.safeParse({ site: url.pathname.split('/').filter(Boolean)[0], region });
  return region !== undefined && options.success ? options.data : undefined;
}

function apiHost(options: Options): string {
  return options.region === 'eu' ? 'api.eu.lever.co' : 'api.lever.co';
}

function placesOf({ categories, country }: LeverPosting): Place[] {
  const main = categories?.location?.trim();
  const all = [main, ...(categories?.allLocations ?? [])].flatMap((text) => text?.trim() || []);
  return [...new Set(all)].map((text) => ({
    text,
    ...(text === main && /^[A-Z]{2}$/.test(country ?? '') && country && { country }),
  }));
}

function payOf({ salaryRange }: LeverPosting): DraftPay | undefined {
  if (!salaryRange) return undefined;
  // zero is how an empty form field comes out
  const min = Math.max(salaryRange.min ?? 0, 0) || undefined;
  const max = Math.max(salaryRange.max ?? 0, 0) || undefined;
  if (min === undefined && max === undefined) return undefined;
  return {
    ...(min && { min }),
    ...(max && { max }),
    ...(salaryRange.currency && { currency: salaryRange.currency }),
    ...(salaryRange.interval && { period: salaryRange.interval }),
  };
}

function descriptionOf(posting: LeverPosting): string {
  const body =
    posting.opening || posting.descriptionBody ? [posting.opening, posting.descriptionBody] : [posting.description];
  const lists = (posting.lists ?? []).map(({ text, content }) => {
    const heading = text?.trim() ? `<h3>${escapeHtml(text.trim())}</h3>` : '';
    const items = content?.trim() ?? '';
    return /^<li\b/i.test(items) ? `${heading}<ul>${items}</ul>` : `${heading}${items}`;
  });
  return [...body, ...lists, posting.additional, posting.salaryDescription].filter((part) => part?.trim()).join('\n');
}
