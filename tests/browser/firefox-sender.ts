// Somebody in Firefox who sends thirty clients from the practice portal.
import type { Page } from 'puppeteer-core';
import { isDialogAbove, until } from './firefox-page.ts';
import type { Portal } from './practice-portal.ts';
import { clientTable, externalAddress, thirtyClients } from './samples.ts';

async function fillIn(page: Page, portal: Portal): Promise<void> {
  await page.goto(portal.address);
  await page.type('[name=to]', externalAddress);
  await page.focus('[name=body]');
  await page.evaluate((text) => document.execCommand('insertText', false, text), clientTable(thirtyClients));
}

/** Presses Send; true when a dialog holds it. */
async function pressSend(page: Page): Promise<boolean> {
  await page.click('button[type=submit]');
  await until(page, `location.pathname === '/send' || ${isDialogAbove}`);
  return new URL(page.url()).pathname !== '/send';
}

/** Sends until it is held: the first seconds of a new profile have no add-on yet, and what is sent then goes. */
export async function sendUntilHeld(page: Page, portal: Portal): Promise<void> {
  do {
    portal.sent.splice(0);
    await fillIn(page, portal);
  } while (!(await pressSend(page)));
}
