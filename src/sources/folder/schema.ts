import { z } from 'zod';
import { Place, Workplace } from '../../model/place.ts';
import { DraftPay } from '../../model/posting.ts';
import { AlertPosting } from '../alert-posting.ts';

/** Where own files lie. */
export const FolderOptions = z.strictObject({
  path: z
    .string()
    .min(1)
    .describe('Folder with saved postings (.json, .html, .eml); a relative path starts where rolewatch.yaml is'),
});
export type FolderOptions = z.infer<typeof FolderOptions>;

const text = z.string().nullish();
const texts = z.union([z.string(), z.array(z.string())]).nullish();

/** A posting written by hand or exported by another program, in the words of our own drafts. */
export const PlainPosting = z.object({
  title: text,
  employer: text,
  url: text,
  applyUrl: text,
  requisition: text,
  places: z.union([z.string(), z.array(z.union([z.string(), Place]))]).nullish(),
  workplace: Workplace.nullish(),
  remoteLimits: texts,
  employmentTypes: texts,
  pay: z.union([z.string(), DraftPay, z.array(DraftPay)]).nullish(),
  postedAt: text,
  closesAt: text,
  description: text,
  department: text,
  occupationCode: text,
  language: text,
});
export type PlainPosting = z.infer<typeof PlainPosting>;

/** What is stored of an item of a JSON file, of a JobPosting of a page, and of a posting in an alert mail. */
export const StoredItem = z.union([
  z.object({ alert: AlertPosting }),
  z.object({ jobPosting: z.record(z.string(), z.unknown()), url: z.string().optional() }),
  z.object({ posting: z.unknown() }),
]);
export type StoredItem = z.infer<typeof StoredItem>;
