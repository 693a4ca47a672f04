// Files that cannot be read, or should not be: a clear line in the dialog, a page that stays responsive, nothing sent silently. The extension
// that goes from under its dialog, and the network that is lost: nothing leaves unasked or twice, and the record claims no more than is known.
import { readFileSync } from 'node:fs';
import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialogOn, hasDialog, label, noticesOn } from './dialog.ts';
import { describeOffice, expectNothingArrived } from './office.ts';
import { longestStall, watchThread } from './page-thread.ts';
import { askedSince, entriesOf, recordedSoFar } from './record.ts';
import { chooseFile, openCompose, pressSend, waitUntilSent, write } from './roundcube-page.ts';
import { clients957, clientTable, externalAddress, fileNamed, headline, ownAddress, thirtyClients } from './samples.ts';
import { zipOfZeros } from './zip-of-zeros.ts';

const csv = readFileSync(clients957.csv, 'utf8');
const line = 'The weather was mild and the road to the coast was dry all week.\n';

/** What is attached, and what the dialog must say about it. */
const files: [string, () => string, RegExp][] = [
  [
    'a broken XLSX',
    () => fileNamed('broken.xlsx', readFileSync(clients957.xlsx).subarray(0, 20_000)),
    /Not checked: broken\.xlsx/,
  ],
  ['a file of 0 bytes', () => fileNamed('empty.csv', ''), /Not checked: empty\.csv/],
  ['a ZIP bomb', () => fileNamed('bomb.zip', zipOfZeros(300 << 20)), /Not checked: bomb\.zip/],
  ['a CSV in UTF-16', () => fileNamed('utf16.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')), /957 people/],
  [
    'a text of 50 MB with 957 people at its end',
    () => fileNamed('long.txt', line.repeat(Math.ceil(5e7 / line.length)) + csv),
    /957 people|Not checked: long\.txt/,
  ],
];

describeOffice('bad input', (office) => {
  it.each(files)('%s is named in the dialog, and the page stays responsive', async (_, make, says) => {
    const { chromium, page } = office;
    const before = await recordedSoFar(chromium);
    await openCompose(page);
    await write(page, { to: [externalAddress], subject: 'A file' });
    await watchThread(page);
    await chooseFile(page, make());
    // What would be blocked is asked about at once; the rest when it is to be sent.
    const uploaded = page.locator('#attachment-list li:not(.uploading)').first().waitFor({ timeout: 60_000 });
    const asked = dialogOn(page, 60_000);
    await Promise.race([uploaded.then(() => pressSend(page)).catch(() => undefined), asked.catch(() => undefined)]);
    const dialog = await asked;
    expect(await dialog.text()).toMatch(says);
    await page.keyboard.press('Escape');
    await dialog.isGone();
    expect(await longestStall(page), 'milliseconds for which the page did not answer').toBeLessThan(500);
    await expectNothingArrived(office.roundcube);
    // What was asked is recorded after the person answered, and a long file takes its time.
    expect(await askedSince(chromium, before)).toHaveLength(1);
  });

  describe('the network is lost', () => {
    it.each<[string, number, (route: Route) => Promise<unknown>]>([
      ['before the server has the message', 0, async () => undefined],
      [
        'after the server has the message',
        1,
        // Names below .test are known to the browser alone.
        (route) =>
          route.fetch({
            url: route
              .request()
              .url()
              .replace(/\/\/[^/:]+/, '//127.0.0.1'),
          }),
      ],
    ])('%s: nothing is sent twice, and nobody knows what became of it', async (_, had, first) => {
      const { chromium, page, roundcube } = office;
      const before = await recordedSoFar(chromium);
      const body = clientTable(thirtyClients.slice(0, 6));
      await openCompose(page);
      await write(page, { to: [externalAddress], subject: 'Visits', body });
      const lose = async (route: Route) => {
        await first(route);
        await route.abort('connectionreset');
      };
      // How Roundcube's form goes.
      await page.route(/_framed=1/, lose, { times: 1 });
      await pressSend(page);
      await (await dialogOn(page)).answer('dialog_go_on_message');
      const said = async () =>
        (await entriesOf(chromium, before)).flatMap(({ entry }) =>
          entry.type === 'amendment' ? [entry.amendment.sent] : [],
        );
      await expect.poll(said).toEqual(['unknown']);
      expect(await page.inputValue('#composebody')).toContain(thirtyClients[5]!.email);
      expect(await roundcube.waitForArrivals(had)).toHaveLength(had);

      // The person presses again, unasked about the same message.
      await pressSend(page);
      if (had === 0) await waitUntilSent(page);
      expect(await hasDialog(page)).toBe(false);
      expect(await roundcube.waitForArrivals(1)).toHaveLength(1);
      const [incident, ...more] = await askedSince(chromium, before);
      expect(more).toEqual([]);
      expect(incident).toMatchObject({ people: { estimate: 6 }, outcome: 'left' });
      await expect.poll(said).toEqual(had === 0 ? ['unknown', 'sent'] : ['unknown']);
    });
  });

  it('the extension is put in place anew under its dialog: nothing leaves, the person is told, the draft and the question stay', async () => {
    const { chromium, page, roundcube } = office;
    const before = await recordedSoFar(chromium);
    await openCompose(page);
    await write(page, { to: [ownAddress], subject: 'for later', body: headline.body });
    const written = await page.inputValue('#composebody');
    await pressSend(page);
    await dialogOn(page);
    await chromium.reloadExtension();
    await expect.poll(() => noticesOn(page)).toEqual([label('notice_orphaned')]);
    await page.keyboard.press('Enter');
    await expect.poll(() => noticesOn(page)).toEqual([]);
    expect(await page.inputValue('#composebody')).toBe(written);
    // The page is the person's again, and what it would send stays held.
    await page.fill('#compose-subject', 'for later still');
    await pressSend(page);
    await expect.poll(() => noticesOn(page)).toEqual([label('notice_orphaned')]);
    await page.keyboard.press('Escape');
    await expectNothingArrived(roundcube);
    expect(await askedSince(chromium, before)).toMatchObject([
      { verdict: { action: 'block' }, people: { estimate: 957 }, choice: 'abandoned', outcome: 'near-miss' },
    ]);

    const recorded = await recordedSoFar(chromium);
    await openCompose(page);
    await write(page, { to: [ownAddress], subject: 'for later', body: headline.body });
    await pressSend(page);
    await (await dialogOn(page)).answer('dialog_back_message');
    expect(await askedSince(chromium, recorded)).toMatchObject([{ choice: 'edited', people: { estimate: 957 } }]);
    await expectNothingArrived(roundcube);
  }, 120_000);
});
