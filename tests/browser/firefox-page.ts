// What a page in Firefox shows of the dialog: a frame of the extension, which nobody can look into from outside. It is told by what
// lies in the middle of the page, an element of nobody's beside head and body.
import type { Page } from 'puppeteer-core';

const middle = 'document.elementFromPoint(innerWidth / 2, innerHeight / 2)';

/** An expression for a page of Firefox: true while a dialog stands above it. */
export const isDialogAbove = `(${middle}?.parentElement === document.documentElement && ${middle} !== document.body)`;

/** Waits up to 30 s until the expression holds in the page, whichever document the page has by then. */
export async function until(page: Page, condition: string): Promise<void> {
  const end = Date.now() + 30_000;
  // The document may be left while it is asked.
  while (!(await page.evaluate(condition).catch(() => false))) {
    if (Date.now() > end) throw new Error(`not within 30 s: ${condition}, at ${page.url()}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Waits for the dialog and goes back by Escape. A note that something is still read is closed like what follows it. */
export async function goBack(page: Page): Promise<void> {
  await until(page, isDialogAbove);
  // What it says cannot be waited for from here; reading this much takes below 1 s on a quiet machine.
  await new Promise((done) => setTimeout(done, 4_000));
  while (await page.evaluate(isDialogAbove)) {
    await page.keyboard.press('Escape');
    await new Promise((done) => setTimeout(done, 1_500));
  }
}
