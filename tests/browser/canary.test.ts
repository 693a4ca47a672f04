// 500 known values in messages, a file, a reason and a report, through the real thing: Chromium with the extension, a collector on SQLite and
// on PostgreSQL, mail, forwarding, both registers with everything they save and print. None of the values is anywhere afterwards; a number
// that must be there shows that each place was really looked through.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { extract } from '../../extractors/index.ts';
import { defaultLimits } from '../../extractors/limits.ts';
import { newContactKeys } from '../../incidents/contact-keys.ts';
import { freePort } from '../collector/free-port.ts';
import { signingKey } from '../collector/office.ts';
import { buildCollectorPage, runCollector } from '../collector/running.ts';
import { startSmtpSink } from '../collector/smtp-sink.ts';
import { canRunPostgres, postgresPlace, sqlitePlace } from '../collector/stores.ts';
import { type Chromium, startChromium } from './chromium.ts';
import { pasteInto } from './clipboard.ts';
import { type Dialog, dialogOn, label, type MessageKey } from './dialog.ts';
import { canSetPolicy, chromiumPath } from './machine.ts';
import { type ManagedPolicy, policyFor } from './managed-policy.ts';
import { type Portal, startPortal } from './practice-portal.ts';
import { askBackground, entriesOf, incidentsOf, policyArrived } from './record.ts';
import { externalAddress, fileNamed, ownAddress, valuesIn } from './samples.ts';
import { startWire } from './wire.ts';

const clients = generateClients(100, 500);
const canaries = clients.flatMap(({ name, email, phone, nino, nhsNumber }) => [name, email, phone, nino, nhsNumber]);
const sheet = [
  'Name,E-mail,Phone,NI number,NHS number',
  ...clients.map(({ name, email, phone, nino, nhsNumber }) => [name, email, phone, nino, nhsNumber].join(',')),
].join('\n');
const [first, second] = [clients[0]!, clients[1]!];
const sheetFile = fileNamed(`${first.name}.csv`, sheet);
const words = [first, second]
  .flatMap(({ email, phone, nino, nhsNumber }) => [email, phone, nino, nhsNumber])
  .join(', ');
const address = 'dpo@firm.example';
const password = 'correct horse battery';
const root = resolve(import.meta.dirname, '../..');

/** Where they were looked for → texts, and one that must be in them. */
type Places = Record<string, { texts: string[]; has: string }>;

function expectNone(places: Places): void {
  for (const [where, { texts, has }] of Object.entries(places)) {
    const text = texts.join('\n');
    expect(text.includes(has), `${where} was looked through`).toBe(true);
    expect(valuesIn(text, canaries), where).toEqual([]);
  }
}

