import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Random, seededRandom } from '../../../bench/random.ts';
import { Evidence } from '../../../src/model/evidence.ts';
import { Reading } from '../../../src/model/reading.ts';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { labelsOf } from '../../../src/pipeline/normalize/labels.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const SEED = 20_270_301;
const COUNT = 10_000;
const BATCHES = 10;
/** CPU time for one mutated text, in milliseconds: a hang is looked for, not a slow machine; a usual one takes less than two. */
const LONGEST = 3_000;

const folder = new URL('./labelled/', import.meta.url);
const rows = z.array(z.object({ title: z.string(), text: z.string() }));
const postings = readdirSync(folder)
  .sort()
  .flatMap((file) => rows.parse(parse(readFileSync(new URL(file, folder), 'utf8'))));

const UNSEEN = [
  '\u200b',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u00ad',
  '\ufeff',
  '\u0000',
  '\u0007',
  '\u001b[0m',
  '\ud800',
  '\udc00',
  '\u0301',
  ' \u200d ',
];
const BULLETS = ['✅ ', '👉🏽 ', '→', '▪️ ', '● ', '1️⃣ ', '• • ', '§ ', '■', '🏥🏥 ', '(a) ', 'iv. '];
const TAGS = [
  '<br>',
  '</li>',
  '<li',
  '<b',
  '&nbsp',
  '&#x',
  '&#99999999;',
  '<![CDATA[',
  '<!--',
  '<script>',
  '</p><p>',
  '<td>',
  '&bogus;',
  '"<',
];

/** What goes wrong between an employer's editor and us; each change is one place of the text, or all of it. */
const MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
  // A piece lost, doubled, moved.
  (text, random) => spliced(text, random, () => ''),
  (text, random) => spliced(text, random, (piece) => piece + piece),
  (text, random) => spliced(text, random, (piece) => piece.split('').reverse().join('')),
  (text, random) => text.slice(random.below(text.length + 1)) + text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => shuffled(text.split('\n'), random).join('\n'),
  (text, random) => shuffled(text.split(' '), random).join(' '),
  (text, random) => shuffled(text.split(/(?<=[.;:])/), random).join(''),
  // Case.
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text, random) =>
    everywhere(text, random, /[a-z]/gi, (letter) => (letter >= 'a' ? letter.toUpperCase() : letter.toLowerCase())),
  // Line breaks swallowed, added, of other kinds.
  (text, random) => everywhere(text, random, /\n/g, () => ''),
  (text) => text.replaceAll('\n', ''),
  (text, random) => everywhere(text, random, / /g, () => '\n'),
  (text, random) => everywhere(text, random, /\n/g, () => random.pick(['\r', '\r\n', '\u2028', '\v', '\f', '\u0085'])),
  (text) => text.replaceAll(' ', '\u00a0'),
  // Characters that are not seen, or not expected.
  (text, random) => everywhere(text, random, / /g, () => random.pick(UNSEEN)),
  (text, random) => everywhere(text, random, /\b/g, () => random.pick(UNSEEN)),
  (text, random) => everywhere(text, random, /^[•*-]?/gm, () => random.pick(BULLETS)),
  (text, random) => everywhere(text, random, /[\s\S]/g, () => String.fromCharCode(random.below(0x1_0000))),
  (text, random) =>
    everywhere(text, random, /[\s\S]/g, () => random.pick(['(', ')', '|', ':', ';', ',', '/', '$', '"', '’'])),
  // Scanned paper.
  (text, random) => everywhere(text, random, /[0oO]/g, (sign) => (sign === '0' ? 'O' : '0')),
  (text, random) =>
    everywhere(
      text,
      random,
      /[1lI5S8B]/g,
      (sign) => ({ '1': 'l', l: '1', I: '1', '5': 'S', S: '5', '8': 'B' })[sign] ?? '8',
    ),
  (text, random) => everywhere(text, random, /rn|m/g, (sign) => (sign === 'm' ? 'rn' : 'm')),
  (text, random) => everywhere(text, random, /[a-z] /g, (pair) => pair.charAt(0)),
  // Tags and entities, broken.
  (text, random) => everywhere(text, random, / /g, () => random.pick(TAGS)),
  (text) => text.replaceAll('&', '&amp;amp;').replaceAll("'", '&#39;').replaceAll('•', '&bull;'),
  (text, random) => everywhere(text, random, /[-+*_#]/g, (sign) => `\\${sign}`),
];
/** Changes one piece of up to a quarter of the text. */
function spliced(text: string, random: Random, change: (piece: string) => string): string {
  const from = random.below(text.length + 1);
  const to = from + random.below(Math.ceil(text.length / 4) + 1);
  return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
}

/** Changes a share of all matches; the share differs from call to call. */
function everywhere(text: string, random: Random, pattern: RegExp, change: (match: string) => string): string {
  const share = random.pick([0.02, 0.2, 1]);
  return text.replace(pattern, (match) => (random.next() < share ? change(match) : match));
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const [left, right] = [mixed[at], mixed[other]];
    if (left === undefined || right === undefined) continue;
    mixed[at] = right;
    mixed[other] = left;
  }
  return mixed;
}

