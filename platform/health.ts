// How this installation is: what the status page, the copied diagnostics and the heartbeat say beside policy and delivery. Counts,
// ids of webmails and times only: nothing of a page, a message or a person.
import { browser } from 'wxt/browser';
import type { ChainedEntry } from '../incidents/incident.ts';
import { drifts } from './drift.ts';
import type { Health } from './messages/messages.ts';
import { statesOfTabs } from './page-states.ts';

/** Entries of the journal that are looked at, the latest; a message that goes without a record leaves no time behind. */
const latestEntries = 300;

export async function healthOf(around: {
  gate: { isActive(): Promise<boolean> };
  journal: { latest(most: number): Promise<ChainedEntry[]> };
  now(): number;
  /** It has to hear also of what is over. */
  toCollector: boolean;
}): Promise<Health> {
  const [gate, privateWindows, states, drifted, entries] = await Promise.all([
    around.gate.isActive(),
    browser.extension.isAllowedIncognitoAccess().catch(() => false),
    statesOfTabs(),
    drifts(around.now(), around.toCollector),
    around.journal.latest(latestEntries),
  ]);
  const webmails = new Map<string, Health['webmails'][number]>();
  for (const { webmail, missing } of drifted) webmails.set(webmail, { webmail, health: 'degraded', missing });
  for (const { webmail, health, missing } of states) {
    if (webmail === 'none' || webmails.get(webmail)?.health === 'degraded') continue;
    webmails.set(webmail, { webmail, health, ...(missing ? { missing } : {}) });
  }
  const times = entries.flatMap(({ entry }) => (entry.type === 'incident' ? [entry.incident.scanMs] : []));
  return { gate, privateWindows, webmails: [...webmails.values()], scan: spread(times) };
}

/** Median and 95th percentile by nearest rank, in milliseconds. */
export function spread(times: readonly number[]): Health['scan'] {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95) };
}
