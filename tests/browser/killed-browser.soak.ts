// Many kills: after each, every incident that was shown as recorded is there, in an intact chain, and each is delivered once.
import { describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { policyFor } from './managed-policy.ts';
import { startPortal } from './practice-portal.ts';
import { startReceiver } from './receiver.ts';
import { askBackground, policyArrived } from './record.ts';
import { clientTable, ownAddress, thirtyClients } from './samples.ts';

const kills = 30;

describe.skipIf(!chromiumPath || !canSetPolicy)('a browser killed again and again', () => {
  it(`loses nothing in ${kills} kills`, async () => {
    const [portal, receiver] = await Promise.all([startPortal(), startReceiver()]);
    const policy = policyFor({ version: 'soak', reporting: { url: receiver.address } });
    let chromium: Chromium = await startChromium({ policy });
    try {
      for (let kill = 1; kill <= kills; kill++) {
        receiver.behave((['confirm', 'drop', 'refuse'] as const)[kill % 3]!);
        await policyArrived(chromium, 'soak');
        const page = await chromium.context.newPage();
        await page.goto(portal.address);
        await page.fill('[name=to]', ownAddress);
        await page.fill('[name=subject]', 'for later');
        await page.fill('[name=body]', clientTable(thirtyClients));
        await page.getByRole('button', { name: 'Send' }).click();
        await (await dialogOn(page)).answer('dialog_back_message');
        await page.waitForTimeout((kill * 37) % 200);
        await chromium.kill();
        chromium = await startChromium({ policy, profile: chromium.profile });
        const { entries, health } = await askBackground(chromium, 'register/list', {});
        expect(health.chain).toBe('intact');
        expect(entries.filter(({ entry }) => entry.type === 'incident')).toHaveLength(kill);
      }
      receiver.behave('confirm');
      await policyArrived(chromium, 'soak');
      await askBackground(chromium, 'delivery/now', {});
      await expect
        .poll(async () => (await askBackground(chromium, 'delivery/status', {})).waiting, { timeout: 120_000 })
        .toBe(0);
      const confirmed = receiver.deliveries
        .filter(({ answeredAs }) => answeredAs === 'confirm')
        .map(({ json }) => json.id);
      expect(new Set(confirmed).size).toBeGreaterThanOrEqual(kills);
      expect(portal.sent).toEqual([]);
    } finally {
      await chromium.close();
      await Promise.all([policy.close(), portal.close(), receiver.close()]);
    }
  });
});
