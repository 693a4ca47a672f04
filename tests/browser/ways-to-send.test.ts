// However a person, or a script of the page, presses Send: it is held.
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Chromium } from './chromium.ts';
import { dialogOn } from './dialog.ts';
import { describeOffice, expectNothingArrived } from './office.ts';
import { openCompose, pressSend, sendButton, type WayToSend, write } from './roundcube-page.ts';
import { headline, ownAddress } from './samples.ts';

describeOffice('a blocked message', (office) => {
  beforeEach(async () => {
    await openCompose(office.page);
    await write(office.page, { to: [ownAddress], subject: 'for later', body: headline.body });
  });
  afterEach(async () => {
    const dialog = await dialogOn(office.page);
    expect(await dialog.text()).toContain('957 people');
    await dialog.answer('dialog_back_message');
    await expectNothingArrived(office.roundcube);
  });

  it.each<WayToSend>(['click', 'double-click', 'enter', 'space'])('is held by %s', async (way) => {
    await pressSend(office.page, way);
  });

  it('is held by Tab and Enter alone', async () => {
    const { page } = office;
    await page.focus('#composebody');
    const isOnSend = () =>
      page.evaluate((selector) => document.activeElement?.matches(selector), sendButton.replaceAll(':visible', ''));
    for (let presses = 0; presses < 60 && !(await isOnSend()); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  });

  it('is held when a script of the page presses the button', async () => {
    await office.page
      .locator(sendButton)
      .first()
      .evaluate((button) => (button as HTMLElement).click());
  });

  it('is held with the service worker stopped', async () => {
    await stopServiceWorker(office.chromium);
    await pressSend(office.page);
  });

  it('is held when the page has removed the desk before', async () => {
    await removeDesk(office.page);
    await pressSend(office.page);
  });

  it('is held when the page removes the desk while it asks', async () => {
    await pressSend(office.page);
    await dialogOn(office.page);
    await removeDesk(office.page);
    await office.page.waitForTimeout(500);
  });
});

/** As a page would: it sees an element without content below its root, and takes it out. */
async function removeDesk(page: Page): Promise<void> {
  const removed = await page.evaluate(() => {
    const strangers = [...document.documentElement.children].filter((one) => !['HEAD', 'BODY'].includes(one.tagName));
    for (const stranger of strangers) stranger.remove();
    return strangers.length;
  });
  expect(removed, 'there was a desk to remove').toBeGreaterThan(0);
}

async function stopServiceWorker(chromium: Chromium): Promise<void> {
  const page = await chromium.openExtensionPage('register.html');
  const session = await chromium.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}
