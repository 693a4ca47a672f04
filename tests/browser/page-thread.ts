// How long a page's thread was busy at a stretch: whether it answers while something large is read.
import type { Page } from 'playwright-core';

interface Watched {
  longest: number;
}

/** From now on the page notes the longest time its thread was busy at a stretch. */
export async function watchThread(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - last - 20);
      last = now;
    }, 20);
  });
}

export const longestStall = (page: Page) => page.evaluate(() => (window as unknown as Watched).longest);
