// What is remembered of delivery between two lives of the worker: how it went, and before when nothing is tried by itself.
import { browser } from 'wxt/browser';
import { shortestWait, slowWait, waitAfter } from '../../incidents/delivery-pace.ts';
import type { Outcome } from '../../incidents/delivery-reply.ts';
import type { DeliveryStatus } from '../messages/messages.ts';

export type Failure = Exclude<Outcome, { outcome: 'delivered' }>;

export interface DeliveryMemory {
  lastDeliveredAt?: number;
  failingSince?: number;
  lastFailure?: NonNullable<DeliveryStatus['lastFailure']>;
  /** When the collector last heard how long the chain is. */
  lastBeatAt?: number;
  /** Failures in a row. */
  failures: number;
  /** Epoch milliseconds before which nothing is tried by itself. */
  notBefore: number;
  /** By sequence: entries in the last mail that was opened. */
  mailed?: readonly number[];
  /** By sequence: entries that the receiver refused for what is in them, and before when each is not tried again by itself. */
  refused?: Record<number, number>;
}

const key = 'delivery';
/** Nothing is put off longer than this: what says otherwise was written when the clock was wrong. */
const longestWait = 24 * 3_600_000;

/** `now`: epoch milliseconds. */
export async function recallDelivery(now: number): Promise<DeliveryMemory> {
  const memory = (await browser.storage.local.get(key))[key] as DeliveryMemory | undefined;
  if (!memory) return { failures: 0, notBefore: 0 };
  const { lastBeatAt = 0, notBefore, refused = {} } = memory;
  return {
    ...memory,
    refused: Object.fromEntries(Object.entries(refused).filter(([, until]) => until <= now + longestWait)),
    lastBeatAt: lastBeatAt > now ? 0 : lastBeatAt,
    notBefore: notBefore > now + longestWait ? 0 : notBefore,
  };
}

export async function rememberDelivery(memory: DeliveryMemory): Promise<void> {
  await browser.storage.local.set({ [key]: memory });
}

/**
 * Notes how a run went. `stopped`: nothing behind it was tried. `refusal`: of one entry, which waits alone. `at`: epoch milliseconds. `isOnline`:
 * whether there is any network.
 */
export function noteRun(
  memory: DeliveryMemory,
  stopped: Failure | undefined,
  refusal: Failure | undefined,
  at: number,
  isOnline: boolean,
): void {
  if (!stopped) {
    memory.failures = 0;
    memory.notBefore = 0;
  } else if (stopped.key === 'delivery_failed_network' && !isOnline) {
    // Nobody was asked: as soon as there is a network it is tried.
    memory.notBefore = at + shortestWait;
  } else {
    const asked = stopped.outcome === 'later' ? stopped.afterMs : undefined;
    const wait = stopped.outcome === 'kept' ? slowWait : Math.max(asked ?? 0, waitAfter(memory.failures));
    memory.failures += 1;
    memory.notBefore = at + wait;
  }
  const failure = stopped ?? refusal;
  if (failure) {
    memory.failingSince ??= at;
    memory.lastFailure = { at, key: failure.key, detail: failure.detail };
  } else if (Object.keys(memory.refused ?? {}).length === 0) {
    delete memory.failingSince;
    delete memory.lastFailure;
  }
}
