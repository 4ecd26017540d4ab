import { describe, expect, it } from 'vitest';
import { Credential } from '../../../src/model/credential.ts';
import { canonicalUrl } from '../../../src/pipeline/normalize/canonical-url.ts';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { readClosingDate } from '../../../src/pipeline/normalize/closing-date.ts';
import { compileCatalogue } from '../../../src/pipeline/normalize/credential-index.ts';
import { readCues, readGraces } from '../../../src/pipeline/normalize/cues.ts';
import { readEducation } from '../../../src/pipeline/normalize/education.ts';
import { readEmployment } from '../../../src/pipeline/normalize/employment.ts';
import { readYears } from '../../../src/pipeline/normalize/experience.ts';
import { employerKey, titleKey } from '../../../src/pipeline/normalize/keys.ts';
import { guessLanguage } from '../../../src/pipeline/normalize/language.ts';
import { readOfficeDays } from '../../../src/pipeline/normalize/office-days.ts';
import { readPay } from '../../../src/pipeline/normalize/pay.ts';
import { parsePlaces } from '../../../src/pipeline/normalize/places.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { readRemoteLimits } from '../../../src/pipeline/normalize/remote-limits.ts';
import { readSchedule } from '../../../src/pipeline/normalize/schedule.ts';
import { placeSegments } from '../../../src/pipeline/normalize/sections.ts';
import { readSeniority } from '../../../src/pipeline/normalize/seniority.ts';
import type { Sentence } from '../../../src/pipeline/normalize/sentence.ts';
import { splitSentences } from '../../../src/pipeline/normalize/sentences.ts';
import { readSponsorship } from '../../../src/pipeline/normalize/sponsorship.ts';
import { titleRequirements } from '../../../src/pipeline/normalize/title-credentials.ts';
import { tokenize } from '../../../src/pipeline/normalize/tokens.ts';
import { topicsOf } from '../../../src/pipeline/normalize/topics.ts';
import { readTravel } from '../../../src/pipeline/normalize/travel.ts';
import { readWeeklyHours } from '../../../src/pipeline/normalize/weekly-hours.ts';
import { readWorkplace } from '../../../src/pipeline/normalize/workplace.ts';
import { shippedIndex } from '../../kit/credentials.ts';

/** What a board may hand over, in UTF-16 units. */
const RAW = 1_000_000;
/** More than `cleanText` leaves of any text, and than any name has. */
const TEXT = 250_000;
/** What one reader may cost on either, and a whole reading of what is left of a megabyte: milliseconds of CPU. */
const LIMIT = 200;
const POSTING_LIMIT = 1_000;
/** A hostile text may be made of findings or of sentences alone; each may cost this much more, in milliseconds. */
const PER_ITEM = 0.004;
/** A plain pass over the words of a megabyte costs so much on an idle core; limits grow where it costs more. */
const PLAIN_PASS = 20;
/** Four times the text must not cost more than this many times as much; below `TELLING` clocks are too coarse to say. */
const MOST_GROWTH = 8;
const TELLING = 20;
const TRIES = 5;

const PIECES = [
  'a~A~aA~a ~Ab ~aaaB~a.~. ~0~1 ~1,~$1-~$20 - $30 per hour ~3 years\n~1 year or ~(((((~))))~(RHIA~•~|~:~-~* ~\t~\r~\n~’~"',
  '&~&amp;~&#x~<~<div>~<li>~ or ~year ~within 1 ~bachelor ~degree or ~RHIA, ~CPC/~RHIA or\n~one of the following: ~required ',
  'preferred, ~no ~not ~experience ~equivalent ~Requirements:\n~etc.B~7p-7a ~deadline 1/2/2027 ~remote ~reside in OH, ~travel 10% ',
  '\u200b~\u200f~\ud800~\udc00x~e\u0301~日本~🙂~İ',
]
  .join('~')
  .split('~');

/** All bits of `TOPIC`. */
const ANYTHING = -1;

interface Prepared {
  readonly text: string;
  readonly segments: ReturnType<typeof splitSentences>;
  readonly placed: ReturnType<typeof placeSegments>;
  readonly starts: readonly number[];
  readonly tokens: ReturnType<typeof tokenize>;
  readonly sentences: readonly Sentence[];
}

