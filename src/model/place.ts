import { z } from 'zod';

/**
 * Where work is done, as read from an advertisement. `text` keeps the source's own words; the other members are set
 * only where the words say so, or where they can mean nothing else.
 */
export const Place = z.object({
  text: z.string(),
  /** Name of the town in the source's spelling; with `area: 'metro'` the main city of the area, which may not be the place of work. */
  city: z.string().optional(),
  /** State or province; those of the United States and Canada as their two-letter postal code. */
  region: z.string().optional(),
  /** ISO 3166-1 alpha-2; the territories of the United States are regions of `US`. */
  country: z.string().optional(),
  postalCode: z.string().optional(),
  /** Degrees north (WGS 84), of the middle of the ZIP code area or else of the town; always together with `longitude`. */
  latitude: z.number().min(-90).max(90).optional(),
  /** Degrees east (WGS 84). */
  longitude: z.number().min(-180).max(180).optional(),
  /**
   * Set when the words name more than a town: a `county`, which has no `city`, or a metropolitan area (`metro`) around
   * `city`. Its name stays in `text`.
   */
  area: z.enum(['county', 'metro']).optional(),
});
export type Place = z.infer<typeof Place>;

/** How work is done: `null` is "the posting does not say", which a bare city never settles. */
export const Workplace = z.enum(['remote', 'hybrid', 'onsite']);
export type Workplace = z.infer<typeof Workplace>;
