import { z } from 'zod';

/** A search of Remotive; without either option, its newest postings of all kinds. */
export const RemotiveOptions = z.strictObject({
  category: z
    .string()
    .min(1)
    .optional()
    .describe('Category as written in the addresses of remotive.com: all-others in /remote-jobs/all-others'),
  search: z.string().min(1).optional().describe('Words that the posting must hold: health information'),
});
export type RemotiveOptions = z.infer<typeof RemotiveOptions>;

export const RemotiveAnswer = z.object({ jobs: z.array(z.unknown()) });

export const RemotiveItem = z.object({
  id: z.union([z.number(), z.string()]),
  url: z.string(),
  title: z.string(),
  company_name: z.string(),
  /** `full_time`, `contract`, `part_time`, `freelance`, `internship`, `other` or empty. */
  job_type: z.string().nullish(),
  /** `2026-09-21T12:55:11`: no zone, UTC. */
  publication_date: z.string().nullish(),
  /** "USA, Canada", "Worldwide". */
  candidate_required_location: z.string().nullish(),
  /** Free text, often empty. */
  salary: z.string().nullish(),
  description: z.string().nullish(),
});
