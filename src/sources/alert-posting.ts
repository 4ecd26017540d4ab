import { z } from 'zod';

/**
 * A posting as an alert mail tells it. No link of the mail is in here: those log the recipient in. `url` is built
 * from what is public.
 */
export const AlertPosting = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  employer: z.string(),
  place: z.string().optional(),
  workplace: z.enum(['remote', 'hybrid', 'onsite']).optional(),
  pay: z.string().optional(),
  /** The pay is the board's guess. */
  payEstimated: z.boolean().optional(),
  employmentType: z.string().optional(),
});
export type AlertPosting = z.infer<typeof AlertPosting>;
