// The webmails that cannot be run here, in Firefox, by their structure pages: what must not go does not arrive, by each control that sends, and the
// breach contact is told once; ordinary mail goes once, unasked. The four most used each time; all: `npm run soak:webmails`.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incident } from '@/incidents/incident.ts';
import { structurePages } from '../webmails/structure-pages.ts';
import { isEverything } from './breadth.ts';
import { addonId, startFirefox } from './firefox.ts';
import { goBack, isDialogAbove } from './firefox-page.ts';
import { canSetPolicy, firefoxPath } from './machine.ts';
import { type FirefoxPolicy, firefoxPolicyFor } from './managed-policy.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { externalAddress, headline, ownAddress } from './samples.ts';
import { type StructureServer, startStructurePages } from './structure-server.ts';

const clientRows = `<pre>${headline.body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
const eachTime = ['gmail', 'outlook', 'yahoo', 'proton'];
/** This driver cannot press what is in a frame of another host. */
const written = structurePages.filter(({ id, top }) => !top && (isEverything || eachTime.includes(id)));

describe.skipIf(!firefoxPath || !canSetPolicy)('a webmail that cannot be run here, in Firefox', () => {
  let server: StructureServer;
  let receiver: Receiver;
  let policy: FirefoxPolicy;
  let firefox: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startStructurePages();
    receiver = await startReceiver();
    policy = firefoxPolicyFor(addonId, { version: 'firefox', reporting: { url: receiver.address } });
    firefox = await startFirefox(policy, { serves: server });
  });
  afterAll(async () => {
    await firefox?.close();
    policy?.close();
    await receiver?.close();
    await server?.close();
  });
  beforeEach(async () => {
    page = await firefox.newPage();
    return () => page.close();
  });

  /** What the breach contact was told of what was asked, each once: it is delivered at least once. A draft that the page saved is not asked about. */
  const told = () => {
    const entries = new Map(
      receiver.deliveries.map(({ json }) => [json.id, json.entry as { incident?: Incident } | undefined]),
    );
    return [...entries.values()].flatMap((entry) => entry?.incident ?? []).filter(({ trigger }) => trigger !== 'draft');
  };

  describe.each(written)('$id', (webmail) => {
    /** A forward, as a person makes one. Returned: by which controls it is sent. */
    const forward = async (to: string, html: string) => {
      await page.goto(webmail.top ?? webmail.address);
      const place = await found(() => page.frames().find((one) => one.url() === webmail.address));
      await place.evaluate((quoted) => Object.assign(globalThis, { practiceQuoted: quoted }), html);
      await place.click(webmail.forward);
      const inBody = await found(async () => {
        const frame = webmail.frame ? await (await place.$(webmail.frame))?.contentFrame() : place;
        return (await frame?.$(webmail.body)) && frame;
      });
      const inFields = webmail.hasFieldsInFrame ? inBody : place;
      await inFields.click(webmail.to);
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
      await inFields.click(webmail.subject);
      await page.keyboard.type('for later');
      const press = (keys: string) => async () => {
        await inBody.focus(webmail.body);
        const [held, key] = keys.split('+') as ['Control' | 'Alt', 'Enter' | 's'];
        await page.keyboard.down(held);
        await page.keyboard.press(key);
        await page.keyboard.up(held);
      };
      const menu = async () => {
        await place.click(webmail.opener!);
        await place.click(webmail.menuItem!);
      };
      return [
        ['its Send control', () => place.click(webmail.send)],
        ...(webmail.menuItem ? [['the menu beside Send', menu]] : []),
        ...webmail.keys.map((keys) => [keys, press(keys)]),
      ] as [name: string, commit: () => Promise<void>][];
    };

    it('holds 957 clients by each control that sends, and tells the breach contact', async () => {
      for (const [how, commit] of await forward(ownAddress, clientRows)) {
        const before = told().length;
        await commit();
        await goBack(page);
        await expect.poll(() => told().length, { timeout: 40_000, message: how }).toBe(before + 1);
        expect(told().at(-1), how).toMatchObject({
          verdict: { action: 'block' },
          people: { estimate: 957 },
          place: { webmail: webmail.id },
          choice: 'edited',
        });
        expect(server.sent(webmail), how).toEqual([]);
      }
    }, 150_000);

    it('lets ordinary mail go, once and unasked', async () => {
      server.posts.length = 0;
      const [[, commit]] = (await forward(externalAddress, '<p>We meet on Monday at ten.</p>')) as [
        [string, () => Promise<void>],
      ];
      await commit();
      await expect.poll(() => server.sent(webmail), { timeout: 20_000 }).toHaveLength(1);
      await new Promise((done) => setTimeout(done, 500));
      expect(server.sent(webmail)).toHaveLength(1);
      expect(await page.evaluate(isDialogAbove)).toBe(false);
    });
  });
});

async function found<T>(look: () => T | undefined | null | Promise<T | undefined | null>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const one = await look();
    if (one) return one;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('not within 10 s');
}
