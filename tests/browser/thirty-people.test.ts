// Thirty people to another firm: a reason is asked. With one, the message arrives once and complete; without, it does not.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { envelopeOf } from '../../incidents/envelope.ts';
import { importEntries } from '../../incidents/import.ts';
import { dialogOn, label } from './dialog.ts';
import type { Arrival } from './mailboxes.ts';
import { describeOffice, expectNothingArrived } from './office.ts';
import { askedSince, entriesOf, recordedSoFar } from './record.ts';
import { openCompose, pressSend, waitUntilSent, write } from './roundcube-page.ts';
import { clientTable, externalAddress, fileNamed, thirtyClients, valuesIn, valuesOf } from './samples.ts';

const table = clientTable(thirtyClients);
const sheet = fileNamed('visits.csv', clientTable(thirtyClients, ','));

async function writeToThem(page: Page): Promise<void> {
  await openCompose(page);
  await write(page, {
    to: [externalAddress],
    cc: ['second@harbour-mills.example'],
    bcc: ['third@harbour-mills.example'],
    subject: 'Visits',
    body: `Hello,\n\n${table}\n`,
    files: [sheet],
  });
  await pressSend(page);
}

describeOffice('thirty people to another firm', (office) => {
  it('arrive once and complete when a reason is given', async () => {
    const { chromium, page, roundcube } = office;
    const before = await recordedSoFar(chromium);
    await writeToThem(page);
    const dialog = await dialogOn(page);
    expect(await dialog.headline()).toContain('30 people');
    await dialog.giveReason('agreed with them', `They fit the kitchens, ${thirtyClients[0]?.name} first.`);
    await dialog.answer('dialog_go_with_reason_message');
    await waitUntilSent(page);
    const arrived = await roundcube.waitForArrivals(3);
    expect(arrived.map(({ to }) => to).sort()).toEqual([
      externalAddress,
      'second@harbour-mills.example',
      'third@harbour-mills.example',
    ]);
    for (const { mail } of arrived) {
      expect(mail.text?.replace(/\s+/g, ' ')).toContain(table.replace(/\s+/g, ' '));
      expect(mail.attachments).toHaveLength(1);
      expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(readFileSync(sheet));
    }
    const incidents = await askedSince(chromium, before);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      verdict: { action: 'justify' },
      people: { estimate: 30 },
      choice: 'sent-with-reason',
      outcome: 'left',
      reason: { code: 'agreed-work' },
    });
    expect(valuesIn(JSON.stringify(incidents), valuesOf(thirtyClients))).toEqual([]);
  });

  it('stay when no reason is given, and the dialog says what is missing', async () => {
    const { page, roundcube } = office;
    await writeToThem(page);
    const dialog = await dialogOn(page);
    // Past the arming delay the button answers, and says what is missing.
    await page.waitForTimeout(2_000);
    await dialog.button('dialog_go_with_reason_message').click({ force: true });
    await dialog.box.getByText(label('dialog_missing_reason')).waitFor();
    await dialog.answer('dialog_back_message');
    await expectNothingArrived(roundcube);
  });

  it('stay when the outside recipients are taken out', async () => {
    const { page, roundcube } = office;
    await writeToThem(page);
    const dialog = await dialogOn(page);
    await dialog.answer('dialog_remove_outside_other', ['3']);
    await expectNothingArrived(roundcube);
    for (const field of ['to', 'cc', 'bcc']) {
      const written = () => page.locator(`textarea[name=_${field}]`).inputValue();
      await expect.poll(written, { message: field }).not.toContain('harbour-mills');
    }
  });

  it('are told of to the breach contact by the webmail itself, where no address is set: what arrives is read by another register', async () => {
    const { chromium, page, roundcube } = office;
    await recordedSoFar(chromium);
    const recorded = await entriesOf(chromium);
    expect(recorded.length).toBeGreaterThan(0);
    const own = await chromium.openExtensionPage('register.html#status');
    await own.getByText(label('delivery_nowhere')).first().waitFor();
    const link = own.getByRole('link', { name: label('delivery_mail') });
    const href = (await link.getAttribute('href'))!;
    await link.click();
    // What no link can hold is on the clipboard.
    const isCopied = !decodeURIComponent(href).includes('BEGIN GATEHOUSE RECORDS');
    if (isCopied) await own.getByText(label('delivery_mail_copied_yes')).waitFor();
    await own.close();
    // As the browser calls a webmail that takes such links.
    await openCompose(page, `&_to=${encodeURIComponent(href)}`);
    await write(page, { to: [externalAddress] });
    if (isCopied) {
      await page.locator('textarea[name=_message]').focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+V');
    }
    await expect.poll(() => page.locator('textarea[name=_message]').inputValue()).toContain('BEGIN GATEHOUSE RECORDS');
    await pressSend(page);
    // Its records are read like any other text, and are about nobody but who sends them: nothing is asked, whoever it goes to.
    await waitUntilSent(page);
    const [{ mail }] = (await roundcube.waitForArrivals(1)) as [Arrival];
    const { entries, problems } = importEntries(mail.text ?? '');
    expect(problems).toEqual([]);
    expect(entries.map(({ id }) => id)).toEqual(recorded.map((one) => envelopeOf(one, '').id));
    expect(valuesIn(mail.text ?? '', valuesOf(thirtyClients))).toEqual([]);
  });
});
