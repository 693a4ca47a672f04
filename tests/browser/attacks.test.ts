// Somebody who knows the page, and writes scripts in it, tries to get the 957 clients past the guard. See docs/bypasses.md.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { describeOffice, expectNothingArrived } from './office.ts';
import { openCompose, pressSend, write } from './roundcube-page.ts';
import { headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

const fields = '<input name="to"><input name="subject">';
const body = '<textarea name="body"></textarea>';
const form = (inner = '') =>
  `<form id="form" method="post" action="/sent">${fields}${body}${inner}<button>Send</button></form>`;
const posts = "fetch('/sent', { method: 'POST', body: document.querySelector('[name=body]').textContent })";
const editor = '<div contenteditable="true" name="body" id="editor"></div>';

/** Pages by path. */
const pages: Record<string, string> = {
  '/form': form(),
  '/hidden': form('<input type="hidden" name="more">'),
  '/second-text': form('<textarea name="more"></textarea>'),
  '/second-subject': form('<input name="subject2">'),
  '/recipient-outside': `<input name="to" form="form"><form id="form" method="post" action="/sent"><input name="subject">${body}<button>Send</button></form>`,
  '/body-outside': `<form id="form" method="post" action="/sent">${fields}<button>Send</button></form><textarea name="body" form="form"></textarea>`,
  '/no-subject': `<form method="post" action="/sent"><input name="to" type="email">${body}<button>Send</button></form>`,
  '/fetch': `<div>${fields}${editor}<button type="button" onclick="${posts}">Send</button></div>`,
  '/link': `<div>${fields}${editor}<a href="#sent" onclick="${posts}">Send</a></div>`,
  '/formaction': form('<button formaction="/sent?other">Go on</button>'),
  '/frame': '<iframe></iframe>',
};

interface Attack {
  page: keyof typeof pages;
  /** Runs in the page with the list, before Send. */
  prepare?: (list: string) => void;
  press?: (page: Page) => Promise<void>;
}

const element = () => document.querySelector<HTMLInputElement>('[name=body]')!;
const inField = (list: string) => {
  document.querySelector<HTMLInputElement>('[name=body]')!.value = 'Hello';
  document.querySelector<HTMLInputElement>('[name=more]')!.value = list;
};
const shadowed = () => {
  for (const name of [
    'contains',
    'closest',
    'querySelectorAll',
    'ownerDocument',
    'isConnected',
    'elements',
    'append',
  ]) {
    const field = Object.assign(document.createElement('input'), { name, hidden: true });
    document.forms[0]!.prepend(field);
  }
};

const attacks: Record<string, Attack> = {
  'an ordinary press': { page: '/form' },
  'Enter in the subject': { page: '/form', press: (page) => page.press('[name=subject]', 'Enter') },
  'form.submit()': { page: '/form', press: (page) => page.evaluate(() => document.forms[0]!.submit()) },
  'submit() of a new frame': {
    page: '/form',
    press: (page) =>
      page.evaluate(() => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const { HTMLFormElement } = frame.contentWindow as Window & typeof globalThis;
        HTMLFormElement.prototype.submit.call(document.forms[0]);
      }),
  },
  'a button with formaction': { page: '/formaction', press: (page) => page.getByText('Go on').click() },
  'fields named like methods': { page: '/form', prepare: shadowed },
  'fields named like methods, by Enter': {
    page: '/form',
    prepare: shadowed,
    press: (page) => page.press('[name=subject]', 'Enter'),
  },
  'a hidden field': { page: '/hidden', prepare: inField },
  'a second text': { page: '/second-text', prepare: inField },
  'a second subject': { page: '/second-subject' },
  'a recipient outside the form': { page: '/recipient-outside' },
  'a body outside the form': { page: '/body-outside' },
  'a form without a subject': { page: '/no-subject' },
  'an editor that posts by fetch': { page: '/fetch' },
  'a link that posts by fetch': { page: '/link' },
  'an id of another product in the text': {
    page: '/fetch',
    prepare: () => element().insertAdjacentHTML('beforeend', '<p id="rcmbtn1">.</p>'),
  },
  'a page that stops every event first': {
    page: '/form',
    prepare: () => {
      for (const type of ['pointerdown', 'mousedown', 'click', 'submit'])
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    },
  },
  'a draft swapped by a click handler': {
    page: '/form',
    prepare: (list) => {
      element().value = 'Hello';
      document.querySelector('button')!.addEventListener('click', () => {
        element().value = list;
      });
    },
  },
};

