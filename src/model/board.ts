import { z } from 'zod';

/**
 * A configured place to look: a row of data in `config/boards/*.yaml` or in the user's `rolewatch.yaml`.
 * Its `options` are checked by the schema of its source.
 */
export const Board = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens, for example lakeside-health')
    .describe('Never changed once used: postings are stored under it'),
  name: z.string().min(1).describe('As shown in lists and digests'),
  source: z.string().describe('Id of the source that reads it, for example greenhouse'),
  employer: z.string().optional().describe('Whose board it is; needed where the source does not name the employer'),
  tags: z.array(z.string()).default([]).describe('For `boards enable TAG`'),
  every: z
    .string()
    .regex(/^\d+(m|h|d)$/, 'a span such as 30m, 6h or 2d')
    .optional()
    .describe('How often it is visited; else what the source asks for'),
  options: z.record(z.string(), z.unknown()).default({}).describe('What the source needs to know, by its own schema'),
});
export type Board = z.infer<typeof Board>;

/** How the latest visit of a board ended; the failure kinds are those of `errors.ts`. */
export const BoardOutcome = z.enum([
  'never',
  'ok',
  'transient',
  'throttled',
  'blocked',
  'gone',
  'changed',
  'misconfigured',
]);
export type BoardOutcome = z.infer<typeof BoardOutcome>;
