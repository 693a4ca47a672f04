// A real paste: what is pasted comes over the browser's clipboard, from a tab beside.
import type { Locator, Page } from 'playwright-core';

/**
 * Until the extension's desk has said whose account it is, a paste is judged at once. It is asked 0.6 s after the last change, and the first of a
 * browser takes its time to open.
 */
async function untilAccountIsKnown(page: Page): Promise<void> {
  await page.waitForTimeout(700);
  const desk = page.frames().find((frame) => frame.url().endsWith('/desk.html'));
  await desk?.waitForLoadState();
  await page.waitForTimeout(500);
}

/** Clicks into the field and pastes, a moment after the last field was filled in, as people do. */
export async function pasteInto(page: Page, field: Locator, text: string): Promise<void> {
  await untilAccountIsKnown(page);
  await copy(page, text);
  await field.click();
  await page.keyboard.press('Control+v');
}

/** Pastes what a page elsewhere shows, with its look: the browser copies it as markup, and as text. */
export async function pasteShown(page: Page, field: Locator, html: string): Promise<void> {
  await untilAccountIsKnown(page);
  const source = await page.context().newPage();
  await source.setContent(html);
  await source.keyboard.press('Control+a');
  await source.keyboard.press('Control+c');
  await source.close();
  await page.bringToFront();
  await field.click();
  await page.keyboard.press('Control+v');
}

/** Puts a picture on the clipboard, as large as one of a screen. `secure`: an address of a page that may. */
export async function copyPicture(page: Page, secure: string): Promise<void> {
  const source = await page.context().newPage();
  await source.goto(secure);
  await source.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 });
    const pen = canvas.getContext('2d')!;
    const dots = pen.createImageData(800, 600);
    // Noise does not compress.
    for (let at = 0; at < dots.data.length; at++) dots.data[at] = (at * 7919) % 251;
    pen.putImageData(dots, 0, 0);
    const picture = await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!)));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });
  await source.close();
  await page.bringToFront();
}

/** A page that nobody serves, and that may write to the clipboard because its address is a secure one. */
const elsewhere = 'https://elsewhere.test/';

/** Puts a text on the clipboard in another tab, and comes back to the page. A tab that stayed would come to the front when others close. */
async function copy(page: Page, text: string): Promise<void> {
  const source = await page.context().newPage();
  await source.route(elsewhere, (route) => route.fulfill({ body: '', contentType: 'text/html' }));
  await source.goto(elsewhere);
  await source.evaluate((long) => navigator.clipboard.writeText(long), text);
  await source.close();
  await page.bringToFront();
}
