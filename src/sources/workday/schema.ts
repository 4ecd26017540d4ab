import { z } from 'zod';

/** One row of the list. Some rows are empty objects; only those with a path can be opened. */
export const WorkdayItem = z.object({
  title: z.string().nullish(),
  /** `/job/{Place-slug}/{Title-slug}_{reqId}`: the key within the site. */
  externalPath: z.string().startsWith('/').nullish(),
  /** A place, or "3 Locations". */
  locationsText: z.string().nullish(),
  bulletFields: z.array(z.string().nullish()).nullish(),
});
export type WorkdayItem = z.infer<typeof WorkdayItem>;

/**
 * A facet, a group of facets, or one value of a facet: they nest in each other. A request applies the `id` of a value
 * under the `facetParameter` right above it; the name of a group is silently ignored.
 */
export interface WorkdayFacet {
  readonly facetParameter?: string | null | undefined;
  readonly id?: string | null | undefined;
  readonly count?: number | null | undefined;
  readonly values?: readonly WorkdayFacet[] | null | undefined;
}

const Facet: z.ZodType<WorkdayFacet> = z.lazy(() =>
  z.object({
    facetParameter: z.string().nullish(),
    id: z.string().nullish(),
    count: z.number().nullish(),
    values: z.array(Facet).nullish(),
  }),
);

/** `POST …/jobs`. `total` is right on the first page only; later pages say 0. */
export const WorkdayPage = z.object({
  total: z.number().int().nullish(),
  jobPostings: z.array(z.unknown()),
  facets: z.array(Facet).nullish(),
});

/** `GET …{externalPath}`. */
export const WorkdayDetail = z.object({
  jobPostingInfo: z.object({
    title: z.string().trim().min(1),
    jobDescription: z.string().nullish(),
    location: z.string().nullish(),
    additionalLocations: z.array(z.string()).nullish(),
    /** Day on which the posting started; `postedOn` is words such as "Posted 30+ Days Ago" and is not read. */
    startDate: z.string().nullish(),
    endDate: z.string().nullish(),
    timeType: z.string().nullish(),
    remoteType: z.string().nullish(),
    jobReqId: z.string().nullish(),
    externalUrl: z.string().nullish(),
    jobRequisitionLocation: z
      .object({
        descriptor: z.string().nullish(),
        country: z.object({ alpha2Code: z.string().nullish() }).nullish(),
      })
      .nullish(),
  }),
  hiringOrganization: z.object({ name: z.string().nullish() }).nullish(),
});
export type WorkdayDetail = z.infer<typeof WorkdayDetail>;

/** What is stored of one posting: its row of the list and its detail, both as received. */
export const WorkdayRaw = z.object({ item: WorkdayItem, detail: WorkdayDetail });

/** Body of an answer that refuses: `S22` is "this posting is closed". */
export const WorkdayRefusal = z.object({ errorCode: z.string() });

/** What a board row must give. */
export const WorkdayOptions = z.strictObject({
  host: z
    .string()
    .regex(
      /^(?:[a-z0-9-]+\.wd\d+\.myworkdayjobs\.com|wd\d+\.myworkdaysite\.com)$/,
      'a host such as lakeside.wd5.myworkdayjobs.com',
    )
    .describe('Host of the career pages, for example lakeside.wd5.myworkdayjobs.com'),
  tenant: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, hyphens')
    .describe('Name of the employer at Workday: the first part of the host, or what follows /recruiting/'),
  site: z
    .string()
    .regex(/^[A-Za-z0-9_.-]+$/, 'the name of the career site in the address')
    .describe('Name of the career site in the address; capital and small letters differ'),
});
export type WorkdayOptions = z.output<typeof WorkdayOptions>;
