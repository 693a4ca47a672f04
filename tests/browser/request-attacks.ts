// A page that sends clients by requests of its own, past every form and control, and the server that gets them. Seen in Chromium and Firefox.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

/** As SOGo sends and saves. */
export const sending = '/SOGo/so/alice/Mail/0/folderDrafts/newDraft1/send';
export const saving = '/SOGo/so/alice/Mail/0/folderDrafts/newDraft1/save';

const compose = `<!doctype html><title>Mail</title><script>var kept = fetch, keptOpen = XMLHttpRequest.prototype.open, keptBeacon = Navigator.prototype.sendBeacon;</script>
<div><input name="to"><input name="subject"><div contenteditable="true" id="editor"></div><button type="button">Send</button></div>`;
const workers = `addEventListener('message', ({ source, data: [path, body] }) =>
  fetch(path, { method: 'POST', body }).then(() => 'sent', () => 'stopped').then((said) => (source ?? self).postMessage(said)));`;

/** Runs in the page; the message, and the path it goes to. */
export type Attack = (path: string, body: string) => unknown;

export const hooked: Record<string, Attack> = {
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
export const elsewhere: Record<string, Attack> = {
  'a fetch that was kept from before': (path, body) =>
    (window as unknown as { kept: typeof fetch }).kept.call(window, path, { method: 'POST', body }).catch(() => {}),
  'a beacon kept from before': (path, body) =>
    (window as unknown as { keptBeacon: typeof navigator.sendBeacon }).keptBeacon.call(
      navigator,
      path,
      body.slice(0, 60_000),
    ),
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

/** What a page runs for an attack. */
export const runs = (attack: Attack, path = sending, body = headline.body): string =>
  `(${attack})(${JSON.stringify(path)}, ${JSON.stringify(message(body))})`;

export interface RequestServer {
  /** A secure context: service workers are to be had. */
  base: string;
  posted: { path: string; body: string }[];
  /** Paths at which clients arrived. */
  withClients(): string[];
  close(): void;
}

export async function startRequestServer(): Promise<RequestServer> {
  const posted: RequestServer['posted'] = [];
  const server: Server = createServer(async (request, response) => {
    if (request.method === 'POST') posted.push({ path: request.url ?? '', body: await text(request) });
    const isScript = request.url === '/worker.js';
    response
      .writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' })
      .end(isScript ? workers : compose);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    withClients: () => posted.filter(({ body }) => valuesIn(body, values).length > 0).map(({ path }) => path),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
