import { z } from 'zod';
import { Origin } from '../../model/posting.ts';

const Element = z
  .string()
  .regex(
    /^[\w.-]+(?::[\w.-]+)?(?:@[\w.:-]+)?$/,
    'the name of an element as the feed writes it, for example joblisting:location',
  );

/** Which elements of an item hold what; names as the feed writes them, prefix included; `name@attribute` for an attribute. */
const FieldElements = z.strictObject({
  employer: Element.optional().describe('Name of the employer'),
  place: Element.optional().describe(
    'Element that is repeated per place and holds the parts below; else the item is one place',
  ),
  location: Element.optional().describe('The place in words: Columbus, Ohio'),
  city: Element.optional().describe('Town'),
  region: Element.optional().describe('State or province'),
  country: Element.optional().describe('Country'),
  postalCode: Element.optional().describe('Postal code'),
  workplace: Element.optional().describe('Remote, hybrid or on-site'),
  remoteLimits: Element.optional().describe('Where a remote worker must live'),
  employmentTypes: Element.optional().describe('Employment type: Full-Time, Per Diem'),
  payText: Element.optional().describe('Pay in words'),
  payMin: Element.optional().describe('Lowest pay, a number'),
  payMax: Element.optional().describe('Highest pay, a number'),
  payCurrency: Element.optional().describe('Currency of the pay: USD'),
  payPeriod: Element.optional().describe('What the pay is for: Hour, Year'),
  postedAt: Element.optional().describe("When it was published, if not in the feed's usual element"),
  closesAt: Element.optional().describe(
    'Last day to apply; a time without a zone counts as UTC when the name ends in UTC',
  ),
  department: Element.optional().describe('Department'),
  requisition: Element.optional().describe("The employer's own number of the posting"),
  applyUrl: Element.optional().describe('Address of the application form'),
});

/** Everything that differs between one feed and the next. */
export const FeedOptions = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).describe('Address of the RSS, Atom or JSON feed'),
  complete: z
    .boolean()
    .default(false)
    .describe('The feed lists every open posting, so that what is missing from it counts as closed'),
  origin: Origin.default('board').describe('Whose feed it is: employer, board (of an association) or aggregator'),
  remote: z.boolean().default(false).describe('Every posting of the feed is remote work'),
  titleForm: z
    .enum(['title', 'employer: title', 'title at employer', 'title - employer'])
    .default('title')
    .describe('What the title of an item is made of'),
  summaryForm: z
    .enum(['text', 'employer - location'])
    .default('text')
    .describe('Whether the first line of the text names employer and place: Lakeside Health - Columbus, Ohio'),
  fields: FieldElements.prefault({}).describe('Elements that hold more about a posting'),
  sections: z
    .record(Element, z.string().min(1))
    .default({})
    .describe('Elements whose text belongs to the posting, each with the heading to put above it'),
});
export type FeedOptions = z.output<typeof FeedOptions>;
