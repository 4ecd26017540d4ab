import { createReadStream, globSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadCredentials } from '../src/config/credentials.ts';
import { ConfigError } from '../src/errors.ts';
import type { Reading } from '../src/model/reading.ts';
import { cleanText } from '../src/pipeline/normalize/clean-text.ts';
import { compileCatalogue } from '../src/pipeline/normalize/credential-index.ts';
import { type Labels, labelsOf } from '../src/pipeline/normalize/labels.ts';
import { parsePlaces } from '../src/pipeline/normalize/places.ts';
import { readPosting } from '../src/pipeline/normalize/read-posting.ts';

/** The project's own labelled postings. */
const OWN = new URL('../test/pipeline/normalize/labelled/', import.meta.url);

/** A labelled posting. `labels` holds the fields that somebody labelled; those of `ambiguous` are not to be scored. */
export interface Labelled {
  readonly id: string;
  readonly title: string;
  readonly location: string;
  readonly text: string;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly ambiguous: readonly string[];
}

/** A labelled posting with what the program reads of it; `ms` is what reading took. */
export interface Predicted {
  readonly posting: Labelled;
  readonly reading: Reading;
  readonly labels: Labels;
  readonly ms: number;
}

const Line = z.looseObject({
  id: z.string(),
  title: z.string(),
  location: z.string().nullish(),
  text: z.string(),
  ambiguous: z.array(z.string()).optional(),
});
const Row = z.object({ title: z.string(), text: z.string(), labels: z.record(z.string(), z.unknown()) });

/** The lines of a JSONL file, one labelled posting each; they stream through. Throws on a line that is none. */
export async function* labelledLines(file: string): AsyncGenerator<Labelled> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const { id, title, location, text, ambiguous = [], ...labels } = Line.parse(JSON.parse(line));
    yield { id, title, location: location ?? '', text, labels, ambiguous };
  }
}

/** The project's own labelled postings; a label left out there means "not stated". */
export function* ownPostings(): Generator<Labelled> {
  for (const file of globSync('*.yaml', { cwd: OWN }).sort()) {
    const rows = z.array(Row).parse(parse(readFileSync(new URL(file, OWN), 'utf8')));
    for (const [position, { title, text, labels }] of rows.entries())
      yield { id: `${file}:${position + 1}`, title, location: '', text, labels, ambiguous: [] };
  }
}

/** Reads each posting as the pipeline does, with the shipped credentials. */
export async function* predict(postings: AsyncIterable<Labelled> | Iterable<Labelled>): AsyncGenerator<Predicted> {
  const { credentials, problems } = loadCredentials();
  if (problems.length > 0) throw new ConfigError(problems);
  const index = compileCatalogue(credentials);
  for await (const posting of postings) {
    const started = performance.now();
    const { title, location } = posting;
    const text = cleanText(posting.text, 'text');
    const reading = readPosting({ title, text, places: parsePlaces(location) }, index);
    const labels = labelsOf(reading);
    yield { posting: { ...posting, text }, reading, labels, ms: performance.now() - started };
  }
}
