// A person in SOGo: signs in, writes in the dialog or in a window of its own, forwards, replies, attaches, presses Send. Nothing here
// knows of the extension.
import type { Locator, Page } from 'playwright-core';
import { pasteInto } from './clipboard.ts';
import type { Message } from './roundcube-page.ts';
import type { Sogo } from './sogo.ts';

/** SOGo has no key that sends. */
export const waysToSend = ['click', 'double-click', 'enter', 'space'] as const;
export type WayToSend = (typeof waysToSend)[number];

export async function login(page: Page, sogo: Sogo): Promise<void> {
  await page.goto(sogo.address);
  await page.fill('#input_1', sogo.user);
  await page.fill('input[type=password]', sogo.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/Mail\/view/);
}

const mail = (page: Page, path: string) => `${new URL(page.url()).origin}${userPath(page)}/Mail/${path}`;
const userPath = (page: Page) => /\/SOGo\/so\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? '';
const editor = (page: Page): Locator => page.locator('#mailEditor');
const within = (page: Page, selector: string): Locator => editor(page).locator(selector);

/** The window of its own that *Write a message in new window* opens, with nothing in it. */
export async function openWindow(page: Page): Promise<void> {
  await page.goto(mail(page, 'UIxMailPopupView#!/Mail/0/new'));
  await page.reload();
  await whenReady(page);
}

/** The dialog over the inbox. */
export async function openDialog(page: Page): Promise<void> {
  await openInbox(page);
  await page.locator('md-fab-trigger button').click();
  await page.locator('[ng-click="mailbox.newMessage($event)"]').first().click();
  await whenReady(page);
}

/** Opens the message with this subject, and answers it. */
export async function openAnswer(page: Page, subject: string, how: 'reply' | 'forward'): Promise<void> {
  await openInbox(page);
  await page.getByRole('button', { name: subject, exact: true }).first().click();
  await page.locator(`[ng-click="viewer.${how}($event)"]`).first().click();
  await whenReady(page);
  await whenRead(page);
}

/** Opens the draft with this subject again. */
export async function openDraft(page: Page, subject: string): Promise<void> {
  await openFolder(page, 'Drafts');
  await page.getByRole('button', { name: subject, exact: true }).first().click();
  await page.locator('[ng-click="viewer.edit($event)"]').first().click();
  await whenReady(page);
  await whenRead(page);
}

const openInbox = (page: Page) => openFolder(page, 'INBOX');

/** Loaded anew: the list asks the server only now and then. */
async function openFolder(page: Page, folder: string): Promise<void> {
  await page.goto(mail(page, `view#!/Mail/0/${folder}`));
  await page.reload();
}

async function whenReady(page: Page): Promise<void> {
  await editor(page).waitFor();
  await body(page).waitFor();
}

/**
 * The editor shows what the message had. SOGo takes it over from there into the message a moment later, as the editor writes it: who presses
 * Send sooner than a person can, sends it as it came.
 */
async function whenRead(page: Page): Promise<void> {
  await body(page).filter({ hasText: /\S/ }).waitFor();
  await page.waitForTimeout(1000);
}

export async function isOpen(page: Page): Promise<boolean> {
  return editor(page).isVisible();
}

const body = (page: Page): Locator => page.frameLocator('.cke_wysiwyg_frame').locator('body[contenteditable="true"]');

export async function write(page: Page, message: Message): Promise<void> {
  for (const field of ['to', 'cc', 'bcc'] as const)
    for (const address of message[field] ?? []) await addRecipient(page, field, address);
  if (message.subject !== undefined) await within(page, 'input[name=subject]').fill(message.subject);
  if (message.body !== undefined) await pasteInto(page, body(page), message.body);
  for (const file of message.files ?? []) await attach(page, file);
}

/** A comma makes a chip of what was typed. */
async function addRecipient(page: Page, field: 'to' | 'cc' | 'bcc', address: string): Promise<void> {
  const chips = within(page, `md-chips[ng-model="editor.message.editable.${field}"]`);
  const input = chips.locator('input');
  const opener = within(page, `[ng-click="editor.hide${field === 'cc' ? 'Cc' : 'Bcc'} = false"]`);
  if (field !== 'to' && !(await input.isVisible())) await opener.click();
  await input.click();
  await input.pressSequentially(`${address},`);
  await chips.locator('md-chip', { hasText: address }).waitFor();
}

/** Chooses a file and waits for nothing. */
export const chooseFile = (page: Page, path: string): Promise<void> => within(page, '#fileInput').setInputFiles(path);

/** The names of files in the message. */
export const listed = (page: Page): Locator => within(page, 'md-chips[ng-model="editor.uploader.queue"] md-chip a');

async function attach(page: Page, path: string): Promise<void> {
  const before = await listed(page).count();
  await chooseFile(page, path);
  // A name without an address is still on its way.
  await within(page, 'md-chips[ng-model="editor.uploader.queue"] md-chip a[href]').nth(before).waitFor();
}

const sendButton = '[ng-click="editor.send()"]';

export async function pressSend(page: Page, way: WayToSend = 'click'): Promise<void> {
  const button = within(page, sendButton);
  if (way === 'click') return button.click();
  if (way === 'double-click') return button.dblclick();
  await button.focus();
  await page.keyboard.press(way === 'enter' ? 'Enter' : 'Space');
}

/** Saves the draft, and waits until SOGo says so. */
export async function saveDraft(page: Page): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/save'));
  await within(page, '[ng-click="editor.save()"]').click();
  await saved;
}

/** What SOGo lays over a message it could not send has a button that takes it away. */
export async function closeFailure(page: Page): Promise<void> {
  await within(page, 'sg-ripple-content button').click();
  await within(page, 'sg-ripple-content').waitFor({ state: 'hidden' });
}

/** The dialog goes, or the window closes itself where a script may; SOGo says that it was sent in either. */
export async function waitUntilSent(page: Page): Promise<void> {
  await editor(page).waitFor({ state: 'hidden', timeout: 30_000 });
}
