// Delivers what waits in the journal to the address in the policy: in order, one at a time, at least once, each under its own id.
// Nothing leaves the outbox but on a 2xx. Source for the key: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
import { browser } from 'wxt/browser';
import { envelopeOf } from '../incidents/envelope.ts';
import type { ChainedEntry } from '../incidents/incident.ts';
import { judgeReply, type Outcome } from './delivery-reply.ts';
import { inTurn } from './in-turn.ts';
import type { Journal } from './journal.ts';
import type { DeliveryStatus, PolicyInForce } from './messages.ts';

export interface Outbox {
  /** Delivers what waits and is due; with `now`, what is not due yet too. Resolves when it has ended, whatever came of it. */
  deliver(when?: 'due' | 'now'): Promise<void>;
  status(): Promise<DeliveryStatus>;
}

export interface OutboxWorld {
  extensionVersion: string;
  journal: Pick<Journal, 'waiting' | 'settle'>;
  policy(): Promise<PolicyInForce>;
  fetch(url: string, request: RequestInit): Promise<Response>;
  now(): number;
  /** Called after each run. */
  changed(status: DeliveryStatus): Promise<void>;
}

/** What is remembered of delivery between two lives of the worker. */
interface Memory {
  lastDeliveredAt?: number;
  failingSince?: number;
  lastFailure?: NonNullable<DeliveryStatus['lastFailure']>;
  /** Failures in a row. */
  failures: number;
  /** Epoch milliseconds before which nothing is tried by itself. */
  notBefore: number;
}

export const alarmName = 'deliver';
const memoryKey = 'delivery';
const timeout = 15_000;
/** The browser's own minimum for an alarm. */
const shortestWait = 30_000;
const slowWait = 3_600_000;

export function createOutbox(world: OutboxWorld): Outbox {
  const turn = inTurn();

  const deliver = (when: 'due' | 'now' = 'due') =>
    turn(async () => {
      const memory = await recall();
      if (when === 'now' || world.now() >= memory.notBefore) await run(memory);
      const status = await statusOf(memory);
      await schedule(status, memory);
      await world.changed(status);
    });

  async function run(memory: Memory): Promise<void> {
    const { policy } = await world.policy();
    if (!policy.reporting) return;
    let worst: Exclude<Outcome, { outcome: 'delivered' }> | undefined;
    for (const chained of await world.journal.waiting()) {
      const outcome = await post(chained, policy.reporting);
      if (outcome.outcome === 'delivered') {
        await world.journal.settle([chained.sequence]);
        memory.lastDeliveredAt = world.now();
        continue;
      }
      worst = outcome;
      if (outcome.outcome === 'later' || !outcome.skips) break;
    }
    note(memory, worst);
    await browser.storage.local.set({ [memoryKey]: memory });
  }

  async function post(chained: ChainedEntry, { url, token }: { url: string; token?: string }): Promise<Outcome> {
    const envelope = envelopeOf(chained, world.extensionVersion);
    try {
      const response = await world.fetch(url, {
        method: 'POST',
        body: JSON.stringify(envelope),
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': envelope.id,
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        // The token goes to the address IT wrote down and nowhere else.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeout),
      });
      return judgeReply(response, await response.text(), envelope.id);
    } catch (thrown) {
      const isLate = thrown instanceof DOMException && thrown.name === 'TimeoutError';
      return { outcome: 'later', key: isLate ? 'delivery_failed_silent' : 'delivery_failed_network', detail: '' };
    }
  }

  function note(memory: Memory, worst: Exclude<Outcome, { outcome: 'delivered' }> | undefined): void {
    if (!worst) {
      memory.failures = 0;
      memory.notBefore = 0;
      delete memory.failingSince;
      delete memory.lastFailure;
      return;
    }
    const at = world.now();
    const soon = Math.min(shortestWait * 2 ** memory.failures, slowWait);
    const wait = worst.outcome === 'kept' ? slowWait : Math.max(worst.afterMs ?? 0, soon);
    memory.failures += 1;
    memory.notBefore = at + wait;
    memory.failingSince ??= at;
    memory.lastFailure = { at, key: worst.key, detail: worst.detail };
  }

  async function statusOf({ lastDeliveredAt, failingSince, lastFailure }: Memory): Promise<DeliveryStatus> {
    const [{ policy }, waiting] = await Promise.all([world.policy(), world.journal.waiting()]);
    return {
      to: policy.reporting ? 'address' : 'nowhere',
      host: policy.reporting ? new URL(policy.reporting.url).host : '',
      waiting: waiting.length,
      ...(lastDeliveredAt !== undefined && { lastDeliveredAt }),
      ...(failingSince !== undefined && { failingSince }),
      ...(lastFailure && { lastFailure }),
    };
  }

  async function schedule({ to, waiting }: DeliveryStatus, { notBefore }: Memory): Promise<void> {
    if (to === 'nowhere' || waiting === 0) await browser.alarms.clear(alarmName);
    else await browser.alarms.create(alarmName, { when: Math.max(notBefore, world.now() + shortestWait) });
  }

  return { deliver, status: async () => statusOf(await recall()) };
}

async function recall(): Promise<Memory> {
  const memory = (await browser.storage.local.get(memoryKey))[memoryKey] as Memory | undefined;
  return memory ?? { failures: 0, notBefore: 0 };
}
