// How a page of ours is looked at: wide and narrow, light and dark, a screenshot of each kept, and axe-core over it.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = resolve(import.meta.dirname, '../../.output/screenshots');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const looks = (['light', 'dark'] as const).flatMap((scheme) => [1280, 400].map((width) => ({ scheme, width })));
export type Look = (typeof looks)[number];

/** `isLong`: the screenshot holds what shows at once, not the whole page. */
export async function lookAt(page: Page, name: string, isLong = false): Promise<void> {
  for (const as of looks) {
    await page.emulateMedia({ colorScheme: as.scheme });
    await page.setViewportSize({ width: as.width, height: 900 });
    await page.waitForTimeout(120);
    await picture(page, name, as, !isLong);
    await expectNoOverflow(page);
    // Each width and each scheme once.
    if ((as.width === 400) === (as.scheme === 'light')) continue;
    await expectClean(page, 'html');
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** axe finds nothing in what `selector` leads to. */
export async function expectClean(place: Page | Frame, selector: string): Promise<void> {
  // By the debugger's way: the page's own policy lets nothing be evaluated in it.
  await place.evaluate(axe);
  const { violations } = await place.evaluate<AxeResults>(`axe.run(${JSON.stringify(selector)})`);
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join('; ')})`,
  );
  expect(found).toEqual([]);
}

export async function picture(page: Page, name: string, { scheme, width }: Look, fullPage = false): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`), fullPage });
}

export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'nothing reaches beyond the right edge').toBeLessThanOrEqual(0);
}
