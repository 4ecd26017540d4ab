import { z } from 'zod';
import { Place } from './place.ts';
import { DateOrInstant, Instant, Origin } from './posting.ts';
import { Reading } from './reading.ts';

/** Where one copy of an opening is advertised. */
export const OpeningCopy = z.object({
  boardId: z.string(),
  externalId: z.string(),
  origin: Origin,
  url: z.string(),
  /** Why this posting belongs to the opening: `first`, `canonical-url`, `requisition`, `same-vacancy`. */
  reason: z.string(),
  closedAt: Instant.optional(),
});
export type OpeningCopy = z.infer<typeof OpeningCopy>;

/**
 * One real vacancy: the best words of all its copies. `text` and `reading` come from one and the same copy, so
 * that every evidence offset points into `text`.
 */
export const Opening = z.object({
  /** Rises with time. */
  id: z.number().int(),
  title: z.string(),
  employer: z.string(),
  employerKey: z.string(),
  url: z.string(),
  places: z.array(Place),
  postedAt: DateOrInstant.optional(),
  closesAt: DateOrInstant.optional(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  closedAt: Instant.optional(),
  text: z.string(),
  reading: Reading,
  copies: z.array(OpeningCopy),
});
export type Opening = z.infer<typeof Opening>;
