// People at the collector's page, in a browser: in by the firm's own sign-in, behind a pseudonym with the key file, and everything about one
// employee as a file. Each is on the record.
import { readFileSync } from 'node:fs';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAccount } from '../../collector/accounts.ts';
import { openStore } from '../../collector/open-store.ts';
import { newContactKeys } from '../../incidents/contact-keys.ts';
import { importEntries } from '../../incidents/import.ts';
import { seal } from '../../incidents/sealed.ts';
import { type FirmSignIn, startFirmSignIn } from '../collector/firm-sign-in.ts';
import { freePort } from '../collector/free-port.ts';
import { browser } from '../collector/office.ts';
import { buildCollectorPage, type RunningCollector, runCollector } from '../collector/running.ts';
import { type Place, sqlitePlace } from '../collector/stores.ts';
import { amendmentEntry, incidentEntry, reportEntry, uuid } from '../incidents/entries.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { label } from './dialog.ts';
import { lookAt } from './looks.ts';
import { chromiumPath } from './machine.ts';

// The provider says that it is no production one.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);
vi.spyOn(console, 'info').mockImplementation(() => undefined);

const who = 'sam.weller@firm.example';
const said = 'the list went to my own mailbox';

describe.skipIf(!chromiumPath)('people at the collector’s page', () => {
  let place: Place;
  let firm: FirmSignIn;
  let collector: RunningCollector;
  let chromium: Chromium;
  let page: Page;
  let keyFile: { name: string; mimeType: string; buffer: Buffer };
  let otherKeyFile: typeof keyFile;

  beforeAll(async () => {
    buildCollectorPage();
    const port = await freePort();
    [place, firm] = [await sqlitePlace(), await startFirmSignIn(`http://localhost:${port}/api/oidc/back`)];
    firm.people.set('priya', { email: 'priya.nair@firm.example', email_verified: true });
    firm.people.set('stranger', { email: 'stranger@firm.example', email_verified: true });
    const store = await openStore(place.address);
    const account = { id: crypto.randomUUID(), address: 'priya.nair@firm.example', name: 'Priya Nair' };
    await addAccount(store, { ...account, roles: ['dpo'] }, null, Date.now());
    await store.close();
    const settings = {
      ...{ GATEHOUSE_OIDC_ISSUER: firm.issuer, GATEHOUSE_OIDC_CLIENT: firm.clientId },
      ...{ GATEHOUSE_OIDC_SECRET: firm.secret, GATEHOUSE_FIRM: 'Brightwater Kitchens' },
    };
    collector = await runCollector(place.address, settings, port);
    const made = await newContactKeys();
    const fileOf = (text: string) => ({ name: 'keys.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    [keyFile, otherKeyFile] = [fileOf(made.text), fileOf((await newContactKeys()).text)];
    const { sealTo } = made.keys;
    // Two browsers of one person, under two pseudonyms, and one of somebody else.
    const sealed = async (number: number, actor: string, words = {}) => seal({ actor, ...words }, sealTo, uuid(number));
    const [one, two, another] = [browser(), browser(), browser()];
    // What it follows it has not said yet.
    const quiet = browser();
    const pseudonym = (value: string) => ({ actor: { value, from: 'sealed' as const } });
    const reason = { code: 'agreed-work', text: '' };
    for (const [at, entry] of [
      [
        one,
        incidentEntry(1, { ...pseudonym('staff-1111111111'), reason, sealed: await sealed(1, who, { reason: said }) }),
      ],
      [one, amendmentEntry(2, 1, 'not-sent')],
      [one, incidentEntry(3, { ...pseudonym('staff-1111111111'), sealed: await sealed(3, who) })],
      [
        two,
        reportEntry(4, {
          ...pseudonym('staff-2222222222'),
          what: '',
          when: '',
          sealed: await sealed(4, who, { what: said, when: 'at noon' }),
        }),
      ],
      [another, incidentEntry(5, { ...pseudonym('staff-3333333333'), sealed: await sealed(5, 'alex@firm.example') })],
      [quiet, amendmentEntry(6, 5, 'not-sent')],
    ] as const) {
      const headers = { authorization: `Bearer ${collector.token}`, 'content-type': 'application/json' };
      const body = JSON.stringify(await at.next(entry));
      expect((await fetch(`${collector.url}/api/entries`, { method: 'POST', headers, body })).status).toBe(200);
    }
    const heard = (device: string, version: string) => ({
      ...{ gatehouse: 1, type: 'heartbeat', device, at: Date.now(), extensionVersion: '0.1.0' },
      ...{ policy: { version, source: 'managed' }, sequence: 0, chain: 'intact', waiting: 0 },
    });
    for (const [at, version] of [
      [one, '2026-11'],
      [two, '2026-11'],
      [another, 'of <b>old</b>'],
    ] as const) {
      const headers = { authorization: `Bearer ${collector.token}`, 'content-type': 'application/json' };
      const body = JSON.stringify(heard(at.device, version));
      expect((await fetch(`${collector.url}/api/heartbeat`, { method: 'POST', headers, body })).status).toBe(200);
    }
    chromium = await startChromium({ extension: false });
    page = await chromium.context.newPage();
  });
  afterAll(async () => {
    await chromium?.close();
    await collector?.stop();
    await Promise.all([place?.remove(), firm?.close()]);
  });

  const press = (key: Parameters<typeof label>[0]) =>
    page.getByRole('button', { name: label(key), exact: true }).click();
  const go = (part: Parameters<typeof label>[0]) => page.getByRole('link', { name: label(part), exact: true }).click();
  /** From the register's page to the firm's, and back as this person. */
  const signInAs = async (person: string) => {
    await page.goto(collector.url);
    await page.getByRole('link', { name: label('collector_sign_in_firm') }).click();
    await page.waitForURL(`${firm.issuer}/**`);
    await page.locator('input[name=login]').fill(person);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    // The provider asks once more whether this register may know who it is.
    await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
    await page.locator('button[type=submit]').click();
    await page.waitForURL(`${collector.url}/**`);
  };
  const audit = async () => {
    await go('collector_part_audit');
    await page.locator('tbody tr').first().waitFor();
    const lines = (await page.locator('tbody tr').allInnerTexts()).map((line) => line.split('\t'));
    return lines.map(([, by, action, object, outcome]) => ({ by, action, object, outcome }));
  };

  it('lets nobody in whom the firm knows and the register does not, and says why', async () => {
    await signInAs('stranger');
    await page.getByText(label('collector_problem_no_account')).waitFor();
    expect(await page.locator('tr[data-row]').count()).toBe(0);
    await page.context().clearCookies();
  });

  it('lets in who has an account, from the button to the register', async () => {
    await page.goto(collector.url);
    await page.getByRole('link', { name: label('collector_sign_in_firm') }).waitFor();
    await lookAt(page, 'collector-firm-sign-in');
    await signInAs('priya');
    await page.locator('tr[data-row]').first().waitFor();
    expect(await page.locator('tr[data-row]').count()).toBe(4);
    expect(await page.locator('.who').innerText()).toContain('Priya Nair');
    expect(await page.innerText('body')).not.toContain(who);
  });

  it('opens a sealed report with the key file and a reason, which is on the record, and with no other key', async () => {
    await page.goto(`${collector.url}/#incidents/${uuid(4)}`);
    const form = page.locator('.key-form').filter({ has: page.getByLabel(label('keys_unseal_why')) });
    await form.waitFor();
    expect(await page.locator('.entry').innerText()).not.toContain(said);
    await form.getByLabel(label('keys_unseal_why')).fill('to call them back');
    const open = async (file: typeof keyFile) => {
      await form.locator('input[type=file]').setInputFiles(file);
      await form.getByRole('button', { name: label('keys_unseal') }).click();
    };
    await open(otherKeyFile);
    await form.getByText(label('keys_other')).waitFor();
    await open(keyFile);
    await form.getByText(who).waitFor();
    expect(await form.innerText()).toContain(`${said} · at noon`);
    await page.locator('.timeline').getByText('to call them back').waitFor();
    expect(await page.locator('.facts').innerText()).toContain(label('register_origin_received'));
    await lookAt(page, 'collector-unsealed');
    await page.reload();
    await page.locator('.timeline').getByText('to call them back').waitFor();
    expect(await page.locator('.entry').innerText()).not.toContain(who);
    expect(await audit()).toContainEqual({
      ...{ by: 'priya.nair@firm.example', action: label('collector_did_worked') },
      ...{ object: `unseal ${uuid(4)}`, outcome: label('collector_audit_allowed') },
    });
  });

  it('writes the answers for the regulator in the name of the firm and of who works on it', async () => {
    await page.goto(`${collector.url}/#incidents/${uuid(1)}`);
    await press('entry_sheet');
    const paper = await page.locator('.paper').innerText();
    for (const expected of ['Brightwater Kitchens', 'Priya Nair', 'priya.nair@firm.example'])
      expect(paper).toContain(expected);
  });

  it('saves everything about one employee, whatever pseudonyms they have, and says so in the access record', async () => {
    await go('collector_part_people');
    // The entry that was open has such a form, too.
    await page.getByRole('heading', { name: label('employee_title'), exact: true }).waitFor();
    const form = page.locator('.key-form');
    await form.locator('input[type=file]').setInputFiles(keyFile);
    await form.getByLabel(label('employee_sealed_who')).fill('nobody@firm.example');
    await form.getByLabel(label('keys_unseal_why')).fill('they asked what is kept about them');
    await press('employee_sealed_find');
    await form.getByText(label('employee_sealed_none')).waitFor();
    await form.getByLabel(label('employee_sealed_who')).fill(who.toUpperCase());
    await press('employee_sealed_find');
    await page.getByText(label('employee_entries_other', ['3'])).waitFor();
    await lookAt(page, 'collector-one-employee');
    const [file] = await Promise.all([page.waitForEvent('download'), press('employee_save')]);
    const { entries, problems } = importEntries(readFileSync((await file.path())!, 'utf8'));
    expect(problems).toEqual([]);
    const about = entries.filter(({ type }) => type !== 'work').map(({ id }) => id);
    expect(about.sort()).toEqual([1, 2, 3, 4].map(uuid));
    // Who looked, and why, belongs to what is kept about them.
    expect(entries.filter(({ type }) => type === 'work')).toHaveLength(3);
    expect((await audit())[0]).toMatchObject({ action: label('collector_did_exported'), object: '7 as json' });
  });

  it('writes the papers of a policy from its file, which is read here alone, and says who follows it', async () => {
    const wire: string[] = [];
    const listen = (request: Request) => wire.push(request.url(), request.postData() ?? '');
    page.on('request', listen);
    // Listened for before a key is pressed: a browser that nobody listens to opens a chooser of its own.
    page.once('filechooser', (chooser) => chooser.setFiles(fileOf('an invoice')));
    await go('collector_part_papers');
    const paper = page.locator('.paper');
    const source = page.locator('.policy-file');
    const field = page.getByLabel(label('collector_policy_file'));
    const fileOf = (text: string) => ({ name: 'policy.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const choose = (text: string) => field.setInputFiles(fileOf(text));
    await source.waitFor();
    expect(await paper.count()).toBe(0);
    await lookAt(page, 'collector-papers-none');
    // By keyboard: the chooser opens for whoever comes to the field.
    await field.focus();
    await page.keyboard.press('Space');
    await source.getByText(label('policy_import_unknown')).waitFor();
    expect(await paper.count()).toBe(0);
    await choose('{"version": ');
    await source.getByText(/breaks off at line 1/).waitFor();

    const policy = {
      ...{ version: '2026-11', firm: { name: 'Brightwater Kitchens' }, retentionDays: 91, auditOnly: 'treu' },
      ...{ reporting: { kind: 'collector', url: 'https://register.firm.example', token: 'secret-of-the-firm' } },
    };
    await choose(JSON.stringify(policy));
    await source.getByText(/2 of the 4 heard of/).waitFor();
    await source.getByText(label('collector_policy_not_yet', ['1'])).waitFor();
    await source.getByText(label('collector_policy_others', ['of <b>old</b> (1)'])).waitFor();
    await source.getByText('auditOnly').waitFor();
    const of = async (name: 'paper_measures' | 'paper_dpia' | 'paper_staff') => {
      await press(name);
      return paper.innerText();
    };
    const written = [await of('paper_measures'), await of('paper_dpia'), await of('paper_staff')];
    for (const text of written) {
      expect(text).toContain(label('paper_kept', ['91']));
      expect(text).toContain(label('paper_kept_register', ['730']));
      expect(text).toContain('register.firm.example');
    }
    expect(written[0]).toContain(label('measures_lead', ['2026-11']));
    expect(written[1]).toContain(label('dpia_title', ['Brightwater Kitchens']));
    await lookAt(page, 'collector-papers');
    // Where the browsers report to something else, it is not this register that keeps what they record.
    await choose(JSON.stringify({ ...policy, reporting: { ...policy.reporting, kind: 'webhook' } }));
    await expect.poll(() => paper.innerText()).not.toContain(label('paper_kept_register', ['730']));
    expect(await paper.innerText()).toContain(label('paper_kept', ['91']));
    await choose(JSON.stringify(policy));
    await expect.poll(() => paper.innerText()).toContain(label('paper_kept_register', ['730']));
    const [file] = await Promise.all([page.waitForEvent('download'), press('paper_save')]);
    expect(file.suggestedFilename()).toBe('gatehouse-staff.md');
    expect(readFileSync((await file.path())!, 'utf8')).toContain('91');
    // Another part and back: the file is still there.
    expect((await audit())[0]).toMatchObject({ action: label('collector_did_exported'), object: '1 as paper' });
    await go('collector_part_papers');
    await page
      .locator('.paper')
      .getByText(label('measures_lead', ['2026-11']))
      .waitFor();
    await press('paper_tuning');
    expect(await source.count()).toBe(0);
    page.off('request', listen);
    expect(wire.join('\n')).not.toMatch(/secret-of-the-firm|auditOnly|treu/);
    expect(wire.join('\n')).toContain('/api/coverage');
  });
});
