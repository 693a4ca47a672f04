// The case that must never be missed, in every view of a real Horde IMP: 957 clients to the sender's own personal address, from what sends
// in it. What a person does besides is done as without the extension: a draft saved, a text made HTML, an ordinary message with a file,
// a reply and a forward.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { type Dialog, dialogOn, hasDialog, label } from './dialog.ts';
import { type Horde, startHorde } from './horde.ts';
import * as person from './horde-page.ts';
import { canRunRoundcube, chromiumPath } from './machine.ts';
import { askedSince, recordedSoFar } from './record.ts';
import { clients957, clientTable, externalAddress, fileNamed, ownAddress, valuesIn, valuesOf } from './samples.ts';
import { storedIn } from './stored-mail.ts';

const clients = generateClients(957, 2);
const list = clientTable(clients);
const secrets = [...valuesOf(clients), ownAddress, 'for later'];
const timetable = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const ordinary =
  'Dear Kim,\nwe meet on Monday at ten in the blue room, as we did the last time, and go through both of the tables.';

describe.skipIf(!chromiumPath || !canRunRoundcube)('Horde', () => {
  let horde: Horde;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    horde = startHorde();
    horde.reset();
    chromium = await startChromium();
    page = await chromium.context.newPage();
    page.setDefaultTimeout(40_000);
  }, 600_000);
  afterAll(async () => {
    await chromium?.close();
    horde?.reset();
    horde?.stop();
  });
  beforeEach(() => horde.reset());

  const asked = async (): Promise<Dialog> => {
    const dialog = await dialogOn(page);
    expect(await dialog.text()).toContain(label('dialog_mark_block'));
    expect(await dialog.box.locator('[data-release]').count(), 'a block offers no way to send').toBe(0);
    return dialog;
  };
  /** A view that shows nobody's account: an own address cannot be told from other private ones. */
  const isHeld = async (
    trigger: string,
    press: () => Promise<unknown>,
    {
      back,
      destination = 'own',
      people = 957,
    }: { back?: 'dialog_back_file'; destination?: string; people?: number } = {},
  ) => {
    const before = await recordedSoFar(chromium);
    await press();
    const dialog = await asked();
    if (back) await dialog.answer(back);
    else await page.keyboard.press('Escape');
    await dialog.isGone();
    const incidents = await askedSince(chromium, before);
    expect(incidents).toHaveLength(1);
    const verdict = { action: 'block', enforced: true };
    expect(incidents).toMatchObject([{ trigger, verdict, destination, outcome: 'near-miss' }]);
    expect(incidents[0]!.people.estimate).toBeGreaterThanOrEqual(people);
    expect(valuesIn(JSON.stringify(incidents), secrets)).toEqual([]);
    return incidents[0]!;
  };

  describe.each<[person.View, webmail: string, keys: readonly ('Control+Enter' | 'Enter')[]]>([
    ['dynamic', 'horde', ['Control+Enter']],
    ['basic', 'horde', ['Enter', 'Control+Enter']],
    ['smartmobile', 'generic', []],
    ['mobile', 'generic', ['Enter']],
  ])('957 clients in its view %s', (view, webmail, keys) => {
    const destination = webmail === 'horde' ? 'own' : 'personal';
    beforeEach(async () => {
      await person.login(page, horde, view);
      await person.openCompose(page, view);
      await person.write(page, { to: [ownAddress], subject: 'for later' });
    });

    it('are held back from what sends, and the draft stays', async () => {
      await person.write(page, { body: list });
      for (const way of ['click', 'double-click', ...keys] as const) {
        const trigger = way === 'Control+Enter' ? 'shortcut' : 'send';
        const { place, adapterHealth, recipients } = await isHeld(trigger, () => person.pressSend(page, view, way), {
          destination,
        });
        expect({ webmail: place.webmail, adapterHealth, to: recipients.count }).toEqual({
          webmail,
          adapterHealth: 'well',
          to: 1,
        });
        expect(await person.isOpen(page)).toBe(true);
      }
      await horde.expectNothing();
    }, 240_000);

    it.skipIf(view === 'smartmobile')(
      'are held as a file when it is chosen',
      async () => {
        await isHeld('attach', () => person.chooseFile(page, clients957.xlsx), {
          back: 'dialog_back_file',
          destination,
        });
        const taken = await page
          .locator('input[type="file"]')
          .first()
          .evaluate((input: HTMLInputElement) => input.files!.length);
        expect(taken, 'the file never reached the page').toBe(0);
        await horde.expectNothing();
      },
      120_000,
    );
  });

  describe('in its dynamic view', () => {
    beforeEach(() => person.login(page, horde, 'dynamic'));

    it('957 clients are made HTML and saved like any text, and held back from Send after it', async () => {
      await person.openCompose(page, 'dynamic');
      await person.write(page, { to: [ownAddress], subject: 'for later', body: list });
      await person.changeToHtml(page);
      await isHeld('send', () => person.pressSend(page, 'dynamic'));
      await person.saveDraft(page);
      expect(await hasDialog(page)).toBe(false);
      expect((await horde.inFolder('Drafts')).map(({ mail }) => mail.subject)).toEqual(['for later']);
      await horde.expectNothing();
    }, 240_000);

    it.each([
      ['reply', 957],
      // Horde forwards a message as a file that the page only names: it cannot be read, and is held for that.
      ['forward', 0],
    ] as const)(
      '957 clients in a message are held back from a %s',
      async (how, people) => {
        await horde.seed({ from: ownAddress, subject: 'All of them', text: list });
        const opener = page;
        page = await person.openAnswer(opener, 'All of them', how);
        try {
          if (how === 'forward') await person.write(page, { to: [ownAddress] });
          await isHeld('send', () => person.pressSend(page, 'dynamic'), { people });
          await horde.expectNothing();
        } finally {
          await page.close();
          page = opener;
        }
      },
      240_000,
    );
  });
});

