import { z } from 'zod';
import { PayPeriod } from './pay.ts';
import { EmploymentType, Seniority, Shift } from './reading.ts';
import { EducationLevel } from './requirement.ts';

const YearMonth = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 2024, 2024-05 or 2024-05-31');

const Weight = z.number().min(0).max(100).optional();

/**
 * One person: what they hold, what they have done, what they wish for. Read from `profiles/*.yaml`; the file's
 * name is the profile's id. Licence numbers are never asked for and never stored.
 */
export const Profile = z.strictObject({
  name: z.string().min(1).describe('How the digest addresses you'),
  email: z.email().optional().describe('Where the digest is sent when delivery by e-mail is on'),
  timeZone: z.string().optional().describe('IANA zone, for example America/New_York; else the zone of rolewatch.yaml'),
  home: z
    .strictObject({
      city: z.string().optional(),
      region: z.string().optional().describe('State, as its postal code: OH'),
      country: z.string().length(2).default('US').describe('ISO code: US'),
    })
    .optional()
    .describe('Where you live: decides remote openings that are limited to some states'),
  credentials: z
    .array(
      z.strictObject({
        id: z.string().describe('Id from config/credentials, for example rhit'),
        since: YearMonth.optional(),
        validUntil: YearMonth.optional(),
        region: z.string().optional().describe('State of a licence'),
      }),
    )
    .default([])
    .describe('Certifications, licences and registrations you hold'),
  planned: z
    .array(
      z.strictObject({
        id: z.string(),
        by: YearMonth.describe('When you expect to hold it'),
        booked: YearMonth.optional().describe('Day for which the exam is booked'),
        window: z
          .strictObject({ from: YearMonth, until: YearMonth })
          .optional()
          .describe('Days between which the issuer has approved you to sit for the exam'),
      }),
    )
    .default([])
    .describe('Credentials you are working towards'),
  education: z
    .array(
      z.strictObject({
        level: EducationLevel,
        field: z.string().optional(),
        institution: z.string().optional(),
        accredited: z.enum(['yes', 'no', 'unknown']).default('unknown').describe('CAHIIM or the body of your field'),
        finished: z.boolean().default(true),
        expected: YearMonth.optional().describe('When an unfinished degree will be finished'),
      }),
    )
    .default([]),
  experience: z
    .array(
      z.strictObject({
        role: z.string(),
        years: z.number().nonnegative().max(70),
        healthcare: z.boolean().optional(),
        setting: z.string().optional().describe('Where: acute care hospital, physician practice'),
        volunteer: z.boolean().default(false).describe('Volunteering counts, and is marked as such'),
      }),
    )
    .default([]),
  languages: z.array(z.string().length(2)).default([]).describe('Languages you work in, as ISO codes: en, es'),
  contacts: z
    .array(z.strictObject({ employer: z.string().min(1), person: z.string().min(1).optional() }))
    .default([])
    .describe('Employers at which you know somebody: most jobs are found through people'),
  wanted: z
    .strictObject({
      titles: z.array(z.string()).default([]).describe('Words of titles you look for: coder, health information'),
      words: z.array(z.string()).default([]).describe('Words that make an opening more interesting'),
      workplace: z.array(z.enum(['remote', 'hybrid', 'onsite'])).default(['remote', 'hybrid', 'onsite']),
      places: z
        .array(
          z.strictObject({
            city: z.string().optional(),
            region: z.string().optional(),
            country: z.string().default('US'),
            within: z
              .string()
              .regex(/^\d{1,4} ?(?:mi|km)$/, 'a distance such as 25 mi or 40 km')
              .optional()
              .describe('How far from it you would travel to work: 25 mi'),
          }),
        )
        .default([])
        .describe('Where you would work on site'),
      payFloor: z
        .strictObject({
          amount: z.number().positive(),
          currency: z.string().length(3).default('USD'),
          period: PayPeriod,
        })
        .optional(),
      employmentTypes: z.array(EmploymentType).default([]),
      occupations: z
        .array(z.string())
        .default([])
        .describe('Codes or families of config/occupations: soc:29-2072, health-information'),
      levels: z.array(Seniority).default([]),
      shifts: z.array(Shift).default([]).describe('Shifts you would work; without any, every shift'),
      travel: z.number().min(0).max(100).optional().describe('Most of the time you would travel, in percent'),
      employers: z.array(z.string()).default([]).describe('Employers you would like to work for'),
    })
    .prefault({}),
  weights: z
    .strictObject({
      occupation: Weight,
      words: Weight,
      place: Weight,
      workplace: Weight,
      pay: Weight,
      terms: Weight,
      level: Weight,
      freshness: Weight,
      employer: Weight,
      contacts: Weight,
      preferences: Weight,
    })
    .prefault({})
    .describe('How much each part counts in the score, relative to the others; 0 leaves it out'),
  refused: z
    .strictObject({
      employers: z.array(z.string()).default([]),
      titles: z.array(z.string()).default([]).describe('Openings with these words in the title are left out'),
      words: z.array(z.string()).default([]).describe('Openings with these words anywhere are left out'),
    })
    .prefault({}),
  digest: z
    .strictObject({
      schedule: z.string().default('0 7 * * 1-5').describe('Cron pattern in your time zone: 0 7 * * 1-5'),
      limit: z.number().int().positive().max(500).default(50),
      email: z.boolean().default(false),
      files: z.boolean().default(true),
    })
    .prefault({}),
});
export type Profile = z.infer<typeof Profile>;

/** A profile together with its id and the hash of its content, which tells when it must be matched anew. */
export interface LoadedProfile {
  readonly id: string;
  readonly hash: string;
  readonly profile: Profile;
}
