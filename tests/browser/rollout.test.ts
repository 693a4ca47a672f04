// Rolled out as IT does it: installed by force from the firm's own update server, by the very files that `policy export` writes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strictDefault } from '../../policy/default.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { exampleInstall } from '../../rollout/install.ts';
import { everyDraft, now, strictness } from '../policy/draft-facts.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { dialogOn } from './dialog.ts';
import { startFirefox } from './firefox.ts';
import { goBack } from './firefox-page.ts';
import { sendUntilHeld } from './firefox-sender.ts';
import { canSetPolicy, chromiumPath, firefoxPath } from './machine.ts';
import { packedPolicies, unnamed } from './malformed-policies.ts';
import { type FirefoxPolicy, firefoxPolicyFrom, type ManagedPolicy, policyFor } from './managed-policy.ts';
import { type Portal, startPortal } from './practice-portal.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { chromiumRecipe, firefoxRecipe } from './recipe.ts';
import { entriesOf, policyArrived, recordedSoFar } from './record.ts';
import { clientTable, externalAddress, thirtyClients } from './samples.ts';
import { startUpdateServer, type UpdateServer } from './update-server.ts';

const values = { version: 'first', internalDomains: ['brightwater.test'], firm: { name: 'Brightwater' } };

describe.skipIf(!chromiumPath || !canSetPolicy)('rolled out in Chromium', () => {
  let server: UpdateServer;
  let policy: ManagedPolicy;
  let chromium: Chromium;
  let portal: Portal;

  const exported = (given: Record<string, unknown>) => chromiumRecipe(given, server.install);
  const inExtension = async <Result>(script: string): Promise<Result> => {
    const page = await chromium.openExtensionPage('popup.html');
    try {
      return (await page.evaluate(script)) as Result;
    } finally {
      await page.close();
    }
  };
  const versionNow = () => inExtension<string>('chrome.runtime.getManifest().version');

  beforeAll(async () => {
    portal = await startPortal();
    server = await startUpdateServer('0.1.0');
    const plain = policyFor(values, server.install.chromiumId);
    policy = { ...plain, forcesExtension: true };
    policy.writeRaw(exported(values));
    chromium = await startChromium({ policy });
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    await portal?.close();
    await server?.close();
  });

  it('the exported file installs it and its values arrive', async () => {
    expect(chromium.extensionId).toBe(server.install.chromiumId);
    const { policy: inForce, problems } = await policyArrived(chromium, 'first');
    expect(inForce).toMatchObject(values);
    expect(problems).toEqual([]);
  });

  it('private windows are refused by the recipe', async () => {
    const said = await inExtension<string>(
      `chrome.windows.create({ incognito: true }).then(() => 'opened', (refusal) => String(refusal))`,
    );
    expect(said).toMatch(/incognito/i);
    expect(said).not.toBe('opened');
  });

  it('bad settings are each named, what the browser takes out included, and none is laxer than the strict default', async () => {
    const some = packedPolicies.slice(0, 3);
    expect(some.flatMap(({ wrong }) => wrong).length).toBeGreaterThan(30);
    for (const [index, bad] of some.entries()) {
      policy.writeRaw(exported({ ...bad.values, version: `bad ${index}` }));
      const { policy: inForce, problems } = await policyArrived(chromium, `bad ${index}`);
      const laxer = everyDraft().filter((facts) => {
        const [found, strict] = [inForce, strictDefault].map((one) => evaluate(facts, one, now));
        return strictness(found!.action) < strictness(strict!.action) || !found!.enforced;
      });
      expect(laxer).toEqual([]);
      expect(unnamed(bad, problems)).toEqual([]);
    }
  });

  it('an update waits while a message is written: nothing leaves, nothing is lost, the draft is unharmed', async () => {
    policy.writeRaw(exported(values));
    await policyArrived(chromium, 'first');
    const page = await chromium.context.newPage();
    await page.goto(portal.address);
    await page.fill('[name=to]', externalAddress);
    await page.fill('[name=subject]', 'Visits');
    await page.fill('[name=body]', clientTable(thirtyClients));
    await page.getByRole('button', { name: 'Send' }).click();
    await (await dialogOn(page)).answer('dialog_back_message');
    await expect.poll(async () => (await entriesOf(chromium)).length, { timeout: 20_000 }).toBeGreaterThan(0);
    await recordedSoFar(chromium);
    const before = await entriesOf(chromium);

    await server.publish('0.2.0');
    await expect
      .poll(() => inExtension('chrome.runtime.requestUpdateCheck().then(({ status }) => status)'), { timeout: 20_000 })
      .not.toBe('throttled');
    await new Promise((done) => setTimeout(done, 2_000));
    expect(await versionNow()).toBe('0.1.0');
    expect(await page.inputValue('[name=body]')).toBe(clientTable(thirtyClients));
    await page.getByRole('button', { name: 'Send' }).click();
    await (await dialogOn(page)).answer('dialog_back_message');
    expect(portal.sent).toEqual([]);

    await page.close();
    await expect.poll(() => versionNow().catch(() => 'between'), { timeout: 20_000 }).toBe('0.2.0');
    // The new version takes its first questions a moment later than it says its name.
    await expect.poll(async () => (await entriesOf(chromium)).slice(0, before.length)).toEqual(before);
  });

  it('a policy that is taken away takes the extension with it, and one that returns brings it back', async () => {
    const gone = chromium.context.serviceWorkers().map((worker) => new Promise((done) => worker.once('close', done)));
    policy.writeRaw('{}');
    await Promise.all(gone);
    const back = chromium.context.waitForEvent('serviceworker', { timeout: 30_000 });
    policy.writeRaw(exported({ ...values, version: 'again' }));
    await back;
    expect((await policyArrived(chromium, 'again')).policy).toMatchObject({ firm: values.firm });
  });
});

