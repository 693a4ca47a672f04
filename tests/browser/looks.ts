// How a page of ours is looked at: wide and narrow, light and dark, a screenshot of each kept, and axe-core over it.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = resolve(import.meta.dirname, '../../.output/screenshots');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const looks = (['light', 'dark'] as const).flatMap((scheme) => [1280, 400].map((width) => ({ scheme, width })));

/** `isLong`: the screenshot holds what shows at once, not the whole page. */
export async function lookAt(page: Page, name: string, isLong = false): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { scheme, width } of looks) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(120);
    await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`), fullPage: !isLong });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, `${name} at ${width}: nothing reaches beyond the right edge`).toBeLessThanOrEqual(0);
    if (width === 400 && scheme === 'light') continue;
    // By the debugger's way: the page's own policy lets nothing be evaluated in it.
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join('; ')}`),
      `${name}, ${scheme}, ${width}`,
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}
