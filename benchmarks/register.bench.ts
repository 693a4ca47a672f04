// `npm run bench:register`: the register with 100,000 entries in a real Chromium: until the first line shows, search, order, groups, scrolling,
// one step of work; and the longest time the page stood still meanwhile. On the collector's page over SQLite, and on the extension's own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addAccount } from '../collector/accounts.ts';
import { openStore } from '../collector/open-store.ts';
import { hashPassword } from '../collector/secrets.ts';
import { rowIdOf, timeOf } from '../incidents/envelope.ts';
import { type Chromium, startChromium } from '../tests/browser/chromium.ts';
import { label } from '../tests/browser/dialog.ts';
import { chromiumPath } from '../tests/browser/machine.ts';
import { buildCollectorPage, runCollector } from '../tests/collector/running.ts';
import { largeRegister } from './large-register.ts';
import { method, table, writeSection } from './report.ts';

const count = 100_000;
const seats = 200;
const password = 'a long enough password';
const only = process.argv[2] ?? '';

interface Measured {
  ms: number;
  /** The longest time without a frame meanwhile. */
  stall: number;
}

/** What a person does, and how the page shows that it is done. */
const steps: readonly [name: string, (page: Page) => Promise<Measured>][] = [
  ['to all of the lines', (page) => measured(page, () => page.locator('[aria-busy]').waitFor({ state: 'detached' }))],
  ['search: one letter', (page) => typed(page, 'r')],
  ['search: a whole word', (page) => typed(page, 'robin')],
  ['search: cleared', (page) => typed(page, '')],
  ['order by people', (page) => pressed(page, 'th button', label('register_people'))],
  ['order by person', (page) => pressed(page, 'th button', label('register_actor'))],
  ['groups by person', (page) => grouped(page, 'actor')],
  ['groups by class', (page) => grouped(page, 'class')],
  ['to the last line (End)', (page) => keyed(page, 'End')],
  ['scrolling, 100 turns of the wheel', scrolled],
  ['an entry is opened', opened],
  ['a step of work is on the record', worked],
  ['back to the list', returned],
];

const lines: string[][] = [];
for (const [name, measure] of [
  ['collector', onCollector],
  ['extension', onExtension],
] as const)
  if (name.includes(only))
    for (const [step, { ms, stall }] of await measure())
      lines.push([`${name}: ${step}`, ms.toFixed(0), stall.toFixed(0)]);

