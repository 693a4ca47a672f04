// Scripts in the pages of the four most used webmails, under their real addresses, send the open draft with the very request that the webmail
// sends, by ways that no hook in the page sees: a fresh frame, a worker, a body that shows nothing. As firms install the extension.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StructurePage, structurePages } from '../webmails/structure-pages.ts';
import { rowsFor } from './breadth.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { deskOn, dialogOn, hasDialog, noticesOn } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ForcedInstall, forceInstalled } from './managed-policy.ts';
import { askedSince, incidentsOf, recordedSoFar } from './record.ts';
import { externalAddress, headline, ownAddress } from './samples.ts';
import { type StructureServer, startStructurePages } from './structure-server.ts';

/** The webmail's own request, as a worker can be told of it. */
interface Caught {
  url: string;
  type: string;
  body: string | [name: string, value: string][];
}

/** Runs in the page: takes the request that sends the first compose window, and lets it go nowhere. */
function caught(): Caught {
  let found: Caught | undefined;
  const take = (url: string, type: string, body: unknown) => {
    found = {
      url: new URL(url, location.href).href,
      type,
      body: body instanceof FormData ? ([...body] as never) : `${body}`,
    };
  };
  const kept = { fetch: window.fetch, XMLHttpRequest: window.XMLHttpRequest };
  class Taken {
    url = '';
    type = '';
    open(_: string, url: string) {
      this.url = url;
    }
    setRequestHeader(name: string, value: string) {
      if (name === 'Content-Type') this.type = value;
    }
    send(body: string) {
      take(this.url, this.type, body);
    }
  }
  const takeFetch = async (url: string, init: RequestInit) => {
    take(url, (init.headers as Record<string, string>)?.['Content-Type'] ?? '', init.body);
    return new Response('{}');
  };
  Object.assign(window, { fetch: takeFetch, XMLHttpRequest: Taken });
  void practice.post(practice.windows()[0]!);
  Object.assign(window, kept);
  return found!;
}

type Fight = (request: Caught) => unknown;

/** In a page and in a worker. */
const everywhere = `const bodyOf = ({ body }) => {
  if (typeof body === 'string') return body;
  const form = new FormData();
  for (const [name, value] of body) form.append(name, value);
  return form;
};
const headersOf = ({ type }) => (type ? { 'Content-Type': type } : {});`;
/** In a page, where `everywhere` is run and is to be had as a text. */
const inPage = `const fresh = () => document.body.appendChild(document.createElement('iframe')).contentWindow;
const inWorker = (script, request) => new Promise((said) => {
  const code = everywhere + 'onmessage = async ({ data: request }) => { try { ' + script + ' } catch {} postMessage(1); }';
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  worker.onmessage = said;
  worker.postMessage(request);
});`;
declare const fresh: () => Window & typeof globalThis;
declare const inWorker: (script: string, request: Caught) => Promise<unknown>;
declare const bodyOf: (request: Caught) => string | FormData;
declare const headersOf: (request: Caught) => Record<string, string>;

const fights: Record<string, Fight> = {
  'the fetch of a fresh frame': (request) =>
    fresh()
      .fetch(request.url, { method: 'POST', headers: headersOf(request), body: bodyOf(request) })
      .catch(() => {}),
  'an XMLHttpRequest of a fresh frame': (request) =>
    new Promise((done) => {
      const xhr = new (fresh().XMLHttpRequest)();
      xhr.onloadend = done;
      xhr.open('POST', request.url);
      if (request.type) xhr.setRequestHeader('Content-Type', request.type);
      xhr.send(bodyOf(request));
    }),
  'a form of a fresh frame': ({ url, body }) => {
    const { document: inside, HTMLFormElement } = fresh();
    const form = inside.body.appendChild(inside.createElement('form'));
    Object.assign(form, {
      method: 'POST',
      action: url,
      enctype: typeof body === 'string' ? 'text/plain' : 'multipart/form-data',
    });
    // What stands before the `=` is the name, what follows it the value.
    const fields =
      typeof body === 'string' ? [[body.slice(0, body.indexOf('=')), body.slice(body.indexOf('=') + 1)]] : body;
    for (const [name, value] of fields)
      form.append(Object.assign(inside.createElement('input'), { type: 'hidden', name, value }));
    HTMLFormElement.prototype.submit.call(form);
  },
  'a frame with a script of its own': (request) =>
    new Promise((done) => {
      Object.assign(window, { done });
      const inside = document.createElement('iframe');
      inside.srcdoc = `<script>${(globalThis as unknown as { everywhere: string }).everywhere}const request = ${JSON.stringify(request).replaceAll('<', '\\u003c')};
        fetch(request.url, { method: 'POST', headers: headersOf(request), body: bodyOf(request) }).catch(() => {}).then(parent.done)</script>`;
      document.body.append(inside);
    }),
  'a worker': (request) =>
    inWorker(
      'await fetch(request.url, { method: "POST", headers: headersOf(request), body: bodyOf(request) });',
      request,
    ),
  'a worker, of which nothing can be read': (request) =>
    inWorker(
      'const given = new Response(bodyOf(request)); const blob = await given.blob(); await fetch(request.url, { method: "POST", headers: headersOf(request), body: blob });',
      request,
    ),
  'an XMLHttpRequest with bytes': (request) =>
    new Promise((done) => {
      new Response(bodyOf(request)).blob().then((blob) => {
        const xhr = new XMLHttpRequest();
        xhr.onloadend = done;
        xhr.open('POST', request.url);
        xhr.setRequestHeader('Content-Type', request.type || blob.type);
        xhr.send(new Blob([blob], { type: 'application/octet-stream' }));
      });
    }),
};

