// A request that the gate on the network stopped, told to the page it came from: there it is recorded and the person is told. The frame with
// the message in it is asked first; where there is none, as it was closed or was never there, the page as a whole answers.
import { browser } from 'wxt/browser';
import { loadDrafts } from '../load-drafts.ts';
import { framesComposing } from '../page-states.ts';
import type { Stops } from './network-gate.ts';

export interface Stopped {
  gatehouse: 'stopped';
  kind: Stops;
  /** Only where somebody writes a message. */
  toComposer: boolean;
}

/** A worker of no page has nobody to tell. */
export async function tellStopped(tab: number, kind: Stops): Promise<void> {
  if (tab < 0) return;
  const tell = (toComposer: boolean, frameId: number) => {
    const message: Stopped = { gatehouse: 'stopped', kind, toComposer };
    return browser.tabs.sendMessage(tab, message, { frameId }).catch(() => undefined);
  };
  // One after the other: each that hears of it records it.
  for (const frame of await framesComposing(tab)) if (await tell(true, frame)) return;
  const page = 0;
  if (await tell(false, page)) return;
  // The part that can say it was never needed there.
  await loadDrafts({ tab, frame: page }).catch(() => undefined);
  await tell(false, page);
}
