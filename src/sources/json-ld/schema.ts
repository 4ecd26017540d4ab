import { z } from 'zod';
import { Origin } from '../../model/posting.ts';

/** A site whose pages carry schema.org JobPosting: how to find those pages. */
export const JsonLdOptions = z
  .strictObject({
    sitemap: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Address of the sitemap that lists the pages of the postings; an index is followed'),
    match: z.string().min(1).optional().describe('Only pages of the sitemap whose path holds these characters: /job/'),
    list: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Address of the page that lists the postings, for sites without a usable sitemap'),
    links: z.string().min(1).optional().describe('CSS selector of the links to postings on the list: a.job-title'),
    next: z.string().min(1).optional().describe('CSS selector of the link to the next page of the list: a[rel=next]'),
    origin: Origin.default('employer').describe('Whose site it is: employer, board (of an association) or aggregator'),
  })
  .refine((options) => (options.sitemap === undefined) !== (options.list === undefined), {
    error: 'Give either "sitemap" or "list".',
  })
  .refine((options) => (options.list === undefined) === (options.links === undefined), {
    error: '"links" belongs to "list", and "list" needs it.',
    path: ['links'],
  })
  .refine((options) => options.match === undefined || options.sitemap !== undefined, {
    error: '"match" belongs to "sitemap".',
    path: ['match'],
  })
  .refine((options) => options.next === undefined || options.list !== undefined, {
    error: '"next" belongs to "list".',
    path: ['next'],
  });
export type JsonLdOptions = z.infer<typeof JsonLdOptions>;

/** What is stored of a page. */
export const JobPage = z.object({
  url: z.string(),
  jobPosting: z.record(z.string(), z.unknown()),
});
