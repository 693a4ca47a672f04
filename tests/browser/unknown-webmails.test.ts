// Webmails that nobody described: 957 clients do not leave, in the text or in a file that was attached for a colleague; ordinary mail goes once.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { clients957, externalAddress, headline, ownAddress } from './samples.ts';
import { unknownPages } from './unknown-pages.ts';

type Name = keyof typeof unknownPages;
interface Person {
  to(address: string): void;
  text(text: string): void;
  send(): Element;
}
declare const person: Person;

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
});