describe.skipIf(!chromiumPath)('a compose form holds back what is tried by', () => {
  let chromium: Chromium;
  let server: Server;
  let base: string;
  let posted = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.method === 'POST') posted += 1;
      const path = new URL(request.url ?? '/', 'http://portal.test').pathname;
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><title>Portal</title>${pages[path] ?? ''}`);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://portal.test:${(server.address() as AddressInfo).port}`;
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    server?.closeAllConnections();
    server?.close();
  });
  beforeEach(() => {
    posted = 0;
  });

  const expectHeld = async (page: Page) => {
    const dialog = await dialogOn(page);
    expect(await dialog.headline()).toContain('957 people');
    await dialog.answer('dialog_back_message');
    await page.waitForTimeout(300);
    expect(posted).toBe(0);
    await page.close();
  };
  const pressIn = (page: Page) => page.getByText('Send', { exact: true }).click();

  it.each(Object.entries(attacks))('%s', async (_, { page: path, prepare, press = pressIn }) => {
    const page = await chromium.context.newPage();
    await page.goto(base + path);
    await page.addScriptTag({ content: `var element = ${element};` });
    await page.evaluate(
      ([to, list]) => {
        document.querySelector<HTMLInputElement>('[name=to]')!.value = to!;
        const text = document.querySelector<HTMLTextAreaElement>('[name=body]')!;
        if (text.localName === 'textarea') text.value = list!;
        else text.textContent = list!;
      },
      [ownAddress, headline.body],
    );
    if (prepare) await page.evaluate(prepare, headline.body);
    await page.waitForTimeout(500);
    await press(page);
    await expectHeld(page);
  });

  it.each(['document', 'frame'])('a %s that is written anew with document.open()', async (what) => {
    const page = await chromium.context.newPage();
    await page.goto(base + (what === 'frame' ? '/frame' : '/form'));
    await page.evaluate(
      ([markup, to, list]) => {
        const written = document.querySelector('iframe')?.contentDocument ?? document;
        written.open();
        written.write(markup!);
        written.close();
        written.querySelector<HTMLInputElement>('[name=to]')!.value = to!;
        written.querySelector<HTMLTextAreaElement>('[name=body]')!.value = list!;
      },
      [form(), ownAddress, headline.body],
    );
    await page.waitForTimeout(500);
    await page
      .frames()
      .at(what === 'frame' ? 1 : 0)!
      .getByText('Send', { exact: true })
      .click();
    await expectHeld(page);
  });

  it.each([
    ['document', 'form.submit()'],
    ['document', 'fetch'],
    ['frame', 'form.submit()'],
  ])('a %s that is written anew and sends in the same task by %s', async (what, by) => {
    const page = await chromium.context.newPage();
    await page.goto(base + (what === 'frame' ? '/frame' : '/form'));
    // Long enough for the guard to have seen the page.
    await page.waitForTimeout(500);
    await page.evaluate(
      ([markup, to, list, way]) => {
        const view = (document.querySelector('iframe')?.contentWindow ?? window) as Window & typeof globalThis;
        const written = view.document;
        written.open();
        written.write(markup!);
        written.close();
        written.querySelector<HTMLInputElement>('[name=to]')!.value = to!;
        written.querySelector<HTMLTextAreaElement>('[name=body]')!.value = list!;
        const sent = written.forms[0]!;
        if (way === 'fetch') void view.fetch(sent.action, { method: 'POST', body: new view.FormData(sent) });
        else sent.submit();
      },
      [form(), ownAddress, headline.body, by],
    );
    await expectHeld(page);
  });

  it('poisoned prototypes', async () => {
    const page = await chromium.context.newPage();
    await page.goto(`${base}/form`);
    await page.fill('[name=to]', ownAddress);
    await page.evaluate((list) => {
      document.querySelector<HTMLTextAreaElement>('[name=body]')!.value = list;
    }, headline.body);
    const button = (await page.locator('button').boundingBox())!;
    await page.addScriptTag({
      content: `for (const [where, names] of [
        [Array.prototype, ['find', 'some', 'flatMap', 'filter']], [String.prototype, ['trim', 'toLowerCase']],
        [EventTarget.prototype, ['addEventListener', 'dispatchEvent']], [MessagePort.prototype, ['postMessage']],
        [HTMLDialogElement.prototype, ['showModal']], [Element.prototype, ['closest', 'querySelectorAll']],
        [Event.prototype, ['preventDefault', 'stopImmediatePropagation', 'composedPath']],
      ]) for (const name of names) where[name] = () => { throw new Error('poisoned'); };`,
    });
    await page.mouse.click(button.x + 5, button.y + 5);
    await page.waitForTimeout(3_000);
    expect(posted).toBe(0);
    await page.close();
  });
});

