/**
 * Reads labelled postings and writes what the program understands of them, for measuring:
 *   npm run eval -- GOLD.jsonl OUT.jsonl
 * A line of GOLD is {id, title, company, location, text, …}; a line of OUT is {id, …labels} (`labels.ts`).
 * Lines stream through; the count and the speed are printed on stderr.
 */

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadCredentials } from '../src/config/credentials.ts';
import { ConfigError } from '../src/errors.ts';
import { cleanText } from '../src/pipeline/normalize/clean-text.ts';
import { compileCatalogue } from '../src/pipeline/normalize/credential-index.ts';
import { labelsOf } from '../src/pipeline/normalize/labels.ts';
import { parsePlaces } from '../src/pipeline/normalize/places.ts';
import { readPosting } from '../src/pipeline/normalize/read-posting.ts';

const Line = z.object({
  id: z.string(),
  title: z.string(),
  company: z.string().nullish(),
  location: z.string().nullish(),
  text: z.string(),
});

const [goldFile, outFile] = process.argv.slice(2);
if (goldFile === undefined || outFile === undefined) {
  console.error('usage: npm run eval -- GOLD.jsonl OUT.jsonl');
  process.exit(2);
}

const { credentials, problems } = loadCredentials();
if (problems.length > 0) throw new ConfigError(problems);
const index = compileCatalogue(credentials);
const out = createWriteStream(outFile);
let count = 0;
let spent = 0;
for await (const line of createInterface({ input: createReadStream(goldFile), crlfDelay: Infinity })) {
  if (line.trim() === '') continue;
  const posting = Line.parse(JSON.parse(line));
  const started = performance.now();
  const words = {
    title: posting.title,
    text: cleanText(posting.text, 'text'),
    places: parsePlaces(posting.location ?? ''),
  };
  const labels = labelsOf(readPosting(words, index));
  spent += performance.now() - started;
  count += 1;
  if (!out.write(`${JSON.stringify({ id: posting.id, ...labels })}\n`)) await once(out, 'drain');
}
out.end();
await once(out, 'finish');
console.error(`${count} postings read, ${Math.round(count / (spent / 1000))} per second`);
