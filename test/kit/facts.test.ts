import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Evidence } from '../../src/model/evidence.ts';
import { expectQuoted, expectSoundReadings, timeForMegabyte } from './facts.ts';

const Fact = z.object({ name: z.literal('coder'), evidence: Evidence });
type Fact = z.infer<typeof Fact>;

/** A reader that finds the first "coder" of a text. */
function readCoder(text: string): Fact | null {
  const start = text.indexOf('coder');
  return start < 0 ? null : { name: 'coder', evidence: { start, end: start + 5, quote: 'coder' } };
}

const check = (read: (text: string) => Fact | null) => () =>
  expectSoundReadings(['coder', 'nurse'], read, Fact, ({ evidence }) => [evidence]);

describe('expectSoundReadings', () => {
  it('passes a reader whose readings are sound', () => {
    expect(check(readCoder)).not.toThrow();
  });

  it.each<[string, (fact: Fact) => Fact | null]>([
    ['words that stand elsewhere', ({ name, evidence }) => ({ name, evidence: { ...evidence, start: 0, end: 5 } })],
    ['words that stand nowhere', ({ name, evidence }) => ({ name, evidence: { ...evidence, quote: 'Coder' } })],
    ['a reading of another form', ({ name, evidence }) => ({ name, evidence: { ...evidence, start: -0.5 } })],
  ])('fails for %s', (_what, spoil) => {
    const read = (text: string) => {
      const fact = readCoder(text);
      return fact && spoil(fact);
    };

    expect(check(read)).toThrow();
  });

  it('fails for a reader that reads something else the second time', () => {
    const seen = new Set<string>();
    const read = (text: string) => {
      if (seen.has(text)) return null;
      seen.add(text);
      return readCoder(text);
    };

    expect(check(read)).toThrow();
  });
});

describe('expectQuoted', () => {
  it('passes words that stand where the evidence says', () => {
    expect(() => expectQuoted('a coder', { start: 2, end: 7, quote: 'coder' })).not.toThrow();
  });

  it.each([[undefined], [{ start: 1, end: 7, quote: 'coder' }], [{ start: 2, end: 7, quote: 'Coder' }]])(
    'fails for %j',
    (evidence) => {
      expect(() => expectQuoted('a coder', evidence)).toThrow();
    },
  );
});

describe('timeForMegabyte', () => {
  it('has a megabyte read, and its sentences with it', () => {
    const given: [number, number][] = [];

    timeForMegabyte('One. ', (text, segments) => given.push([text.length, segments.length]));

    expect(given).toEqual([[1_000_000, 200_000]]);
  });
});
