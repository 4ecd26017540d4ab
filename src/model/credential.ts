import { z } from 'zod';

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
  /** Whoever holds one of these is taken for a holder: `same` is one credential under two names. */
  acceptedInPlace: z
    .array(z.strictObject({ id: z.string(), strength: z.enum(['same', 'usual']), why: z.string() }))
    .default([]),
  /** It stands for any of the credentials of `acceptedInPlace` ("a coding credential"): a list of those beside it says what is really asked. */
  umbrella: z.boolean().optional(),
  retired: z.boolean().default(false),
  checkedOn: z.iso.date().optional(),
});
export type Credential = z.infer<typeof Credential>;
