// Requests that no script in the page can hold, in Firefox, where the browser asks the extension about every one: see docs/bypasses.md.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addonId, startFirefox } from './firefox.ts';
import { isDialogAbove, until } from './firefox-page.ts';
import { canSetPolicy, firefoxPath } from './machine.ts';
import { type FirefoxPolicy, firefoxPolicyFor } from './managed-policy.ts';
import { elsewhere, type RequestServer, runs, startRequestServer } from './request-attacks.ts';
import { headline, ownAddress } from './samples.ts';

describe.skipIf(!firefoxPath || !canSetPolicy)('a script of the page, in Firefox,', () => {
  let firefox: Browser;
  let policy: FirefoxPolicy;
  let server: RequestServer;
  let page: Page;

  beforeAll(async () => {
    server = await startRequestServer();
    policy = firefoxPolicyFor(addonId, { version: 'firefox' });
    firefox = await startFirefox(policy);
  });
  afterAll(async () => {
    await firefox?.close();
    policy?.close();
    server?.close();
  });
  beforeEach(async () => {
    page = await firefox.newPage();
    await page.goto(server.base);
    await page.type('[name=to]', ownAddress);
    await page.evaluate((list) => {
      document.querySelector('#editor')!.textContent = list;
    }, headline.body);
    await new Promise((done) => setTimeout(done, 1_500));
    server.posted.length = 0;
  });

  it.each(Object.keys(elsewhere))('sends nothing by %s', async (name) => {
    await page.evaluate(runs(elsewhere[name]!));
    await new Promise((done) => setTimeout(done, 700));
    expect(server.withClients()).toEqual([]);
    await page.close();
  });

  it.each(['form.submit()', 'fetch'])(
    'sends nothing by %s of a document written anew in the same task',
    async (way) => {
      await page.evaluate(
        (markup, to, list, by) => {
          document.open();
          document.write(markup);
          document.close();
          const [sent] = document.forms as unknown as [HTMLFormElement];
          sent.querySelector<HTMLInputElement>('[name=to]')!.value = to;
          sent.querySelector<HTMLTextAreaElement>('[name=body]')!.value = list;
          if (by === 'fetch') void fetch(sent.action, { method: 'POST', body: new FormData(sent) });
          else sent.submit();
        },
        '<form method="post" action="/elsewhere"><input name="to"><input name="subject"><textarea name="body"></textarea><button>Send</button></form>',
        ...[ownAddress, headline.body, way],
      );
      await until(page, isDialogAbove);
      expect(server.withClients()).toEqual([]);
      await page.close();
    },
  );

  it('sends an ordinary message', async () => {
    await page.evaluate(runs(elsewhere['a worker']!, '/elsewhere', 'Hello'));
    expect(server.posted.map(({ path }) => path)).toEqual(['/elsewhere']);
    await page.close();
  });
});
