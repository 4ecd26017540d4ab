import { z } from 'zod';
import { Place, Workplace } from './place.ts';
import { Reading } from './reading.ts';

/** An instant, ISO 8601 in UTC with a `Z`. */
export const Instant = z.iso.datetime();

/** A calendar day or an instant, as far as the source states it; never invented. */
export const DateOrInstant = z.union([z.iso.date(), Instant]);

/** Whose words win inside an opening: the employer's before a board's before an aggregator's. */
export const Origin = z.enum(['employer', 'board', 'aggregator']);
export type Origin = z.infer<typeof Origin>;

/** Pay as a structured field of the source states it; numbers in whole units of the currency. */
export const DraftPay = z.object({
  text: z.string().optional(),
  min: z.number().nonnegative().optional(),
  max: z.number().nonnegative().optional(),
  currency: z.string().optional(),
  /** The source's own word for the unit: `HOUR`, `per-year-salary`, `PA` … */
  period: z.string().optional(),
  /** The board's own guess, not the employer's statement. */
  estimated: z.boolean().optional(),
});
export type DraftPay = z.infer<typeof DraftPay>;

/**
 * What a source's `parse` returns: the source's own words, nothing read into them. Only `externalId`, `url`,
 * `title` and `employer` are mandatory; what the source does not say is absent.
 */
export const PostingDraft = z.strictObject({
  externalId: z.string().min(1),
  /** Absolute http(s) address of the advertisement. */
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().min(1),
  employer: z.string().min(1),
  applyUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** The employer's own requisition number. */
  requisition: z.string().optional(),
  places: z.array(Place).optional(),
  workplace: Workplace.optional(),
  /** Where a remote worker must live, in the source's words ("USA", "United States only", "US-OH"). */
  remoteLimits: z.array(z.string()).optional(),
  /** Employment type in the source's words or codes ("FULL_TIME", "Per Diem"). */
  employmentTypes: z.array(z.string()).optional(),
  pay: z.array(DraftPay).optional(),
  postedAt: DateOrInstant.optional(),
  closesAt: DateOrInstant.optional(),
  /** The whole advertisement, all parts in reading order, without the company's boilerplate where it is marked. */
  description: z.string().optional(),
  descriptionFormat: z.enum(['html', 'text']).optional(),
  department: z.string().optional(),
  /** Occupation code of the source (O*NET-SOC, federal series), as `scheme:code`. */
  occupationCode: z.string().optional(),
  language: z.string().optional(),
});
export type PostingDraft = z.infer<typeof PostingDraft>;

/** One advertisement after normalisation. `text` is the clean text that every evidence offset points into. */
export const Posting = z.object({
  boardId: z.string(),
  externalId: z.string(),
  origin: Origin,
  url: z.string(),
  /** `url` without tracking parts; equal for two copies of one page. */
  canonicalUrl: z.string(),
  applyUrl: z.string().optional(),
  title: z.string(),
  /** Title folded for comparison. */
  titleKey: z.string(),
  employer: z.string(),
  /** Employer folded for comparison; legal forms and punctuation removed. */
  employerKey: z.string(),
  requisition: z.string().optional(),
  places: z.array(Place),
  postedAt: DateOrInstant.optional(),
  closesAt: DateOrInstant.optional(),
  text: z.string(),
  reading: Reading,
});
export type Posting = z.infer<typeof Posting>;
