import type { Reading } from '../../src/model/reading.ts';
import type { Labels } from '../../src/pipeline/normalize/labels.ts';

/** A reading that states nothing but the given parts. */
export function silentReading(parts: Partial<Reading> = {}): Reading {
  return {
    requirements: [],
    pay: [],
    employmentTypes: [],
    workplace: null,
    remoteLimits: [],
    seniority: null,
    language: null,
    ...parts,
  };
}

/** The labels of a posting that asks for nothing. */
export const NO_DEMANDS = {
  educationMin: null,
  educationPreferred: null,
  educationOrExperience: false,
  credentialsRequired: [],
  credentialsPreferred: [],
  credentialWithinMonths: null,
  minYears: null,
} satisfies Partial<Labels>;
