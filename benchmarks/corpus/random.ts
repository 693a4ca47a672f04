// A small seeded generator of random numbers (mulberry32): the same seed gives the same corpus on every machine.
// https://gist.github.com/tommyettinger/46a874533244883189143505d203312c

export interface Random {
  /** A whole number, 0 ≤ n < below. */
  below(below: number): number;
  /** One of the values. */
  pick<T>(values: readonly T[]): T;
  /** So many decimal digits. */
  digits(count: number): string;
  /** True in `share` of the cases. */
  chance(share: number): boolean;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => values[below(values.length)]!,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
    chance: (share) => next() < share,
  };
}
