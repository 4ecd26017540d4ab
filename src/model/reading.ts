import { z } from 'zod';
import { EmployerFamilyName } from './employer-family.ts';
import { Evidence } from './evidence.ts';
import { Occupation } from './occupation.ts';
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

/** `on_call` is being reachable outside the regular hours; `rotating` is changing between shifts. */
export const Shift = z.enum(['day', 'evening', 'night', 'weekend', 'rotating', 'on_call']);
export type Shift = z.infer<typeof Shift>;

/** When the work is done, as far as the words say. */
export const Schedule = z.object({
  /** Each shift once, in reading order; empty when only the hours are stated. */
  shifts: z.array(z.object({ shift: Shift, evidence: Evidence })),
  /** Hours of one week; `min` equals `max` where one figure is stated, and is 0 for "up to". */
  hoursPerWeek: z.object({ min: z.number().nonnegative(), max: z.number().positive(), evidence: Evidence }).optional(),
});
export type Schedule = z.infer<typeof Schedule>;

/** `percent` is the upper bound of the share of working time, 0 for none, `null` where travel is stated without a bound. */
export const Travel = z.object({ percent: z.number().min(0).max(100).nullable(), evidence: Evidence });
export type Travel = z.infer<typeof Travel>;

/** Whether the employer sponsors a visa or work permit. */
export const Sponsorship = z.object({ offered: z.boolean(), evidence: Evidence });
export type Sponsorship = z.infer<typeof Sponsorship>;

/** The last day for applications as the text states it, `YYYY-MM-DD`. */
export const ClosingDay = z.object({ date: z.iso.date(), evidence: Evidence });
export type ClosingDay = z.infer<typeof ClosingDay>;

/**
 * Everything that was understood of one posting's words. A member that is `null` or empty was not stated
 * (or not understood): it is never a guess, and it never counts against anybody.
 */
export const Reading = z.object({
  requirements: z.array(Requirement),
  /** All stated ranges in reading order; the first is the headline. */
  pay: z.array(Pay),
  employmentTypes: z.array(z.object({ type: EmploymentType, evidence: Evidence.optional() })),
  workplace: z
    .object({
      mode: Workplace,
      evidence: Evidence.optional(),
      /** Days of a week at the employer's place; the upper end of a range. */
      officeDays: z.number().int().min(1).max(7).optional(),
      officeDaysEvidence: Evidence.optional(),
      /** `mode` holds only after a time of training or orientation on site. */
      afterTraining: z.literal(true).optional(),
    })
    .nullable(),
  /** Where a remote worker must live: `US-OH`, `CA`, …; empty when not limited in words. */
  remoteLimits: z.array(z.object({ area: z.string(), evidence: Evidence.optional() })),
  seniority: Seniority.nullable(),
  /** ISO 639-1 of the text; `null` when it cannot be told. */
  language: z.string().nullable(),
  // Absent in readings that were stored before these facts were read; `null` is "not stated", as everywhere.
  schedule: Schedule.nullish(),
  travel: Travel.nullish(),
  sponsorship: Sponsorship.nullish(),
  closesOn: ClosingDay.nullish(),
  /** What the title names as work; `null` when no row of `config/occupations` fits. */
  occupation: Occupation.nullish(),
  /** The employer's family, where `config/employers.yaml` knows it: a hospital's health system. */
  employerFamily: EmployerFamilyName.nullish(),
});
export type Reading = z.infer<typeof Reading>;
