// Webmails that cannot be run here, as pages that behave as they are documented to, under their real addresses or at any: what must not go does not
// arrive, by any way in and any control that sends; ordinary mail arrives once, as without the extension. Every webmail is seen each time, with
// one way in, its Send and one more control, the four most used with all of theirs; all by all: `npm run soak:everything`.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drifted, driftOf, type StructurePage, structurePages } from '../webmails/structure-pages.ts';
import { isEverything } from './breadth.ts';
import { drop, pick } from './bring-files.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { pasteShown } from './clipboard.ts';
import { dialogOn, hasDialog, label, namesOn } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { askBackground, askedSince, incidentsOf, recordedSoFar } from './record.ts';
import { clients957, externalAddress, fileNamed, headline, ownAddress } from './samples.ts';
import { type StructureServer, startStructurePages } from './structure-server.ts';

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
  let server: StructureServer;
  let chromium: Chromium;
  let page: Page;
  /** A page of a browser without the extension. */
  let without: Page | undefined;
  let bare: Chromium | undefined;

  beforeAll(async () => {
    server = await startStructurePages();
    chromium = await startChromium({ serves: server });
    page = await chromium.context.newPage();
    if (isEverything) bare = await startChromium({ serves: server, extension: false });
    without = await bare?.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    await bare?.close();
    await server?.close();
  });
  beforeEach(() => {
    server.posts.length = 0;
  });

  /** The person's hands in one webmail. */
  async function sitDown(webmail: StructurePage, query = '', where = page) {
    await where.goto((webmail.top ?? webmail.address) + (webmail.top ? '' : query));
    const place = webmail.top ? await frameAt(where, webmail.address) : where.mainFrame();
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
        await where.keyboard.insertText(to);
        await where.keyboard.press('Enter');
        await inFields.locator(webmail.subject).fill('for later');
      },
      /** As a draft that is opened, or what a reply begins with. */
      async begin(draft: { body: string; files?: string[]; quote?: string; archives?: boolean }) {
        await place.evaluate((one) => globalThis.practice.open(one), {
          to: [ownAddress],
          subject: 'for later',
          ...draft,
        });
        await body.waitFor();
      },
      async attach(path: string) {
        if (webmail.attach) await pick(where, webmail.attach, path);
        else await place.locator('input[type="file"]').first().setInputFiles(path);
      },
      commits: {
        'its Send control': () => place.click(webmail.send),
        ...(webmail.menuItem
          ? {
              'the menu beside Send': async () => {
                await place.click(webmail.opener!);
                await place.click(webmail.menuItem!);
              },
            }
          : {}),
        ...Object.fromEntries(
          webmail.keys.map((keys) => [
            keys,
            async () => {
              // Its middle may be far below what shows.
              await body.focus();
              await where.keyboard.press(keys);
            },
          ]),
        ),
      } as Record<string, () => Promise<void>>,
    };
  }

  const expectHeld = async (webmail: StructurePage, before: number, how: string) => {
    const dialog = await dialogOn(page, 40_000);
    expect(await dialog.headline(), how).toContain('957');
    await dialog.answer('dialog_back_message');
    const incidents = await askedSince(chromium, before);
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

  const waysIn: Record<string, (hands: Awaited<ReturnType<typeof sitDown>>, webmail: StructurePage) => Promise<void>> =
    {
      'put there by a script of the page': async ({ write, body }) => {
        await write(ownAddress, '');
        await body.evaluate((editor, html) => {
          editor.innerHTML = html;
          editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }, clientRows);
      },
      forwarded: async ({ write }, { forward }) => write(ownAddress, clientRows, forward),
      'pasted by a person': async ({ write, body }) => {
        await write(ownAddress, '');
        await pasteShown(page, body, clientRows);
      },
      'quoted in a reply': ({ begin }) => begin({ body: `<p>As you asked.</p><blockquote>${clientRows}</blockquote>` }),
      'in a draft that was opened again': ({ begin }) => begin({ body: clientRows }),
    };
  const ways = Object.keys(waysIn);

  it.each(structurePages.filter(({ id, top }) => id === 'gmail' || (isEverything && !top)))(
    '$id with its controls named anew is held by its general form, and the person and IT are told',
    async (known) => {
      const anew = Object.entries(known)
        .filter(([key]) => key !== 'id' && key !== 'page' && key !== 'address')
        .map(([key, value]) => [key, typeof value === 'string' ? drifted(value) : value]);
      const webmail: StructurePage = { ...known, ...Object.fromEntries(anew) };
      const hands = await sitDown(webmail, '?drifted');
      await hands.write(ownAddress, '<p>Hello</p>', webmail.forward);
      await expect
        .poll(() => namesOn(page, 'StaticText'))
        .toContainEqual(expect.stringContaining(label('marker_degraded')));
      const { webmails } = await askBackground(chromium, 'health/get', {});
      const told = webmails.find((one) => one.webmail === webmail.id)!;
      expect(told).toMatchObject({ health: 'degraded' });
      for (const part of ['body', 'recipients', 'send'] as const)
        if (driftOf(known, part))
          expect(told.missing?.includes(part) || told.missing?.includes('compose'), part).toBe(true);
      await hands.body.evaluate((editor, html) => {
        editor.innerHTML = html;
        editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, clientRows);
      // A menu beside a Send that is known by its shape is a part of it.
      for (const how of ['its Send control', ...webmail.keys.slice(0, 1)]) {
        const commit = hands.commits[how]!;
        const before = await recordedSoFar(chromium);
        await commit();
        await expectHeld(webmail, before, 'named anew');
        for (const incident of await incidentsOf(chromium, before)) expect(incident.adapterHealth).toBe('degraded');
      }
    },
  );

  describe.each(structurePages)('$id', (webmail) => {
    const isMain = ['gmail', 'outlook', 'yahoo', 'proton'].includes(webmail.id);
    const at = structurePages.indexOf(webmail);
    it.each(ways.filter((_, index) => isEverything || index === at % ways.length))(
      'holds 957 clients that were %s, by controls that send',
      async (way) => {
        const hands = await sitDown(webmail);
        const entered = await recordedSoFar(chromium);
        await waysIn[way]!(hands, webmail);
        // Where all accounts are private, what is pasted would have left at once: it is held before it is in the draft.
        if (way === 'pasted by a person' && webmail.id === 'icloud') {
          const dialog = await dialogOn(page, 40_000);
          expect(await dialog.headline()).toContain('957');
          await dialog.answer('dialog_back_text');
          return expect(await askedSince(chromium, entered)).toMatchObject([
            { verdict: { action: 'block' }, trigger: 'paste' },
          ]);
        }
        const [send, ...others] = Object.entries(hands.commits);
        // One more in turn, in another order than the ways in.
        const more = isMain || isEverything ? others : others.slice(at % Math.max(1, others.length)).slice(0, 1);
        for (const [how, commit] of [send!, ...more]) {
          const before = await recordedSoFar(chromium);
          await commit();
          await expectHeld(webmail, before, how);
          await hands.place.evaluate(() => document.querySelector('[data-practice-menu]')?.remove());
        }
      },
      // Up to four controls, each with its dialog.
      120_000,
    );

    if (isMain)
      it.each(webmail.id === 'gmail' || isEverything ? Object.keys(fights) : Object.keys(fights).slice(1, 2))(
        'sends nothing where the page fights back: %s',
        async (how) => {
          const hands = await sitDown(webmail);
          await hands.write(ownAddress, clientRows, webmail.forward);
          const before = await recordedSoFar(chromium);
          await hands.place.evaluate(fights[how]!, webmail.send);
          if (how === 'it stops what happens before anybody hears of it') await hands.commits['its Send control']!();
          await expectHeld(webmail, before, how);
        },
      );

    if (webmail.attach || webmail.id === 'gmail' || isEverything)
      it('holds files with 957 clients before they are uploaded, chosen or dropped', async () => {
        const { write, attach } = await sitDown(webmail);
        await write(ownAddress, '');
        const isDropped = isMain;
        for (const trigger of isDropped ? ['attach', 'drop'] : ['attach']) {
          const before = await recordedSoFar(chromium);
          if (trigger === 'attach') await attach(clients957.xlsx);
          else await drop(page, webmail.subject, [clients957.csv]);
          const dialog = await dialogOn(page, 40_000);
          expect(await dialog.headline()).toContain('957');
          await dialog.answer('dialog_back_file');
          expect(await askedSince(chromium, before)).toMatchObject([{ verdict: { action: 'block' }, trigger }]);
        }
        expect(server.posts.filter(isUpload)).toEqual([]);
      });

    if (webmail.id === 'gmail')
      it('takes back what was sent, and holds it once 957 clients are in it, by Enter on Send', async () => {
        const hands = await sitDown(webmail);
        await hands.write(ownAddress, '<p>Hello</p>');
        await hands.commits['its Send control']!();
        await expect.poll(() => server.sent(webmail)).toHaveLength(1);
        server.posts.length = 0;
        await page.click('#link_undo');
        await hands.body.waitFor();
        await hands.body.evaluate((editor, html) => {
          editor.innerHTML = html;
          editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }, clientRows);
        const before = await recordedSoFar(chromium);
        await page.focus(webmail.send);
        await page.keyboard.press('Enter');
        await expectHeld(webmail, before, 'Enter on Send');
      });

    // Proton's is sealed when it goes: it is unfolded before.
    if (webmail.id === 'gmail' || webmail.id === 'proton')
      it('holds 957 clients in a quote that is folded away, which the page itself puts in when it sends', async () => {
        const hands = await sitDown(webmail);
        await hands.begin({ body: '<p>As you asked.</p>', quote: `<blockquote>${clientRows}</blockquote>` });
        const before = await recordedSoFar(chromium);
        await hands.commits['its Send control']!();
        const dialog = await dialogOn(page, 40_000);
        expect(await dialog.headline()).toContain('957');
        await dialog.answer('dialog_back_message');
        const incidents = await askedSince(chromium, before);
        const trigger = webmail.id === 'proton' ? 'send' : 'network';
        expect(incidents).toMatchObject([{ people: { estimate: 957 }, trigger, outcome: 'near-miss' }]);
        expect(server.sent(webmail)).toEqual([]);
      });

    if (webmail.archive && (webmail.id === 'gmail' || isEverything))
      it('holds 957 clients that would be sent and archived', async () => {
        const hands = await sitDown(webmail);
        await hands.begin({ body: clientRows, archives: true });
        const before = await recordedSoFar(chromium);
        // By keyboard: it has no size of its own in Gmail's page.
        await hands.place.press(webmail.archive!, 'Enter');
        await expectHeld(webmail, before, 'send and archive');
      });

    if (isMain)
      it('does not let a draft go that was opened again with 957 clients in its file', async () => {
        const hands = await sitDown(webmail);
        await hands.begin({ body: '<p>As you asked.</p>', files: ['clients-957.csv'] });
        const before = await recordedSoFar(chromium);
        await hands.commits['its Send control']!();
        const dialog = await dialogOn(page, 40_000);
        // Where the page has no link to it, it cannot be read: that is asked, not passed.
        if (webmail.id === 'gmail') expect(await dialog.headline()).toContain('957');
        await dialog.answer('dialog_back_message');
        expect(await askedSince(chromium, before)).toMatchObject([{ trigger: 'send', outcome: 'near-miss' }]);
        expect(server.sent(webmail)).toEqual([]);
      });

    /** What arrived of a message with a file that was forwarded, saved as a draft on the way, and sent. */
    const sendOrdinary = async (page: Page, how: string) => {
      server.posts.length = 0;
      const hands = await sitDown(webmail, '', page);
      await hands.write(externalAddress, '<p>We meet on Monday at ten, in the blue room.</p>', webmail.forward);
      await hands.attach(fileNamed('timetable.csv', 'week,room\n1,Blue\n'));
      await expect.poll(() => server.posts.filter(isUpload), slow).toHaveLength(1);
      await hands.body.click();
      await page.keyboard.insertText('As you asked. ');
      await expect
        .poll(() => server.posts.filter((post) => !isUpload(post) && !webmail.isSend(post.url, post.body)), slow)
        .not.toEqual([]);
      await hands.commits[how]!();
      await expect.poll(() => server.sent(webmail), slow).toHaveLength(1);
      await page.waitForTimeout(300);
      return server.sent(webmail).map(({ body }) => body.replace(/-+WebKitFormBoundary\w+/g, ''));
    };

    const controls = ['its Send control', ...(webmail.menuItem ? ['the menu beside Send'] : []), ...webmail.keys];
    if (isMain || isEverything)
      it.each(
        controls.filter((how) => isEverything || webmail.id === 'gmail' || how === (webmail.keys[0] ?? controls[0])),
      )('lets ordinary mail with a file go by %s, once and unasked, and as without the extension', async (how) => {
        const sent = await sendOrdinary(page, how);
        expect(sent).toHaveLength(1);
        expect(await hasDialog(page)).toBe(false);
        if (without) expect(sent).toEqual(await sendOrdinary(without, how));
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
