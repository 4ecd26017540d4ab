import fc from 'fast-check';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Evidence } from '../../src/model/evidence.ts';
import { type PlacedSegment, placeSegments } from '../../src/pipeline/normalize/sections.ts';
import { splitSentences } from '../../src/pipeline/normalize/sentences.ts';

/** The sentences of a text, each with its section: what a reader of one fact is given beside the text. */
export function sentencesOf(text: string): PlacedSegment[] {
  return placeSegments(text, splitSentences(text));
}

/** What stands around a sentence under test, and how the sentence is spelled. */
export interface Around {
  readonly head: string;
  /** Leaves words as they are, or puts them in capitals or in small letters. */
  readonly spell: (words: string) => string;
  readonly tail: string;
}

const HEADS = ['', 'You will code charts.\n', 'Requirements:\n• ', 'Requirements:\n• RHIT\n• ', 'Pay: $30 per hour\n'];
const TAILS = ['', '.', '.\nApply today!', '\n• 401k match', '\nTwo years of experience', '; parking is free'];

/** Words around a sentence that say nothing of any fact, among them `heads` and `tails` that come near to the one under test. */
export function wordsAround(heads: readonly string[] = [], tails: readonly string[] = []): fc.Arbitrary<Around> {
  return fc.record({
    head: fc.constantFrom(...HEADS, ...heads),
    spell: fc.constantFrom<Around['spell'][]>(
      (words) => words,
      (words) => words.toUpperCase(),
      (words) => words.toLowerCase(),
    ),
    tail: fc.constantFrom(...TAILS, ...tails),
  });
}

/** Expects an evidence, and its words where it says that they stand. */
export function expectQuoted(text: string, evidence: Evidence | undefined): void {
  expect(evidence).toBeDefined();
  expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote);
}

/**
 * Expects that whatever is read of any text has its form and true quotes, and is read again the same. A text is made of
 * the given words and of stray signs, or of any characters; `other` is any string, for a reader that is given two.
 */
export function expectSoundReadings<Fact>(
  words: readonly string[],
  read: (text: string, other: string | undefined) => Fact | null,
  schema: z.ZodType<Fact>,
  evidencesOf: (fact: Fact) => readonly Evidence[],
): void {
  const anyWords = fc.array(fc.constantFrom(...words, '\n', '. ', '😀', '\u0000'), { maxLength: 100 });
  const anyText = fc.oneof(
    { weight: 2, arbitrary: anyWords.map((all) => all.join(' ')) },
    { weight: 1, arbitrary: fc.string({ maxLength: 2000, unit: 'binary' }) },
  );
  fc.assert(
    fc.property(anyText, fc.option(fc.string(), { nil: undefined }), (text, other) => {
      const fact = read(text, other);

      expect(read(text, other)).toEqual(fact);
      if (fact === null) return;
      expect(() => schema.parse(fact)).not.toThrow();
      for (const evidence of evidencesOf(fact)) expectQuoted(text, evidence);
    }),
    { numRuns: 600 },
  );
}

/** Milliseconds that a reader takes for a megabyte of a piece; to cut it into sentences does not count. */
export function timeForMegabyte(
  piece: string,
  read: (text: string, segments: readonly PlacedSegment[]) => unknown,
): number {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const segments = sentencesOf(text);
  const start = performance.now();
  read(text, segments);
  return performance.now() - start;
}