describe.skipIf(!chromiumPath || !canSetPolicy)('a canary set of 500 values in a real browser', () => {
  let portal: Portal;
  let policy: ManagedPolicy;
  let chromium: Chromium;
  let keys: Awaited<ReturnType<typeof newContactKeys>>['keys'];
  const said: string[] = [];
  beforeAll(async () => {
    expect(new Set(canaries).size).toBe(500);
    buildCollectorPage();
    keys = (await newContactKeys()).keys;
    portal = await startPortal();
    policy = policyFor({ version: 'none yet' });
    chromium = await startChromium({ policy });
    chromium.context.on('console', (message) => void said.push(message.text()));
    const worker = await chromium.worker();
    worker.on('console', (message) => void said.push(message.text()));
  });
  afterAll(async () => {
    await chromium?.close();
    await policy?.close();
    await portal?.close();
  });

  const draft = async (to: string) => {
    const page = await chromium.context.newPage();
    await page.goto(portal.address);
    await page.fill('[name=to]', to);
    await page.fill('[name=cc]', [first, second].map(({ email }) => email).join(', '));
    await page.fill('[name=subject]', `About ${first.name}`);
    await pasteInto(page, page.locator('[name=body]'), sheet);
    return page;
  };
  /** The file asks when it is attached, or with the rest of the message: `answer` is given to whichever asks. */
  const attach = async (page: Page, answer: (question: Dialog) => Promise<unknown>) => {
    await page.setInputFiles('[name=attachments]', sheetFile);
    const asks = await dialogOn(page, 8_000).catch(() => undefined);
    if (asks) await answer(asks);
  };
  const send = async (page: Page) => {
    await page.getByRole('button', { name: 'Send' }).click();
    return dialogOn(page, 45_000);
  };
  /** What the button gives to save, as text. */
  const savedBy = async (page: Page, key: MessageKey) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: label(key), exact: true })
        .first()
        .click(),
    ]);
    return readFileSync((await file.path())!, 'utf8');
  };
  /** What is read on the paper that it prints. */
  const printed = async (page: Page) => {
    const pdf = new Blob([new Uint8Array(await page.pdf())]);
    return JSON.stringify(
      await extract(pdf, 'printed.pdf', defaultLimits(Date.now()), new AbortController().signal, () => {}),
    );
  };
  /** Every part of a register by its address, as it reads and as it prints. */
  const parts = async (page: Page, hashes: readonly string[]) => {
    const texts: string[] = [];
    for (const hash of hashes) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await page.waitForTimeout(300);
      for (const button of await page.locator('.choose button').all()) {
        await button.click();
        texts.push(await page.innerText('body'));
      }
      texts.push(await page.innerText('body'), await printed(page));
    }
    return texts;
  };

  it.each([
    ['SQLite', sqlitePlace, true, false],
    ['PostgreSQL', postgresPlace, canRunPostgres, true],
  ] as const)('is nowhere after all of it, on %s', { timeout: 300_000 }, async (name, makePlace, isHere, isSealed) => {
    if (!isHere) return;
    const passedOn: string[] = [];
    const engine = createServer((request, response) => {
      request.on('data', (chunk) => passedOn.push(String(chunk)));
      request.on('end', () => response.writeHead(200).end('{}'));
    });
    await new Promise<void>((listening) => engine.listen(0, '127.0.0.1', listening));
    const [place, sink, wire, port] = [await makePlace(), await startSmtpSink(), await startWire(), await freePort()];
    wire.leadTo(port);
    const settings = {
      ...{ GATEHOUSE_URL: wire.url, GATEHOUSE_CONTACT: address, GATEHOUSE_FIRM: 'Brightwater Kitchens' },
      ...{ GATEHOUSE_SMTP_URL: sink.url, GATEHOUSE_MAIL_FROM: 'register@firm.example' },
      GATEHOUSE_SIGNING_KEY: signingKey,
      GATEHOUSE_FORWARD_URL: `http://127.0.0.1:${(engine.address() as AddressInfo).port}`,
    };
    const collector = await runCollector(place.address, settings, port);
    policy.write({
      version: name,
      actor: 'sam@firm.example',
      sensitive: { external: { justify: 1 } },
      thresholds: { external: { justify: 5 } },
      keys: { people: keys.people, ...(isSealed && { sealTo: keys.sealTo }) },
      breachContact: { name: 'Priya Nair', email: address, phone: '' },
      reporting: { kind: 'collector', url: wire.url, token: collector.token },
    });
    await policyArrived(chromium, name);
    const before = portal.sent.length;

    const asked = await draft(externalAddress);
    await attach(asked, async (question) => {
      await question.giveReason('agreed with them', `They need ${words}`);
      await question.answer('dialog_go_with_reason_file');
    });
    const question = await send(asked);
    await question.giveReason('agreed with them', `All of it, with ${words}`);
    await question.answer('dialog_go_with_reason_message');
    await asked.getByRole('heading', { name: 'Sent' }).waitFor();
    const [{ files: sentFiles = {}, fields = {} } = {}] = portal.sent.slice(before);
    for (const sent of [sentFiles, fields]) expect(valuesIn(JSON.stringify(sent), canaries)).toHaveLength(500);
    await asked.close();
    const held = await draft(ownAddress);
    await attach(held, (question) => question.answer('dialog_back_file'));
    await (await send(held)).answer('dialog_back_message');
    await held.close();
    expect(portal.sent).toHaveLength(before + 1);

    const own = await chromium.openExtensionPage('register.html#report');
    await own.locator('.report textarea').fill(`A list with ${words} went astray`);
    await own.locator('.report input[type=text]').fill(`yesterday, ${first.email}`);
    await own.getByRole('button', { name: label('report_submit') }).click();
    await own.getByText(label('report_stored')).waitFor();
    const waiting = async () => (await askBackground(chromium, 'delivery/status', {})).waiting;
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
    const recorded = (await incidentsOf(chromium)).filter(({ policy: { version } }) => version === name);
    expect(recorded.map(({ people }) => people.estimate >= 95)).toEqual(recorded.map(() => true));
    expect(recorded.map(({ choice }) => choice)).toEqual(expect.arrayContaining(['sent-with-reason']));
    const { id } = recorded[0]!;

    await own.goto(own.url().replace(/#.*/, '#incidents'));
    await own.reload();
    await own.locator('tr[data-row]').first().waitFor();
    const ownFiles = [await savedBy(own, 'register_export_csv'), await savedBy(own, 'register_export_json')];
    const hashes = ['incidents', 'charts', 'papers', 'people', 'report', 'guidance', 'about', 'status'];
    const ownParts = await parts(own, [...hashes, `entry/${id}`]);
    await own.close();

    const page = await chromium.context.newPage();
    await page.goto(collector.firstLink());
    for (const [key, text] of [
      ['collector_name', 'Priya Nair'],
      ['collector_address', address],
      ['collector_password_new', password],
    ] as const)
      await page.getByLabel(label(key), { exact: true }).fill(text);
    await page.getByRole('button', { name: label('collector_welcome_do') }).click();
    await page.getByRole('heading', { name: label('collector_sign_in') }).waitFor();
    await page.getByLabel(label('collector_address'), { exact: true }).fill(address);
    await page.getByLabel(label('collector_password'), { exact: true }).fill(password);
    await page.getByRole('button', { name: label('collector_sign_in'), exact: true }).click();
    await page.locator('tr[data-row]').first().waitFor();
    const files = [await savedBy(page, 'register_export_csv'), await savedBy(page, 'register_export_json')];
    const theirParts = ['incidents', 'charts', 'papers', 'people', 'coverage', 'audit', 'accounts', 'account'];
    const shown = await parts(page, [...theirParts, `incidents/${id}`]);
    await page.close();

    const backup = join(tmpdir(), `canary-${crypto.randomUUID()}.jsonl`);
    const env = { ...process.env, ...settings, DATABASE_URL: place.address, NODE_NO_WARNINGS: '1' };
    execFileSync(process.execPath, [join(root, 'collector/main.ts'), 'backup', backup], { env });
    const news = () => sink.mails.filter((mail) => mail.includes(label('collector_mail_new')));
    await expect.poll(() => news().length, { timeout: 40_000 }).toBeGreaterThan(0);
    await expect.poll(() => passedOn.join('').includes(id), { timeout: 40_000 }).toBe(true);
    const written = await place.contents();
    await collector.stop();
    expectNone({
      'the wire': { texts: wire.heard, has: id },
      'the database': { texts: [written, await place.contents()], has: id },
      'a backup': { texts: [readFileSync(backup, 'utf8')], has: id },
      mails: { texts: sink.mails.map((mail) => mail.replaceAll('=\r\n', '')), has: wire.url },
      'what is passed on': { texts: passedOn, has: id },
      'files of the browser’s register': { texts: ownFiles, has: id },
      'the browser’s register, read and printed': { texts: ownParts, has: id.slice(-6).toUpperCase() },
      'files of the collector’s register': { texts: files, has: id },
      'the collector’s register, read and printed': { texts: shown, has: id.slice(-6).toUpperCase() },
      'the terminal': { texts: [collector.said()], has: 'listening on' },
      'the consoles of pages and of the worker': { texts: [...said, 'listened'], has: 'listened' },
    });
    rmSync(backup);
    await Promise.all([place.remove(), sink.close(), wire.close(), new Promise((closed) => engine.close(closed))]);
  });

  it('is not in the extension’s stores, as it reads them and as they lie on disk', async () => {
    const own = await chromium.openExtensionPage('register.html');
    const read = await own.evaluate(async () => {
      const areas = (
        globalThis as unknown as { chrome: { storage: Record<string, { get(all: null): Promise<object> }> } }
      ).chrome.storage;
      const kept: unknown[] = [await areas.local!.get(null), await areas.session!.get(null), { ...localStorage }];
      const done = <Result>(request: IDBRequest<Result>) =>
        new Promise<Result>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name!));
        for (const store of database.objectStoreNames)
          kept.push(name, store, await done(database.transaction(store).objectStore(store).getAll()));
        database.close();
      }
      return JSON.stringify(kept);
    });
    const { id } = (await incidentsOf(chromium)).at(-1)!;
    const { profile, extensionId } = chromium;
    expect((await entriesOf(chromium)).length).toBeGreaterThan(2);
    await chromium.close('keep');
    const folders = [
      ...['Local', 'Sync', 'Managed'].map((area) => `${area} Extension Settings/${extensionId}`),
      ...readdirSync(join(profile, 'Default/IndexedDB')).map((name) => `IndexedDB/${name}`),
    ].filter((name) => name.includes(extensionId));
    const bytes = folders.flatMap((folder) => {
      const path = join(profile, 'Default', folder);
      if (!existsSync(path)) return [];
      return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((file) =>
        file.isFile() ? [readFileSync(join(file.parentPath, file.name))] : [],
      );
    });
    // A text with letters beyond Latin lies there in two bytes a letter, from an even or an odd place.
    const texts = bytes.flatMap((one) => [
      one.toString('utf8'),
      one.toString('utf16le'),
      one.subarray(1).toString('utf16le'),
    ]);
    expectNone({ 'as it reads them': { texts: [read], has: id }, 'on disk': { texts, has: id } });
    rmSync(profile, { recursive: true, force: true });
  });
});
