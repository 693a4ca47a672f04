// Webmails that cannot be run here, as pages that behave as they are documented to, under their real addresses: what must not go does not
// arrive, by any way in and any control that sends; ordinary mail arrives once.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClosedWebmail, closedWebmails, drifted } from '../webmails/closed-webmails.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { type ClosedServer, startClosedWebmails } from './closed-server.ts';
import { dialogOn, hasDialog, label, namesOn } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { askBackground, type entriesOf, entriesSoFar, incidentsOf } from './record.ts';
import { clients957, externalAddress, fileNamed, headline, ownAddress } from './samples.ts';

/** As marked-up text: to paste as many plain lines takes Chromium itself most of a minute. */
const clientRows = `<pre>${headline.body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;

const isUpload = ({ url }: { url: string }) => /upload|attach/i.test(url);
const slow = { timeout: 20_000 };

/** What a page's own scripts do to be rid of us; each is given how its Send control is found. */
const fights: Record<string, (send: string) => void> = {
  'it stops what happens before anybody hears of it': () => {
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'submit'])
      for (const target of [window, document])
        target.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  },
  'it presses Send itself, and takes the dialog away': (send) => {
    let taken = 0;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (taken++ < 2) (node as ChildNode).remove();
    }).observe(document.documentElement, { childList: true });
    document.querySelector<HTMLElement>(send)!.click();
  },
  'it poisons what scripts are built on': (send) => {
    const yes = () => true;
    const button = document.querySelector<HTMLElement>(send)!;
    Object.defineProperty(Event.prototype, 'isTrusted', { get: yes });
    Object.defineProperty(MessageEvent.prototype, 'data', { get: yes });
    Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = () => undefined;
    EventTarget.prototype.dispatchEvent = yes;
    button.click();
  },
};

describe.skipIf(!chromiumPath)('a webmail that cannot be run here', () => {
  let server: ClosedServer;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    server = await startClosedWebmails();
    chromium = await startChromium({ serves: server });
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.close();
  });
  beforeEach(() => {
    server.posts.length = 0;
  });

  /** The person's hands in one webmail. */
  async function sitDown(webmail: ClosedWebmail, query = '') {
    await page.goto((webmail.top ?? webmail.address) + (webmail.top ? '' : query));
    const place = webmail.top ? await frameAt(page, webmail.address) : page.mainFrame();
    const inBody = webmail.frame ? place.frameLocator(webmail.frame) : place;
    const inFields = webmail.hasFieldsInFrame ? inBody : place;
    const body = inBody.locator(webmail.body);
    return {
      place,
      body,
      async write(to: string, text: string, open = webmail.open) {
        await place.evaluate((html) => Object.assign(globalThis, { practiceQuoted: html }), text);
        await place.click(open);
        await body.waitFor();
        await inFields.locator(webmail.to).click();
        await page.keyboard.insertText(to);
        await page.keyboard.press('Enter');
        await inFields.locator(webmail.subject).fill('for later');
      },
      commits: {
        'its Send control': () => place.click(webmail.send),
        'the menu beside Send': async () => {
          await place.click(webmail.opener);
          await place.click(webmail.menuItem);
        },
        ...Object.fromEntries(
          webmail.keys.map((keys) => [
            keys,
            async () => {
              // Its middle may be far below what shows.
              await body.focus();
              await page.keyboard.press(keys);
            },
          ]),
        ),
      } as Record<string, () => Promise<void>>,
    };
  }

  const expectHeld = async (webmail: ClosedWebmail, before: Awaited<ReturnType<typeof entriesOf>>, how: string) => {
    const dialog = await dialogOn(page, 40_000);
    expect(await dialog.headline(), how).toContain('957');
    await dialog.answer('dialog_back_message');
    // That such a draft was saved meanwhile is a record of its own.
    const decided = async () => (await incidentsOf(chromium, before)).filter(({ trigger }) => trigger !== 'draft');
    await expect.poll(async () => (await decided()).length, { timeout: 10_000 }).toBeGreaterThan(0);
    const incidents = await decided();
    expect(incidents, how).toMatchObject([
      {
        people: { estimate: 957 },
        verdict: { action: 'block' },
        outcome: 'near-miss',
        place: { webmail: webmail.id },
        ...(webmail.account ? { actor: { value: webmail.account, from: 'account' } } : {}),
      },
    ]);
    expect(['own', 'personal'], how).toContain(incidents[0]!.destination);
    expect(server.sent(webmail), how).toEqual([]);
  };

  const waysIn: Record<string, (hands: Awaited<ReturnType<typeof sitDown>>, webmail: ClosedWebmail) => Promise<void>> =
    {
      'put there by a script of the page': async ({ write, body }) => {
        await write(ownAddress, '');
        await body.evaluate((editor, html) => {
          editor.innerHTML = html;
          editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }, clientRows);
      },
      forwarded: async ({ write }, { forward }) => write(ownAddress, clientRows, forward),
    };

  it('one that names its controls anew is held by its general form, and the person and IT are told', async () => {
    const [known] = closedWebmails;
    const anew = Object.entries(known!).map(([key, value]) => [
      key,
      typeof value === 'string' ? drifted(value) : value,
    ]);
    const webmail: ClosedWebmail = { ...known!, ...Object.fromEntries(anew) };
    const hands = await sitDown(webmail, '?drifted');
    await hands.write(ownAddress, '<p>Hello</p>', webmail.forward);
    await expect
      .poll(() => namesOn(page, 'StaticText'))
      .toContainEqual(expect.stringContaining(label('marker_degraded')));
    const { webmails } = await askBackground(chromium, 'health/get', {});
    expect(webmails).toMatchObject([{ webmail: webmail.id, health: 'degraded' }]);
    expect(webmails[0]!.missing).toEqual(expect.arrayContaining(['body', 'recipients', 'send']));
    await hands.body.evaluate((editor, html) => {
      editor.innerHTML = html;
      editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, clientRows);
    for (const commit of [hands.commits['its Send control']!, hands.commits[webmail.keys[0]!]!]) {
      const before = await entriesSoFar(chromium);
      await commit();
      await expectHeld(webmail, before, 'named anew');
      for (const incident of await incidentsOf(chromium, before)) expect(incident.adapterHealth).toBe('degraded');
    }
  });

  describe.each(closedWebmails)('$id', (webmail) => {
    const isMain = ['gmail', 'outlook', 'yahoo', 'proton'].includes(webmail.id);
    // Text that is forwarded, and text that is not, are one to the guard: seen once where each is cheapest.
    it.each(Object.keys(waysIn).filter((way) => webmail.id === 'gmail' || way === 'forwarded'))(
      'holds 957 clients that were %s, by every control that sends',
      async (way) => {
        const hands = await sitDown(webmail);
        await waysIn[way]!(hands, webmail);
        const commits = Object.entries(hands.commits).filter(([how]) => isMain || !how.includes('menu'));
        for (const [how, commit] of commits) {
          const before = await entriesSoFar(chromium);
          await commit();
          await expectHeld(webmail, before, how);
          await hands.place.evaluate(() => document.querySelector('[data-practice-menu]')?.remove());
        }
      },
    );

    if (isMain)
      it.each(webmail.id === 'gmail' ? Object.keys(fights) : Object.keys(fights).slice(1, 2))(
        'sends nothing where the page fights back: %s',
        async (how) => {
          const hands = await sitDown(webmail);
          await hands.write(ownAddress, clientRows, webmail.forward);
          const before = await entriesSoFar(chromium);
          await hands.place.evaluate(fights[how]!, webmail.send);
          if (how === 'it stops what happens before anybody hears of it') await hands.commits['its Send control']!();
          await expectHeld(webmail, before, how);
        },
      );

    if (isMain)
      it('holds files with 957 clients before they are uploaded', async () => {
        const { write, place } = await sitDown(webmail);
        await write(ownAddress, '');
        for (const file of webmail.id === 'gmail' ? [clients957.csv, clients957.xlsx] : [clients957.xlsx]) {
          const before = await entriesSoFar(chromium);
          await place.locator('input[type="file"]').first().setInputFiles(file);
          const dialog = await dialogOn(page, 40_000);
          expect(await dialog.headline()).toContain('957');
          await dialog.answer('dialog_back_file');
          expect(await incidentsOf(chromium, before)).toMatchObject([
            { verdict: { action: 'block' }, trigger: 'attach' },
          ]);
        }
        expect(server.posts.filter(isUpload)).toEqual([]);
      });

    if (isMain)
      it('lets an ordinary mail that is forwarded go, saved as a draft before, once and unasked', async () => {
        const hands = await sitDown(webmail);
        await hands.write(externalAddress, '<p>We meet on Monday at ten, in the blue room.</p>', webmail.forward);
        await hands.body.click();
        await page.keyboard.insertText('As you asked. ');
        await expect
          .poll(() => server.posts.filter((post) => !webmail.isSend(post.url, post.body)), slow)
          .not.toEqual([]);
        await hands.commits[webmail.keys[0]!]!();
        await expect.poll(() => server.sent(webmail), slow).toHaveLength(1);
        await page.waitForTimeout(300);
        expect(server.sent(webmail)).toHaveLength(1);
        expect(await hasDialog(page)).toBe(false);
      });

    it('lets ordinary mail with a file go, once and unasked', async () => {
      const hands = await sitDown(webmail);
      await hands.write(externalAddress, '');
      await hands.place.locator('input[type="file"]').setInputFiles(fileNamed('timetable.csv', 'week,room\n1,Blue\n'));
      await expect.poll(() => server.posts.filter(isUpload), slow).toHaveLength(1);
      await hands.body.click();
      await page.keyboard.insertText('See you on Monday.');
      await hands.commits['its Send control']!();
      await expect.poll(() => server.sent(webmail), slow).toHaveLength(1);
      await page.waitForTimeout(300);
      expect(server.sent(webmail)).toHaveLength(1);
      expect(await hasDialog(page)).toBe(false);
    });
  });
});

async function frameAt(page: Page, address: string): Promise<Frame> {
  for (let tries = 0; tries < 100; tries++) {
    const frame = page.frames().find((one) => one.url() === address);
    if (frame) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`no frame at ${address}`);
}
