// The same in Firefox: what must be held is held, the breach contact is told, what is ordinary goes.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinaryMails } from '../../benchmarks/corpus/mails.ts';
import { addonId, startFirefox } from './firefox.ts';
import { goBack, until } from './firefox-page.ts';
import { canRunRoundcube, canSetPolicy, firefoxPath } from './machine.ts';
import { type FirefoxPolicy, firefoxPolicyFor } from './managed-policy.ts';
import { expectNothingArrived } from './office.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { type Roundcube, startRoundcube } from './roundcube.ts';
import { headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

describe.skipIf(!firefoxPath || !canRunRoundcube || !canSetPolicy)('in Firefox', () => {
  let firefox: Browser;
  let policy: FirefoxPolicy;
  let receiver: Receiver;
  let roundcube: Roundcube;
  let page: Page;

  beforeAll(async () => {
    roundcube = startRoundcube();
    receiver = await startReceiver();
    policy = firefoxPolicyFor(addonId, { version: 'firefox', reporting: { url: receiver.address } });
    firefox = await startFirefox(policy);
    page = await firefox.newPage();
    page.setDefaultTimeout(30_000);
    // Roundcube asks before a draft is left.
    page.on('dialog', (asked) => void asked.accept());
    await page.goto(roundcube.address());
    await page.type('#rcmloginuser', roundcube.user);
    await page.type('#rcmloginpwd', roundcube.password);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    // A list that still loads takes the session of the next draft with it.
    await page.waitForNetworkIdle();
  });
  afterAll(async () => {
    await firefox?.close();
    policy?.close();
    await receiver?.close();
  });
  beforeEach(() => roundcube.reset());

  const compose = async (to: string, subject: string, body: string) => {
    const query = new URLSearchParams({ _task: 'mail', _action: 'compose', _to: to, _subject: subject });
    await page.goto(`${roundcube.address()}?${query}`);
    await until(page, 'window.rcmail?.busy === false');
    await page.focus('#composebody');
    await page.evaluate((text) => document.execCommand('insertText', false, text), body);
    await page.click('button.send');
  };

  it('957 clients in the text are held back, and the breach contact is told', async () => {
    await compose(ownAddress, 'for later', headline.body);
    await goBack(page);
    await expectNothingArrived(roundcube);
    expect(page.url()).toContain('_action=compose');
    await expect.poll(() => receiver.deliveries.length, { timeout: 40_000 }).toBeGreaterThan(0);
    const [told] = receiver.deliveries;
    expect(told?.json).toMatchObject({
      entry: {
        incident: { verdict: { action: 'block' }, people: { estimate: 957 }, destination: 'own', choice: 'edited' },
      },
    });
    expect(valuesIn(told?.text ?? '', [...valuesOf(headline.clients), ownAddress, 'for later'])).toEqual([]);
  });

  it('an ordinary message goes', async () => {
    const { to, subject, body } = ordinaryMails.signatureMail!;
    await compose(to[0]!, subject, body);
    const [arrived] = await roundcube.waitForArrivals(1);
    expect(arrived?.mail.subject).toBe(subject);
  });
});
