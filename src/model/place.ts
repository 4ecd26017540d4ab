import { z } from 'zod';

/**
 * Where work is done, as read from an advertisement. `text` keeps the source's own words; the other
 * members are set only where the words say so.
 */
export const Place = z.object({
  text: z.string(),
  city: z.string().optional(),
  /** State or province; US states as their two-letter postal code. */
  region: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().optional(),
  postalCode: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

/** How work is done: `null` is "the posting does not say", which a bare city never settles. */
export const Workplace = z.enum(['remote', 'hybrid', 'onsite']);
export type Workplace = z.infer<typeof Workplace>;
