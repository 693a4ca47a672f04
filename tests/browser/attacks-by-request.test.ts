// Scripts in the page send the 957 clients by a request, without touching a form or a control: see docs/bypasses.md. Once with the extension
// as a person installs it, once installed by policy, where the browser lets it stop what leaves by another way than the page.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ForcedInstall, forceInstalled } from './managed-policy.ts';
import { headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

/** As SOGo sends and saves. */
const sending = '/SOGo/so/alice/Mail/0/folderDrafts/newDraft1/send';
const saving = '/SOGo/so/alice/Mail/0/folderDrafts/newDraft1/save';

const compose = `<!doctype html><title>Mail</title><script>var kept = fetch, keptOpen = XMLHttpRequest.prototype.open;</script>
<div><input name="to"><input name="subject"><div contenteditable="true" id="editor"></div><button type="button">Send</button></div>`;
const workers = `addEventListener('message', ({ source, data: [path, body] }) =>
  fetch(path, { method: 'POST', body }).then(() => 'sent', () => 'stopped').then((said) => (source ?? self).postMessage(said)));`;

/** Runs in the page; the message, and the path it goes to. */
type Attack = (path: string, body: string) => unknown;

const hooked: Record<string, Attack> = {
  fetch: (path, body) => fetch(path, { method: 'POST', body }).catch(() => {}),
  'fetch with a Request': (path, body) => fetch(new Request(path, { method: 'POST', body })).catch(() => {}),
  'fetch with a Blob': (path, body) => fetch(path, { method: 'POST', body: new Blob([body]) }).catch(() => {}),
  XMLHttpRequest: (path, body) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', path);
    xhr.send(body);
  },
  'XMLHttpRequest with a form': (path, body) => {
    const xhr = new XMLHttpRequest();
    const form = new FormData();
    form.append('json', body);
    xhr.open('POST', path);
    xhr.send(form);
    form.set('json', body);
  },
  'a beacon': (path, body) => navigator.sendBeacon(path, body.slice(0, 60_000)),
  'prototypes that were poisoned': (path, body) => {
    const yes = () => true;
    Object.defineProperty(MessageEvent.prototype, 'data', { get: yes });
    for (const name of ['startsWith', 'includes', 'match', 'replace', 'toLowerCase'] as const)
      (String.prototype as unknown as Record<string, unknown>)[name] = () => '';
    EventTarget.prototype.dispatchEvent = yes;
    Function.prototype.call = Function.prototype.apply = yes as never;
    Array.prototype[Symbol.iterator] = yes as never;
    return fetch(path, { method: 'POST', body }).catch(() => {});
  },
  'an answer of its own': (path, body) => {
    window.addEventListener('gatehouse-request', (event) => event.stopImmediatePropagation(), true);
    window.addEventListener('message', ({ ports }) => ports[0]?.postMessage(true), true);
    return fetch(path, { method: 'POST', body }).catch(() => {});
  },
};

/** Out of reach of what runs in the page. */
const elsewhere: Record<string, Attack> = {
  'a fetch that was kept from before': (path, body) =>
    (window as unknown as { kept: typeof fetch }).kept.call(window, path, { method: 'POST', body }).catch(() => {}),
  'the fetch of a fresh frame': (path, body) =>
    (document.body.appendChild(document.createElement('iframe')).contentWindow as Window & typeof globalThis)
      .fetch(new URL(path, location.href), { method: 'POST', body })
      .catch(() => {}),
  'a worker': (path, body) =>
    new Promise((said) => {
      const worker = new Worker('/worker.js');
      worker.onmessage = said;
      worker.postMessage([path, body]);
    }).then(() => {}),
  'a service worker': async (path, body) => {
    await navigator.serviceWorker.register('/worker.js');
    const { active } = await navigator.serviceWorker.ready;
    await new Promise((said) => {
      navigator.serviceWorker.onmessage = said;
      active!.postMessage([path, body]);
    });
  },
};

const values = valuesOf(headline.clients);
const message = (text: string) => JSON.stringify({ to: [ownAddress], subject: 'for later', text });

