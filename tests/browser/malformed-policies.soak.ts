// Every malformed policy of the table in a real browser: none is laxer than the strict default, and each mistake is named on the status page.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { everyDraft, now, strictness } from '../policy/draft-facts.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import { goBack } from './firefox-page.ts';
import { sendUntilHeld } from './firefox-sender.ts';
import { canSetPolicy, chromiumPath, firefoxPath } from './machine.ts';
import { badPolicies, packedPolicies, unnamed } from './malformed-policies.ts';
import { firefoxPolicyFrom, policyFor } from './managed-policy.ts';
import { startPortal } from './practice-portal.ts';
import { startReceiver } from './receiver.ts';
import { chromiumRecipe, firefoxRecipe } from './recipe.ts';
import { policyArrived } from './record.ts';
import { startUpdateServer } from './update-server.ts';

const drafts = everyDraft();
const byDefault = drafts.map((facts) => evaluate(facts, strictDefault, now));

describe.skipIf(!chromiumPath || !canSetPolicy)('malformed policies in Chromium', () => {
  it(`${badPolicies.length}, one after another`, async () => {
    const server = await startUpdateServer('0.1.0');
    const plain = policyFor({}, server.install.chromiumId);
    const write = (values: Record<string, unknown>) => plain.writeRaw(chromiumRecipe(values, server.install));
    write({ version: 'start' });
    let chromium: Chromium | undefined;
    const failed: string[] = [];
    let dropped = 0;
    try {
      chromium = await startChromium({ policy: { ...plain, forcesExtension: true } });
      await policyArrived(chromium, 'start');
      const page = await chromium.openExtensionPage('register.html#status');
      for (const [index, bad] of badPolicies.entries()) {
        const version = `bad ${index}`;
        write({ version, ...bad.values });
        const { policy, problems } = await policyArrived(chromium, version);
        const isLaxer = drafts.some((facts, at) => {
          const [found, strict] = [evaluate(facts, policy, now), byDefault[at]!];
          return strictness(found.action) < strictness(strict.action) || !found.enforced;
        });
        if (isLaxer) failed.push(`${version}: laxer`);
        if (problems.some(({ problem }) => problem.startsWith('It was written and did not arrive'))) dropped += 1;
        const shown = await namedOn(page);
        if (JSON.stringify(shown) !== JSON.stringify(problems.map(({ key }) => key)))
          failed.push(`${version}: the page names ${shown}`);
        for (const key of unnamed(bad, problems)) failed.push(`${version}: ${key} is not named`);
      }
    } finally {
      await chromium?.close();
      await plain.close();
      await server.close();
    }
    console.log(`${badPolicies.length} policies, ${dropped} of them with a setting that Chromium itself took out`);
    expect(failed).toEqual([]);
    expect(badPolicies.length).toBeGreaterThanOrEqual(40);
  });
});

async function namedOn(page: Page): Promise<string[]> {
  await page.reload();
  await page.locator('details').first().waitFor();
  return page.locator('details li code').allTextContents();
}

describe.skipIf(!firefoxPath || !canSetPolicy)('malformed policies in Firefox', () => {
  it.each(packedPolicies.slice(0, 4).map((bad, index) => ({ index, bad, mistakes: bad.wrong.length })))(
    '$mistakes mistakes in one policy',
    async ({ index, bad }) => {
      const [portal, receiver, server] = await Promise.all([
        startPortal(),
        startReceiver(),
        startUpdateServer('0.1.0'),
      ]);
      const reporting = { url: receiver.address, kind: 'collector' };
      const given = { ...bad.values, version: `bad ${index}`, reporting };
      const policy = firefoxPolicyFrom(firefoxRecipe(given, server.install));
      const firefox = await startFirefox(policy, { isForced: true });
      try {
        const page = await firefox.newPage();
        page.setDefaultTimeout(60_000);
        await sendUntilHeld(page, portal);
        await goBack(page);
        const said = (type: string) =>
          receiver.deliveries.map(({ json }) => json).find((json) => json.type === type || Object.hasOwn(json, type));
        await expect.poll(() => said('entry'), { timeout: 60_000 }).toBeDefined();
        expect(said('entry')).toMatchObject({
          entry: {
            incident: { policy: { version: `bad ${index}`, source: 'managed' }, verdict: { action: 'justify' } },
          },
        });
        await expect.poll(() => said('heartbeat'), { timeout: 60_000 }).toBeDefined();
        const { problems } = parsePolicy(given);
        expect(unnamed({ ...bad, wrong: bad.wrong.filter((key) => !key.startsWith('reporting')) }, problems)).toEqual(
          [],
        );
        expect(said('heartbeat')).toMatchObject({ health: { problems: problems.length } });
        expect(portal.sent).toEqual([]);
      } finally {
        await firefox.close();
        policy.close();
        await Promise.all([portal.close(), receiver.close(), server.close()]);
      }
    },
  );
});