describe.skipIf(!chromiumPath || !canRunRoundcube)('ordinary mail in Horde', () => {
  it('is stored as without the extension: a new one with a file, one made HTML, a reply, a draft sent later', async () => {
    const horde = startHorde();
    const stored = [];
    try {
      for (const options of [{ extension: false } as const, {}]) {
        horde.reset();
        await horde.seed({
          from: externalAddress,
          subject: 'A question',
          text: 'Is Monday all right?',
          date: new Date('2026-01-05T09:00:00Z'),
          messageId: '<question@harbour-mills.example>',
        });
        const chromium = await startChromium(options);
        try {
          const page = await chromium.context.newPage();
          page.setDefaultTimeout(40_000);
          await person.login(page, horde, 'dynamic');
          let sent = 0;
          const send = async (from: Page) => {
            await person.pressSend(from, 'dynamic');
            await horde.waitForArrivals(++sent);
          };
          await person.openCompose(page, 'dynamic');
          await person.write(page, { to: [externalAddress], subject: 'Monday', body: ordinary, files: [timetable] });
          await send(page);
          await person.openCompose(page, 'dynamic');
          await person.write(page, { to: [externalAddress], subject: 'As HTML', body: ordinary });
          await person.changeToHtml(page);
          await send(page);
          await person.openCompose(page, 'dynamic');
          await person.write(page, { to: [externalAddress], subject: 'For later', body: ordinary });
          await person.saveDraft(page);
          await person.login(page, horde, 'dynamic');
          await send(await person.openDraft(page, 'For later'));
          await send(await person.openAnswer(page, 'A question', 'reply'));
        } finally {
          await chromium.close();
        }
        stored.push(await storedIn(horde));
      }
    } finally {
      horde.reset();
      horde.stop();
    }
    const [without, withIt] = stored;
    expect(without!.arrived).toHaveLength(4);
    expect(without!.sent).toHaveLength(4);
    expect(withIt).toEqual(without);
  }, 600_000);
});
