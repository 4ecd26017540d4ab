import { z } from 'zod';
import { StoredNodeState, Verdict } from './match.ts';
import { Pay } from './pay.ts';
import { Workplace } from './place.ts';
import { DateOrInstant, Instant } from './posting.ts';
import { EmploymentType } from './reading.ts';

/** One requirement line of a digest entry. */
const DigestFinding = z.object({
  strength: z.enum(['required', 'preferred']),
  state: StoredNodeState,
  asks: z.string(),
  because: z.string(),
  quote: z.string(),
});

/** One opening as a digest tells it. */
export const DigestEntry = z.object({
  openingId: z.number().int(),
  title: z.string(),
  employer: z.string(),
  /** Absolute http(s) address of the best copy. */
  url: z.string(),
  places: z.array(z.string()),
  workplace: Workplace.nullable(),
  remoteLimits: z.array(z.string()),
  employmentTypes: z.array(EmploymentType),
  pay: z.array(Pay),
  postedAt: DateOrInstant.nullable(),
  closesAt: DateOrInstant.nullable(),
  firstSeenAt: Instant,
  verdict: Verdict,
  /** The verdict in words, with what it hangs on. */
  standing: z.string().default(''),
  score: z.number().int(),
  findings: z.array(DigestFinding),
  /** Names of the boards it is advertised on. */
  boards: z.array(z.string()),
});
export type DigestEntry = z.infer<typeof DigestEntry>;

/** A board that gave nothing, and why; shown in every digest so that silence is never taken for "nothing new". */
export const SilentBoard = z.object({
  id: z.string(),
  name: z.string(),
  outcome: z.string(),
  message: z.string(),
  since: Instant.nullable(),
});
export type SilentBoard = z.infer<typeof SilentBoard>;

/** Everything a digest says, before any rendering: all formats are drawn from this one value. */
export const DigestView = z.object({
  profileId: z.string(),
  personName: z.string(),
  /** The schedule slot this digest belongs to. */
  slot: Instant,
  timeZone: z.string(),
  /** New openings by verdict, each list best first. */
  sections: z.array(z.object({ verdict: Verdict, entries: z.array(DigestEntry) })),
  /** How many more there are beyond the limit, by verdict. */
  more: z.array(z.object({ verdict: Verdict, count: z.number().int() })),
  silentBoards: z.array(SilentBoard),
  boardsChecked: z.number().int(),
  openingsOpen: z.number().int(),
});
export type DigestView = z.infer<typeof DigestView>;
