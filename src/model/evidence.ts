import { z } from 'zod';

/**
 * The words a reading rests on. `start` and `end` are UTF-16 offsets into the posting's clean text and
 * `quote` is exactly `text.slice(start, end)`; with `title` they point into the title instead.
 */
export const Evidence = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quote: z.string(),
  title: z.literal(true).optional(),
});
export type Evidence = z.infer<typeof Evidence>;
