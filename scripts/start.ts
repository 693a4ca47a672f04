// `npm start`: Gatehouse at work. Builds it, opens a browser with it on a practice webmail that holds the 957-client mail, ready for Send.
// Without a display it presses Send itself and says what came of it. Ctrl-C ends it and takes everything down.
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type Chromium, startChromium } from '../tests/browser/chromium.ts';
import { dialogOn, label } from '../tests/browser/dialog.ts';
import { canSetPolicy, chromiumPath } from '../tests/browser/machine.ts';
import { type ManagedPolicy, policyFor } from '../tests/browser/managed-policy.ts';
import { startReceiver } from '../tests/browser/receiver.ts';
import { askedSince, policyArrived, recordedSoFar } from '../tests/browser/record.ts';
import { installPrograms } from './packages.ts';
import { type Practice, startPractice } from './practice.ts';
import { runProgram } from './steps.ts';

const root = resolve(import.meta.dirname, '..');
const pictures = join(root, '.output/start');
const hasDisplay =
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || ['darwin', 'win32'].includes(process.platform);

const closing: (() => Promise<void> | void)[] = [];
const close = async () => {
  for (const end of closing.splice(0).reverse()) await end();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void close().then(() => process.exit(0)));
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await close();
}

async function start(): Promise<number> {
  await timed('programs', async () => {
    const missing = installPrograms(chromiumPath ? ['openssl'] : ['chromium', 'openssl']);
    if (missing.includes('chromium')) throw new Error('Please install Chromium, then run npm start again.');
  });
  await timed('build', async () => {
    const { ok, output } = await runProgram('node_modules/.bin/wxt', ['build', '-b', 'chrome']);
    if (!ok) throw new Error(output);
  });
  const practice = await timed('practice webmail', startPractice);
  closing.push(practice.stop);
  const policy = canSetPolicy ? await practicePolicy() : undefined;
  const chromium = await timed('browser', () => startChromium({ visible: hasDisplay, ...(policy ? { policy } : {}) }));
  closing.push(() => chromium.close());
  if (policy) await timed('managed policy', () => policyArrived(chromium, 'practice'));
  const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
  await timed('the 957-client mail', () => practice.open(page));
  console.log(`\n${practice.what}`);
  return hasDisplay ? byHand(page) : byItself(page, practice, chromium);
}

/** A policy as IT would set it: a breach contact, and a receiver that is told. */
async function practicePolicy(): Promise<ManagedPolicy> {
  const receiver = await startReceiver();
  closing.push(receiver.close);
  closing.push(() =>
    console.log(`The breach contact's receiver was told of ${receiver.deliveries.length} incident(s).`),
  );
  const policy = policyFor({
    version: 'practice',
    firm: { name: 'Brightwater Interiors' },
    breachContact: { name: 'Priya Nair', email: 'priya.nair@brightwater.example', phone: '0113 496 0100' },
    reporting: { url: receiver.address },
  });
  closing.push(policy.close);
  return policy;
}

async function byHand(page: Page): Promise<number> {
  console.log(
    'Press Send in the browser. The drafts folder holds ordinary mails too. Close the browser or press Ctrl-C to end.',
  );
  await new Promise((closed) => page.context().once('close', closed));
  return 0;
}

async function byItself(page: Page, practice: Practice, chromium: Chromium): Promise<number> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const picture = async (of: Page, name: string) => void (await of.screenshot({ path: join(pictures, `${name}.png`) }));
  const before = await recordedSoFar(chromium);
  await picture(page, '1-before-send');
  console.log('No display: pressing Send.\n');
  await practice.send(page);
  const dialog = await dialogOn(page, 30_000);
  await picture(page, '2-held');
  console.log(indented(await dialog.text()));
  await page.keyboard.press('Escape');
  await dialog.isGone();
  await page.waitForTimeout(1_500);
  const left = await practice.left();
  const [incident] = await askedSince(chromium, before);
  console.log(`\nMessages that left: ${left}`);
  console.log(
    `Verdict: ${incident?.verdict.action ?? 'none'} · ${incident?.people.estimate ?? 0} people · ${incident?.destination ?? ''}`,
  );
  console.log(`Incident, as recorded:\n${indented(JSON.stringify(incident, shortened, 2))}`);
  for (const [index, name] of ['register', 'popup'].entries()) {
    const opened = await chromium.openExtensionPage(`${name}.html`);
    await opened.getByText(label('popup_waiting')).first().waitFor({ state: 'hidden' });
    await picture(opened, `${index + 3}-${name}`);
    await opened.close();
  }
  console.log(`Screenshots: ${relative(root, pictures)}/`);
  return incident?.verdict.action === 'block' && left === 0 ? 0 : 1;
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  console.log(`▶ ${what}`);
  const result = await work();
  console.log(`✔ ${what} · ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/** A value for `JSON.stringify`: what is too long to look at, such as a thousand fingerprints, by its beginning. */
function shortened(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > 100
    ? `${value.slice(0, 40)}… (${value.length} characters)`
    : value;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
