// What the popup says about a tab: each frame's content script tells its state, and the most telling one stands for the tab.
import { browser } from 'wxt/browser';
import type { PageState } from '../guard/ports.ts';
import { inTurn } from './in-turn.ts';
import { type From, hostOf } from './messages/service.ts';

interface FrameState {
  document: string;
  topHost: string;
  state: PageState;
}

type TabState = Record<string, FrameState>;

const turn = inTurn();
const prefix = 'page-state/';
const keyOf = (tab: number) => `${prefix}${tab}`;

/** What a page says that no content script ever spoke for. */
const unwatched: PageState = { webmail: 'none', composes: 0, health: 'well' };

/** Keeps the state of one frame. A new top document drops the frames of the one before. */
export function keepState(state: PageState, from: From): Promise<void> {
  return turn(async () => {
    const before = await read(from.tab);
    const isNewPage = from.frame === 0 && before[0] !== undefined && before[0].document !== from.document;
    const frames: TabState = {
      ...(isNewPage ? {} : before),
      [from.frame]: { document: from.document, topHost: from.topHost, state },
    };
    await browser.storage.session.set({ [keyOf(from.tab)]: frames });
  });
}

/** A page that has nothing to tell does not say so; what was told on another host is of a page that is gone. */
export async function stateOf(tab: number): Promise<PageState> {
  const open = await browser.tabs.get(tab).catch(() => undefined);
  const host = hostOf(open?.url);
  return Object.values(await read(tab))
    .filter(({ topHost }) => topHost === host)
    .map(({ state }) => state)
    .reduce(together, unwatched);
}

/** The frames of a tab in which somebody writes a message, as far as they have told. */
export async function framesComposing(tab: number): Promise<number[]> {
  return Object.entries(await read(tab)).flatMap(([frame, { state }]) => (state.composes > 0 ? Number(frame) : []));
}

/** How many compose windows are open in all tabs. */
export async function composesOpen(): Promise<number> {
  return (await statesOfTabs()).reduce((sum, { composes }) => sum + composes, 0);
}

/** What is said of every tab that ever told something. */
export async function statesOfTabs(): Promise<PageState[]> {
  const all = Object.keys(await browser.storage.session.get(null));
  const tabs = all.filter((key) => key.startsWith(prefix)).map((key) => Number(key.slice(prefix.length)));
  return Promise.all(tabs.map(stateOf));
}

export async function forgetState(tab: number): Promise<void> {
  await turn(() => browser.storage.session.remove(keyOf(tab)));
}

async function read(tab: number): Promise<TabState> {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as TabState | undefined) ?? {};
}

function together(one: PageState, other: PageState): PageState {
  const [most, least] = rank(other) > rank(one) ? [other, one] : [one, other];
  const last = most.last ?? least.last;
  const missing = [...new Set([...(one.missing ?? []), ...(other.missing ?? [])])].sort();
  return {
    webmail: most.webmail,
    composes: one.composes + other.composes,
    health: one.health === 'degraded' || other.health === 'degraded' ? 'degraded' : 'well',
    ...(missing.length > 0 && { missing }),
    ...(last && { last }),
  };
}

/** A known webmail tells more than the generic form, which tells more than none. */
function rank({ webmail }: PageState): number {
  if (webmail === 'none') return 0;
  return webmail === 'generic' ? 1 : 2;
}
