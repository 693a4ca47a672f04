// From a held message to a decision: a block in Chromium goes to a running collector, the breach contact gets a mail, signs in on the
// collector's page and works on the entry there. On SQLite, then on a real PostgreSQL.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContactKeys, readContactKeys } from '../../incidents/contact-keys.ts';
import { type Envelope, envelopeOf } from '../../incidents/envelope.ts';
import { releaseCode } from '../../incidents/release-code.ts';
import { buildCollectorPage, type RunningCollector, runCollector } from '../collector/running.ts';
import { type SmtpSink, startSmtpSink } from '../collector/smtp-sink.ts';
import { canRunPostgres, type Place, postgresPlace, sqlitePlace } from '../collector/stores.ts';
import { chainOf, uuid } from '../incidents/entries.ts';
import { attack, attackingEntries, attackingHeartbeat } from '../incidents/script-everywhere.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { pasteInto } from './clipboard.ts';
import { dialogOn, label, type MessageKey } from './dialog.ts';
import { lookAt } from './looks.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { type Portal, startPortal } from './practice-portal.ts';
import { askBackground, entriesOf, incidentsOf, policyArrived } from './record.ts';
import { headline, ownAddress, valuesIn, valuesOf } from './samples.ts';

const secrets = [...valuesOf(headline.clients), ownAddress, 'for later'];
/** Looking at a page from all sides takes seconds on an idle machine and a minute on a busy one. */
const slow = { timeout: 240_000 };
const password = 'correct horse battery';
const stores = [
  ['SQLite', sqlitePlace, true],
  ['PostgreSQL', postgresPlace, canRunPostgres],
] as const;

