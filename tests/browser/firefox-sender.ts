// Somebody in Firefox who sends thirty clients from the practice portal. The dialog is a frame of the extension, which nobody can look
// into from outside: it is told by what lies in the middle of the page, an element of nobody's beside head and body.
import type { Page } from 'puppeteer-core';
import type { Portal } from './practice-portal.ts';
import { clientTable, externalAddress, thirtyClients } from './samples.ts';

const middle = 'document.elementFromPoint(innerWidth / 2, innerHeight / 2)';
const isDialogAbove = `${middle}?.parentElement === document.documentElement && ${middle} !== document.body`;

async function fillIn(page: Page, portal: Portal): Promise<void> {
  await page.goto(portal.address);
  await page.type('[name=to]', externalAddress);
  await page.focus('[name=body]');
  await page.evaluate((text) => document.execCommand('insertText', false, text), clientTable(thirtyClients));
}

/** Presses Send; true when a dialog holds it. */
async function pressSend(page: Page): Promise<boolean> {
  await page.click('button[type=submit]');
  await page.waitForFunction(`location.pathname === '/send' || (${isDialogAbove})`, { polling: 100 });
  return new URL(page.url()).pathname !== '/send';
}

/** Sends until it is held: the first seconds of a new profile have no add-on yet, and what is sent then goes. */
export async function sendUntilHeld(page: Page, portal: Portal): Promise<void> {
  do {
    portal.sent.splice(0);
    await fillIn(page, portal);
  } while (!(await pressSend(page)));
}

export async function goBack(page: Page): Promise<void> {
  // What the dialog says cannot be waited for from here.
  await new Promise((done) => setTimeout(done, 4_000));
  await page.keyboard.press('Escape');
  await page.waitForFunction(`!(${isDialogAbove})`, { polling: 100 });
}
