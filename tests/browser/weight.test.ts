// What a page is made to carry. Over budget, something must be left out or come later: docs/adr/0078-two-scripts.md
import { expect, it } from 'vitest';
import { contentScripts, sizeOf } from './content-scripts.ts';

it.each([
  ['every', 25_000],
  ['hosted', 105_000],
  ['elsewhere', 105_000],
] as const)('%s page carries at most %d bytes of script', (page, most) => {
  expect(contentScripts(page).length).toBeGreaterThan(1);
  expect(sizeOf(contentScripts(page))).toBeLessThanOrEqual(most);
});
