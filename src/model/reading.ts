import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { Pay } from './pay.ts';
import { Workplace } from './place.ts';
import { Requirement } from './requirement.ts';

export const EmploymentType = z.enum([
  'full_time',
  'part_time',
  'contract',
  'temporary',
  'per_diem',
  'internship',
  'volunteer',
]);
export type EmploymentType = z.infer<typeof EmploymentType>;

export const Seniority = z.enum(['intern', 'entry', 'senior', 'lead', 'manager', 'director', 'executive']);
export type Seniority = z.infer<typeof Seniority>;

/**
 * Everything that was understood of one posting's words. A member that is `null` or empty was not stated
 * (or not understood): it is never a guess, and it never counts against anybody.
 */
export const Reading = z.object({
  requirements: z.array(Requirement),
  /** All stated ranges in reading order; the first is the headline. */
  pay: z.array(Pay),
  employmentTypes: z.array(z.object({ type: EmploymentType, evidence: Evidence.optional() })),
  workplace: z.object({ mode: Workplace, evidence: Evidence.optional() }).nullable(),
  /** Where a remote worker must live: `US-OH`, `CA`, …; empty when not limited in words. */
  remoteLimits: z.array(z.object({ area: z.string(), evidence: Evidence.optional() })),
  seniority: Seniority.nullable(),
  /** ISO 639-1 of the text; `null` when it cannot be told. */
  language: z.string().nullable(),
});
export type Reading = z.infer<typeof Reading>;
