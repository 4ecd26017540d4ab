import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Random, seededRandom } from './random.ts';

const LABELLED = new URL('../test/pipeline/normalize/labelled/', import.meta.url);
const SEED = 20_261_122;
/** Half of the texts are longer, in UTF-16 units. */
const MEDIAN = 4_000;
/** Spread of the logarithm of the length: one in twenty is below 1.8 KB or above 9 KB. */
const SPREAD = 0.5;
const DUTIES = `reviews|updates|documents|prepares|audits|reconciles|coordinates|verifies|reports|answers`.split('|');
const OBJECTS =
  `records of earlier visits|questions from clinics|the open work list|requests of insurers|entries of the care team|discharge summaries|the shared mailbox|monthly figures|new forms|files of each department`.split(
    '|',
  );
/** As in real advertisements: one line in ten has a figure, one in six a condition, one in four a word of schooling. */
const ENDS =
  `together with colleagues|for all sites|with care|in the shared system|at the site|for {n} departments|as the program grows|when asked|where policy allows|for the medical school|with the college's teams|under the guidance of the lead`.split(
    '|',
  );

/** The words of one generated advertisement. */
export interface GeneratedPosting {
  readonly title: string;
  readonly text: string;
}

/**
 * Endless advertisements of 4 KB median: each has the demands, pay and boilerplate of one of the project's labelled
 * postings and invented duties around them, so that no two are alike. The same for the same seed. Streams.
 */
export function* generatePostings(seed: number = SEED): Generator<GeneratedPosting> {
  const random = seededRandom(seed);
  const rows = z.array(z.object({ title: z.string(), text: z.string() }));
  const models = globSync('*.yaml', { cwd: LABELLED })
    .sort()
    .flatMap((file) => rows.parse(parse(readFileSync(new URL(file, LABELLED), 'utf8'))));
  for (;;) {
    const { title, text } = random.pick(models);
    const length = MEDIAN * Math.exp(SPREAD * normal(random));
    const parts = ['Responsibilities'];
    for (let size = text.length; size < length; ) {
      const line = duty(random);
      parts.push(`• ${line}`);
      size += line.length + 3;
    }
    yield { title, text: parts.length === 1 ? text : `${parts.join('\n')}\n\n${text}` };
  }
}

function duty(random: Random): string {
  const words = [random.pick(DUTIES), random.pick(OBJECTS), random.pick(ENDS)]
    .join(' ')
    .replace('{n}', () => `${2 + random.below(97)}`);
  const more = random.below(2) === 0 ? `, ${random.pick(DUTIES)} ${random.pick(OBJECTS)}` : '';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${more} and ${random.pick(DUTIES)} ${random.pick(OBJECTS)}.`;
}

/** A normal deviate, by the sum of twelve uniform ones. */
function normal(random: Random): number {
  let sum = -6;
  for (let count = 0; count < 12; count += 1) sum += random.next();
  return sum;
}
