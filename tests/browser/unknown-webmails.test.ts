// Webmails that nobody described: 957 clients do not leave, in the text or in a file that was attached for a colleague; ordinary mail goes once.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noWebmails } from '../webmails/no-webmails.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { clients957, clientTable, externalAddress, headline, ownAddress, thirtyClients } from './samples.ts';
import { unknownPages } from './unknown-pages.ts';

type Name = keyof typeof unknownPages;
interface Person {
  to(address: string): void;
  text(text: string): void;
  send(): Element;
}
declare const person: Person;

/** A page that posts what is written in it at every press, and keeps what it made and whether the press was held. */
const undisturbed = `globalThis.told = { made: [], held: [] };
addEventListener('submit', (event) => event.preventDefault());
addEventListener('click', (event) => {
  if (!event.target.closest('button, [type=submit]')) return;
  told.held.push(event.defaultPrevented);
  const body = [...document.querySelectorAll('input, textarea, [contenteditable]')].map((one) => one.value ?? one.textContent).join('|');
  told.made.push(body);
  fetch('/send', { method: 'POST', body });
});`;
/** Runs in the page. Whether there was a place for a longer text. */
const writeEverywhere = (text: string) => {
  const places = document.querySelectorAll<HTMLTextAreaElement>('textarea, [contenteditable]');
  for (const place of places) {
    if (place.localName === 'textarea') place.value = text;
    else place.textContent = text;
    place.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  return places.length > 0;
};

describe.skipIf(!chromiumPath)('a webmail that nobody described', () => {
  let chromium: Chromium;
  let server: Server;
  let base: string;
  let page: Page;
  let shown = '';
  const sent: string[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      if (request.method === 'POST') {
        const body = await text(request);
        if (request.url === '/send') sent.push(body);
      }
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(request.method === 'POST' ? 'Sent' : shown);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://mail.unknown.test:${(server.address() as AddressInfo).port}`;
    chromium = await startChromium();
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(() => {
    sent.length = 0;
  });

  const write = async (name: Name, to: string, written: string) => {
    shown = unknownPages[name];
    await page.goto(base);
    await page.evaluate(([address, all]) => [person.to(address!), person.text(all!)], [to, written]);
  };
  const pressSend = async () => {
    const control = await page.evaluateHandle(() => person.send());
    await control.asElement()!.click();
  };
  const expectHeld = async () => {
    const dialog = await dialogOn(page, 60_000);
    expect(await dialog.headline()).toContain('957');
    await dialog.answer('dialog_back_message');
    await page.waitForTimeout(500);
    expect(sent).toEqual([]);
  };

  describe.each(Object.keys(unknownPages) as Name[])('%s', (name) => {
    it('holds the 957 clients back', async () => {
      await write(name, ownAddress, headline.body);
      await pressSend();
      await expectHeld();
    });

    it('lets an ordinary message go', async () => {
      await write(name, externalAddress, 'Dear Kim,\nsee you on Monday at ten.');
      await pressSend();
      await expect.poll(() => sent.length).toBe(1);
      expect(decodeURIComponent(sent[0]!)).toContain('Monday');
      expect(await hasDialog(page)).toBe(false);
    });
  });

  it.each<[Name, string]>([
    ['drawn by script, its Send a picture with a label', 'clients-957.csv'],
    ['drawn by script, its Send a picture without a name', 'clients-957.csv'],
    ['drawn by script, its files counted', '1 件'],
  ])('judges a file that it took by itself again when the recipient is another: %s', async (name, shown) => {
    await write(name, 'ana@brightwater.example', 'As asked.');
    await page.setInputFiles('input[type=file]', clients957.csv);
    await page.getByText(shown).waitFor();
    await page.click('[data-mail]');
    await page.evaluate((address) => person.to(address), ownAddress);
    await pressSend();
    await expectHeld();
  });

  it.each(noWebmails)('%s is no webmail, and nothing of it is disturbed: %s', async (_, __, html) => {
    shown = `<!doctype html><meta charset="utf-8"><title>Page</title><main>${html}</main><script>${undisturbed}</script>`;
    await page.goto(base);
    const isWritten = await page.evaluate(writeEverywhere, clientTable(thirtyClients));
    // The part that knows messages has come, and looked.
    if (isWritten) await page.waitForFunction(() => !/native code/.test(`${fetch}`));
    await page.waitForTimeout(isWritten ? 400 : 0);
    const presses = await page.locator('button, [type=submit]').all();
    for (const press of presses) await press.click();
    await expect.poll(() => sent.length).toBe(presses.length);
    const told = await page.evaluate(
      () => (globalThis as unknown as { told: { made: string[]; held: boolean[] } }).told,
    );
    expect(sent.sort()).toEqual(told.made.sort());
    expect(told.held).toEqual(presses.map(() => false));
    expect(await hasDialog(page)).toBe(false);
    const strangers = () =>
      [...document.documentElement.children].filter((one) => !/^(HEAD|BODY)$/.test(one.tagName)).length +
      // The marker, wherever it stands.
      document.querySelectorAll('[style*="all: initial"]').length;
    expect(await page.evaluate(strangers)).toBe(0);
  });
});
