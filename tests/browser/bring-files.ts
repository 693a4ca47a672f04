// A person's hands bringing files into a page: chosen in the browser's picker, or dropped from a file manager.
import type { Page } from 'playwright-core';

export async function pick(page: Page, selector: string, files: string | string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(selector)]);
  await chooser.setFiles(files);
}

export async function drop(page: Page, selector: string, files: string[]): Promise<void> {
  const box = (await page.locator(selector).boundingBox())!;
  // Not in the middle: a zone that shows what it got grows out of the window.
  const point = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 30) };
  const data = { items: [], files, dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...point, data });
  await session.detach();
}