describeOffice('Roundcube holds back what is tried by', (office) => {
  beforeEach(async () => {
    await openCompose(office.page);
    await write(office.page, { to: [ownAddress], subject: 'for later', body: headline.body });
  });
  afterEach(async () => {
    const dialog = await dialogOn(office.page);
    expect(await dialog.headline()).toContain('957 people');
    await dialog.answer('dialog_back_message');
    await expectNothingArrived(office.roundcube);
  });
  const run = (script: () => void) => office.page.evaluate(script);

  it('its own command, called by a script', async () => {
    await run(() =>
      (window as unknown as { rcmail: { command(name: string, about: string): void } }).rcmail.command('send', ''),
    );
  });

  it('a field named like a method', async () => {
    await run(() => {
      const named = ['querySelector', 'contains', 'getAttribute', 'elements'];
      for (const name of named)
        document.forms
          .namedItem('form')!
          .append(Object.assign(document.createElement('input'), { name, hidden: true }));
    });
    await pressSend(office.page);
  });

  it('another message form before the real one', async () => {
    await run(() =>
      document.body.insertAdjacentHTML('afterbegin', '<form hidden><textarea name="_message">Hello</textarea></form>'),
    );
    await pressSend(office.page);
  });

  it('a harmless recipient before the real one', async () => {
    await run(() =>
      document.forms
        .namedItem('form')!
        .insertAdjacentHTML('afterbegin', '<textarea name="_to" hidden>kim@brightwater.example</textarea>'),
    );
    await pressSend(office.page);
  });

  it('a draft that a handler of Send swaps', async () => {
    await run(() => {
      const text = document.querySelector<HTMLTextAreaElement>('#composebody')!;
      const list = text.value;
      text.value = 'Hello';
      for (const button of document.querySelectorAll('button.send, a.send'))
        button.addEventListener(
          'click',
          () => {
            text.value = list;
          },
          true,
        );
    });
    await pressSend(office.page);
  });

  it('a page that listens to everything', async () => {
    const { page } = office;
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    const messages = await page.evaluateHandle(() => {
      const heard: string[] = [];
      window.addEventListener('message', (event) => heard.push(JSON.stringify(event.data)), true);
      return heard;
    });
    await pressSend(page);
    await dialogOn(page);
    const seen = await page.evaluate(() => ({
      strangers: [...document.documentElement.children]
        .filter((one) => !['HEAD', 'BODY'].includes(one.tagName))
        .map((one) => one.outerHTML + (one.shadowRoot ? 'open' : '')),
      frames: [...Array(window.length)].filter((_, index) => window[index]?.location.protocol === 'chrome-extension:')
        .length,
      loaded: performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('chrome-extension:'))
        .length,
      // Roundcube keeps a copy of what is being written there, under a name of its own.
      kept: JSON.stringify(
        [...Object.entries(localStorage), ...Object.entries(sessionStorage)].filter(
          ([key]) => !/\.compose\./.test(key),
        ),
      ),
    }));
    const values = valuesOf(headline.clients);
    const heard = [...said, ...(await messages.jsonValue()), ...seen.strangers].join('\n');
    expect(valuesIn(heard, values)).toEqual([]);
    expect(valuesIn(seen.kept, values), 'in the page’s storage').toEqual([]);
    expect(
      seen.strangers.every((one) => one.endsWith('></div>')),
      'hosts show nothing',
    ).toBe(true);
    expect(seen).toMatchObject({ frames: 0, loaded: 0 });
  });

  it('a desk that was moved to where nobody sees it', async () => {
    await run(() => {
      const hidden = document.body.appendChild(document.createElement('div'));
      for (const one of [...document.documentElement.children])
        if (!['HEAD', 'BODY'].includes(one.tagName)) hidden.append(one);
    });
    await office.page.waitForTimeout(1_000);
    await pressSend(office.page);
  });
});
