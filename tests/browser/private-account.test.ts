// A private account in a work browser: client data written there is counted and nothing else is kept; the message list and opened messages are never read.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { structurePages } from '../webmails/structure-pages.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { deskOn, dialogOn, hasDialog } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { askedSince, entriesOf, recordedSoFar } from './record.ts';
import { clientTable, externalAddress, headline, thirtyClients, valuesIn, valuesOf } from './samples.ts';
import { type StructureServer, startStructurePages } from './structure-server.ts';

const webmail = structurePages.find(({ id }) => id === 'yahoo')!;
const markup = (text: string) => `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
const isDesk = (frame: Frame) => frame.url().startsWith('chrome-extension:');

describe.skipIf(!chromiumPath)('a private account in a work browser', () => {
  let server: StructureServer;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    server = await startStructurePages();
    chromium = await startChromium({ serves: server });
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.close();
  });
  beforeEach(async () => {
    server.posts.length = 0;
    await page.goto(`${webmail.address}?private`);
  });

  const write = async (text: string) => {
    await page.evaluate((html) => Object.assign(globalThis, { practiceQuoted: html }), text);
    await page.click(webmail.forward);
    await page.click(webmail.to);
    await page.keyboard.insertText(externalAddress);
    await page.keyboard.press('Enter');
    await page.fill(webmail.subject, 'Thursday');
  };

  it('is counted, and nothing else of it is kept', async () => {
    const before = await recordedSoFar(chromium);
    await write(markup(clientTable(thirtyClients)));
    await page.click(webmail.send);
    await (await dialogOn(page)).answer('dialog_back_message');
    const incidents = await askedSince(chromium, before);
    expect(incidents).toMatchObject([
      {
        trigger: 'send',
        countsOnly: true,
        // Whoever it goes to: the account it goes from is nobody's at the firm.
        destination: 'personal',
        people: { estimate: 30 },
        actor: { value: '', from: 'unknown' },
        recipients: { count: 1, domains: [], fingerprints: [] },
        files: [],
        outcome: 'near-miss',
      },
    ]);
    const kept = JSON.stringify([await entriesOf(chromium), await storedIn(chromium)]);
    expect(valuesIn(kept, [...valuesOf(thirtyClients), 'alice.adams', 'harbour-mills', 'Thursday'])).toEqual([]);
    expect(server.sent(webmail)).toEqual([]);
  });

  it('has its message list and its messages to itself', async () => {
    const before = await recordedSoFar(chromium);
    // 957 clients in the list, and again in a message that is opened.
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('afterbegin', `<main><ul role="list"></ul><article></article></main>`);
      const list = document.querySelector('main > ul')!;
      list.innerHTML = html
        .replace('<pre>', '')
        .split('\n')
        .map((line) => `<li role="listitem"><a href="#">${line}</a></li>`)
        .join('');
      list.addEventListener('click', () => {
        document.querySelector('main > article')!.innerHTML = html;
      });
    }, markup(headline.body));
    await page.locator('main li').nth(3).click();
    await page.locator('main > article pre').waitFor();
    await page.mouse.wheel(0, 2_000);
    expect(page.frames().filter(isDesk), 'nothing is judged where nothing is written').toEqual([]);

    await write('<p>See you on Monday.</p>');
    await deskOn(page);
    await page.click(webmail.send);
    await expect.poll(() => server.sent(webmail)).toHaveLength(1);
    expect(await hasDialog(page)).toBe(false);
    expect(await recordedSoFar(chromium), 'nothing of the list counts').toEqual(before);
  });
});

async function storedIn(chromium: Chromium): Promise<unknown> {
  const page = await chromium.openExtensionPage('popup.html');
  const stored: unknown = await page.evaluate('chrome.storage.local.get(null)');
  await page.close();
  return stored;
}
