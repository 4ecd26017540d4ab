import { z } from 'zod';
import { EducationLevel } from './requirement.ts';

/** Where a fact about a credential was read, and when. Both absent: general knowledge, to be checked by whoever relies on it. */
const seen = {
  source: z.string().min(1).optional().describe('Page on which it was read, without the protocol'),
  checkedOn: z.iso.date().optional().describe('Day on which that page was read'),
};

/**
 * One way to be allowed to sit for a credential. Whatever a route names is needed together; any one of a credential's
 * routes is enough. Issuers revise these rules about every two years: a route may explain and encourage, never reject.
 */
export const EligibilityRoute = z.strictObject({
  text: z.string().min(1).describe('The whole route in words, with what the other fields cannot say'),
  education: EducationLevel.optional().describe('Lowest level of education of this route'),
  program: z
    .string()
    .min(1)
    .optional()
    .describe('Who must have accredited or approved the programme, for example CAHIIM'),
  credentials: z.array(z.string()).min(1).optional().describe('Ids of credentials of which one must be held'),
  years: z.number().positive().optional().describe('Years of work'),
  healthcareYears: z.number().positive().optional().describe('How many of these years must be in healthcare'),
  of: z.string().min(1).optional().describe('What the years must be spent on'),
  ...seen,
});
export type EligibilityRoute = z.infer<typeof EligibilityRoute>;

/**
 * One certification, licence, registration or clearance of `config/credentials/*.yaml`.
 * Everything about a profession is in these rows; no code names a credential.
 */
export const Credential = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe('Never changed once used: it is in profiles and readings'),
  name: z.string(),
  kind: z.enum(['certification', 'licence', 'certificate', 'registration', 'clearance']),
  issuer: z.string().optional(),
  /** Spellings met in postings, besides `name` and the id in capitals; matched as whole words. */
  aliases: z.array(z.string()).default([]),
  /** Aliases that count only in these letters: short acronyms that are also words. */
  caseSensitive: z.array(z.string()).default([]),
  /** Words of which one must stand near for an alias of `guarded` to count. */
  near: z.array(z.string()).default([]),
  /** Words that must not stand near. */
  notNear: z.array(z.string()).default([]),
  /** Aliases that need `near`/`notNear`; the others are unmistakable. */
  guarded: z.array(z.string()).default([]),
  /**
   * Other credentials that are taken, or nearly, where this one is asked for. `same`: one credential under two names.
   * `usual`: employers normally take it. `near`: related, and some employers take it; it never counts as met.
   * Nothing is transitive.
   */
  acceptedInPlace: z
    .array(z.strictObject({ id: z.string(), strength: z.enum(['same', 'usual', 'near']), why: z.string() }))
    .default([]),
  /** It stands for any of the credentials of `acceptedInPlace` ("a coding credential"): a list of those beside it says what is really asked. */
  umbrella: z.boolean().optional(),
  /** Granted by a state, for that state. */
  regional: z
    .literal(true)
    .optional()
    .describe('Granted by a state for work in that state: it needs the right state, not only the right name'),
  /** What carries a regional licence across state lines. Which states have joined changes; it is not told here. */
  compact: z.string().min(1).optional().describe('Interstate compact of a regional licence, for example NLC'),
  /** The routes to it; absent when they are not known. An empty list would say that nobody may have it. */
  eligibility: z.array(EligibilityRoute).min(1).optional().describe('Ways to be allowed to sit for it: one is enough'),
  /** What keeps it valid. */
  renewal: z
    .strictObject({
      everyMonths: z.number().int().positive().describe('Length of one cycle'),
      note: z.string().min(1).optional().describe('What a cycle asks for'),
      ...seen,
    })
    .optional(),
  /** Ids of the credentials that its holders go on to, where their issuer built it as the step before them. */
  leadsTo: z.array(z.string()).min(1).optional(),
  retired: z.boolean().default(false),
  checkedOn: z.iso.date().optional(),
});
export type Credential = z.infer<typeof Credential>;
