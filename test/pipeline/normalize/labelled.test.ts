import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { type Labels, labelsOf } from '../../../src/pipeline/normalize/labels.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const Labelled = z.array(
  z.strictObject({ title: z.string(), text: z.string(), labels: z.record(z.string(), z.unknown()) }),
);
const folder = new URL('./labelled/', import.meta.url);
const SILENT: Labels = {
  educationMin: null,
  educationPreferred: null,
  educationOrExperience: false,
  credentialsRequired: [],
  credentialsPreferred: [],
  credentialWithinMonths: null,
  minYears: null,
  salaryMin: null,
  salaryMax: null,
  salaryCurrency: null,
  salaryPeriod: null,
  employmentTypes: [],
  workplace: null,
  remoteLimitedTo: null,
  seniority: null,
};

describe.each(readdirSync(folder))('labelled postings of %s', (file) => {
  const postings = Labelled.parse(parse(readFileSync(new URL(file, folder), 'utf8')));

  it.each(postings)('reads "$title" as a careful reader does', ({ title, text, labels }) => {
    const reading = readPosting({ title, text: cleanText(text, 'text') }, shippedIndex());

    expect(labelsOf(reading)).toEqual({ ...SILENT, ...labels });
  });
});
