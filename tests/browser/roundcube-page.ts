// A person in Roundcube: logs in, writes, attaches, forwards, presses Send. Nothing here knows of the extension.
import type { Page } from 'playwright-core';
import { pasteInto } from './clipboard.ts';
import type { Roundcube, Skin } from './roundcube.ts';

export interface Message {
  to?: string[];
  cc?: string[];
  bcc?: string[];
  subject?: string;
  body?: string;
  /** Paths of files, chosen through the file picker. */
  files?: string[];
}

/** Ways a person makes Roundcube send. It has no shortcut of its own. */
export const waysToSend = ['click', 'enter', 'space', 'double-click', 'menu'] as const;
export type WayToSend = (typeof waysToSend)[number];

export async function login(page: Page, roundcube: Roundcube, skin: Skin = 'elastic'): Promise<void> {
  await page.goto(roundcube.address(skin));
  await page.fill('#rcmloginuser', roundcube.user);
  await page.fill('#rcmloginpwd', roundcube.password);
  await page.press('#rcmloginpwd', 'Enter');
  await page.waitForURL(/_task=mail/);
  await settle(page);
}

/** Roundcube ignores commands while it is busy, and loses a compose session that is opened while the list still loads. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(isQuiet, 150, { polling: 50 });
}

/** Whether Roundcube is not busy, and nothing it asked for has come within the last `quiet` milliseconds. */
const isQuiet = (quiet: number) => {
  const { rcmail } = window as unknown as { rcmail?: { busy: boolean } };
  const ends = performance.getEntries().map((entry) => entry.startTime + entry.duration);
  return rcmail?.busy === false && performance.now() - Math.max(...ends) > quiet;
};

async function whenIdle(page: Page): Promise<void> {
  const isIdle = () => (window as unknown as { rcmail?: { busy: boolean; task: string } }).rcmail?.busy === false;
  await page.waitForFunction(isIdle, undefined, { polling: 50 });
}

export async function openCompose(page: Page, query = ''): Promise<void> {
  // A list that still loads takes the new draft's session with it; a draft that is left does not.
  if (!page.url().includes('_action=compose')) await settle(page);
  await page.goto(new URL(`/?_task=mail&_action=compose${query}`, page.url()).href);
  await whenIdle(page);
}

/** Finds a message of the inbox by its subject and forwards it, its files carried along. */
export async function openForward(page: Page, subject: string): Promise<void> {
  const { searchParams } = await linkOf(page, 'INBOX', subject);
  await openCompose(page, `&_forward_uid=${searchParams.get('_uid')}&_mbox=INBOX`);
}

/** Finds a message of the inbox by its subject and replies to it. */
export async function openReply(page: Page, subject: string): Promise<void> {
  const { searchParams } = await linkOf(page, 'INBOX', subject);
  await openCompose(page, `&_reply_uid=${searchParams.get('_uid')}&_mbox=INBOX`);
}

/** Saves the draft, and waits until Roundcube has. */
export async function saveDraft(page: Page): Promise<void> {
  await page.evaluate(() =>
    (window as unknown as { rcmail: { command(name: string): void } }).rcmail.command('savedraft'),
  );
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=_draft_saveid]')?.value !== '',
    undefined,
    {
      polling: 50,
    },
  );
  await whenIdle(page);
}

/** Opens the draft with this subject. */
export async function openDraft(page: Page, subject: string): Promise<void> {
  await page.goto((await linkOf(page, 'Drafts', subject)).href);
  await whenIdle(page);
}

async function linkOf(page: Page, folder: string, subject: string): Promise<URL> {
  const link = page.locator('#messagelist a', { hasText: subject }).first();
  // A message that arrived this moment is not always in the list that is made of it.
  for (let tries = 0; tries === 0 || (tries < 5 && (await link.count()) === 0); tries++) {
    await page.goto(new URL(`/?_task=mail&_mbox=${folder}`, page.url()).href);
    await settle(page);
  }
  return new URL((await link.getAttribute('href')) ?? '', page.url());
}