describe.skipIf(!chromiumPath || !canSetPolicy)('the firm’s register', () => {
  let portal: Portal;
  let keyFile: { name: string; mimeType: string; buffer: Buffer };
  let keys: Awaited<ReturnType<typeof newContactKeys>>['keys'];
  let policy: ManagedPolicy;
  let chromium: Chromium;
  beforeAll(async () => {
    buildCollectorPage();
    const made = await newContactKeys();
    keys = made.keys;
    keyFile = { name: 'keys.json', mimeType: 'application/json', buffer: Buffer.from(made.text) };
    portal = await startPortal();
    policy = policyFor({ version: 'none yet' });
    chromium = await startChromium({ policy });
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    await portal?.close();
  });

  /** 957 people to a private address, held. */
  const send = async (subject = 'for later') => {
    const page = await chromium.context.newPage();
    await page.goto(portal.address);
    await page.fill('[name=to]', ownAddress);
    await page.fill('[name=subject]', subject);
    await pasteInto(page, page.locator('[name=body]'), headline.body);
    await page.getByRole('button', { name: 'Send' }).click();
    return { page, dialog: await dialogOn(page, 45_000) };
  };
  const block = async () => {
    const { page, dialog } = await send();
    await dialog.answer('dialog_back_message');
    await page.close();
  };
  /** Sends it with a code; what the dialog says to it, or that it went. */
  const sendWith = async (code: string, subject?: string) => {
    const { page, dialog } = await send(subject);
    await dialog.box.locator('details.code summary').click();
    await dialog.box.getByRole('textbox', { name: label('dialog_code') }).fill(code);
    const check = dialog.button('dialog_code_check');
    await dialog.frame.waitForFunction(
      (button) => button?.getAttribute('aria-disabled') !== 'true',
      await check.elementHandle(),
    );
    await check.click();
    const refusal = dialog.box.locator('details.code .problem');
    const said = await Promise.race([
      page
        .getByRole('heading', { name: 'Sent' })
        .waitFor()
        .then(() => 'sent'),
      // A message that goes takes the dialog's page along.
      refusal
        .waitFor()
        .then(() => refusal.innerText())
        .catch(() => new Promise<string>(() => {})),
    ]);
    await page.close();
    return said;
  };

  for (const [name, makePlace, isHere] of stores)
    describe.skipIf(!isHere)(`on ${name}`, () => {
      let place: Place;
      let sink: SmtpSink;
      let collector: RunningCollector;
      let page: Page;
      const isSealed = name === 'PostgreSQL';
      beforeAll(async () => {
        [place, sink] = [await makePlace(), await startSmtpSink()];
        collector = await runCollector(place.address, {
          ...{ GATEHOUSE_SMTP_URL: sink.url, GATEHOUSE_MAIL_FROM: 'register@firm.example' },
          ...{ GATEHOUSE_CONTACT: 'dpo@firm.example', GATEHOUSE_FIRM: 'Brightwater <b>Kitchens</b>' },
        });
        policy.write({
          version: name,
          actor: 'sam@firm.example',
          // Names are open on one store and sealed on the other.
          keys: { people: keys.people, releaseCodes: keys.releaseCodes, ...(isSealed && { sealTo: keys.sealTo }) },
          breachContact: { name: 'Priya Nair', email: 'dpo@firm.example', phone: '0113 496 0100' },
          reporting: { kind: 'collector', url: collector.url, token: collector.token },
        });
        await policyArrived(chromium, name);
        page = await chromium.context.newPage();
      });
      afterAll(async () => {
        await page?.close();
        await collector?.stop();
        await Promise.all([place?.remove(), sink?.close()]);
      });

      const press = (key: Parameters<typeof label>[0]) =>
        page.getByRole('button', { name: label(key), exact: true }).click();
      const type = (key: Parameters<typeof label>[0], text: string) =>
        page.getByLabel(label(key), { exact: true }).fill(text);
      const go = async (part: Parameters<typeof label>[0]) => {
        await page.getByRole('link', { name: label(part), exact: true }).click();
        // The part before it shows until this one is drawn.
        await page.getByRole('heading', { level: 1, name: label(part), exact: true }).waitFor();
      };
      const leave = async () => {
        await press('collector_sign_out');
        await page.getByRole('heading', { name: label('collector_sign_in') }).waitFor();
      };
      const makeAccount = async (link: string, address: string) => {
        await page.goto(link);
        await page.getByRole('heading', { name: label('collector_welcome') }).waitFor();
        await type('collector_name', address.split('@')[0]!);
        await type('collector_address', address);
        await type('collector_password_new', password);
        await press('collector_welcome_do');
        await page.getByRole('heading', { name: label('collector_sign_in') }).waitFor();
      };
      const signIn = async (address: string, secret = password) => {
        await type('collector_address', address);
        await type('collector_password', secret);
        await press('collector_sign_in');
      };
      /** One step of work: opens its form, fills it in, and waits until it is on the record. */
      const step = async (form: string, fill: () => Promise<unknown>) => {
        const details = page.locator('details.step').filter({ has: page.getByText(form, { exact: true }) });
        await details.locator('summary').click();
        await fill();
        await details.getByRole('button', { name: label('work_save') }).click();
        await details.getByText(label('work_saved')).waitFor();
      };

      it('gets a held message in a moment, and the breach contact a mail that says so and no more', async () => {
        const [before, sentBefore] = [(await incidentsOf(chromium)).length, portal.sent.length];
        await block();
        // The daily mail of an empty register may come before it.
        const news = () => sink.mails.filter((mail) => mail.includes(label('collector_mail_new')));
        await expect.poll(() => news().length, { timeout: 40_000 }).toBe(1);
        expect(await incidentsOf(chromium)).toHaveLength(before + 1);
        const mail = news()[0]!;
        expect(mail).toContain('near misses: 1');
        expect(mail).toContain(collector.url);
        expect(mail).toMatch(/^To: dpo@firm\.example\r$/m);
        expect(valuesIn(mail, secrets)).toEqual([]);
        expect(valuesIn(collector.said(), secrets)).toEqual([]);
        expect(portal.sent.length).toBe(sentBefore);
      });

      it('shows nothing to somebody who is not signed in, nor to a wrong password', async () => {
        await makeAccount(collector.firstLink(), 'dpo@firm.example');
        expect((await page.request.get(`${collector.url}/api/register`)).status()).toBe(401);
        await signIn('dpo@firm.example', 'wrong horse battery');
        await page.getByText(label('collector_problem_wrong')).waitFor();
        await page.reload();
        if (name === 'SQLite') await lookAt(page, 'collector-sign-in');
        await page.goto(collector.firstLink());
        await type('collector_name', 'again');
        await type('collector_address', 'again@firm.example');
        await type('collector_password_new', password);
        await press('collector_welcome_do');
        await page.getByText(label('collector_problem_link_ended')).waitFor();
      });

      it('lets the breach contact work on the entry from triage to decision', slow, async () => {
        await page.goto(collector.url);
        await signIn('dpo@firm.example');
        const line = page.locator('tr[data-row]');
        await line.first().waitFor();
        expect(await line.count()).toBe(1);
        expect(await line.innerText()).toContain('957');
        if (name === 'SQLite') await lookAt(page, 'collector-incidents', true);
        await line.locator('button').click();
        await press('work_to_triage');
        await page.getByText(label('status_triage'), { exact: true }).first().waitFor();
        await press('work_to_breach');
        await step(label('work_aware'), () => type('field_aware_basis', 'seen in the register'));
        await step(label('work_severity'), async () => page.getByLabel(label('field_context')).selectOption('3'));
        await step(label('work_decide'), async () => {
          await page.getByLabel(label('field_risk'), { exact: true }).selectOption('none');
          await type('field_reasoning', 'it never left <img src=x onerror="window.ran=1">');
        });
        const entry = page.locator('.entry');
        const text = await entry.innerText();
        for (const expected of [label('status_breach'), 'dpo@firm.example', 'onerror='])
          expect(text).toContain(expected);
        expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
        expect(valuesIn(text, secrets)).toEqual([]);
        if (name === 'SQLite') await lookAt(page, 'collector-entry');
        await page.reload();
        await entry.locator('.timeline').getByText('seen in the register').waitFor();
      });

      it('keeps a record of access: what was seen, done and refused, by whom', async () => {
        await go('collector_part_audit');
        await page.locator('tbody tr').first().waitFor();
        const lines = (await page.locator('tbody tr').allInnerTexts()).map((line) => line.split('\t'));
        const has = (who: string, action: string, outcome: string) =>
          lines.some((line) => line[1] === who && line[2] === action && line[4] === outcome);
        expect(has('dpo@firm.example', label('collector_did_saw_register'), 'allowed')).toBe(true);
        expect(lines.filter(([, , action]) => action === label('collector_did_worked'))).toHaveLength(5);
        expect(has('nobody signed in', label('collector_did_saw_register'), 'refused')).toBe(true);
        expect(has('dpo@firm.example', label('collector_did_signed_in'), 'refused')).toBe(true);
        if (name === 'SQLite') await lookAt(page, 'collector-audit');
      });

      it('refuses who may not, says so, and writes it down', slow, async () => {
        await go('collector_part_accounts');
        await page.getByText('dpo@firm.example').waitFor();
        if (name === 'SQLite') await lookAt(page, 'collector-accounts');
        await page.getByLabel(label('collector_role_reader')).check();
        await press('collector_invite_do');
        const link = await page.locator('.secret').innerText();
        await leave();
        await makeAccount(link, 'reader@firm.example');
        await signIn('reader@firm.example');
        await page.locator('tr[data-row]').first().waitFor();
        expect(await page.getByRole('navigation').first().innerText()).not.toContain(label('collector_part_audit'));
        await page.locator('tr[data-row] button').click();
        await page.getByText(label('entry_reader')).waitFor();
        expect(await page.getByRole('button', { name: label('work_save') }).count()).toBe(0);
        const tries = await page.evaluate(async () => {
          const headers = { 'content-type': 'application/json' };
          const about = location.hash.split('/')[1];
          const change = { do: 'note', text: 'mine' };
          const body = JSON.stringify({ about, change });
          const all = [
            fetch('/api/work', { method: 'POST', headers, body }),
            fetch('/api/audit'),
            fetch('/api/accounts'),
            fetch('/api/tokens', { method: 'POST', headers, body: JSON.stringify({ name: 'mine' }) }),
          ];
          return (await Promise.all(all)).map(({ status }) => status);
        });
        expect(tries).toEqual([403, 403, 403, 403]);
        await leave();
        await signIn('dpo@firm.example');
        await go('collector_part_audit');
        await page.getByText('reader@firm.example').first().waitFor();
        const refused = page
          .locator('tbody tr')
          .filter({ hasText: 'reader@firm.example' })
          .filter({ hasText: 'refused' });
        expect(await refused.count()).toBe(4);
        await go('collector_part_coverage');
        await page.getByRole('heading', { name: label('collector_jobs') }).waitFor();
        // The browser, and it alone.
        expect(await page.getByRole('rowheader').count()).toBe(1);
        if (name === 'SQLite') await lookAt(page, 'collector-coverage');
        await go('collector_part_account');
        if (name === 'SQLite') await lookAt(page, 'collector-account');
      });

      const oneMessageGoesByCode = async () => {
        const [incident] = (await incidentsOf(chromium)).filter(({ policy: { version } }) => version === name);
        const about = { incident: incident!.id, draft: incident!.draft! };
        const { signer } = (await readContactKeys(keyFile.buffer.toString()))!;
        await page.goto(`${collector.url}/#incidents/${about.incident}`);
        const form = page.locator('.key-form').filter({ hasText: label('keys_release_hint') });
        await form.locator('input[type=file]').setInputFiles(keyFile);
        await form.getByRole('button', { name: label('keys_release') }).click();
        const code = await form.getByRole('textbox', { name: label('keys_release_code') }).inputValue();
        const before = portal.sent.length;
        expect(await sendWith(code, 'another one')).toBe(label('dialog_code_other'));
        expect(await sendWith(await releaseCode(signer, about, Date.now() - 60_000))).toBe(
          label('dialog_code_expired'),
        );
        expect(portal.sent.length).toBe(before);
        expect(await sendWith(code)).toBe('sent');
        expect(await sendWith(code)).toBe(label('dialog_code_used'));
        expect(portal.sent.length).toBe(before + 1);
        const choices = (await incidentsOf(chromium)).map(({ choice }) => choice);
        expect(choices.filter((choice) => choice === 'sent-with-code')).toHaveLength(1);
      };
      // The code is the extension's to check: the store behind the collector's page makes no difference.
      if (name === 'SQLite')
        it('gives a code here by which exactly one message goes, once', slow, oneMessageGoesByCode);

      const isAllDelivered = () =>
        expect
          .poll(async () => (await askBackground(chromium, 'delivery/status', {})).waiting, { timeout: 60_000 })
          .toBe(0);
      const nameIsSealed = async () => {
        const [incident] = (await incidentsOf(chromium)).filter(({ policy: { version } }) => version === name);
        expect(incident!.actor).toEqual({ value: expect.stringMatching(/^staff-[0-9a-f]{10}$/), from: 'sealed' });
        const own = await chromium.openExtensionPage('register.html#guidance');
        await own.getByRole('button', { name: label('guidance_confirm') }).click();
        await own.getByRole('button', { name: label('guidance_again') }).waitFor();
        await own.close();
        await isAllDelivered();
        await page.goto(`${collector.url}/#incidents/${incident!.id}`);
        const form = page.locator('.key-form').filter({ has: page.getByLabel(label('keys_unseal_why')) });
        await form.getByLabel(label('keys_unseal_why')).fill('to call them back');
        await form.locator('input[type=file]').setInputFiles(keyFile);
        await form.getByRole('button', { name: label('keys_unseal') }).click();
        await form.getByText('sam@firm.example').waitFor();
        await page.locator('.timeline').getByText('to call them back').waitFor();
        await go('collector_part_audit');
        await page
          .getByRole('row')
          .filter({ hasText: `unseal ${incident!.id}` })
          .filter({ hasText: 'dpo@firm.example' })
          .waitFor();
        const kept = await place.contents();
        expect(kept).toContain(incident!.actor.value);
        expect(kept).toContain('to call them back');
        expect(kept).toContain('acknowledgement');
        expect(kept).not.toContain('sam@firm.example');
      };
      if (isSealed)
        it(
          'knows who it was by a pseudonym alone, which the contact opens with the key file, on the record',
          nameIsSealed,
        );

      const reportsHere = async () => {
        const { entries } = (await (await page.request.get(`${collector.url}/api/register`)).json()) as {
          entries: Envelope[];
        };
        return entries.flatMap(({ entry }) => (entry.type === 'report' ? [entry.report] : []));
      };
      const aReportArrives = async () => {
        const [client] = headline.clients;
        const { name: who, email, phone, nino, birthDate } = client!;
        const own = await chromium.openExtensionPage('register.html');
        const tabTo = async (wanted: Locator) => {
          await wanted.waitFor();
          const hasFocus = () => wanted.evaluate((one) => one === document.activeElement);
          for (let presses = 0; presses < 60 && !(await hasFocus()); presses++) await own.keyboard.press('Tab');
          expect(await hasFocus(), `Tab comes to ${wanted}`).toBe(true);
        };
        const button = (key: MessageKey) => own.getByRole('button', { name: label(key), exact: true });
        const chosenIn = (question: MessageKey) =>
          own.getByRole('group', { name: label(question) }).getByRole('radio', { checked: true });
        await chromium.context.setOffline(true);
        try {
          await tabTo(own.getByRole('link', { name: label('register_part_report'), exact: true }));
          await own.keyboard.press('Enter');
          await tabTo(own.locator('.report textarea'));
          await own.keyboard.type(`a list with ${who}, ${email}, ${phone} and ${nino} went astray to ${ownAddress}`);
          await tabTo(own.locator('.report input[type=text]'));
          await own.keyboard.type(`yesterday, about ${who}, ${birthDate}`);
          for (const question of ['report_people', 'report_recovered'] as const) {
            await tabTo(chosenIn(question));
            await own.keyboard.press('ArrowUp');
          }
          await tabTo(button('report_submit'));
          await own.keyboard.press('Enter');
          await own.getByText(label('report_stored')).waitFor();
          const failure = async () => (await askBackground(chromium, 'delivery/status', {})).lastFailure?.key;
          await expect.poll(failure).toBe('delivery_failed_network');
          expect(await reportsHere()).toEqual([]);
        } finally {
          await chromium.context.setOffline(false);
        }
        // By itself, once there is a network again.
        await expect.poll(async () => (await reportsHere()).length, { timeout: 60_000 }).toBe(1);
        const [report] = await reportsHere();
        expect(report).toMatchObject({
          ...{ people: 'many', recovered: 'no', actor: { value: 'sam@firm.example' } },
          ...{ what: expect.stringContaining('went astray to'), when: expect.stringContaining('yesterday, about') },
        });
        const kept = JSON.stringify([report, await entriesOf(chromium)]);
        expect(valuesIn(kept, [...valuesOf([client!]), ownAddress])).toEqual([]);
        // An open page asks for what is new when it is come back to.
        await page.goto(`${collector.url}/#incidents/${report!.id}`);
        await page.reload();
        await page.locator('.entry').getByText('went astray to').first().waitFor();
        await own.close();
      };
      // Reporting is the extension's as well.
      if (name === 'SQLite')
        it(
          'gets a report that was written by keyboard without a network, and nobody who is named in it',
          aReportArrives,
        );

      it('tells whether a client was in an incident, and the client’s name goes nowhere', slow, async () => {
        const wire: string[] = [];
        page.on('request', (request) => wire.push(request.url(), request.postData() ?? ''));
        await go('collector_part_people');
        await page.locator('.find input[type=file]').setInputFiles(keyFile);
        const ask = async (text: string) => {
          await page.locator('.find textarea').fill(text);
          await press('find_do');
        };
        const [client] = headline.clients;
        await ask(client!.email);
        await page.getByText(/^In [1-9]\d* incidents?:$/).waitFor();
        await ask('nobody.of.ours@elsewhere.example');
        await page.getByText(label('find_in_none')).waitFor();
        await ask('good morning');
        await page.getByText(label('find_nobody')).waitFor();
        if (name === 'SQLite') await lookAt(page, 'collector-people');
        expect(valuesIn(wire.join('\n'), [client!.email, 'nobody.of.ours'])).toEqual([]);
        const own = await chromium.openExtensionPage('register.html#people');
        await own.locator('.find textarea').fill(client!.email);
        await own.getByRole('button', { name: label('find_do') }).click();
        await own.getByText(/^In [1-9]\d* incidents?:$/).waitFor();
        await own.close();
      });

      const forge = async () => {
        const device = crypto.randomUUID();
        const post = async (path: string, content: unknown) => {
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${collector.token}` };
          const body = JSON.stringify(content);
          expect((await fetch(`${collector.url}${path}`, { method: 'POST', headers, body })).status).toBe(200);
        };
        for (const one of await chainOf(attackingEntries(8, Date.now() - 24 * 3_600_000)))
          await post('/api/entries', envelopeOf(one, attack.slice(0, 40), device));
        await post('/api/heartbeat', attackingHeartbeat(device));
      };
      if (name === 'SQLite')
        it('shows what a browser made up as text, in whatever field it stands, and runs none of it', slow, async () => {
          await forge();
          await page.evaluate(async (text) => {
            const send = (path: string, body: object) =>
              fetch(path, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body),
              });
            await send('/api/tokens', { name: text });
            await send('/api/accounts', { address: 'forged@firm.example', name: text, roles: ['reader'] });
          }, attack);
          await page.reload();
          const entries = [uuid(8_000), uuid(8_001)].map((id) => `incidents/${id}`);
          for (const part of ['incidents', ...entries, 'papers', 'coverage', 'accounts', 'charts', 'audit', 'people']) {
            await page.evaluate((hash) => {
              location.hash = hash;
            }, part);
            const main = page.locator('main');
            await main
              .getByRole('heading', { level: 1, name: label(`collector_part_${part.split('/')[0]}` as never) })
              .waitFor();
            if (part.startsWith('incidents/')) await main.locator('.entry').waitFor();
            for (const button of await main.locator('.choose button').all()) await button.click();
            // What a browser made up decides nothing: no paper is written from it.
            if (part === 'papers') expect(await main.getByText('onerror=').count()).toBe(0);
            else if (!['charts', 'audit', 'people'].includes(part)) await main.getByText('onerror=').first().waitFor();
            if (part === 'charts' || part === 'papers') await lookAt(page, `collector-${part}`);
            expect(await page.locator('body img, main script').count(), part).toBe(0);
            expect(await page.evaluate(() => (window as { ran?: number }).ran), part).toBeUndefined();
          }
          expect(sink.mails.join('\n')).not.toMatch(/onerror|7\*7/);
        });

      it('erases what is about one employee, here and in the browser, and says so', slow, async () => {
        const { value: who } = (await incidentsOf(chromium)).at(-1)!.actor;
        const erase = async (on: Page) => {
          await on.getByRole('combobox', { name: label('employee_who') }).selectOption(who);
          await on.getByLabel(label('employee_sure')).check();
          await on.getByRole('button', { name: label('employee_erase') }).click();
          await on.getByText(/ erased here\./).waitFor();
          const people = () => on.getByRole('combobox', { name: label('employee_who') }).innerText();
          await expect.poll(people).not.toContain(who);
        };
        await isAllDelivered();
        await erase(page);
        const own = await chromium.openExtensionPage('register.html#people');
        await erase(own);
        await own.close();
        expect((await entriesOf(chromium)).map(({ entry }) => entry.type)).not.toContain('incident');
        await go('collector_part_audit');
        await page.getByText("at a person's request").first().waitFor();
        await leave();
      });
    });
});
