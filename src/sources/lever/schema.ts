import { z } from 'zod';

/** `GET /v0/postings/{site}?mode=json`: a bare array without a total; its items are looked at one by one. */
export const LeverPage = z.array(z.unknown());

/** One posting. Any member but the id, the title and the address may be missing. */
export const LeverPosting = z.object({
  id: z.string(),
  /** The title. */
  text: z.string().trim().min(1),
  categories: z
    .object({
      location: z.string().nullish(),
      allLocations: z.array(z.string()).nullish(),
      /** Free text of the employer: "Regular Full Time". */
      commitment: z.string().nullish(),
      team: z.string().nullish(),
      department: z.string().nullish(),
    })
    .nullish(),
  /** ISO 3166-1 alpha-2, of `categories.location`. */
  country: z.string().nullish(),
  /** `unspecified`, `on-site`, `remote` or `hybrid`. */
  workplaceType: z.string().nullish(),
  /** Milliseconds since 1970. */
  createdAt: z.number().nullish(),
  opening: z.string().nullish(),
  descriptionBody: z.string().nullish(),
  /** `opening` and `descriptionBody` together. */
  description: z.string().nullish(),
  /** A heading and a run of `<li>` without `<ul>`: requirements and qualifications are here, not in `description`. */
  lists: z.array(z.object({ text: z.string().nullish(), content: z.string().nullish() })).nullish(),
  additional: z.string().nullish(),
  salaryDescription: z.string().nullish(),
  /** Whole units of the currency; `interval` like `per-year-salary`. */
  salaryRange: z
    .object({
      currency: z.string().nullish(),
      interval: z.string().nullish(),
      min: z.number().nullish(),
      max: z.number().nullish(),
    })
    .nullish(),
  hostedUrl: z.url({ protocol: /^https?$/ }),
  applyUrl: z.string().nullish(),
});
export type LeverPosting = z.infer<typeof LeverPosting>;