interface Mutant {
  readonly title: string;
  readonly raw: string;
  readonly format: 'html' | 'text';
}

/** The mutant of a number, the same in every run. */
function mutantOf(number: number): Mutant {
  const random = seededRandom(SEED + number);
  const { title, text } = random.pick(postings);
  let raw = text;
  for (let rounds = 1 + random.below(3); rounds > 0; rounds -= 1) raw = random.pick(MUTATIONS)(raw, random);
  return {
    title: random.below(4) === 0 ? random.pick(MUTATIONS)(title, random) : title,
    raw,
    format: random.pick(['text', 'html']),
  };
}

/** Every evidence of a reading, wherever it stands. */
function evidences(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Evidence.safeParse(value);
  return [...(own.success ? [own.data] : []), ...Object.values(value).flatMap(evidences)];
}

/** The first evidence whose words do not stand where it says. */
function falseEvidence(reading: Reading, title: string, text: string): Evidence | undefined {
  return evidences(reading).find((evidence) => {
    const source = evidence.title === true ? title : text;
    const { start, end, quote } = evidence;
    return start >= end || end > source.length || source.slice(start, end) !== quote;
  });
}

/** What is wrong with the reading of a mutant; nothing when all is well. */
function faultOf(mutant: Mutant): string | undefined {
  try {
    return faultOfReading(mutant);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function faultOfReading({ title, raw, format }: Mutant): string | undefined {
  const started = process.cpuUsage();
  const text = cleanText(raw, format);
  const reading = readPosting({ title, text }, shippedIndex());
  const { user, system } = process.cpuUsage(started);
  if ((user + system) / 1_000 > LONGEST) return `took ${(user + system) / 1_000} ms`;
  const labels = JSON.stringify(labelsOf(reading));
  const parsed = Reading.safeParse(reading);
  if (!parsed.success) return parsed.error.message;
  const wrong = falseEvidence(reading, title, text);
  if (wrong !== undefined) return `evidence ${JSON.stringify(wrong)}`;
  const again = readPosting({ title, text }, shippedIndex());
  if (JSON.stringify(again) !== JSON.stringify(reading)) return 'differs the second time';
  return labels === JSON.stringify(labelsOf(again)) ? undefined : 'labels differ the second time';
}

/** Changes that no reader sees. */
const HARMLESS: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['line ends of Unicode', (text) => text.replaceAll('\n', '\u2028')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['blanks at the ends of lines', (text) => text.replaceAll('\n', '  \n')],
  ['double blanks', (text) => text.replaceAll(' ', '  ')],
  ['indented lines', (text) => text.replace(/^/gm, '    ')],
  ['zero-width spaces', (text) => text.replaceAll(' ', '\u200b ')],
  ['direction marks', (text) => text.replaceAll('\n', '\u200f\n\u200e')],
  ['soft hyphens', (text) => text.replace(/([a-z]{4})([a-z]{4})/g, '$1\u00ad$2')],
  ['NUL characters', (text) => text.replaceAll('e', 'e\u0000')],
];

describe('readPosting on mutated postings', () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
    'gives true evidence, one answer and a valid reading in batch %i of ten',
    (batch) => {
      // Built before the clock runs.
      shippedIndex();
      const faults: string[] = [];

      for (let number = batch; number < COUNT; number += BATCHES) {
        const fault = faultOf(mutantOf(number));
        if (fault !== undefined) faults.push(`mutant ${number}: ${fault}`);
      }

      expect(faults).toEqual([]);
    },
    120_000,
  );

  it.each([1, 2, 3])('reads mutant %i in true words when it is repeated up to five megabytes', (number) => {
    const { title, raw } = mutantOf(number);

    const text = cleanText(raw.repeat(Math.ceil(5_000_000 / raw.length)), 'text');
    const reading = readPosting({ title, text }, shippedIndex());

    expect(Reading.safeParse(reading).success).toBe(true);
    expect(falseEvidence(reading, title, text)).toBeUndefined();
  });
});

describe('readPosting on harmless changes', () => {
  it.each(HARMLESS)('reads the same with %s', (_name, change) => {
    const differing = postings.filter(({ title, text }) => {
      const before = readPosting({ title, text: cleanText(text, 'text') }, shippedIndex());
      const after = readPosting({ title, text: cleanText(change(text), 'text') }, shippedIndex());
      return !isDeepStrictEqual(labelsOf(after), labelsOf(before));
    });

    expect(differing.map(({ title }) => title)).toEqual([]);
  });
});
