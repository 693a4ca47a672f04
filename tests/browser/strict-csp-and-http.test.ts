// A page's own security headers, or their absence, change nothing: plain http, loopback, and the strictest policy a site may send.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinaryMails } from '../../benchmarks/corpus/mails.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { pasteInto } from './clipboard.ts';
import { dialogOn, hasDialog } from './dialog.ts';
import { chromiumPath } from './machine.ts';
import { type Portal, startPortal } from './practice-portal.ts';

import { askedSince, recordedSoFar } from './record.ts';
import { headline, ownAddress } from './samples.ts';

describe.skipIf(!chromiumPath)('a compose form', () => {
  let chromium: Chromium;
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await portal?.close();
  });

  const pages: [string, (from: Portal) => string, boolean][] = [
    ['over plain http', (from) => from.address, false],
    ['under a strict content security policy with COEP and COOP', (from) => from.strictAddress, false],
    ['on loopback', (from) => from.localAddress, true],
  ];

  it.each(pages)('%s holds the 957 clients back', async (_, address, isSecure) => {
    const page = await chromium.context.newPage();
    await page.goto(address(portal));
    expect(await page.evaluate(() => isSecureContext)).toBe(isSecure);
    const before = portal.sent.length;
    const recorded = await recordedSoFar(chromium);
    await page.fill('[name=to]', ownAddress);
    await page.fill('[name=subject]', 'for later');
    await pasteInto(page, page.locator('[name=body]'), headline.body);
    await page.getByRole('button', { name: 'Send' }).click();
    const dialog = await dialogOn(page);
    expect(await dialog.text()).toContain('957 people');
    await dialog.answer('dialog_back_message');
    // A press while the first one is still being recorded is swallowed.
    await askedSince(chromium, recorded);
    await page.press('[name=subject]', 'Enter');
    await (await dialogOn(page)).answer('dialog_back_message');
    await page.waitForTimeout(500);
    expect(portal.sent).toHaveLength(before);
    await page.close();
  });

  it.each(pages)('%s lets an ordinary message go', async (_, address) => {
    const page = await chromium.context.newPage();
    await page.goto(address(portal));
    const before = portal.sent.length;
    const mail = ordinaryMails.signatureMail!;
    await page.fill('[name=to]', mail.to.join(', '));
    await page.fill('[name=subject]', mail.subject);
    await page.fill('[name=body]', mail.body);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Sent' }).waitFor();
    expect(await hasDialog(page)).toBe(false);
    expect(portal.sent.slice(before)).toMatchObject([{ fields: { to: mail.to[0], subject: mail.subject } }]);
    await page.close();
  });
});