const clientRows = `<pre>${headline.body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
const four = structurePages.filter(({ id }) => ['gmail', 'outlook', 'yahoo', 'proton'].includes(id));
/** Kept back by the hooks in a frame, by what the hooks could not read, past them all; just after one that was read, and of a draft that nobody can. */
const eachTime = [
  'gmail: a form of a fresh frame',
  'gmail: an XMLHttpRequest with bytes',
  'outlook: a worker, of which nothing can be read',
  'yahoo: an XMLHttpRequest of a fresh frame',
  'yahoo: a worker, of which nothing can be read',
  'proton: a form of a fresh frame',
];
const rows = Object.fromEntries(
  four
    .flatMap((webmail) => Object.keys(fights).map((how) => [`${webmail.id}: ${how}`, { webmail, how }] as const))
    // Outlook takes nothing without a header of its own (X-OWA-CANARY), and a form has none. To the guard it is a draft: recorded, not held.
    .filter(([name]) => name !== 'outlook: a form of a fresh frame'),
);

describe.skipIf(!chromiumPath || !canSetPolicy)(
  'a webmail whose page fights back, with the extension installed by policy,',
  () => {
    let server: StructureServer;
    let policy: ForcedInstall;
    let chromium: Chromium;
    let page: Page;

    beforeAll(async () => {
      server = await startStructurePages();
      policy = await forceInstalled({});
      chromium = await startChromium({ policy, serves: server });
      page = await chromium.context.newPage();
    });
    afterAll(async () => {
      await chromium?.close();
      await policy?.close();
      await server?.close();
    });

    const open = async ({ address }: StructurePage, draft: { to: string[]; subject: string; body: string }) => {
      await page.goto(address);
      await page.evaluate((one) => void practice.open(one), draft);
      await deskOn(page);
      server.posts.length = 0;
      return recordedSoFar(chromium);
    };
    /** Held in the page, where the person is asked, or stopped on the network: recorded once in either. */
    const recordedOnce = async (before: number) => {
      const end = Date.now() + 60_000;
      for (;;) {
        if (await hasDialog(page)) await (await dialogOn(page)).answer('dialog_back_message');
        if ((await askedSince(chromium, before, 0)).length > 0) break;
        if (Date.now() > end) throw new Error(`nothing was recorded; notices: ${await noticesOn(page)}`);
      }
      await recordedSoFar(chromium);
      return askedSince(chromium, before);
    };

    it.each(rowsFor(rows, eachTime))('sends nothing by %s', async (_, { webmail, how }) => {
      const before = await open(webmail, { to: [ownAddress], subject: 'for later = 957', body: clientRows });
      await page.evaluate(
        `var everywhere = ${JSON.stringify(everywhere)};${everywhere}${inPage}void (${fights[how]})((${caught})());`,
      );
      expect(await recordedOnce(before)).toMatchObject([
        {
          trigger: 'network',
          verdict: { action: 'block' },
          outcome: 'near-miss',
          place: { webmail: webmail.id },
          destination: expect.stringMatching(/own|personal/),
        },
      ]);
      expect(server.sent(webmail)).toEqual([]);
    });

    it('uploads nothing to Zimbra by a worker', async () => {
      const zimbra = structurePages.find(({ id }) => id === 'zimbra')!;
      const before = await open(zimbra, { to: [ownAddress], subject: 'for later', body: '<p>As asked.</p>' });
      await page.evaluate(
        `${everywhere}var everywhere = '';${inPage}void inWorker(${JSON.stringify(`const form = new FormData();
        form.append('file', new File([request.body], 'overview.csv', { type: 'text/csv' }));
        await fetch(request.url, { method: 'POST', body: form });`)}, ${JSON.stringify({ url: 'https://zimbra.firm.example/service/upload?fmt=raw', body: headline.body })});`,
      );
      expect(await recordedOnce(before)).toMatchObject([
        { trigger: 'network', outcome: 'near-miss', place: { webmail: 'zimbra' } },
      ]);
      expect(server.posts).toEqual([]);
    });

    it.each(rowsFor(Object.fromEntries(four.map((webmail) => [webmail.id, webmail])), ['outlook']))(
      'lets %s save and send ordinary mail, unasked',
      async (_, webmail) => {
        const before = await open(webmail, {
          to: [externalAddress],
          subject: 'Monday',
          body: '<p>We meet on Monday at ten.</p>',
        });
        const body = (webmail.frame ? page.frameLocator(webmail.frame) : page).locator(webmail.body);
        await body.click();
        await page.keyboard.insertText('As you asked. ');
        await expect.poll(() => server.posts.length).toBe(1);
        expect(server.sent(webmail)).toEqual([]);
        await page.keyboard.press('Control+Enter');
        await expect.poll(() => server.sent(webmail).length).toBe(1);
        expect(await hasDialog(page)).toBe(false);
        expect(await noticesOn(page)).toEqual([]);
        expect(await incidentsOf(chromium, before)).toEqual([]);
      },
    );
  },
);
