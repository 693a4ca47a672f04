// A person in Horde IMP: signs in to one of its views, writes, forwards, replies, attaches, saves, presses Send. Nothing here knows of
// the extension.
import type { Locator, Page } from 'playwright-core';
import { pasteInto } from './clipboard.ts';
import type { Horde } from './horde.ts';
import type { Message } from './roundcube-page.ts';

/** As Horde calls them. Its phones' view without script is `mobile`, and its pages are called minimal. */

export type View = 'dynamic' | 'basic' | 'smartmobile' | 'mobile';

const pages: Record<View, string> = {
  dynamic: 'imp/dynamic.php?page=compose',
  basic: 'imp/basic.php?page=compose',
  smartmobile: 'imp/smartmobile.php#compose',
  mobile: 'imp/minimal.php?page=compose',
};
const sendButtons: Record<View, string> = {
  dynamic: '#send_button',
  basic: '[name="btn_send_message"]',
  smartmobile: 'a:has-text("Send Message"):visible',
  mobile: '[name="a"][value="Send"]',
};

export async function login(page: Page, horde: Horde, view: View): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${horde.address}login.php`);
  await page.fill('#horde_user', horde.user);
  await page.fill('#horde_pass', horde.password);
  // Its script offers what it takes the browser for.
  await page.evaluate((name) => {
    document.querySelector<HTMLSelectElement>('#horde_select_view')!.value = name;
  }, view);
  await page.click('#login-button');
  await page.waitForURL((url) => !url.pathname.endsWith('login.php'));
}

/** A window with an empty message. */
export async function openCompose(page: Page, view: View): Promise<void> {
  await page.goto(new URL(`/${pages[view]}`, page.url()).href);
  // Of one that is never left, only the part behind the # would change.
  if (view === 'smartmobile') await page.reload();
  await body(page).waitFor();
  await page.waitForLoadState();
}

/** Opens the draft with this subject again, in a window of its own. */
export async function openDraft(page: Page, subject: string): Promise<Page> {
  await openList(page);
  await page.locator('#foldersSidebar, #horde-subnavi, #imp-specialmboxes').getByText('Drafts').first().click();
  return inWindow(page, () => page.locator('.vpRow', { hasText: subject }).first().dblclick());
}

/** Opens the message with this subject in the dynamic view, and answers it: Horde does so in a window of its own. */
export async function openAnswer(page: Page, subject: string, how: 'reply' | 'forward'): Promise<Page> {
  await openList(page);
  await page.locator('.vpRow', { hasText: subject }).first().click();
  return inWindow(page, () => page.locator(`#button_${how}, #${how}_link`).first().click());
}

const openList = (page: Page) => page.goto(new URL('/imp/dynamic.php?page=mailbox', page.url()).href);

async function inWindow(page: Page, open: () => Promise<void>): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await open();
  const window = await opened;
  await body(window).waitFor({ state: 'attached' });
  await window.waitForLoadState();
  return window;
}

const editor = (page: Page): Locator => page.frameLocator('.cke_contents iframe').locator('body');
const body = (page: Page): Locator => page.locator('textarea[name="message"]').first();

export async function write(page: Page, message: Message): Promise<void> {
  for (const field of ['to', 'cc', 'bcc'] as const) {
    const addresses = message[field];
    if (!addresses) continue;
    const input = page.locator(`:is(#imp-compose-${field}, [name="${field}"]):visible`);
    if ((await input.count()) === 0) await page.click(`#toggle${field}`);
    await input.first().fill(addresses.join(', '));
  }
  if (message.subject !== undefined) await page.locator('[name="subject"]:visible').fill(message.subject);
  if (message.body !== undefined) await pasteInto(page, body(page), message.body);
  for (const file of message.files ?? []) await attach(page, file);
}

/** From plain text to HTML, by the box in the dynamic view. The server does it, and the page waits for it. */
export async function changeToHtml(page: Page): Promise<void> {
  await page.click('#htmlcheckbox');
  await editor(page).waitFor();
}

/** Chooses a file and waits for nothing. */
export const chooseFile = (page: Page, path: string): Promise<void> =>
  page.locator('input[type="file"]').first().setInputFiles(path);

/** The names of files in the message, in the dynamic view. */
const listed = (page: Page): Locator => page.locator('#attach_list > li');

async function attach(page: Page, path: string): Promise<void> {
  const before = await listed(page).count();
  await chooseFile(page, path);
  await listed(page).nth(before).waitFor();
}

export const waysToSend = ['click', 'double-click', 'Control+Enter'] as const;

export async function pressSend(page: Page, view: View, way: (typeof waysToSend)[number] | 'Enter' = 'click') {
  const button = page.locator(sendButtons[view]).first();
  if (way === 'click') return button.click();
  if (way === 'double-click') return button.dblclick();
  await page.locator('[name="subject"]:visible').focus();
  await page.keyboard.press(way);
}

/** Saves the draft, and waits until Horde says so. */
export async function saveDraft(page: Page): Promise<void> {
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/saveDraft'));
  await page.click('#draft_button');
  await saved;
}

/** The window closes itself, or shows that the message went. */
export const isOpen = (page: Page): Promise<boolean> => body(page).isVisible();
