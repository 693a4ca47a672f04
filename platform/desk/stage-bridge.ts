// Firefox lets nobody call a frame of the extension in a web page but the background, by tab and frame. There a stage calls the background,
// and the background calls the desk that wanted it, and hands on what they say.
// Source: `_cast` in Firefox's toolkit/components/extensions/ConduitsParent.sys.mjs
import { type Browser, browser } from 'wxt/browser';
import { stageName } from '../messages/page-port.ts';
import type { From } from '../messages/service.ts';
import { speakerOf } from '../messages/speakers.ts';

type Desk = Pick<From, 'tab' | 'frame'>;

/** An idle background is stopped after 30 s, and its lines end with it; a call of the browser's starts that anew. */
const stayEvery = 20_000;

export interface StageBridge {
  /** The stage that comes with this nonce is for this desk, once. */
  expect(nonce: string, desk: Desk): void;
}

export function bridgeStages(): StageBridge {
  const home = { id: browser.runtime.id, url: browser.runtime.getURL('') };
  const wanted = new Map<string, Desk>();
  browser.runtime.onConnect.addListener((stage) => {
    const desk = wanted.get(stage.name);
    if (!desk || !stage.sender || speakerOf(stage.sender, home) !== 'desk' || stage.sender.tab?.id !== desk.tab) return;
    wanted.delete(stage.name);
    join(stage, browser.tabs.connect(desk.tab, { frameId: desk.frame, name: stage.name }), desk.tab);
  });
  return { expect: (nonce, { tab, frame }) => wanted.set(stageName(nonce), { tab, frame }) };
}

function join(stage: Browser.runtime.Port, desk: Browser.runtime.Port, tab: number): void {
  const stay = setInterval(() => void browser.tabs.get(tab).catch(() => undefined), stayEvery);
  for (const [one, other] of [
    [stage, desk],
    [desk, stage],
  ] as const) {
    one.onMessage.addListener((message) => other.postMessage(message));
    one.onDisconnect.addListener(() => {
      clearInterval(stay);
      other.disconnect();
    });
  }
}
