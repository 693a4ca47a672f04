// The case that must never be missed: 957 clients to the sender's own personal address, by every way they can be put into a message.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { dialogOn, label } from './dialog.ts';
import { describeOffice, expectNothingArrived, type Office } from './office.ts';
import { entriesOf, incidentsOf } from './record.ts';
import { chooseFile, openCompose, openForward, pressSend, write } from './roundcube-page.ts';
import { clients957, headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

const secrets = [...valuesOf(headline.clients), ...valuesOf(generateClients(957, 2)), ownAddress, 'for later'];

/** The dialog says 957, the person goes back, nothing has left, and one incident without a value says so. */
async function expectHeldBack({ chromium, page, roundcube }: Office, before: Awaited<ReturnType<typeof entriesOf>>) {
  const dialog = await dialogOn(page);
  const text = await dialog.text();
  expect(text).toContain('957 people');
  expect(text).toContain(label('dialog_mark_block'));
  expect(text).toContain('looks like your own personal address');
  expect(await dialog.box.locator('[data-release]').count(), 'a block offers no way to send').toBe(0);
  await page.keyboard.press('Escape');
  await dialog.isGone();
  await expectNothingArrived(roundcube);
  const incidents = await incidentsOf(chromium, before);
  expect(incidents).toHaveLength(1);
  expect(incidents[0]).toMatchObject({
    verdict: { action: 'block', enforced: true },
    people: { estimate: 957 },
    destination: 'own',
    outcome: 'near-miss',
  });
  expect(valuesIn(JSON.stringify(incidents), secrets)).toEqual([]);
}

for (const skin of ['elastic', 'larry'] as const) {
  describeOffice(
    `957 clients in the skin ${skin}`,
    (office) => {
      it('pasted into the text are held back', async () => {
        const { chromium, page } = office;
        const before = await entriesOf(chromium);
        await openCompose(page);
        await write(page, { to: [ownAddress], subject: 'for later', body: headline.body });
        await pressSend(page);
        await expectHeldBack(office, before);
      });

      it.each(Object.entries(clients957))('attached as %s are held back', async (_, path) => {
        const { chromium, page } = office;
        const before = await entriesOf(chromium);
        await openCompose(page);
        await write(page, { to: [ownAddress], subject: 'for later' });
        await chooseFile(page, path);
        await expectHeldBack(office, before);
        expect(await page.locator('#attachment-list li').count(), 'the file never reached the page').toBe(0);
      });
    },
    { skin },
  );
}

describe('957 clients that somebody else sent', () => {
  describeOffice('forwarded', (office) => {
    it('in the text are held back', async () => {
      const { chromium, page, roundcube } = office;
      await roundcube.seed({ from: 'office@brightwater.example', subject: 'All of them', text: headline.body });
      const before = await entriesOf(chromium);
      await openForward(page, 'All of them');
      await write(page, { to: [ownAddress] });
      await pressSend(page);
      await expectHeldBack(office, before);
    });

    it.each(Object.entries(clients957))('as a carried %s are held back', async (kind, path) => {
      const { chromium, page, roundcube } = office;
      await roundcube.seed({
        from: 'office@brightwater.example',
        subject: 'The file',
        text: 'As asked.',
        attachments: [{ filename: `overview.${kind}`, content: readFileSync(path) }],
      });
      const before = await entriesOf(chromium);
      await openForward(page, 'The file');
      await write(page, { to: [ownAddress] });
      await pressSend(page);
      await expectHeldBack(office, before);
    });
  });
});
