import { z } from 'zod';

/**
 * One row of `config/employers.yaml`: the names under which one employer advertises. Two postings of a family may be
 * copies of one opening although their employers' names differ.
 */
export const EmployerFamily = z.strictObject({
  name: z.string().min(1).describe('The name that people are shown, in full'),
  aliases: z
    .array(z.string())
    .default([])
    .describe('Other names of it, and names of subsidiaries and hospitals that advertise for it, in full'),
  brands: z
    .array(z.string())
    .default([])
    .describe('Names with which those of its members begin: AdventHealth, for AdventHealth Palm Coast'),
});
export type EmployerFamily = z.infer<typeof EmployerFamily>;

/** The family that an employer's name belongs to. */
export const EmployerFamilyName = z.object({
  /** As people are shown it. */
  name: z.string(),
  /** Folded for comparison; equal for all members. */
  key: z.string(),
});
export type EmployerFamilyName = z.infer<typeof EmployerFamilyName>;
