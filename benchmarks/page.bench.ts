// What the extension costs a page: bytes and milliseconds on a page without and with a compose window, and what it adds to Send.
// and what it takes of the page's thread while somebody writes. Writes its own section of benchmarks/README.md. Needs Chromium; Send is measured in the practice Roundcube where it can run.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { type Chromium, startChromium } from '../tests/browser/chromium.ts';
import { contentScripts, sizeOf } from '../tests/browser/content-scripts.ts';
import { builtForChromium, canRunRoundcube, chromiumPath } from '../tests/browser/machine.ts';
import { startPortal } from '../tests/browser/practice-portal.ts';
import { isRoundcubeRunning, startRoundcube } from '../tests/browser/roundcube.ts';
import { login, openCompose, sendButton, waitUntilSent, write } from '../tests/browser/roundcube-page.ts';
import { startStructurePages } from '../tests/browser/structure-server.ts';
import { ordinaryMails } from './corpus/mails.ts';
import { longDraft } from './long-draft.ts';
import { places, restingCost, writingCost } from './writing.ts';

const rounds = 20;
const sends = 12;
const mail = ordinaryMails.signatureMail!;

interface Cost {
  /** Milliseconds to the load event. */
  load: number;
  /** Milliseconds of script on the page's thread. */
  script: number;
}

const portal = await startPortal();
const [without, withIt] = [await startChromium({ extension: false }), await startChromium()];

const version = execFileSync(chromiumPath!, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  .split(' ')
  .slice(0, 2)
  .join(' ');
const rows: string[] = [];
for (const [what, address] of [
  ['a page without a compose window', portal.plainAddress],
  ['a page with a compose window', portal.address],
] as const) {
  const [bare, guarded] = await alternately(rounds, [without, withIt], (chromium) => costOf(chromium, address));
  rows.push(
    `| ${what} | ${ms(bare, 'load')} | ${ms(guarded, 'load')} | ${ms(bare, 'script')} | ${ms(guarded, 'script')} |`,
  );
}
const added = await sendTimes();
await Promise.all([without.close(), withIt.close()]);
const writing = await writingTable();
await portal.close();

const section = `<!-- page:start -->
## What a page notices

${withCommas(sizeOf(contentScripts('every')))} bytes of content script run on every page (budget 25,000, minified, not compressed), ${withCommas(sizeOf(contentScripts('hosted')))} on a known webmail, ${withCommas(sizeOf(contentScripts('elsewhere')))} on any other page where a message may be written (aim 60,000); the desk frame (${withCommas(sizeOf(deskFiles()))} bytes: page, worker, styles)
loads when a compose window or a file first appears, outside the page's thread. Medians of ${rounds} loads each, with and without the extension in turn, ${version}, ${cpus().length} cores (load ${loadavg()[0]!.toFixed(1)} while measuring).

| | load without (ms) | load with (ms) | script on the page's thread without (ms) | with (ms) |
|---|---|---|---|---|
${rows.join('\n')}

${added}

${writing}
<!-- page:end -->`;

const readme = resolve(import.meta.dirname, 'README.md');
const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '# Numbers\n';
const marked = /<!-- page:start -->[\s\S]*<!-- page:end -->/;
writeFileSync(readme, marked.test(text) ? text.replace(marked, () => section) : `${text.trimEnd()}\n\n${section}\n`);
console.log(section);

async function costOf(chromium: Chromium, address: string): Promise<Cost> {
  const page = await chromium.context.newPage();
  const session = await chromium.context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address);
  await page.waitForTimeout(300);
  const load = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation!.loadEventEnd - navigation!.startTime;
  });
  const cost = { load, script: (await metric(session, 'ScriptDuration')) * 1_000 };
  await page.close();
  return cost;
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

/** What scripts of the extension take of the page's thread, by a trace of the browser. */
async function writingTable(): Promise<string> {
  const server = await startStructurePages();
  const chromium = await startChromium({ serves: server });
  const rest = await restingCost(chromium, portal.plainAddress);
  const costs: string[] = [];
  for (const place of places(portal.editorAddress)) costs.push(await writingCost(chromium, place));
  await Promise.all([chromium.close(), server.close()]);
  return `Processor time that scripts of the extension take of the page's thread, by a trace of the browser, in milliseconds. A page that is no webmail: **${rest.load.toFixed(1)}** in all while it
loads, ${rest.perSecond.toFixed(1)} a second while it changes ten times a second. With a draft of 957 clients (${withCommas(longDraft().length)} characters of markup), 240 keys in six bursts; aim: 4 a key at p99, no stretch over 50.

| | a second at rest, the page changing | a key, p50 | a key, p99 | a pause in writing | Send, to the dialog | longest stretch |
|---|---|---|---|---|---|---|
${costs.join('\n')}`;
}

/** From the press of Send to the request that sends, for an ordinary mail that asks nothing. */
async function sendTimes(): Promise<string> {
  if (!canRunRoundcube) return 'Send was not measured: the practice Roundcube needs Debian and root.';
  const wasRunning = isRoundcubeRunning();
  const roundcube = startRoundcube();
  const pages = new Map<Chromium, Page>();
  for (const chromium of [without, withIt]) {
    const page = await chromium.context.newPage();
    await login(page, roundcube);
    pages.set(chromium, page);
  }
  const [bare, guarded] = await alternately(sends, [without, withIt], (chromium) => sendOnce(pages.get(chromium)!));
  roundcube.reset();
  if (!wasRunning) roundcube.stop();
  return `From the press of Send in Roundcube to the request that sends, an ordinary mail with a signature (${sends} each, in turn): median ${median(bare!).toFixed(0)} ms without,
${median(guarded!).toFixed(0)} ms with the extension: **${(median(guarded!) - median(bare!)).toFixed(0)} ms added**; the slowest with it took ${Math.max(...guarded!).toFixed(0)} ms.`;
}

async function sendOnce(page: Page): Promise<number> {
  await openCompose(page);
  await write(page, { to: mail.to, subject: mail.subject, body: mail.body });
  await page.waitForTimeout(1_500);
  const leaving = page.waitForRequest(
    (request) => request.method() === 'POST' && (request.postData() ?? '').includes('_subject'),
  );
  const pressed = await page
    .locator(sendButton)
    .first()
    .evaluate((button) => {
      const now = performance.timeOrigin + performance.now();
      (button as HTMLElement).click();
      return now;
    });
  const request = await leaving;
  await request.response();
  await waitUntilSent(page);
  return request.timing().startTime - pressed;
}

async function alternately<Result>(
  times: number,
  browsers: Chromium[],
  measure: (chromium: Chromium) => Promise<Result>,
): Promise<Result[][]> {
  const results: Result[][] = browsers.map(() => []);
  for (let round = -1; round < times; round++) {
    for (const [index, chromium] of browsers.entries()) {
      const result = await measure(chromium);
      // The first round warms caches.
      if (round >= 0) results[index]!.push(result);
    }
  }
  return results;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function ms(costs: Cost[] | undefined, what: keyof Cost): string {
  return median((costs ?? []).map((cost) => cost[what])).toFixed(1);
}

/** The desk's page and what it loads, by name: chunks of the popup and the register are not among them. */
function deskFiles(): string[] {
  const html = readFileSync(join(builtForChromium, 'desk.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
  const workers = readdirSync(join(builtForChromium, 'assets'))
    .filter((name) => name.startsWith('worker'))
    .map((name) => `assets/${name}`);
  return ['desk.html', ...new Set([...linked, ...workers])];
}

function withCommas(count: number): string {
  return new Intl.NumberFormat('en-GB').format(count);
}
