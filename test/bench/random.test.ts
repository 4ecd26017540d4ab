import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../bench/random.ts';

describe('seededRandom', () => {
  it('refuses to pick from nothing', () => {
    const random = seededRandom(1);

    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    const numbers = (seed: number): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 100 }, () => random.next());
    };

    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  it('stays inside its range and reaches all of it evenly', () => {
    const random = seededRandom(42);

    const counts = Array.from({ length: 10 }, () => 0);
    for (let round = 0; round < 10_000; round++) {
      const number = random.below(10);
      counts[number] = (counts[number] ?? 0) + 1;
    }

    expect(counts).toHaveLength(10);
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1_100);
  });
});