/** A text with all that the readers of sentences are given; each sentence is said to be about everything. */
function prepare(text: string): Prepared {
  const segments = splitSentences(text);
  const placed = placeSegments(text, segments);
  const starts = placed.map(({ start }) => start);
  const tokens = tokenize(text, shippedIndex().vocabulary, starts);
  const { first, last } = topicsOf(text, tokens, placed);
  const sentences = placed.map(({ start, end }, at) => ({
    text,
    start,
    end,
    words: text.slice(start, end),
    about: ANYTHING,
    tokens,
    first: first[at] ?? 0,
    last: last[at] ?? 0,
  }));
  return { text, segments, placed, starts, tokens, sentences };
}

/** A reader, which answers with the number of things that it was given or found. */
type Reader<Given> = readonly [name: string, read: (given: Given) => number];

/** Readers of what a board hands over. */
const OF_RAW: readonly Reader<string>[] = [
  ['cleanText of HTML', (text) => linesIn(text) + found(cleanText(text, 'html'))],
  ['cleanText of text', (text) => linesIn(text) + found(cleanText(text, 'text'))],
  ['readSeniority', (title) => found(readSeniority(title))],
  ['readEmployment of a title', (title) => readEmployment(title, '', []).length],
  ['readWorkplace of a title', (title) => found(readWorkplace(title, [], '', []))],
  ['readPay of a title', (title) => readPay('', [], [], title).length],
  ['parsePlaces', (place) => parsePlaces(place).length],
  ['canonicalUrl of an address', (path) => found(canonicalUrl(`https://jobs.example/${path}`))],
  ['canonicalUrl of words', (words) => found(canonicalUrl(words))],
];

/** Readers of clean text, of its sentences, and of names. */
const OF_TEXT: readonly Reader<Prepared>[] = [
  ['titleKey', ({ text }) => found(titleKey(text))],
  ['employerKey', ({ text }) => found(employerKey(text))],
  ['titleRequirements', ({ text, tokens }) => tokens.ids.length + titleRequirements(text, [], shippedIndex()).length],
  ['splitSentences', ({ text }) => splitSentences(text).length],
  ['placeSegments', ({ text, segments }) => placeSegments(text, segments).length],
  ['tokenize', ({ text, starts }) => tokenize(text, shippedIndex().vocabulary, starts).ids.length],
  ['topicsOf', ({ text, tokens, placed }) => topicsOf(text, tokens, placed).bits.length],
  ['scan', ({ text, tokens }) => shippedIndex().scan(text, tokens).length],
  ['guessLanguage', ({ tokens }) => found(guessLanguage(tokens.marks))],
  ['readYears', ({ text, sentences }) => each(sentences, ({ start, end }) => readYears(text, start, end, true).length)],
  ['readEducation', ({ sentences }) => each(sentences, (one) => readEducation(one).length)],
  ['readCues', ({ sentences }) => each(sentences, (one) => readCues(one).length)],
  ['readGraces', ({ sentences }) => each(sentences, (one) => readGraces(one).length)],
  ['readPay', ({ text, placed }) => placed.length + readPay(text, placed).length],
  ['readEmployment', ({ text, placed }) => placed.length + readEmployment('', text, placed).length],
  ['readRemoteLimits', ({ text, placed }) => placed.length + readRemoteLimits('', text, placed).length],
  ['readWorkplace', ({ text, placed }) => placed.length + found(readWorkplace('', [], text, placed))],
  ['readOfficeDays', ({ text, placed }) => placed.length + found(readOfficeDays(text, placed))],
  ['readSchedule', ({ text, placed }) => placed.length + found(readSchedule(text, placed))],
  ['readWeeklyHours', ({ text, placed }) => placed.length + found(readWeeklyHours(text, placed))],
  ['readTravel', ({ text, placed }) => placed.length + found(readTravel(text, placed))],
  ['readSponsorship', ({ text, placed }) => placed.length + found(readSponsorship(text, placed))],
  ['readClosingDate', ({ text, placed }) => placed.length + found(readClosingDate(text, placed, '2027-01-01', 'US'))],
];

