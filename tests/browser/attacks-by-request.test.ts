// Scripts in the page send the 957 clients by a request, without touching a form or a control: see docs/bypasses.md. Once with the extension
// as a person installs it, once installed by policy, where the browser lets it stop what leaves by another way than the page.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ForcedInstall, forceInstalled } from './managed-policy.ts';
import { askedSince, recordedSoFar } from './record.ts';
import {
  type Attack,
  elsewhere,
  hooked,
  type RequestServer,
  runs,
  saving,
  sending,
  startRequestServer,
} from './request-attacks.ts';
import { headline, ownAddress } from './samples.ts';

describe.skipIf(!chromiumPath).each([
  ['as a person installs it', false],
  ['installed by policy', true],
] as const)('a script of the page, with the extension %s,', (_, isForced) => {
  if (isForced && !canSetPolicy) return;
  let chromium: Chromium;
  let policy: ForcedInstall | undefined;
  let server: RequestServer;
  let page: Page;

  beforeAll(async () => {
    server = await startRequestServer();
    policy = isForced ? await forceInstalled({}) : undefined;
    chromium = await startChromium(policy ? { policy } : {});
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    server?.close();
  });
  beforeEach(async () => {
    page = await chromium.context.newPage();
    await page.goto(server.base);
    await page.fill('[name=to]', ownAddress);
    await page.evaluate((list) => {
      document.querySelector('#editor')!.textContent = list;
    }, headline.body);
    // The part that knows messages comes when there is a place to write in.
    await page.waitForTimeout(1_500);
    server.posted.length = 0;
  });
  const run = (attack: Attack, path?: string, text?: string) => page.evaluate(runs(attack, path, text));
  /** What waits for an answer does not come back before it. */
  const start = (attack: Attack, path?: string, text?: string) => void run(attack, path, text).catch(() => {});
  /** Paths at which clients arrived. */
  const arrived = async () => {
    await page.waitForTimeout(700);
    await page.close();
    return server.withClients();
  };

  // The page's side is the same in both.
  const names = isForced ? ['fetch'] : Object.keys(hooked);
  it.each(names)('sends nothing by %s', async (name) => {
    start(hooked[name]!);
    // A beacon is short by nature: what stands open is judged beside it.
    const people = name === 'a beacon' ? '1,213 people' : '957 people';
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
    await page.evaluate(() => {
      document.querySelector('#editor')!.textContent = 'Hello';
    });
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
    expect(server.posted).toEqual([{ path: sending, body: '{"text":"Hello"}' }]);
    expect(await arrived()).toEqual([]);
  });

  it('sends the parameters and the document that were judged, not what it makes of them meanwhile', async () => {
    await page.evaluate(() => {
      document.querySelector('#editor')!.textContent = 'Hello';
    });
    await run(async (path, body) => {
      const parameters = new URLSearchParams({ text: 'Hello' });
      const xml = new DOMParser().parseFromString('<m>Hello</m>', 'application/xml');
      for (const one of [parameters, xml]) {
        const xhr = new XMLHttpRequest();
        const ended = new Promise((done) => xhr.addEventListener('loadend', done));
        xhr.open('POST', path);
        xhr.send(one);
        parameters.set('text', body);
        xml.documentElement.textContent = body;
        await ended;
        xml.documentElement.textContent = 'Hello';
      }
    });
    expect(server.posted.map(({ body }) => body)).toEqual(['text=Hello', '<m>Hello</m>']);
    expect(await arrived()).toEqual([]);
  });

  it('sends nothing to an address nobody knows, with the draft in it', async () => {
    start(hooked.fetch!, '/collect');
    await (await dialogOn(page)).answer('dialog_back_message');
    expect(await arrived()).toEqual([]);
  });

  it('sends a file of its own to an address nobody knows, and it is recorded where it went', async () => {
    const before = await recordedSoFar(chromium);
    const file = (path: string, body: string) => {
      const form = new FormData();
      form.append('part', new File([body], 'part.txt'));
      return fetch(path, { method: 'POST', body: form }).then(() => undefined);
    };
    for (let times = 0; times < 2; times++) await run(file, '/collect');
    expect(await askedSince(chromium, before)).toMatchObject([
      { trigger: 'attach', choice: 'not-asked', destination: 'personal', people: { estimate: 957 } },
    ]);
    expect(await arrived()).toEqual(['/collect', '/collect']);
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
    expect(server.posted.map(({ path }) => path)).toEqual([sending, saving]);
  });
});
