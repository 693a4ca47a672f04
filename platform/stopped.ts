// A request that the gate on the network stopped, told to the page it came from: there it is recorded and the person is told.
import { browser } from 'wxt/browser';
import type { Stops } from './network-gate.ts';

export interface Stopped {
  gatehouse: 'stopped';
  kind: Stops;
}

/** A worker of no page has nobody to tell. */
export async function tellStopped(tab: number, kind: Stops): Promise<void> {
  if (tab < 0) return;
  const message: Stopped = { gatehouse: 'stopped', kind };
  await browser.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => undefined);
}
