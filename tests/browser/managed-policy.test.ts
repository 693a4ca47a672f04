// As an administrator deploys it: installed by force, configured by the browser's policy, out of the user's reach.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import broken from '../fixtures/policy/broken.json' with { type: 'json' };
import working from '../fixtures/policy/working.json' with { type: 'json' };
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn, hasDialog, label } from './dialog.ts';
import { lookAt } from './looks.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ForcedInstall, forceInstalled } from './managed-policy.ts';
import { type Portal, startPortal } from './practice-portal.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { askBackground, policyArrived } from './record.ts';
import { clientTable, externalAddress, thirtyClients } from './samples.ts';

describe.skipIf(!chromiumPath || !canSetPolicy)('installed and configured by policy', () => {
  let policy: ForcedInstall;
  let chromium: Chromium;
  let portal: Portal;
  let receiver: Receiver;

  beforeAll(async () => {
    [portal, receiver] = await Promise.all([startPortal(), startReceiver()]);
    policy = await forceInstalled({ ...working, reporting: { url: receiver.address } });
    chromium = await startChromium({ policy });
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    await Promise.all([portal?.close(), receiver?.close()]);
  });

  const inExtension = async <Result>(script: string): Promise<Result> => {
    const page = await chromium.openExtensionPage('popup.html');
    try {
      return (await page.evaluate(script)) as Result;
    } finally {
      await page.close();
    }
  };

  it('has the values IT set, from the managed source', async () => {
    expect(chromium.extensionId).toBe(policy.extensionId);
    const inForce = await policyArrived(chromium, 'first');
    expect(inForce.policy.breachContact).toEqual(working.breachContact);
    expect(inForce.problems).toEqual([]);
  });

  it('is locked: the user can neither change a value nor remove the extension', async () => {
    const refused = await inExtension<string>(
      `chrome.storage.managed.set({ version: 'mine' }).then(() => 'changed', (refusal) => String(refusal))`,
    );
    expect(refused).not.toBe('changed');
    const page = await chromium.context.newPage();
    await page.goto('chrome://extensions');
    const found = (await page.evaluate(
      `chrome.developerPrivate.getExtensionInfo('${policy.extensionId}').then(({ location, userMayModify, controlledInfo }) => ({ location, userMayModify, controlledInfo }))`,
    )) as Record<string, unknown>;
    await page.close();
    expect(found).toMatchObject({ userMayModify: false });
    expect(found.controlledInfo).toBeTruthy();
  });

  it('shows the contact and the version in the popup', async () => {
    const popup = await chromium.openExtensionPage('popup.html');
    await popup.getByText(working.breachContact.name).first().waitFor();
    await popup.getByText('first').first().waitFor();
    await popup.close();
  });

  it('sends a test to the receiver and shows the answer: yes, no, and none', async () => {
    const page = await chromium.openExtensionPage('register.html#status');
    const said = async (answer: string) => {
      await page.getByRole('button', { name: label('delivery_test') }).click();
      await page.locator('.delivery [role="status"]').getByText(answer).waitFor();
    };
    await said(label('delivery_test_well'));
    receiver.behave('deny');
    await said(label('delivery_failed_token', ['401']));
    expect(receiver.deliveries.map(({ json: { type } }) => type)).toEqual(['test', 'test']);
    await lookAt(page, 'status-tested');
    await receiver.close();
    await said(label('delivery_failed_network'));
    await page.close();
  });

  it('lets a change take effect in a page that is already open', async () => {
    const page = await chromium.context.newPage();
    await page.goto(portal.address);
    const fillAndSend = async () => {
      await page.fill('[name=to]', externalAddress);
      await page.fill('[name=subject]', 'Visits');
      await page.fill('[name=body]', clientTable(thirtyClients));
      await page.getByRole('button', { name: 'Send' }).click();
    };
    await fillAndSend();
    await (await dialogOn(page)).answer('dialog_back_message');
    policy.write({ ...working, version: 'second', thresholds: { external: { warn: 1_000 } } });
    await policyArrived(chromium, 'second');
    await page.getByRole('button', { name: 'Send' }).click();
    // A page that is closed while its answer comes is sometimes never closed, with or without an extension.
    await page.getByRole('heading', { name: 'Sent' }).waitFor();
    expect(portal.sent).toHaveLength(1);
    expect(await hasDialog(page)).toBe(false);
    await page.close();
  });

  it('answers a bad value with a readable line and the strict default in its place', async () => {
    policy.write(broken);
    const { policy: inForce, problems } = await policyArrived(chromium, 'third');
    expect(inForce.thresholds.own).toEqual(strictDefault.thresholds.own);
    expect(inForce.retentionDays).toBe(strictDefault.retentionDays);
    expect(problems.map(({ key }) => key)).toEqual(expect.arrayContaining([expect.stringContaining('thresholds.own')]));
    const popup = await chromium.openExtensionPage('popup.html');
    await popup.locator('summary').first().waitFor();
    for (const summary of await popup.locator('summary').all()) await summary.click();
    for (const { problem } of problems) await popup.getByText(problem).first().waitFor();
    await popup.close();
    expect((await askBackground(chromium, 'register/list', {})).health.chain).toBe('intact');
  });
});
