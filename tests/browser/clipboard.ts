// A real paste: the text comes over the browser's clipboard, from a tab beside.
import type { Locator, Page } from 'playwright-core';

/** Until the extension knows whose account it is, a paste is judged at once: it looks 0.6 s after the last change. */
const accountIsKnown = 1_000;

/** Clicks into the field and pastes, a moment after the last field was filled in, as people do. */
export async function pasteInto(page: Page, field: Locator, text: string): Promise<void> {
  await page.waitForTimeout(accountIsKnown);
  await copy(page, text);
  await field.click();
  await page.keyboard.press('Control+v');
}

/** Puts a text on the clipboard, as a person who copies it elsewhere, and comes back to the page. A tab that stayed would come to the front when others close. */
async function copy(page: Page, text: string): Promise<void> {
  const source = await page.context().newPage();
  await source.setContent('<textarea></textarea>');
  await source.evaluate((long) => {
    const area = document.querySelector('textarea')!;
    area.value = long;
    area.select();
  }, text);
  await source.press('textarea', 'Control+c');
  await source.close();
  await page.bringToFront();
}
