// The same in Firefox: what must be held is held, what is ordinary goes.
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinaryMails } from '../../benchmarks/corpus/mails.ts';
import { label } from './dialog.ts';
import { type Firefox, startFirefox } from './firefox.ts';
import { canRunRoundcube, firefoxPath } from './machine.ts';
import { expectNothingArrived } from './office.ts';
import { type Roundcube, startRoundcube } from './roundcube.ts';
import { headline, ownAddress } from './samples.ts';

describe.skipIf(!firefoxPath || !canRunRoundcube)('in Firefox', () => {
  let firefox: Firefox;
  let roundcube: Roundcube;
  let page: Page;

  beforeAll(async () => {
    roundcube = startRoundcube();
    firefox = await startFirefox();
    page = await firefox.browser.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(roundcube.address());
    await page.type('#rcmloginuser', roundcube.user);
    await page.type('#rcmloginpwd', roundcube.password);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  });
  afterAll(() => firefox?.close());
  beforeEach(() => roundcube.reset());

  const compose = async (to: string, subject: string, body: string) => {
    const query = new URLSearchParams({ _task: 'mail', _action: 'compose', _to: to, _subject: subject });
    await page.goto(`${roundcube.address()}?${query}`);
    await page.waitForFunction('window.rcmail && rcmail.busy === false', { polling: 100 });
    await page.focus('#composebody');
    await page.evaluate((text) => document.execCommand('insertText', false, text), body);
    await page.click('button.send');
  };

  it('957 clients in the text are held back', async () => {
    await compose(ownAddress, 'for later', headline.body);
    const frame = await askingFrame(page);
    const text = await frame.$eval('[role=alertdialog]', (box) => (box as HTMLElement).innerText);
    expect(text).toContain('957 people');
    expect(text).toContain(label('dialog_mark_block'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => true);
    await expectNothingArrived(roundcube);
    expect(page.url()).toContain('_action=compose');
    const register = await firefox.openExtensionPage('register.html');
    await register.waitForFunction("document.body.innerText.includes('957')", { polling: 200, timeout: 15_000 });
    await register.close();
  });

  it('an ordinary message goes', async () => {
    const { to, subject, body } = ordinaryMails.signatureMail!;
    await compose(to[0]!, subject, body);
    const [arrived] = await roundcube.waitForArrivals(1);
    expect(arrived?.mail.subject).toBe(subject);
  });
});

async function askingFrame(page: Page): Promise<Frame> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    for (const frame of page.frames().filter((one) => one.url().includes('/desk.html'))) {
      const box: ElementHandle | null = await frame.$('[role=alertdialog]').catch(() => null);
      if (await box?.isVisible()) return frame;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no dialog within 30 s; frames: ${page.frames().map((frame) => frame.url())}`);
}
