// What the extension takes of a page's thread while a person writes a long draft, while a webmail stands open, and when 957 clients are
// sent: processor time of its scripts, so that a busy machine does not change it much. Typed by the browser's own keys.
import type { CDPSession, Page } from 'playwright-core';
import type { Chromium } from '../tests/browser/chromium.ts';
import { dialogOn } from '../tests/browser/dialog.ts';
import { ownAddress } from '../tests/browser/samples.ts';
import { longDraft } from './long-draft.ts';
import { type Traced, traced } from './page-thread.ts';

interface Place {
  name: string;
  address: string;
  compose?: string;
  to: string;
  body: string;
  send: string;
}

export const places = (editor: string): Place[] => [
  {
    name: 'a known webmail (the structure page of Gmail)',
    address: 'https://mail.google.com/mail/u/0/',
    compose: '#practice-compose',
    to: 'div[name="to"] input',
    body: '[g_editable="true"]',
    send: '.aoO',
  },
  { name: 'a webmail nobody described', address: editor, to: '[aria-label="To"]', body: '.text', send: 'button' },
];

const bursts = 6;
const keysInBurst = 40;
const text = 'the weather was mild and the road was dry ';

/** One row of a table: keys, pauses, Send, and the page at rest, in milliseconds of the page's thread. */
export async function writingCost(chromium: Chromium, place: Place): Promise<string> {
  const page = await chromium.context.newPage();
  const session = await chromium.context.newCDPSession(page);
  await page.goto(place.address);
  await page.waitForTimeout(1_000);
  const idle = sum(await traced(session, () => showNews(page)));
  await openWith(page, place);
  const { keys, pauses, stretches } = await write(page, session);
  const sending = await traced(session, async () => {
    await page.click(place.send);
    await dialogOn(page, 60_000);
  });
  await page.close();
  const longest = Math.max(...stretches, ...slices(sending));
  return `| ${place.name} | ${(idle / 5).toFixed(1)} | ${at(keys, 0.5)} | ${at(keys, 0.99)} | ${at(pauses, 0.5)} | ${sum(sending).toFixed(0)} | ${longest.toFixed(0)} |`;
}

/** Of a page that is no webmail: its load, and five seconds in which it changes ten times a second. */
export async function restingCost(chromium: Chromium, address: string): Promise<{ load: number; perSecond: number }> {
  const page = await chromium.context.newPage();
  const session = await chromium.context.newCDPSession(page);
  const load = sum(await traced(session, () => page.goto(address).then(() => page.waitForTimeout(1_000))));
  const rest = sum(await traced(session, () => showNews(page)));
  await page.close();
  return { load, perSecond: rest / 5 };
}

/** Five seconds of a page that draws something ten times a second. */
async function showNews(page: Page): Promise<void> {
  await page.evaluate(() => {
    const place = document.body.appendChild(document.createElement('div'));
    let count = 0;
    const timer = setInterval(() => {
      place.replaceChildren(Object.assign(document.createElement('p'), { textContent: `News ${count}` }));
      count += 1;
      if (count < 50) return;
      clearInterval(timer);
      place.remove();
    }, 100);
  });
  await page.waitForTimeout(5_500);
}

async function openWith(page: Page, { compose, to, body }: Place): Promise<void> {
  if (compose) await page.click(compose);
  const editor = page.locator(body);
  await editor.waitFor();
  await page.click(to);
  await page.keyboard.insertText(ownAddress);
  await page.keyboard.press('Enter');
  await editor.evaluate((element, html) => {
    element.innerHTML = html;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (element as HTMLElement).focus();
    getSelection()!.collapse(element.firstElementChild, 0);
  }, longDraft());
  await page.waitForTimeout(6_000);
}

/** Per key: from it to the next, while somebody writes; per pause: from the last key of a burst on, all its tasks together; and each task. */
async function write(page: Page, session: CDPSession): Promise<Record<'keys' | 'pauses' | 'stretches', number[]>> {
  const found = { keys: [] as number[], pauses: [] as number[], stretches: [] as number[] };
  for (let burst = 0; burst < bursts; burst++) {
    const seen = await traced(session, async () => {
      for (let index = 0; index < keysInBurst; index++) {
        await page.keyboard.press(index % 20 === 14 ? 'Enter' : text[index % text.length]!);
        await page.waitForTimeout(80);
      }
      await page.waitForTimeout(5_000);
    });
    const costs = seen.keys.map((key, index) =>
      sum({
        ...seen,
        tasks: seen.tasks.filter(({ at }) => at >= key - 1 && at < (seen.keys[index + 1] ?? key + 80) - 1),
      }),
    );
    found.keys.push(...costs);
    found.stretches.push(...slices(seen));
    const last = seen.keys.at(-1)! + 80;
    found.pauses.push(sum({ ...seen, tasks: seen.tasks.filter(({ at }) => at >= last) }));
  }
  return found;
}

const slices = ({ tasks }: Traced) => tasks.map(({ extension }) => extension);
const sum = (seen: Traced) => slices(seen).reduce((all, one) => all + one, 0);

function at(numbers: number[], share: number): string {
  return (numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? Number.NaN).toFixed(1);
}