function startServer() {
  const posted: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') posted.push({ path: request.url ?? '', body: await text(request) });
    const isScript = request.url === '/worker.js';
    response
      .writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' })
      .end(isScript ? workers : compose);
  });
  return { server, posted };
}

describe.skipIf(!chromiumPath).each([
  ['as a person installs it', false],
  ['installed by policy', true],
] as const)('a script of the page, with the extension %s,', (_, isForced) => {
  if (isForced && !canSetPolicy) return;
  let chromium: Chromium;
  let policy: ForcedInstall | undefined;
  let server: Server;
  let posted: { path: string; body: string }[];
  let base: string;
  let page: Page;

  beforeAll(async () => {
    ({ server, posted } = startServer());
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A secure context: service workers are to be had.
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    policy = isForced ? await forceInstalled({}) : undefined;
    chromium = await startChromium(policy ? { policy } : {});
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(async () => {
    page = await chromium.context.newPage();
    await page.goto(base);
    await page.fill('[name=to]', ownAddress);
    await page.evaluate((list) => {
      document.querySelector('#editor')!.textContent = list;
    }, headline.body);
    // The part that knows messages comes when there is a place to write in.
    await page.waitForTimeout(1_500);
    posted.length = 0;
  });
  const run = (attack: Attack, path = sending, text = headline.body) =>
    page.evaluate(`(${attack})(${JSON.stringify(path)}, ${JSON.stringify(message(text))})`);
  /** What waits for an answer does not come back before it. */
  const start = (attack: Attack, path?: string, text?: string) => void run(attack, path, text).catch(() => {});
  /** Paths at which clients arrived. */
  const arrived = async () => {
    await page.waitForTimeout(700);
    await page.close();
    return posted.filter(({ body }) => valuesIn(body, values).length > 0).map(({ path }) => path);
  };

  // The page's side is the same in both.
  const names = isForced ? ['fetch'] : Object.keys(hooked);
  it.each(names)('sends nothing by %s', async (name) => {
    start(hooked[name]!);
    // A beacon is short by nature.
    const people = name === 'a beacon' ? '256 people' : '957 people';
    const dialog = await dialogOn(page);
    expect(await dialog.headline()).toContain(people);
    await dialog.answer('dialog_back_message');
    expect(await arrived()).toEqual([]);
  });

  it('gets an error at once where it would wait for the answer', async () => {
    await run((path, body) => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', path, false);
      try {
        xhr.send(body);
      } catch (thrown) {
        if ((thrown as Error).name === 'NetworkError') return;
      }
      throw new Error('it was sent');
    });
    expect(await arrived()).toEqual([]);
  });

  it('sends what it showed, not what it shows when it is looked at again', async () => {
    await run((path, body) => {
      let looks = 0;
      const init = {
        method: 'POST',
        get body() {
          looks += 1;
          return looks === 1 ? '{"text":"Hello"}' : body;
        },
      };
      return fetch(path, init);
    });
    expect(posted).toEqual([{ path: sending, body: '{"text":"Hello"}' }]);
    expect(await arrived()).toEqual([]);
  });

  it('sends nothing to an address nobody knows, with the draft in it', async () => {
    start(hooked.fetch!, '/collect');
    await (await dialogOn(page)).answer('dialog_back_message');
    expect(await arrived()).toEqual([]);
  });

  it.each(Object.keys(elsewhere))(
    `${isForced ? 'sends nothing by' : 'is not stopped by the page alone at'} %s`,
    async (name) => {
      await run(elsewhere[name]!);
      expect(await arrived()).toEqual(isForced ? [] : [sending]);
    },
  );

  it('sends what is about nobody, and saves drafts, as ever', async () => {
    await page.evaluate(() => {
      document.querySelector('#editor')!.textContent = 'Hello Kim, see you on Monday.';
    });
    await run(hooked.fetch!, sending, 'Hello Kim, see you on Monday.');
    await run((path, body) => fetch(path, { method: 'POST', body }), saving, headline.body);
    expect(await hasDialog(page)).toBe(false);
    expect(await arrived()).toEqual([saving]);
    expect(posted.map(({ path }) => path)).toEqual([sending, saving]);
  });
});