const version = execFileSync(chromiumPath!, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const section = `## The register with 100,000 entries

${method('npm run bench:register')}
${version.split(' ').slice(0, 2).join(' ')}, a window of 1280 × 800, no graphics processor. Time: from the press to the second frame that shows it. Stall: the longest time
without a frame until then.

${table(['what', 'ms', 'longest stall, ms'], lines)}`;
if (only === '') writeSection('register', section);
else console.log(section);

async function onCollector(): Promise<[string, Measured][]> {
  buildCollectorPage();
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-register-'));
  const database = join(folder, 'collector.db');
  await fill(database);
  const collector = await runCollector(database, {});
  const chromium = await startChromium({ extension: false });
  try {
    const page = await chromium.context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(collector.url);
    await watchFrames(page);
    await page.getByLabel(label('collector_address'), { exact: true }).fill('dpo@firm.example');
    await page.getByLabel(label('collector_password'), { exact: true }).fill(password);
    const first = await measured(page, async () => {
      await page.getByRole('button', { name: label('collector_sign_in'), exact: true }).click();
      await page.locator('tr[data-row]').first().waitFor();
    });
    return [['signing in, to the first line', first], ...(await each(page))];
  } finally {
    await chromium.close();
    await collector.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Entries straight into the table, as intake would have put them. */
async function fill(database: string): Promise<void> {
  const store = await openStore(database);
  const account = { id: crypto.randomUUID(), address: 'dpo@firm.example', name: 'Priya Nair', roles: ['dpo' as const] };
  await addAccount(store, account, await hashPassword(password), Date.now());
  for await (const envelopes of largeRegister(count, seats))
    await store.transaction(async (inside) => {
      for (const envelope of envelopes) {
        const { id, sentFrom, sequence, previous, hash, type, entry } = envelope;
        const at = timeOf(entry);
        await inside.run(
          `INSERT INTO entries (id, device, sequence, previous, hash, type, about, at, received_at, is_intact, envelope)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
          ...[id, sentFrom.device ?? '', sequence, previous, hash, type, rowIdOf(entry), at, at],
          JSON.stringify(envelope),
        );
      }
    });
  await store.close();
}

async function onExtension(): Promise<[string, Measured][]> {
  const chromium = await startChromium();
  try {
    await fillImported(chromium);
    const page = await chromium.context.newPage();
    page.setDefaultTimeout(120_000);
    await page.addInitScript(frames);
    const begun = Date.now();
    await page.goto(`chrome-extension://${chromium.extensionId}/register.html`);
    await page.locator('tr[data-row]').first().waitFor();
    const first = { ms: Date.now() - begun, stall: await longest(page) };
    return [['opening, to the first line', first], ...(await each(page))];
  } finally {
    await chromium.close();
  }
}

/** What other people recorded, as if it had been imported mail by mail. */
async function fillImported(chromium: Chromium): Promise<void> {
  const page = await chromium.openExtensionPage('register.html');
  await page.locator('.import').waitFor();
  for await (const envelopes of largeRegister(count, seats))
    await page.evaluate(
      (all) =>
        new Promise<void>((done, failed) => {
          // The page has made it.
          const opening = indexedDB.open('gatehouse-imported');
          opening.onsuccess = () => {
            const change = opening.result.transaction('envelopes', 'readwrite');
            for (const one of all) change.objectStore('envelopes').put(one);
            change.oncomplete = () => {
              opening.result.close();
              done();
            };
            change.onerror = () => failed(change.error);
          };
        }),
      envelopes,
    );
  await page.close();
}

async function each(page: Page): Promise<[string, Measured][]> {
  // What goes on after the first line (entries are hashed anew) is there while somebody works, and measured as such.
  const results: [string, Measured][] = [];
  for (const [name, step] of steps) {
    results.push([name, await step(page)]);
    console.error(name, results.at(-1)![1]);
  }
  return results;
}

/** In the page: how long each frame took since it was last asked. */
function frames(): void {
  const own = globalThis as unknown as { longestFrame: number };
  own.longestFrame = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    own.longestFrame = Math.max(own.longestFrame, now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

function watchFrames(page: Page): Promise<void> {
  return page.evaluate(frames);
}

/** The longest frame since this was last asked. */
function longest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    const own = globalThis as unknown as { longestFrame: number };
    const found = own.longestFrame;
    own.longestFrame = 0;
    return found;
  });
}

async function measured(page: Page, act: () => Promise<unknown>): Promise<Measured> {
  await longest(page);
  const begun = performance.now();
  await act();
  const stall = await longest(page);
  return { ms: performance.now() - begun, stall };
}

async function typed(page: Page, text: string): Promise<Measured> {
  const field = page.locator('search input[type=search]');
  return measured(page, () => field.fill(text));
}

function pressed(page: Page, selector: string, name: string): Promise<Measured> {
  const button = page.locator(selector, { hasText: name });
  return measured(page, () => button.click());
}

function grouped(page: Page, by: string): Promise<Measured> {
  const select = page.getByRole('combobox', { name: label('register_group') });
  return measured(page, () => select.selectOption(by));
}

async function keyed(page: Page, key: string): Promise<Measured> {
  await page.locator('.rows .line[tabindex="0"]').focus();
  const rows = await page.locator('.rows').getAttribute('aria-rowcount');
  return measured(page, async () => {
    await page.keyboard.press(key);
    await page.waitForFunction((at) => document.activeElement?.closest('tr')?.ariaRowIndex === at, rows);
  });
}

async function scrolled(page: Page): Promise<Measured> {
  await page.keyboard.press('Home');
  await page.mouse.move(640, 500);
  return measured(page, async () => {
    for (let turn = 0; turn < 100; turn += 1) await page.mouse.wheel(0, 600);
    await page.locator('tr[data-row]').first().waitFor();
  });
}

function opened(page: Page): Promise<Measured> {
  return measured(page, async () => {
    await page.locator('tr[data-row] button').first().click();
    await page.locator('.entry h2').first().waitFor();
  });
}

async function worked(page: Page): Promise<Measured> {
  // In a browser nobody has signed in: who works says who they are.
  const by = page.getByLabel(label('work_by'), { exact: true });
  if (await by.isVisible()) await by.fill('Priya Nair');
  return measured(page, async () => {
    await page.getByRole('button', { name: label('work_to_triage'), exact: true }).click();
    await page.locator('.entry header strong', { hasText: label('status_triage') }).waitFor();
  });
}

function returned(page: Page): Promise<Measured> {
  return measured(page, async () => {
    await page.getByRole('link', { name: label('entry_back') }).click();
    await page.locator('tr[data-row]').first().waitFor();
  });
}