/** Types what is given and leaves the rest as it is. A long body is pasted by the clipboard, as people do. */
export async function write(page: Page, message: Message): Promise<void> {
  for (const field of ['to', 'cc', 'bcc'] as const) {
    for (const address of message[field] ?? []) await addRecipient(page, field, address);
  }
  if (message.subject !== undefined) await page.fill('#compose-subject', message.subject);
  if (message.body !== undefined) await pasteInto(page, page.locator('textarea[name=_message]'), message.body);
  for (const file of message.files ?? []) await attach(page, file);
}

/** Changes to the editor for HTML and writes into it. */
export async function writeHtml(page: Page, html: string): Promise<void> {
  await page.evaluate(() =>
    (window as unknown as { rcmail: { command(name: string, how: object): void } }).rcmail.command('toggle-editor', {
      id: 'composebody',
      html: true,
    }),
  );
  const body = page.frameLocator('#composebody_ifr').locator('body#tinymce');
  await body.waitFor();
  await body.click();
  await body.evaluate((_, written) => document.execCommand('insertHTML', false, written), html);
}

/** Shows a field that is hidden. The menu of fields closes by itself where it is opened while it still fades out: it is opened again. */
async function chooseHeader(page: Page, field: 'to' | 'cc' | 'bcc'): Promise<void> {
  const opener = page
    .locator('#compose_to [data-popup="headers-menu"], #compose_to .add-button, #headers-menu-button')
    .first();
  const choice = page.locator(`#headers-menu a.recipient.${field}, #headers-menu [data-target="${field}"]`).first();
  for (let tries = 0; tries < 5; tries++) {
    await opener.click();
    const isChosen = await choice.click({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (isChosen) return;
  }
  throw new Error(`Roundcube's menu of fields did not stay open for ${field}`);
}

async function addRecipient(page: Page, field: 'to' | 'cc' | 'bcc', address: string): Promise<void> {
  const plain = page.locator(`textarea[name=_${field}]`);
  const chips = page.locator(`#compose_${field} .recipient-input input`);
  if ((await chips.count()) === 0) {
    if (!(await plain.isVisible())) await page.locator(`#${field}-link`).click();
    const before = await plain.inputValue();
    return plain.fill(before ? `${before.replace(/,\s*$/, '')}, ${address}` : address);
  }
  if (!(await chips.isVisible())) await chooseHeader(page, field);
  await chips.click();
  await chips.pressSequentially(`${address},`);
}

/** Chooses a file and waits until Roundcube lists it. */
async function attach(page: Page, path: string): Promise<void> {
  const listed = page.locator('#attachment-list li:not(.uploading)');
  const before = await listed.count();
  await chooseFile(page, path);
  await listed.nth(before).waitFor({ timeout: 60_000 });
  await whenIdle(page);
}

/** Chooses a file and waits for nothing. A path makes the browser fire trusted events; a buffer would not. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const picker = page.locator('input[type=file][name="_attachments[]"]').last();
  await picker.setInputFiles(path);
}

/** The button a person would press. */
export const sendButton =
  'button.send:visible, #toolbar-menu a.send:visible, .toolbar a.send:visible, a.button.send:visible';

export async function pressSend(page: Page, way: WayToSend = 'click'): Promise<void> {
  const button = page.locator(sendButton).first();
  await whenIdle(page);
  switch (way) {
    case 'click':
      return button.click();
    case 'double-click':
      return button.dblclick();
    case 'enter':
      await button.focus();
      return page.keyboard.press('Enter');
    case 'space':
      await button.focus();
      return page.keyboard.press('Space');
    case 'menu':
      return pressInMenu(page);
  }
}

/** In a narrow window the button is in the bar at the foot of the page. */
async function pressInMenu(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 400, height: 800 });
  await page.locator('[id^="rcmbtn"][id$="-clone"].send:visible').click();
  await page.setViewportSize(size);
}

/** Waits until Roundcube has sent and left the compose page. */
export async function waitUntilSent(page: Page): Promise<void> {
  await page.waitForURL((url) => url.searchParams.get('_action') !== 'compose', { timeout: 30_000 });
}
