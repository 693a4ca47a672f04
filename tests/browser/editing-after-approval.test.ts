// An approval is for one draft as it stands. What is changed afterwards is asked about again; what is not, is not.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dialogOn, hasDialog } from './dialog.ts';
import { describeOffice, expectNothingArrived } from './office.ts';
import { askedSince, recordedSoFar } from './record.ts';
import { openCompose, pressSend, waitUntilSent, write } from './roundcube-page.ts';
import { clientTable, externalAddress, thirtyClients } from './samples.ts';

async function writeToThem(page: Page): Promise<void> {
  await openCompose(page);
  await write(page, { to: [externalAddress], subject: 'Visits', body: clientTable(thirtyClients) });
  await pressSend(page);
}

async function approve(page: Page, people: string): Promise<void> {
  const dialog = await dialogOn(page);
  expect(await dialog.headline()).toContain(`${people} people`);
  await dialog.giveReason('agreed with them', 'They fit the kitchens.');
  await dialog.answer('dialog_go_with_reason_message');
}

const addPerson = (page: Page) =>
  page.evaluate(() => {
    const body = document.querySelector<HTMLTextAreaElement>('#composebody')!;
    body.value += '\nWilfrida Oakhanger\twilfrida.oakhanger@post.example\t07700 900999\tLeeds';
  });

describeOffice('an approval', (office) => {
  it('does not cover what the page changed while the dialog was open', async () => {
    const { page, roundcube } = office;
    await writeToThem(page);
    await dialogOn(page);
    await addPerson(page);
    await approve(page, '30');
    const again = await dialogOn(page);
    expect(await again.headline()).toContain('31 people');
    await again.answer('dialog_back_message');
    await expectNothingArrived(roundcube);
  });

  it('does not cover what was edited after a send that failed', async () => {
    const { page, roundcube } = office;
    await page.route(/_task=mail/, (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
    await writeToThem(page);
    await approve(page, '30');
    await page.waitForTimeout(2_000);
    await page.unroute(/_task=mail/);
    await page.evaluate(() =>
      (window as unknown as { rcmail: { set_busy(busy: boolean): void } }).rcmail.set_busy(false),
    );
    await addPerson(page);
    await pressSend(page);
    const again = await dialogOn(page);
    expect(await again.headline()).toContain('31 people');
    await again.answer('dialog_back_message');
    await expectNothingArrived(roundcube);
  });

  it('is asked for again after Escape, which means back to editing', async () => {
    const { chromium, page, roundcube } = office;
    const before = await recordedSoFar(chromium);
    await writeToThem(page);
    const dialog = await dialogOn(page);
    await page.keyboard.press('Escape');
    await dialog.isGone();
    await expectNothingArrived(roundcube);
    expect(page.url()).toContain('_action=compose');
    expect(await askedSince(chromium, before)).toMatchObject([{ choice: 'edited', outcome: 'near-miss' }]);
    await pressSend(page);
    await approve(page, '30');
    await waitUntilSent(page);
    expect(await hasDialog(page)).toBe(false);
    expect(await roundcube.waitForArrivals(1)).toHaveLength(1);
  });
});
