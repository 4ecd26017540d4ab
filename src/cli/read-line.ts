import { z } from 'zod';
import { cleanText } from '../pipeline/normalize/clean-text.ts';
import { familyOf } from '../pipeline/normalize/employer-family.ts';
import type { Knowledge } from '../pipeline/normalize/knowledge.ts';
import { labelsOf } from '../pipeline/normalize/labels.ts';
import { occupationOf } from '../pipeline/normalize/occupation.ts';
import { readPosting } from '../pipeline/normalize/read-posting.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  company: z.string().nullish(),
  location: z.string().nullish(),
  text: z.string(),
});

/**
 * The answer to one line of `read --jsonl`: its id, the labels and the whole reading; or its number and what is wrong
 * with it, so that answers and lines stay in step. `undefined` is a line that was too long to keep.
 */
export function readLine(line: string | undefined, number: number, knowledge: Knowledge): Record<string, unknown> {
  if (line === undefined) return { line: number, error: 'The line is longer than 10 MB.' };
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { line: number, error: 'The line is no JSON.' };
  }
  const parsed = Line.safeParse(given);
  if (!parsed.success) return { line: number, error: 'The line is no object with at least id and text.' };
  const { id, title, company, location, text } = parsed.data;
  const words = readPosting(
    {
      title: title ?? '',
      text: cleanText(text, 'text'),
      places: location ? [{ text: location }] : [],
      ...(company ? { employer: company } : {}),
    },
    knowledge.credentials,
  );
  const reading = {
    ...words,
    occupation: occupationOf(title ?? '', knowledge.occupations),
    employerFamily: familyOf(company ?? '', knowledge.families),
  };
  return { id, ...labelsOf(reading), reading };
}
