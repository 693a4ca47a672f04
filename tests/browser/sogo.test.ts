// The case that must never be missed, in a real SOGo: 957 clients to the sender's own personal address, by every way they can be put
// into a message and every control that sends it, in the dialog over the inbox and in a window of its own.
import { readFileSync } from 'node:fs';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { isEverything, rowsFor } from './breadth.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { type Dialog, dialogOn, label } from './dialog.ts';
import { canRunRoundcube, chromiumPath } from './machine.ts';
import { askedSince, recordedSoFar } from './record.ts';
import { clients957, clientTable, ownAddress, valuesIn, valuesOf } from './samples.ts';
import { type Sogo, startSogo } from './sogo.ts';
import * as person from './sogo-page.ts';

/** Shorter than the headline mail, over which SOGo's own editor sits long. */
const clients = generateClients(957, 2);
const list = clientTable(clients);
const secrets = [...valuesOf(clients), ownAddress, 'for later'];

describe.skipIf(!chromiumPath || !canRunRoundcube)('957 clients in SOGo', () => {
  let sogo: Sogo;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    sogo = startSogo();
    sogo.reset();
    chromium = await startChromium();
    page = await chromium.context.newPage();
    page.setDefaultTimeout(40_000);
    await person.login(page, sogo);
  }, 300_000);
  afterAll(async () => {
    await chromium?.close();
    sogo?.reset();
    sogo?.stop();
  });
  beforeEach(() => sogo.reset());

  const asked = async (count = 957): Promise<Dialog> => {
    const dialog = await dialogOn(page);
    const text = await dialog.text();
    expect(text).toContain(`${count} people`);
    expect(text).toContain(label('dialog_mark_block'));
    expect(await dialog.box.locator('[data-release]').count(), 'a block offers no way to send').toBe(0);
    return dialog;
  };
  const answered = async (how: 'reply' | 'forward', message: SendMailOptions) => {
    // Who is answered is the person as well.
    const from = { from: 'office@brightwater.example', replyTo: ownAddress };
    await sogo.seed({ ...from, subject: 'All of them', ...message });
    await person.openAnswer(page, 'All of them', how);
    if (how === 'forward') await person.write(page, { to: [ownAddress] });
  };
  const reopened = async (message: SendMailOptions) => {
    const made = createTransport({ streamTransport: true, buffer: true });
    const about = { from: sogo.user, to: ownAddress, subject: 'for later' };
    sogo.seedDraft((await made.sendMail({ ...about, ...message })).message as Buffer);
    await person.openDraft(page, 'for later');
  };
  const withFile = (kind: keyof typeof clients957) => ({
    text: 'As asked.',
    attachments: [{ filename: `overview.${kind}`, content: readFileSync(clients957[kind]) }],
  });
  const written = async (open: (page: Page) => Promise<void>) => {
    await open(page);
    await person.write(page, { to: [ownAddress], subject: 'for later', body: list });
  };

  const controlsFor = (wayIn: string) =>
    isEverything || wayIn.endsWith('dialog') ? person.waysToSend : (['click'] as const);
  const waysIn: Record<string, () => Promise<void>> = {
    'pasted into the dialog': () => written(person.openDialog),
    'pasted into a window of its own': () => written(person.openWindow),
    'forwarded in the text': () => answered('forward', { text: list }),
    'forwarded as csv': () => answered('forward', withFile('csv')),
    'forwarded as xlsx': () => answered('forward', withFile('xlsx')),
    'quoted in a reply': () => answered('reply', { text: list }),
    'in a draft that was opened again': () => reopened({ text: list }),
    'in a file of a draft that was opened again': () => reopened(withFile('csv')),
  };
  const eachTime = ['pasted into the dialog', 'forwarded as xlsx', 'in a file of a draft that was opened again'];

  it.each(rowsFor(waysIn, eachTime))(
    '%s are held back from the controls that send',
    async (wayIn, enter) => {
      await enter();
      for (const control of controlsFor(wayIn)) {
        const before = await recordedSoFar(chromium);
        await person.pressSend(page, control);
        const dialog = await asked(957);
        await page.keyboard.press('Escape');
        await dialog.isGone();
        const incidents = await askedSince(chromium, before);
        expect(incidents, control).toMatchObject([
          {
            trigger: 'send',
            verdict: { action: 'block', enforced: true },
            people: { estimate: 957 },
            destination: 'own',
            outcome: 'near-miss',
          },
        ]);
        expect(valuesIn(JSON.stringify(incidents), secrets)).toEqual([]);
        expect(await person.isOpen(page), `${control}: the draft is still there`).toBe(true);
      }
      await sogo.expectNothing();
    },
    240_000,
  );

  it('a request of SOGo that is held leaves its window to the person', async () => {
    await person.openDialog(page);
    await person.write(page, { to: [ownAddress], subject: 'for later', body: 'See you on Monday.' });
    // A script of the page that sends another text than stands in the window.
    await page.evaluate((text) => {
      const { send } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.send = function (body) {
        const isMessage = typeof body === 'string' && body.includes('See you on Monday.');
        XMLHttpRequest.prototype.send = isMessage ? send : XMLHttpRequest.prototype.send;
        return send.call(this, isMessage ? JSON.stringify({ ...JSON.parse(body), text }) : body);
      };
    }, list);
    await person.pressSend(page);
    await (await asked()).answer('dialog_back_message');
    await person.closeFailure(page);
    await sogo.expectNothing();
    await person.write(page, { subject: 'Monday' });
    await person.pressSend(page);
    await person.waitUntilSent(page);
    expect((await sogo.waitForArrivals(1)).map(({ mail }) => mail.subject)).toEqual(['Monday']);
  });

  it.each(rowsFor(clients957, ['xlsx']))('attached as %s are held when the file is chosen', async (_, path) => {
    await person.openWindow(page);
    await person.write(page, { to: [ownAddress], subject: 'for later' });
    const before = await recordedSoFar(chromium);
    await person.chooseFile(page, path);
    await (await asked()).answer('dialog_back_file');
    expect(await person.listed(page).count(), 'the file never reached the page').toBe(0);
    expect(await askedSince(chromium, before)).toMatchObject([{ outcome: 'near-miss', people: { estimate: 957 } }]);
    await sogo.expectNothing();
  });
});
