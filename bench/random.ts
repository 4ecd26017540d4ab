/** Chance that is the same in every run: a seed decides all that follows. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** One of the values, of which there must be at least one. */
  pick<T>(values: readonly T[]): T;
}

/** Mulberry32, by Tommy Ettinger (public domain): 32 bits of state are plenty for invented postings. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (end: number): number => Math.floor(next() * end);

  return {
    next,
    below,
    pick(values) {
      const [first] = values;
      if (first === undefined) throw new RangeError('Nothing to pick from.');
      return values[below(values.length)] ?? first;
    },
  };
}
