// What the extension has recorded and will tell, asked through its own register page as the page itself asks.
import type { Page } from 'playwright-core';
import type { ChainedEntry, Incident } from '../../incidents/incident.ts';
import type { Messages } from '../../platform/messages/messages.ts';
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

/** What is stored in the journal after that sequence. Read beside the background, which would prove the whole chain each time it is asked. */
export async function entriesOf(chromium: Chromium, after = 0): Promise<ChainedEntry[]> {
  const rows = await (await askingPage(chromium)).evaluate(stored, { read: 'getAll', after } as const);
  return (rows as { chained: ChainedEntry }[]).map(({ chained }) => chained);
}

/** The sequence of the last entry once every question put so far is answered and recorded: to begin a test from. */
export async function recordedSoFar(chromium: Chromium): Promise<number> {
  const page = await askingPage(chromium);
  const open = await waitedFor(
    () => page.evaluate(openQuestions),
    (found) => found.length === 0,
  );
  if (open.length > 0) throw new Error(`questions that are not recorded after 15 s: ${open.length}`);
  const sequences = await page.evaluate(stored, { read: 'getAllKeys', after: 0 } as const);
  return Number(sequences.at(-1) ?? 0);
}

/** By the rooms of `platform/journal/rooms.ts`. */
const stored = ({ read, after }: { read: 'getAll' | 'getAllKeys'; after: number }) =>
  new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open('gatehouse');
    // Nothing was recorded yet: who records first makes it.
    opening.onupgradeneeded = () => opening.transaction!.abort();
    opening.onerror = () => (opening.error?.name === 'AbortError' ? resolve([]) : reject(opening.error));
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('entries').objectStore('entries')[read](IDBKeyRange.lowerBound(after, true));
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result);
      };
    };
  });

/** The tabs whose question is not yet recorded, as `platform/open-questions.ts` keeps them. */
const openQuestions = async () => {
  const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(all: null): Promise<object> } } } })
    .chrome;
  return Object.keys(await storage.local.get(null)).filter((key) => key.startsWith('question/'));
};

/** The incidents recorded after that sequence, oldest first, as they stand now. */
export const incidentsOf = async (chromium: Chromium, after = 0): Promise<Incident[]> =>
  (await entriesOf(chromium, after)).flatMap(({ entry }) => (entry.type === 'incident' ? [entry.incident] : []));

/** What was asked after that sequence, the first waited for, by itself for 15 s. That such a draft was saved meanwhile is a record of its own, which may come first. */
export async function askedSince(chromium: Chromium, after: number, patience = 15_000): Promise<Incident[]> {
  return waitedFor(
    async () => (await incidentsOf(chromium, after)).filter(({ trigger }) => trigger !== 'draft'),
    (found) => found.length > 0,
    patience,
  );
}

/** What `look` finds once that is enough; what it found last where it never is, after `patience` milliseconds. No Vitest: `npm start` asks as well. */
async function waitedFor<Found>(
  look: () => Promise<Found>,
  isEnough: (found: Found) => boolean,
  patience = 15_000,
): Promise<Found> {
  const until = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (isEnough(found) || Date.now() >= until) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until the policy in force is the one the browser manages, in the given version. */
export async function policyArrived(chromium: Chromium, version: string): Promise<Messages['policy/get']['answer']> {
  const page = await chromium.openExtensionPage('register.html');
  try {
    const isIt = (found?: Messages['policy/get']['answer']) =>
      found?.source === 'managed' && found.policy.version === version;
    const inForce = await waitedFor(() => answerTo(page, 'policy/get', {}).catch(() => undefined), isIt, 30_000);
    if (inForce && isIt(inForce)) return inForce;
    throw new Error(`the policy did not arrive: ${inForce?.source} ${inForce?.policy.version}`);
  } finally {
    await page.close();
  }
}
