// The case that must never be missed: 957 clients to the sender's own personal address, by every way they can be put into a message and every
// control that sends it.
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { isEverything, rowsFor } from './breadth.ts';
import { dialogOn, label } from './dialog.ts';
import { describeOffice, expectNothingArrived, type Office } from './office.ts';
import { askedSince, recordedSoFar } from './record.ts';
import {
  chooseFile,
  openCompose,
  openDraft,
  openForward,
  openReply,
  pressSend,
  waysToSend,
  write,
} from './roundcube-page.ts';
import { clients957, headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

const secrets = [...valuesOf(headline.clients), ...valuesOf(generateClients(957, 2)), ownAddress, 'for later'];
const overview = (kind: keyof typeof clients957) => ({
  filename: `overview.${kind}`,
  content: readFileSync(clients957[kind]),
});

/** The dialog says 957, the person goes back, nothing has left, and one incident without a value says so. */
async function expectHeldBack({ chromium, page, roundcube }: Office, before: number, control?: string) {
  const dialog = await dialogOn(page);
  const text = await dialog.text();
  expect(text, control).toContain('957 people');
  expect(text, control).toContain(label('dialog_mark_block'));
  expect(text, control).toContain('looks like your own personal address');
  expect(await dialog.box.locator('[data-release]').count(), 'a block offers no way to send').toBe(0);
  await page.keyboard.press('Escape');
  await dialog.isGone();
  await expectNothingArrived(roundcube);
  const incidents = await askedSince(chromium, before);
  expect(incidents, control).toHaveLength(1);
  expect(incidents[0], control).toMatchObject({
    verdict: { action: 'block', enforced: true },
    people: { estimate: 957 },
    destination: 'own',
    outcome: 'near-miss',
  });
  expect(valuesIn(JSON.stringify(incidents), secrets)).toEqual([]);
}

const controls = isEverything ? waysToSend : (['click'] as const);
const controlsFor = (skin: string) => controls.filter((one) => one !== 'menu' || skin === 'elastic');

const compose = async (page: Page, body: () => Promise<void>) => {
  await openCompose(page);
  await write(page, { to: [ownAddress], subject: 'for later' });
  await body();
};
const answered = async (
  { page, roundcube }: Office,
  open: (page: Page, subject: string) => Promise<void>,
  message: { text: string; attachments?: { filename: string; content: Buffer }[] },
) => {
  await roundcube.seed({ from: 'office@brightwater.example', subject: 'All of them', ...message });
  await open(page, 'All of them');
  // Who is answered is outside the firm as well.
  await page.fill('textarea[name=_to]', '', { force: true }).catch(() => undefined);
  await write(page, { to: [ownAddress] });
};
const reopened = async ({ page, roundcube }: Office, message: object) => {
  const made = createTransport({ streamTransport: true, buffer: true });
  const { message: bytes } = await made.sendMail({
    from: roundcube.user,
    to: ownAddress,
    subject: 'for later',
    ...message,
  });
  roundcube.seedDraft(bytes as Buffer);
  await openDraft(page, 'for later');
};

const waysIn: Record<string, (office: Office) => Promise<void>> = {
  'pasted into the text': ({ page }) => compose(page, () => write(page, { body: headline.body })),
  'forwarded in the text': (office) => answered(office, openForward, { text: headline.body }),
  'forwarded as a carried csv': (office) =>
    answered(office, openForward, { text: 'As asked.', attachments: [overview('csv')] }),
  'forwarded as a carried xlsx': (office) =>
    answered(office, openForward, { text: 'As asked.', attachments: [overview('xlsx')] }),
  'quoted in a reply': (office) => answered(office, openReply, { text: headline.body }),
  'in a draft that was opened again': (office) => reopened(office, { text: headline.body }),
  'in a file of a draft that was opened again': (office) =>
    reopened(office, { text: 'As asked.', attachments: [overview('xlsx')] }),
};
const inShort = ['forwarded as a carried csv'];

describe.each(['elastic', 'larry', 'classic'] as const)('957 clients in the skin %s', (skin) => {
  describeOffice(
    'that were',
    (office) => {
      it.each(Object.keys(waysIn).filter((way) => isEverything || skin === 'elastic' || inShort.includes(way)))(
        '%s are held back',
        async (way) => {
          const { chromium, page } = office;
          await waysIn[way]!(office);
          for (const control of controlsFor(skin)) {
            const before = await recordedSoFar(chromium);
            await pressSend(page, control);
            await expectHeldBack(office, before, control);
          }
        },
        240_000,
      );

      it.each(rowsFor(clients957, skin === 'elastic' ? Object.keys(clients957) : ['xlsx']))(
        'attached as %s are held back',
        async (_, path) => {
          const { chromium, page } = office;
          const before = await recordedSoFar(chromium);
          await compose(page, () => chooseFile(page, path));
          await expectHeldBack(office, before);
          expect(await page.locator('#attachment-list li').count(), 'the file never reached the page').toBe(0);
        },
      );

      if (skin === 'elastic')
        it('are not sent by the key that sends elsewhere', async () => {
          const { page, roundcube } = office;
          await waysIn['pasted into the text']!(office);
          await page.focus('#composebody');
          await page.keyboard.press('Control+Enter');
          await expectNothingArrived(roundcube);
        });
    },
    { skin },
  );
});
