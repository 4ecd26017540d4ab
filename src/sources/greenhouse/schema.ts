import { z } from 'zod';

/** `GET /v1/boards/{token}/jobs?content=true`; the jobs are looked at one by one. */
export const GreenhouseList = z.object({
  jobs: z.array(z.unknown()),
  meta: z.object({ total: z.number().int().nullish() }).nullish(),
});

/** A value that an employer defined: its type depends on `value_type`, so it is read where it is used. */
const Metadata = z.object({
  name: z.string().nullish(),
  value: z.unknown(),
  value_type: z.string().nullish(),
});
export type GreenhouseMetadata = z.infer<typeof Metadata>;

/** A `value` under `value_type: "currency_range"`: whole units as text, no interval. */
export const CurrencyRange = z.object({
  unit: z.string().nullish(),
  min_value: z.coerce.number().nonnegative(),
  max_value: z.coerce.number().nonnegative(),
});

/** One job post. Members that came after 2013 are optional. */
export const GreenhouseJob = z.object({
  id: z.number().int(),
  /** `null`: a prospect post ("join our talent community"), which is no vacancy. */
  internal_job_id: z.number().nullish(),
  requisition_id: z.string().nullish(),
  title: z.string().trim().min(1),
  company_name: z.string().nullish(),
  absolute_url: z.url({ protocol: /^https?$/ }),
  location: z.object({ name: z.string().nullish() }).nullish(),
  offices: z.array(z.object({ name: z.string().nullish(), location: z.string().nullish() })).nullish(),
  departments: z.array(z.object({ name: z.string().nullish() })).nullish(),
  first_published: z.string().nullish(),
  application_deadline: z.string().nullish(),
  language: z.string().nullish(),
  metadata: z.array(Metadata).nullish(),
  content: z.string().nullish(),
});
export type GreenhouseJob = z.infer<typeof GreenhouseJob>;
