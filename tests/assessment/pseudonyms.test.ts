import { expect, it } from 'vitest';
import { pseudonyms } from '../../assessment/pseudonyms.ts';

const word = pseudonyms('a key');

it('is the same word for the same value, and another for another value, kind or key', () => {
  const one = word('email', 'jane@example.org');
  expect(one).toMatch(/^[bcdfghjklmnpqrstvwxz]{8}$/);
  expect(word('email', 'jane@example.org')).toBe(one);
  const others = [
    word('email', 'jan@example.org'),
    word('name', 'jane@example.org'),
    pseudonyms('k')('email', 'jane@example.org'),
  ];
  expect(new Set([one, ...others]).size).toBe(4);
});
