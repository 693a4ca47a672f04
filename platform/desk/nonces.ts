// Which desk belongs to which tab: a content script announces a nonce, the desk it opens claims it, once, within 30 s, from the same tab.
// Kept in session storage: the worker may be stopped between the two.
import { browser } from 'wxt/browser';
import { inTurn } from '../in-turn.ts';
import type { From } from '../messages/service.ts';

interface Announced {
  tab: number;
  host: string;
  at: number;
}

/** A desk that claimed its nonce: on which host it stands, and which incidents it recorded. */
interface Claimed {
  host: string;
  document: string;
}

const goodFor = 30_000;
const turn = inTurn();

const announcedKey = (nonce: string) => `desk/announced/${nonce}`;
const claimedKey = ({ tab, frame }: From) => `desk/claimed/${tab}/${frame}`;
const recordedKey = (incident: string) => `desk/recorded/${incident}`;

export async function announce(nonce: string, from: From, now = Date.now()): Promise<void> {
  if (!/^[\w-]{16,128}$/.test(nonce)) throw new RangeError('nonce');
  const announced: Announced = { tab: from.tab, host: from.host, at: now };
  await browser.storage.session.set({ [announcedKey(nonce)]: announced });
}

/** The host of the page that announced it, or `undefined`. Any claim uses the nonce up, a wrong one too. */
export function claim(nonce: string, from: From, now = Date.now()): Promise<string | undefined> {
  return turn(async () => {
    const key = announcedKey(nonce);
    const announced = (await browser.storage.session.get(key))[key] as Announced | undefined;
    if (!announced) return undefined;
    await browser.storage.session.remove(key);
    if (announced.tab !== from.tab || now - announced.at > goodFor) return undefined;
    const claimed: Claimed = { host: announced.host, document: from.document };
    await browser.storage.session.set({ [claimedKey(from)]: claimed });
    return announced.host;
  });
}

/** The host a desk stands on, if it claimed its nonce and is still the same document. */
export async function hostOfDesk(from: From): Promise<string | undefined> {
  const key = claimedKey(from);
  const claimed = (await browser.storage.session.get(key))[key] as Claimed | undefined;
  return claimed?.document === from.document ? claimed.host : undefined;
}

/** Remembers in which tab an incident was recorded: a desk of that tab, made again or not, may say what became of it. */
export async function remember(incident: string, from: From): Promise<void> {
  await browser.storage.session.set({ [recordedKey(incident)]: from.tab });
}

export async function isRecordedBy(incident: string, from: From): Promise<boolean> {
  const key = recordedKey(incident);
  return (await browser.storage.session.get(key))[key] === from.tab;
}

/** Forgets a closed tab. */
export async function forgetTab(tab: number): Promise<void> {
  const kept = await browser.storage.session.get(null);
  const gone = Object.entries(kept).filter(
    ([key, value]) => key.startsWith(`desk/claimed/${tab}/`) || isOf(tab, key, value),
  );
  await browser.storage.session.remove(gone.map(([key]) => key));
}

function isOf(tab: number, key: string, value: unknown): boolean {
  if (key.startsWith('desk/announced/')) return (value as Announced).tab === tab;
  return key.startsWith('desk/recorded/') && value === tab;
}
