// The same in Firefox: what must be held is held, by each way in and each control that sends, the breach contact is told, what is ordinary goes.
import { readFileSync } from 'node:fs';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ordinaryMails } from '../../benchmarks/corpus/mails.ts';
import { isEverything, rowsFor } from './breadth.ts';
import { addonId, startFirefox } from './firefox.ts';
import { goBack, isDialogAbove, until } from './firefox-page.ts';
import { canRunRoundcube, canSetPolicy, firefoxPath } from './machine.ts';
import { type FirefoxPolicy, firefoxPolicyFor } from './managed-policy.ts';
import { expectNothingArrived } from './office.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { type Roundcube, startRoundcube } from './roundcube.ts';
import { clients957, fileNamed, headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

const timetable = fileNamed('timetable.csv', 'week,room\n1,Blue\n2,Red\n');
const isIdle = 'window.rcmail?.busy === false';

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

  const open = async (query: Record<string, string>) => {
    await page.goto(`${roundcube.address()}?${new URLSearchParams({ _task: 'mail', ...query })}`);
    await until(page, isIdle);
  };
  const compose = (to: string, subject: string, query = {}) =>
    open({ _action: 'compose', _to: to, _subject: subject, ...query });
  const type = async (text: string) => {
    await page.focus('#composebody');
    await page.evaluate((typed) => document.execCommand('insertText', false, typed), text);
  };
  /** Over the browser's clipboard, from a tab beside; a moment after the last change, as people do: see clipboard.ts. */
  const paste = async (text: string) => {
    const source = await firefox.newPage();
    await source.setContent('<textarea></textarea>');
    await source.evaluate((long) => {
      const area = document.querySelector('textarea')!;
      area.value = long;
      area.focus();
      area.select();
    }, text);
    await pressWith(source, 'c');
    await source.close();
    await page.bringToFront();
    await new Promise((done) => setTimeout(done, 1_000));
    await page.focus('#composebody');
    await pressWith(page, 'v');
    await until(page, `document.querySelector('#composebody').value.length > 1000`);
  };
  const pressWith = async (on: Page, key: 'c' | 'v') => {
    await on.keyboard.down('Control');
    await on.keyboard.press(key);
    await on.keyboard.up('Control');
  };
  const choose = async (path: string) =>
    ((await page.$('input[name="_attachments[]"]')) as ElementHandle<HTMLInputElement>).uploadFile(path);
  const linkOf = async (folder: string, subject: string): Promise<URL> => {
    const links = `[...document.querySelectorAll('#messagelist a')]`;
    const href = `${links}.find((one) => one.textContent.includes(${JSON.stringify(subject)}))?.href`;
    // A message that arrived this moment is not always in the list that is made of it.
    for (let tries = 0; tries < 5; tries++) {
      await open({ _mbox: folder });
      await page.waitForNetworkIdle();
      const found = await page.evaluate(href);
      if (found) return new URL(found as string);
    }
    throw new Error(`no message ${subject} in ${folder}`);
  };
  /** Opens the answer to a message that came; who is answered is the person as well. */
  const answered = async (how: '_forward_uid' | '_reply_uid', message: SendMailOptions) => {
    const from = { from: roundcube.peer, replyTo: ownAddress };
    await roundcube.seed({ ...from, subject: 'All of them', ...message });
    const uid = (await linkOf('INBOX', 'All of them')).searchParams.get('_uid')!;
    await compose(ownAddress, 'for later', { [how]: uid, _mbox: 'INBOX' });
  };
  const reopened = async (message: SendMailOptions) => {
    const made = createTransport({ streamTransport: true, buffer: true });
    const about = { from: roundcube.user, to: ownAddress, subject: 'for later' };
    roundcube.seedDraft((await made.sendMail({ ...about, ...message })).message as Buffer);
    await page.goto((await linkOf('Drafts', 'for later')).href);
    await until(page, isIdle);
  };
  const withFile = {
    text: 'As asked.',
    attachments: [{ filename: 'overview.csv', content: readFileSync(clients957.csv) }],
  };

  const untilSent = async () => {
    await until(page, `!location.search.includes('_action=compose')`);
    await page.waitForNetworkIdle();
  };

  const presses = {
    click: () => page.click('button.send'),
    'double click': () => page.click('button.send', { count: 2 }),
    Enter: async () => {
      await page.focus('button.send');
      await page.keyboard.press('Enter');
    },
    Space: async () => {
      await page.focus('button.send');
      await page.keyboard.press(' ');
    },
  };

  /** What the breach contact was told, each once: it is delivered at least once. */
  const told = () => new Map(receiver.deliveries.map((one) => [one.json.id, one]));
  /** Held, the person goes back, nothing arrives, and the breach contact is told once, without a value. */
  const expectHeld = async (before: number, how: string) => {
    await goBack(page);
    expect(page.url(), how).toContain('_action=compose');
    await expect.poll(() => told().size, { timeout: 40_000 }).toBe(before + 1);
    const last = [...told().values()].at(-1)!;
    expect(last.json, how).toMatchObject({
      entry: {
        incident: { verdict: { action: 'block' }, people: { estimate: 957 }, destination: 'own', choice: 'edited' },
      },
    });
    expect(valuesIn(last.text, [...valuesOf(headline.clients), ownAddress, 'for later'])).toEqual([]);
    await expectNothingArrived(roundcube);
  };

  const waysIn: Record<string, [bring: () => Promise<void>, by: (keyof typeof presses)[]]> = {
    'pasted into the text': [
      async () => {
        await compose(ownAddress, 'for later');
        await paste(headline.body);
      },
      ['click', 'double click', 'Enter', 'Space'],
    ],
    'in a forwarded file': [() => answered('_forward_uid', withFile), ['click', 'Enter']],
    'in a forwarded text': [() => answered('_forward_uid', { text: headline.body }), ['click']],
    'quoted in a reply': [() => answered('_reply_uid', { text: headline.body }), ['Space']],
    'in a draft that was opened again': [() => reopened({ text: headline.body }), ['double click']],
    'in a file of a draft that was opened again': [() => reopened(withFile), ['Enter']],
  };
  const eachTime = ['pasted into the text', 'in a forwarded file', 'in a file of a draft that was opened again'];

  it.each(rowsFor(waysIn, eachTime))(
    '957 clients %s are held back by the controls that send, and the breach contact is told',
    async (_, [bring, controls]) => {
      await bring();
      for (const control of isEverything ? (Object.keys(presses) as typeof controls) : controls) {
        const before = told().size;
        await presses[control]();
        await expectHeld(before, control);
      }
    },
    150_000,
  );

  it('957 clients in a file are held back when it is chosen', async () => {
    await compose(ownAddress, 'for later');
    const before = told().size;
    await choose(clients957.xlsx);
    await until(page, isDialogAbove);
    await expectHeld(before, 'chosen');
    expect((await page.$$('#attachment-list li')).length, 'the file never reached the page').toBe(0);
  });

  it('an ordinary message goes, with its file', async () => {
    const { to, subject, body } = ordinaryMails.signatureMail!;
    await compose(to[0]!, subject);
    await type(body);
    await choose(timetable);
    await until(page, `document.querySelector('#attachment-list li:not(.uploading)') && ${isIdle}`);
    await presses.click();
    await untilSent();
    const [arrived, ...more] = await roundcube.waitForArrivals(1);
    expect(more).toEqual([]);
    expect(arrived!.mail.subject).toBe(subject);
    const [{ filename, content } = { filename: '', content: '' }] = arrived!.mail.attachments;
    expect([filename, Buffer.from(content as ArrayBuffer)]).toEqual(['timetable.csv', readFileSync(timetable)]);
  });

  it('an ordinary draft is saved, opened again and goes', async () => {
    const { to, body } = ordinaryMails.signatureMail!;
    await compose(to[0]!, 'For Monday');
    await type(body);
    await page.evaluate(`rcmail.command('savedraft')`);
    await until(page, `document.querySelector('[name=_draft_saveid]').value !== '' && ${isIdle}`);
    const link = await linkOf('Drafts', 'For Monday');
    await page.goto(link.href);
    await until(page, isIdle);
    await presses.Enter();
    await untilSent();
    const arrived = await roundcube.waitForArrivals(1);
    expect(arrived.map(({ mail }) => mail.subject)).toEqual(['For Monday']);
  });
});
