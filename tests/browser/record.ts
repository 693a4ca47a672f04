// What the extension has recorded and will tell, asked through its own register page as the page itself asks.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ChainedEntry, Incident } from '../../incidents/incident.ts';
import type { Messages } from '../../platform/messages.ts';
import type { Chromium } from './chromium.ts';

/** Asks the background in the name of an extension page. */
export async function askBackground<Name extends keyof Messages>(
  chromium: Chromium,
  name: Name,
  ask: Messages[Name]['ask'],
): Promise<Messages[Name]['answer']> {
  return answerTo(await askingPage(chromium), name, ask);
}

/** One window a browser, opened when it is first needed: a tab would come to the front when others close, and what lies behind waits. */
const askingPages = new WeakMap<Chromium, Page>();

async function askingPage(chromium: Chromium): Promise<Page> {
  const open = askingPages.get(chromium);
  if (open && !open.isClosed()) {
    // An update closes it at a moment of its own.
    if (await open.evaluate(hasRuntime).catch(() => false)) return open;
    await open.close().catch(() => undefined);
  }
  const opener = await chromium.openExtensionPage('popup.html');
  const opened = chromium.context.waitForEvent('page');
  await opener.evaluate(() => {
    const { windows } = (globalThis as unknown as { chrome: { windows: { create(how: object): Promise<unknown> } } })
      .chrome;
    return windows.create({ url: 'popup.html', type: 'popup', focused: false });
  });
  const page = await opened;
  await page.waitForLoadState();
  await opener.close();
  askingPages.set(chromium, page);
  return page;
}

/** A page of an extension that was updated meanwhile has none. */
const hasRuntime = () =>
  Boolean((globalThis as unknown as { chrome?: { runtime?: { id?: string } } }).chrome?.runtime?.id);

/** A message that a worker takes with it when it is stopped is never answered. */
const answeredWithin = 10_000;

async function answerTo<Name extends keyof Messages>(page: Page, name: Name, ask: Messages[Name]['ask']) {
  const said = await page.evaluate(
    ({ message, within }) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome;
      const silence = new Promise((resolve) => setTimeout(() => resolve({ ok: false, why: 'silent' }), within));
      return Promise.race([runtime.sendMessage(message), silence]);
    },
    { message: { gatehouse: name, ask }, within: answeredWithin },
  );
  const { ok, answer } = said as { ok: boolean; answer: Messages[Name]['answer'] };
  if (!ok) throw new Error(`the background did not answer ${name}: ${JSON.stringify(said)}`);
  return answer;
}

export async function entriesOf(chromium: Chromium): Promise<ChainedEntry[]> {
  return (await askBackground(chromium, 'register/list', {})).entries;
}

/** What is recorded once every question put so far is answered and recorded: to begin a test from. */
export async function entriesSoFar(chromium: Chromium): Promise<ChainedEntry[]> {
  const page = await askingPage(chromium);
  await expect.poll(() => page.evaluate(openQuestions), { timeout: 15_000 }).toEqual([]);
  return entriesOf(chromium);
}

/** The tabs whose question is not yet recorded, as `platform/open-questions.ts` keeps them. */
const openQuestions = async () => {
  const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(all: null): Promise<object> } } } })
    .chrome;
  return Object.keys(await storage.local.get(null)).filter((key) => key.startsWith('question/'));
};

/** The incidents recorded after `entriesBefore`, oldest first: where that is given, the first one is waited for, by itself for 15 s. */
export async function incidentsOf(
  chromium: Chromium,
  entriesBefore?: readonly ChainedEntry[],
  patience = entriesBefore ? 15_000 : 0,
): Promise<Incident[]> {
  const known = new Set(entriesBefore?.map(({ sequence }) => sequence));
  const until = Date.now() + patience;
  for (;;) {
    const found = (await entriesOf(chromium))
      .filter(({ sequence }) => !known.has(sequence))
      .flatMap(({ entry }) => (entry.type === 'incident' ? [entry.incident] : []));
    if (found.length > 0 || Date.now() >= until) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until the policy in force is the one the browser manages, in the given version. */
export async function policyArrived(chromium: Chromium, version: string): Promise<Messages['policy/get']['answer']> {
  const page = await chromium.openExtensionPage('register.html');
  try {
    const until = Date.now() + 30_000;
    for (;;) {
      const inForce = await answerTo(page, 'policy/get', {}).catch(() => undefined);
      if (inForce?.source === 'managed' && inForce.policy.version === version) return inForce;
      if (Date.now() > until)
        throw new Error(`the policy did not arrive: ${inForce?.source} ${inForce?.policy.version}`);
      await page.waitForTimeout(200);
    }
  } finally {
    await page.close();
  }
}
