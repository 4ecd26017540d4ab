import { z } from 'zod';
import { BoardError } from '../../errors.ts';
import type { DraftPay, PostingDraft } from '../../model/posting.ts';
import { readDate } from '../dates.ts';
import { removeByClass, unescapeOnce } from '../html.ts';
import { readAnswer, readItems, readRawItem, without } from '../listing.ts';
import { type CollectContext, type Collected, defineSource, type RawPosting, type SourceBoard } from '../source.ts';
import { readWorkplaceField } from '../workplace.ts';
import { CurrencyRange, GreenhouseJob, GreenhouseList, type GreenhouseMetadata } from './schema.ts';

const Options = z.strictObject({
  token: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/, 'the small-letter name after boards.greenhouse.io/')
    .describe('The name in the board address: boards.greenhouse.io/TOKEN'),
});
type Options = z.output<typeof Options>;

/** Greenhouse job boards: one answer holds every job with its text. */
export const greenhouse = defineSource({
  id: 'greenhouse',
  name: 'Greenhouse',
  homepage: 'https://www.greenhouse.com',
  origin: 'employer',
  access: {
    basis: 'official-api',
    terms: 'https://developers.greenhouse.io/job-board.html',
    read: '2026-11-22',
    note: 'The Job Board API is public and needs no key for reading.',
  },
  options: Options,
  examples: [{ token: 'amplitude' }, { token: 'databricks' }],
  host: () => HOST,
  every: '6h',
  revision: 1,
  status: 'working',
  collect,
  parse,
  detect,
});

const HOST = 'boards-api.greenhouse.io';

async function* collect(board: SourceBoard<Options>, context: CollectContext): AsyncGenerator<Collected> {
  const url = `https://${HOST}/v1/boards/${encodeURIComponent(board.options.token)}/jobs?content=true`;
  const answer = readAnswer(await context.fetch({ url, headers: { accept: 'application/json' } }), GreenhouseList);
  const shape = { idMember: 'id', item: GreenhouseJob, boardName: board.name, log: context.log };
  for (const { externalId, original } of readItems(answer.jobs, shape)) {
    context.signal.throwIfAborted();
    yield {
      kind: 'posting',
      externalId,
      raw: { format: 'json', body: JSON.stringify(original) },
      // moves with every bulk edit of the board, although the post stays the same
      stable: JSON.stringify(without(original, 'updated_at')),
    };
  }
  const total = answer.meta?.total ?? answer.jobs.length;
  if (answer.jobs.length < total) {
    throw new BoardError(
      'changed',
      `${board.name} says it has ${total} jobs, but its answer holds ${answer.jobs.length}. Nothing is taken for closed.`,
    );
  }
}

function parse(raw: RawPosting<Options>): PostingDraft | undefined {
  const job = readRawItem(raw, GreenhouseJob);
  if (job.internal_job_id === null) return undefined;
  const places = placesOf(job);
  const employmentTypes = texts(metadataValue(job, 'employment type'));
  const workplace = texts(metadataValue(job, 'workplace type')).map(readWorkplaceField).find(Boolean);
  const pay = (job.metadata ?? []).flatMap(payOf);
  const postedAt = readDate(job.first_published);
  const closesAt = readDate(job.application_deadline);
  const department = job.departments?.map(({ name }) => name?.trim()).find(Boolean);
  return {
    externalId: raw.externalId,
    url: job.absolute_url,
    title: job.title,
    employer: job.company_name?.trim() || (raw.board.employer ?? raw.board.name),
    ...(job.requisition_id?.trim() && { requisition: job.requisition_id.trim() }),
    ...(places.length > 0 && { places: places.map((text) => ({ text })) }),
    ...(workplace && { workplace }),
    ...(employmentTypes.length > 0 && { employmentTypes }),
    ...(pay.length > 0 && { pay }),
    ...(postedAt && { postedAt }),
    ...(closesAt && { closesAt }),
    ...(job.content && {
      description: removeByClass(unescapeOnce(job.content), BOILERPLATE),
      descriptionFormat: 'html' as const,
    }),
    ...(department && { department }),
    ...(job.language && { language: job.language }),
  };
}

/** `boards.greenhouse.io/TOKEN`, `job-boards.greenhouse.io/TOKEN` and its EU twin, whose JSON is on the same host. */
function detect(url: URL): z.input<typeof Options> | undefined {
  const [first = '', second, third = ''] = url.pathname.split('/').filter(Boolean);
  const fromApi = url.host === HOST && first === 'v1' && second === 'boards';
  const token = (fromApi ? third : BOARD_HOSTS.has(url.host) ? first : '').toLowerCase();
  if (token === 'embed') return undefined;
  const options = Options.safeParse({ token });
  return options.success ? options.data : undefined;
}

const BOARD_HOSTS = new Set(['boards.greenhouse.io', 'job-boards.greenhouse.io', 'job-boards.eu.greenhouse.io']);

// Blocks that the board glues to every post; the pay block between them is kept.
const BOILERPLATE = ['content-intro', 'content-conclusion'];

function placesOf(job: GreenhouseJob): string[] {
  const stated = (job.location?.name ?? '').split(/;| or /);
  const offices = (job.offices ?? []).map((office) => office.location || office.name || '');
  const cleaned = [stated, offices].map((list) => [...new Set(list.map((text) => text.trim()).filter(Boolean))]);
  return cleaned.find((list) => list.length > 0) ?? [];
}

function metadataValue(job: GreenhouseJob, name: string): unknown {
  return job.metadata?.find((entry) => entry.name?.trim().toLowerCase() === name)?.value;
}

function texts(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((entry) => typeof entry === 'string').flatMap((entry) => entry.trim() || []);
}

function payOf({ name, value, value_type }: GreenhouseMetadata): DraftPay[] {
  if (value_type !== 'currency_range' || NO_PAY.test(name ?? '')) return [];
  const range = CurrencyRange.safeParse(value).data;
  if (range === undefined || range.max_value === 0) return [];
  return [
    {
      ...(range.min_value > 0 && { min: range.min_value }),
      max: range.max_value,
      ...(range.unit && { currency: range.unit }),
    },
  ];
}

// Employers name the ranges themselves; these are money, but not the pay.
const NO_PAY = /bonus|equity|stock|budget|relocation|referral/i;
