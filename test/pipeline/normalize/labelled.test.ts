import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { type Labels, labelsOf } from '../../../src/pipeline/normalize/labels.ts';
import { parsePlaces } from '../../../src/pipeline/normalize/places.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';
import { type Pair, scoreFields } from '../../kit/scores.ts';
import { NO_DEMANDS } from '../../kit/silence.ts';

const Rows = z.array(
  z.strictObject({ title: z.string(), text: z.string(), labels: z.record(z.string(), z.unknown()) }),
);
const Line = z.looseObject({
  id: z.string(),
  title: z.string(),
  location: z.string().nullish(),
  text: z.string(),
  ambiguous: z.array(z.string()).default([]),
});
const folder = new URL('./labelled/', import.meta.url);
/** What a label that was left out means. */
const SILENT: Labels = {
  ...NO_DEMANDS,
  salaryMin: null,
  salaryMax: null,
  salaryCurrency: null,
  salaryPeriod: null,
  employmentTypes: [],
  workplace: null,
  remoteLimitedTo: null,
  seniority: null,
};
const FIELDS = Object.keys(SILENT);

function rowsOf(file: string) {
  return Rows.parse(parse(readFileSync(new URL(file, folder), 'utf8')));
}

function read(title: string, text: string, location = ''): Labels {
  const words = { title, text: cleanText(text, 'text'), places: parsePlaces(location) };
  return labelsOf(readPosting(words, shippedIndex()));
}

/** The first two were written beside the reader: each line of them is a rule that must hold. */
describe.each(['health-information.yaml', 'other-professions.yaml'])('labelled postings of %s', (file) => {
  it.each(rowsOf(file))('reads "$title" as a careful reader does', ({ title, text, labels }) => {
    expect(read(title, text)).toEqual({ ...SILENT, ...labels });
  });
});

/** The others were labelled by people who had not seen the reader: as many of them as ever must stay right. */
describe('all labelled postings', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const pairs: Pair[] = files.flatMap((file) =>
    rowsOf(file).map(({ title, text, labels }, position) => ({
      id: `${file}:${position + 1}`,
      wanted: { ...SILENT, ...labels },
      got: { ...read(title, text) },
      ambiguous: [],
    })),
  );
  const scores = scoreFields(pairs, FIELDS);

  it('are enough to tell', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(240);
    expect(scores.filter(({ stated }) => stated >= 15).map(({ field }) => field)).toEqual(FIELDS);
  });

  it.each(scores)('$field is read right, or nearly always', ({ field, f1, accuracy, misses }) => {
    expect(f1, `read otherwise: ${misses.join(', ')}`).toBeGreaterThanOrEqual(OWN_FLOOR);
    expect(accuracy).toBeGreaterThanOrEqual(field === 'credentialsRequired' ? OWN_EXACT_FLOOR : OWN_FLOOR);
  });
});

/** Measured figures, rounded down. */
const OWN_FLOOR = 0.95;
const OWN_EXACT_FLOOR = 0.92;
const OTHER_FLOOR = 0.97;
const EXACT_FORM_FLOOR = 0.93;

const labelledFile = process.env['ROLEWATCH_LABELLED'];

describe.runIf(labelledFile !== undefined)('postings labelled elsewhere', () => {
  const lines = labelledFile === undefined ? [] : readFileSync(labelledFile, 'utf8').split('\n').filter(Boolean);
  const pairs: Pair[] = lines.map((line) => {
    const { id, title, location, text, ambiguous, ...wanted } = Line.parse(JSON.parse(line));
    return { id, wanted, got: { ...read(title, text, location ?? '') }, ambiguous };
  });
  const scores = scoreFields(pairs, FIELDS).filter(({ stated }) => stated >= 15);

  it.each(scores)('$field is read right, or nearly always', ({ field, f1, accuracy, misses }) => {
    expect(f1, `read otherwise: ${misses.join(', ')}`).toBeGreaterThanOrEqual(OTHER_FLOOR);
    expect(accuracy).toBeGreaterThanOrEqual(field === 'credentialsRequired' ? EXACT_FORM_FLOOR : OTHER_FLOOR - 0.02);
  });
});
