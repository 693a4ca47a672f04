// The collector's page as somebody has it open all day: what is new comes by itself and moves nothing, a session that ended costs no word, and
// what could not be read is said.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../collector/open-store.ts';
import { browser } from '../collector/office.ts';
import { buildCollectorPage, type RunningCollector, runCollector } from '../collector/running.ts';
import { type Place, sqlitePlace } from '../collector/stores.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { label } from './dialog.ts';
import { lookAt } from './looks.ts';
import { chromiumPath } from './machine.ts';

const address = 'priya.nair@firm.example';
const password = 'correct horse battery';
const slow = { timeout: 240_000 };

describe.skipIf(!chromiumPath)('the collector’s page, open all day', () => {
  let place: Place;
  let collector: RunningCollector;
  let chromium: Chromium;
  let page: Page;
  const from = browser();

  beforeAll(async () => {
    buildCollectorPage();
    place = await sqlitePlace();
    collector = await runCollector(place.address, { GATEHOUSE_FIRM: 'Brightwater Kitchens' });
    for (let number = 1; number <= 60; number += 1) await post(number);
    chromium = await startChromium({ extension: false });
    page = await chromium.context.newPage();
    await page.goto(collector.firstLink());
    await type('collector_name', 'Priya Nair');
    await type('collector_address', address);
    await type('collector_password_new', password);
    await press('collector_welcome_do');
    await page.getByRole('heading', { name: label('collector_sign_in') }).waitFor();
    await signIn();
    await page.locator('tr[data-row]').first().waitFor();
  });
  afterAll(async () => {
    await chromium?.close();
    await collector?.stop();
    await place?.remove();
  });

  type Key = Parameters<typeof label>[0];
  const press = (key: Key) => page.getByRole('button', { name: label(key), exact: true }).click();
  const type = (key: Key, text: string) => page.getByLabel(label(key), { exact: true }).fill(text);
  const go = (part: Key) => page.getByRole('link', { name: label(part), exact: true }).click();
  const signIn = async () => {
    await type('collector_address', address);
    await type('collector_password', password);
    await press('collector_sign_in');
  };
  const post = async (number: number) => {
    const headers = { authorization: `Bearer ${collector.token}`, 'content-type': 'application/json' };
    const body = JSON.stringify(await from.next(incidentEntry(number)));
    expect((await fetch(`${collector.url}/api/entries`, { method: 'POST', headers, body })).status).toBe(200);
  };
  const comeBack = () => page.evaluate(() => dispatchEvent(new Event('focus')));
  const endSessions = async () => {
    const store = await openStore(place.address);
    await store.run('DELETE FROM sessions');
    await store.close();
  };
  const openEntry = async (number: number) => {
    await page.goto(`${collector.url}/#incidents/${uuid(number)}`);
    await page.locator('.entry .work').waitFor();
  };
  const formOf = (key: Key) =>
    page.locator('details.step').filter({ has: page.getByText(label(key), { exact: true }) });

  it('shows what is new, and moves no line that somebody reads', async () => {
    const line = page.locator(`tr[data-row="${uuid(30)}"]`);
    await page.evaluate(() => scrollTo(0, 1_200));
    await line.waitFor();
    const top = async () => (await line.boundingBox())!.y;
    const before = await top();
    for (const number of [61, 62, 63]) await post(number);
    await comeBack();
    await page.getByText(label('register_shown', ['63', '63'])).waitFor();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator(`tr[data-row="${uuid(63)}"]`).waitFor();
  });

  it('shows a colleague’s step on the entry that is open, and leaves what is typed', async () => {
    await openEntry(5);
    await formOf('work_note').locator('summary').click();
    await type('field_note', 'half a sentence');
    await page.evaluate(async (about) => {
      const change = { do: 'status', status: 'triage', why: 'a colleague’s reason' };
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/work', { method: 'POST', headers, body: JSON.stringify({ about, change }) });
    }, uuid(5));
    await comeBack();
    await page.locator('.timeline').getByText('a colleague’s reason').waitFor();
    expect(await page.getByLabel(label('field_note'), { exact: true }).inputValue()).toBe('half a sentence');
  });

  it('refuses a step on what a colleague has changed, says so and keeps the words', async () => {
    await openEntry(6);
    await type('work_why', 'as I see it');
    await page.evaluate(async (about) => {
      const change = { do: 'status', status: 'triage', why: 'first' };
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/work', { method: 'POST', headers, body: JSON.stringify({ about, change }) });
    }, uuid(6));
    await press('work_to_triage');
    await page.getByText(label('work_changed')).waitFor();
    await page.locator('.timeline').getByText('first').waitFor();
    expect(await page.getByLabel(label('work_why')).inputValue()).toBe('as I see it');
  });

  it('has somebody sign in again over the page, and then does what they asked for', slow, async () => {
    await openEntry(7);
    await formOf('work_decide').locator('summary').click();
    await page.getByLabel(label('field_risk'), { exact: true }).selectOption('none');
    await type('field_reasoning', 'a reasoning of many words');
    await endSessions();
    await formOf('work_decide')
      .getByRole('button', { name: label('work_save') })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(label('collector_again_kept')).waitFor();
    await lookAt(page, 'collector-again');
    await type('collector_password', 'wrong horse battery');
    await dialog.getByRole('button', { name: label('collector_sign_in'), exact: true }).click();
    await dialog.getByText(label('collector_problem_wrong')).waitFor();
    await type('collector_password', password);
    await dialog.getByRole('button', { name: label('collector_sign_in'), exact: true }).click();
    await page.locator('.timeline').getByText('a reasoning of many words').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('says what it could not read: no empty list, no sign-in form', slow, async () => {
    const failing = async (path: string, method: string) =>
      page.route(`**${path}`, (route) =>
        route.request().method() === method
          ? route.fulfill({ status: 500, json: { problem: 'failed' } })
          : route.continue(),
      );
    await failing('/api/accounts', 'GET');
    await go('collector_part_accounts');
    await page.getByText(label('collector_problem_failed')).waitFor();
    await page.unroute('**/api/accounts');
    await press('register_again');
    await page.getByText(address).first().waitFor();
    await failing('/api/tokens/*', 'DELETE');
    await press('collector_token_revoke');
    await page.getByRole('status').getByText(label('collector_problem_failed')).waitFor();
    await failing('/api/me', 'GET');
    await page.reload();
    await page.getByText(label('collector_problem_failed')).waitFor();
    expect(await page.getByLabel(label('collector_password')).count()).toBe(0);
    await page.unroute('**/api/me');
    await press('register_again');
    await page.getByText(address).first().waitFor();
  });

  it('changes roles, and opens an account again that was closed', slow, async () => {
    await page.getByLabel(label('collector_role_reader')).check();
    await press('collector_invite_do');
    const link = await page.locator('.secret').innerText();
    const secret = /#welcome=([\w-]{43})/.exec(link)![1];
    const headers = { origin: collector.url, 'content-type': 'application/json' };
    const body = JSON.stringify({ secret, address: 'alex@firm.example', name: 'Alex', password });
    expect((await fetch(`${collector.url}/api/welcome`, { method: 'POST', headers, body })).status).toBe(204);
    await page.reload();
    // The link that was used is none any more, and one that is taken back lets nobody in.
    const heading = page.getByRole('heading', { name: label('collector_links'), exact: true });
    await press('collector_invite_do');
    await page.getByRole('status').getByText(label('collector_problem_no_role')).waitFor();
    await page.getByLabel(label('collector_role_reader')).check();
    await press('collector_invite_do');
    await heading.waitFor();
    await lookAt(page, 'collector-links');
    const links = page.locator('h3 + ul > li');
    expect(await links.count()).toBe(1);
    await links.getByRole('button', { name: label('collector_token_revoke'), exact: true }).click();
    await heading.waitFor({ state: 'hidden' });
    const line = page.locator('li').filter({ hasText: 'alex@firm.example' });
    const lineButton = (key: Key) => line.getByRole('button', { name: label(key), exact: true });
    await lineButton('collector_account_roles').click();
    expect(await line.getByLabel(label('collector_role_reader')).isChecked()).toBe(true);
    await line.getByLabel(label('collector_role_dpo')).check();
    await lookAt(page, 'collector-roles');
    // However late the answer comes, what is pressed meanwhile takes nothing back.
    const changes = '**/api/accounts/*';
    await page.route(changes, async (route) => {
      await page.waitForTimeout(1_000);
      await route.continue();
    });
    await lineButton('collector_account_save').click();
    await lineButton('collector_account_close').click();
    await page.unroute(changes);
    await line.getByText(label('collector_account_closed')).waitFor();
    await lineButton('collector_account_open').click();
    await lineButton('collector_account_close').waitFor();
    expect(await line.innerText()).toContain(label('collector_role_dpo'));
  });

  it('notes what is printed and copied before it is', async () => {
    await go('collector_part_incidents');
    await press('register_print');
    await openEntry(7);
    await press('entry_sheet');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press('paper_copy');
    await page.getByText(label('paper_copied')).waitFor();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await go('collector_part_audit');
    const row = page.getByRole('row').filter({ hasText: label('collector_did_exported') });
    for (const said of ['63 as print', '1 as copy', '1 as print'])
      await row.filter({ hasText: said }).first().waitFor();
  });

  it('shows the 72 hours in the list', slow, async () => {
    const step = (about: number, change: object) =>
      page.evaluate(
        async (body) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch('/api/work', { method: 'POST', headers, body })).status;
        },
        JSON.stringify({ about: uuid(about), change }),
      );
    const hour = 3_600_000;
    for (const [number, ago] of [
      [57, 10],
      [58, 60],
      [59, 80],
    ] as const) {
      expect(await step(number, { do: 'status', status: 'breach', why: '' })).toBe(201);
      expect(await step(number, { do: 'aware', at: Date.now() - ago * hour, basis: 'b', who: '' })).toBe(201);
    }
    expect(await step(60, { do: 'status', status: 'breach', why: '' })).toBe(201);
    await go('collector_part_incidents');
    await press('register_deadline');
    await expect
      .poll(async () => (await page.locator('td.deadline').allInnerTexts()).filter(Boolean))
      .toEqual(['over by 8 h', '11 h left', '61 h left', 'not begun'].map((one) => expect.stringContaining(one)));
    await lookAt(page, 'collector-deadlines', true);
    await openEntry(58);
    await formOf('work_facts').locator('summary').click();
    await lookAt(page, 'collector-facts', true);
  });
});
