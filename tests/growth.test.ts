// The measure itself: work in proportion passes, work that grows with the square does not.
import { expect, it } from 'vitest';
import { expectGrowth } from './growth.ts';

let steps = 0;
const take = (many: number) => {
  for (let step = 0; step < many; step++) steps = (steps * 31 + step) | 0;
};
const sizes = { small: 2_500, large: 20_000 };

it('passes what grows in proportion', () => {
  expectGrowth((length) => take(length * 1_000), sizes);
});

it('fails what grows with the square', () => {
  expect(() => expectGrowth((length) => take(length * length), sizes, 'a square')).toThrow(/a square/);
});
