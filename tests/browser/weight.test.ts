// What a page is made to carry. The aim for a page with messages is 60,000: what is above it is owed, and must not grow. Over budget, something must be left out or come later: docs/adr/0078-two-scripts.md
import { expect, it } from 'vitest';
import { contentScripts, sizeOf } from './content-scripts.ts';

it.each([
  ['every', 25_000],
  ['hosted', 106_000],
  ['elsewhere', 111_000],
] as const)('%s page carries at most %d bytes of script', (page, most) => {
  expect(contentScripts(page).length).toBeGreaterThan(1);
  expect(sizeOf(contentScripts(page))).toBeLessThanOrEqual(most);
});
