// The measuring instrument itself: without the extension, every message that a person sends in the practice webmail is seen to arrive.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, startChromium } from './chromium.ts';
import { canRunRoundcube, chromiumPath } from './machine.ts';
import { type Roundcube, type Skin, startRoundcube } from './roundcube.ts';
import {
  login,
  openCompose,
  openDraft,
  openForward,
  pressSend,
  type WayToSend,
  waitUntilSent,
  write,
} from './roundcube-page.ts';

describe.skipIf(!chromiumPath || !canRunRoundcube)('the practice webmail without the extension', () => {
  let roundcube: Roundcube;
  let chromium: Chromium;
  let folder: string;

  beforeAll(async () => {
    roundcube = startRoundcube();
    roundcube.reset();
    chromium = await startChromium({ extension: false });
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-files-'));
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => roundcube.reset());

  const signedIn = async (skin?: Skin): Promise<Page> => {
    await chromium.context.clearCookies();
    const page = await chromium.context.newPage();
    await login(page, roundcube, skin);
    return page;
  };

  it.each<Skin>(['elastic', 'larry'])('delivers To, Cc, Bcc, body and file in the skin %s', async (skin) => {
    const page = await signedIn(skin);
    const file = join(folder, 'notes.csv');
    writeFileSync(file, 'week,visits\n1,20\n');
    await openCompose(page);
    await write(page, {
      to: [roundcube.peer],
      cc: ['cc@elsewhere.test'],
      bcc: ['bcc@elsewhere.test'],
      subject: 'Hello',
      body: 'A line.\nAnother.',
      files: [file],
    });
    await pressSend(page);
    await waitUntilSent(page);
    const arrived = await roundcube.waitForArrivals(3);
    expect(arrived.map(({ to }) => to).sort()).toEqual(['bcc@elsewhere.test', 'cc@elsewhere.test', roundcube.peer]);
    for (const { mail } of arrived) {
      expect(mail.subject).toBe('Hello');
      expect(mail.text?.trim()).toBe('A line.\nAnother.');
      expect(mail.attachments.map(({ filename }) => filename)).toEqual(['notes.csv']);
    }
    await page.close();
  });

  it.each<WayToSend>(['enter', 'space', 'double-click'])('sends once by %s', async (way) => {
    const page = await signedIn();
    await openCompose(page);
    await write(page, { to: [roundcube.peer], subject: 'Once', body: 'A line.' });
    await pressSend(page, way);
    await waitUntilSent(page);
    expect(await roundcube.waitForArrivals(1)).toHaveLength(1);
    await page.close();
  });

  it('carries the text and the file of a forwarded message', async () => {
    await roundcube.seed({
      from: 'ward@clients.test',
      subject: 'The list',
      text: 'Body of the list.',
      attachments: [{ filename: 'list.csv', content: 'a,b\n1,2\n' }],
    });
    const page = await signedIn();
    await openForward(page, 'The list');
    await write(page, { to: [roundcube.peer] });
    await pressSend(page);
    await waitUntilSent(page);
    const [arrived] = await roundcube.waitForArrivals(1);
    expect(arrived?.mail.text).toContain('Body of the list.');
    expect(arrived?.mail.attachments.map(({ filename }) => filename)).toEqual(['list.csv']);
    await page.close();
  });

  it('sends a draft that lay in the drafts folder', async () => {
    const lines = [
      `From: ${roundcube.user}`,
      `To: ${roundcube.peer}`,
      'Subject: From the drafts',
      'Content-Type: text/plain',
      '',
      'Draft body.',
    ];
    roundcube.seedDraft(Buffer.from(lines.join('\r\n')));
    const page = await signedIn();
    await openDraft(page, 'From the drafts');
    await pressSend(page);
    await waitUntilSent(page);
    const [arrived] = await roundcube.waitForArrivals(1);
    expect(arrived?.mail.text).toContain('Draft body.');
    await page.close();
  });
});
