import { loadCredentials } from '../src/config/credentials.ts';
import { cleanText } from '../src/pipeline/normalize/clean-text.ts';
import { compileCatalogue } from '../src/pipeline/normalize/credential-index.ts';
import { readPosting } from '../src/pipeline/normalize/read-posting.ts';
import type { RunBench } from './bench.ts';
import { generatePostings } from './generate-postings.ts';

/** Read before the clock starts, so that the machine code is there. */
const WARM_UP = 500;
const LOOKS = 10;

/**
 * Reading alone, on one core: generated advertisements stream through, from raw text to structure; nothing is kept.
 * Memory is what the process holds after each tenth of the way.
 */
export const run: RunBench = async ({ size, report }) => {
  const index = compileCatalogue(loadCredentials().credentials);
  const postings = generatePostings();
  const lengths: number[] = [];
  const held: number[] = [];
  let characters = 0;
  let demands = 0;
  let spent = 0;
  for (let count = -WARM_UP; count < size; count += 1) {
    const { value } = postings.next();
    if (value === undefined) break;
    const started = performance.now();
    const reading = readPosting({ title: value.title, text: cleanText(value.text, 'text') }, index);
    if (count < 0) continue;
    spent += performance.now() - started;
    characters += value.text.length;
    demands += reading.requirements.length;
    if (lengths.length < 10_000) lengths.push(value.text.length);
    if ((count + 1) % Math.ceil(size / LOOKS) === 0) held.push(process.memoryUsage().rss / 2 ** 20);
  }
  report('postings', size / (spent / 1_000), 'postings/s');
  report('text', characters / 2 ** 20 / (spent / 1_000), 'MB/s');
  report('median length', lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0, 'characters');
  report('demands a posting', demands / size, 'demands');
  report('memory after a tenth', held[0] ?? 0, 'MB');
  report('memory at the end', held.at(-1) ?? 0, 'MB');
  report('peak memory', process.resourceUsage().maxRSS / 1_024, 'MB');
};