describe.skipIf(!firefoxPath || !canSetPolicy)('rolled out in Firefox', () => {
  let server: UpdateServer;
  let policy: FirefoxPolicy;
  let firefox: Browser;
  let portal: Portal;
  let receiver: Receiver;

  beforeAll(async () => {
    portal = await startPortal();
    receiver = await startReceiver();
    server = await startUpdateServer('0.1.0');
    const given = { ...values, version: 'firefox recipe', reporting: { url: receiver.address } };
    policy = firefoxPolicyFrom(firefoxRecipe(given, server.install));
    firefox = await startFirefox(policy, { isForced: true });
  });
  afterAll(async () => {
    await firefox?.close();
    policy?.close();
    await receiver?.close();
    await portal?.close();
    await server?.close();
  });

  it('the exported file installs it, and what it holds and records is by the policy in it', async () => {
    const page = await firefox.newPage();
    page.setDefaultTimeout(30_000);
    await sendUntilHeld(page, portal);
    await goBack(page);
    await expect.poll(() => receiver.deliveries.length, { timeout: 40_000 }).toBeGreaterThan(0);
    expect(receiver.deliveries[0]?.json).toMatchObject({
      entry: { incident: { policy: { version: 'firefox recipe', source: 'managed' }, verdict: { action: 'justify' } } },
    });
  });
});

const recipeForFirefox = firefoxRecipe(values, exampleInstall);

describe.skipIf(!firefoxPath || !canSetPolicy).each([
  ['is refused by the recipe, and nothing is loaded in it', recipeForFirefox, /NS_ERROR_BLOCKED_BY_POLICY/, []],
  [
    'opens where the recipe leaves it out',
    { ...recipeForFirefox, DisablePrivateBrowsing: false },
    /^opened$/,
    ['/private'],
  ],
] as const)('a private window in Firefox', (what, policies, said, loaded) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('<title>A page</title>');
  });
  let policy: FirefoxPolicy;
  let firefox: Browser;

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    policy = firefoxPolicyFrom(policies);
    firefox = await startFirefox(policy, {
      isForced: true,
      args: ['--private-window', `http://127.0.0.1:${port}/private`],
    });
  });
  afterAll(async () => {
    await firefox?.close();
    policy?.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it(what, async () => {
    const page = await firefox.newPage();
    const another = await page.goto('about:privatebrowsing').then(
      () => 'opened',
      (refusal) => String(refusal),
    );
    expect(another).toMatch(said);
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(loaded);
  });
});
