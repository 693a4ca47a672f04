// The measure itself: work in proportion passes, work that grows with the square does not.
import { expect, it } from 'vitest';
import { expectGrowth } from './growth.ts';

let odd = 0;
const take = (many: number) => {
  let found = 0;
  for (let step = 0; step < many; step++) found += step & 1;
  odd = found;
};
const sizes = { small: 4_000, large: 16_000, atMost: 8 };

it('passes what grows in proportion', () => {
  expectGrowth((length) => take(length * 1_000), sizes);
});

it('fails what grows with the square', () => {
  expect(() => expectGrowth((length) => take(length * length), sizes, 'a square')).toThrow(/a square/);
  expect(odd).toBe((sizes.large * sizes.large) / 2);
});