function each<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((total, item) => total + 1 + read(item), 0);
}

function found(value: unknown): number {
  return value === null || value === undefined ? 0 : 1;
}

function linesIn(text: string): number {
  return text.split(/[\r\n]/).length;
}

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Milliseconds of CPU that a call takes, and what it answers. */
function timed<Answer>(call: () => Answer): { readonly ms: number; readonly answer: Answer } {
  const started = process.cpuUsage();
  const answer = call();
  const { user, system } = process.cpuUsage(started);
  return { ms: (user + system) / 1_000, answer };
}

const PROSE = repeated('Coder, RHIA or RHIT. ', RAW);

/** The cost of one plain pass over the words of a megabyte, here and now. */
function plainPass(): number {
  return timed(() => {
    const words = new Map<string, number>();
    for (const [word] of PROSE.matchAll(/[a-z]{2,20}/gi)) words.set(word, (words.get(word) ?? 0) + 1);
    return words.size;
  }).ms;
}

/** Whether a call stays below a limit in one of some tries: other work on the machine makes single ones slow. */
function isWithin(limit: number, call: () => number): boolean {
  for (let round = 0; round < TRIES; round += 1) {
    const { ms, answer } = timed(call);
    const slowness = round === 0 ? 1 : Math.max(1, plainPass() / PLAIN_PASS);
    if (ms <= (limit + answer * PER_ITEM) * slowness) return true;
  }
  return false;
}

/** Whether four times as much costs at most eight times as much, in one of some tries. */
function growsEvenly(small: () => number, large: () => number): boolean {
  for (let round = 0; round < TRIES; round += 1) {
    const { ms } = timed(large);
    if (ms < TELLING || ms < timed(small).ms * MOST_GROWTH) return true;
  }
  return false;
}

/** The names of the readers that are too slow on the larger of two texts, or for the smaller one. */
function slowOf<Given>(readers: readonly Reader<Given>[], small: Given, large: Given): string[] {
  return readers.flatMap(([name, read]) => {
    if (!isWithin(LIMIT, () => read(large))) return `${name} takes too long`;
    return growsEvenly(
      () => read(small),
      () => read(large),
    )
      ? []
      : `${name} grows too fast`;
  });
}

describe('readers of free text', () => {
  it.each(PIECES)('take time linear in a megabyte of %j', (piece) => {
    const slow = slowOf(OF_RAW, repeated(piece, RAW / 4), repeated(piece, RAW));

    expect(slow).toEqual([]);
  });

  it.each(PIECES)('take time linear in clean text of %j', (piece) => {
    const small = prepare(repeated(piece, TEXT / 4));
    const large = prepare(repeated(piece, TEXT));

    const slow = slowOf(OF_TEXT, small, large);

    expect(slow).toEqual([]);
  });

  it.each(PIECES)('read what is left of a megabyte of %j as a posting within a second', (piece) => {
    const texts = new Set((['text', 'html'] as const).map((format) => cleanText(repeated(piece, RAW), format)));

    const slow = [...texts].filter(
      (text) =>
        !isWithin(POSTING_LIMIT, () => readPosting({ title: 'Coder', text }, shippedIndex()).requirements.length),
    );

    expect(slow).toEqual([]);
  });
});

describe('compileCatalogue', () => {
  it('finds the spellings of a thousand rows that all begin alike as fast as one', () => {
    const rows = Array.from({ length: 1_000 }, (_, at) =>
      Credential.parse({
        id: `c-${at}`,
        name: `a${' a'.repeat(at % 50)} ${at}`,
        kind: 'certification',
        aliases: [`a${'-a'.repeat(at % 50)}`, 'a'.repeat(at + 1), `a ${at}`],
      }),
    );
    const { scan, vocabulary } = compileCatalogue(rows);
    const text = repeated('a a-a ', RAW);
    const tokens = tokenize(text, vocabulary);

    const within = isWithin(LIMIT, () => scan(text, tokens).length);

    expect(within).toBe(true);
  });
});
