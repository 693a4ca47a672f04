// Delivers what waits in the journal to the address in the policy: in order, one at a time, at least once, each under its own id.
// Nothing leaves the outbox but on a receiver's word that it has it: docs/adr/0034-delivery-at-least-once.md
import { browser } from 'wxt/browser';
import { quickWaits, shortestWait, slowWait, waitAfter } from '../incidents/delivery-pace.ts';
import { judgeReply, type Outcome } from '../incidents/delivery-reply.ts';
import { envelopeOf } from '../incidents/envelope.ts';
import type { Heartbeat } from '../incidents/heartbeat.ts';
import type { ChainedEntry } from '../incidents/incident.ts';
import { type Post, plain, postOf, type Sink, testPostOf } from '../incidents/sinks.ts';
import type { Policy } from '../policy/schema.ts';
import { inTurn } from './in-turn.ts';
import type { Journal } from './journal.ts';
import type { DeliveryStatus, DeliveryTest, Health, PolicyInForce } from './messages.ts';

export interface Outbox {
  /** Delivers what waits and is due; with `now`, what is not due yet too. Resolves when it has ended, whatever came of it. */
  deliver(when?: 'due' | 'now'): Promise<void>;
  status(): Promise<DeliveryStatus>;
  /** Posts a test, and says what came back. Nothing of the journal goes along. */
  test(): Promise<DeliveryTest>;
}

export interface OutboxWorld {
  extensionVersion: string;
  journal: Pick<Journal, 'waiting' | 'settle' | 'health' | 'height'>;
  device(): Promise<string>;
  policy(): Promise<PolicyInForce>;
  health(): Promise<Health>;
  fetch(url: string, request: RequestInit): Promise<Response>;
  now(): number;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** Called after each run. */
  changed(status: DeliveryStatus): Promise<void>;
}

/** What is remembered of delivery between two lives of the worker. */
interface Memory {
  lastDeliveredAt?: number;
  failingSince?: number;
  lastFailure?: NonNullable<DeliveryStatus['lastFailure']>;
  /** When the collector last heard how long the chain is. */
  lastBeatAt?: number;
  /** Failures in a row. */
  failures: number;
  /** Epoch milliseconds before which nothing is tried by itself. */
  notBefore: number;
}

export const alarmName = 'deliver';
const memoryKey = 'delivery';
const timeout = 15_000;
const beatEvery = 20 * 3_600_000;
/** Nothing is put off longer than this: what says otherwise was written when the clock was wrong. */
const longestWait = 24 * 3_600_000;

export function createOutbox(world: OutboxWorld): Outbox {
  const turn = inTurn();

  const deliver = (when: 'due' | 'now' = 'due') =>
    turn(async () => {
      const memory = await recall(world.now());
      if (when === 'now' || world.now() >= memory.notBefore) await run(memory);
      const status = await statusOf(memory);
      await schedule(status, memory);
      await world.changed(status);
    });

  async function run(memory: Memory): Promise<void> {
    const { policy } = await world.policy();
    if (!policy.reporting) return;
    const sink = sinkOf(policy.reporting);
    let worst: Exclude<Outcome, { outcome: 'delivered' }> | undefined;
    for (const chained of await world.journal.waiting()) {
      const outcome = await insist(chained, sink);
      if (outcome.outcome === 'delivered') {
        await world.journal.settle([chained.sequence]);
        memory.lastDeliveredAt = world.now();
        continue;
      }
      worst = outcome;
      if (outcome.outcome === 'later' || !outcome.skips) break;
    }
    note(memory, worst);
    if (!worst && isBeatDue(sink, memory)) await beat(sink, memory);
    await browser.storage.local.set({ [memoryKey]: memory });
  }

  async function insist(chained: ChainedEntry, sink: Sink): Promise<Outcome> {
    const envelope = envelopeOf(chained, world.extensionVersion, await world.device());
    const post = postOf(sink, envelope);
    for (const wait of quickWaits) {
      const outcome = await send(sink, post, envelope.id);
      if (outcome.outcome !== 'later' || outcome.afterMs !== undefined) return outcome;
      await world.pause(wait);
    }
    return send(sink, post, envelope.id);
  }

  async function send({ kind }: Sink, { url, headers, body }: Post, id: string): Promise<Outcome> {
    try {
      const response = await world.fetch(url, {
        ...{ method: 'POST', body, headers },
        // The token goes to the address IT wrote down and nowhere else.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeout),
      });
      return judgeReply(kind, response, await response.text(), id);
    } catch (thrown) {
      const isLate = thrown instanceof DOMException && thrown.name === 'TimeoutError';
      return { outcome: 'later', key: isLate ? 'delivery_failed_silent' : 'delivery_failed_network', detail: '' };
    }
  }

  const isBeatDue = ({ kind }: Sink, { lastBeatAt = 0 }: Memory) =>
    kind === 'collector' && world.now() - lastBeatAt >= beatEvery;

  async function beat(sink: Sink, memory: Memory): Promise<void> {
    const [device, sequence, { chain }, waiting, { policy, source, problems }, health] = await Promise.all([
      ...([world.device(), world.journal.height(), world.journal.health(), world.journal.waiting()] as const),
      world.policy(),
      world.health(),
    ]);
    const degraded = health.webmails.filter(({ health: how }) => how === 'degraded');
    const parts = degraded.flatMap(({ webmail, missing }) => (missing ? [[webmail, missing] as const] : []));
    const said: Heartbeat = {
      ...{ gatehouse: 1, type: 'heartbeat', device, at: world.now(), extensionVersion: world.extensionVersion },
      ...{ policy: { version: policy.version, source }, sequence, chain, waiting: waiting.length },
      health: {
        problems: problems.length,
        gate: health.gate,
        privateWindows: health.privateWindows,
        degraded: degraded.map(({ webmail }) => webmail),
        ...(parts.length > 0 ? { missing: Object.fromEntries(parts) } : {}),
        scan: health.scan,
        ...(memory.lastDeliveredAt === undefined ? {} : { lastDeliveredAt: memory.lastDeliveredAt }),
      },
    };
    const { outcome } = await send(sink, plain(sink, '/api/heartbeat', device, said), device);
    if (outcome === 'delivered') memory.lastBeatAt = world.now();
  }

  async function test(): Promise<DeliveryTest> {
    const { policy } = await world.policy();
    if (!policy.reporting) return { at: world.now(), key: 'delivery_nowhere', detail: '', isDelivered: false };
    const sink = sinkOf(policy.reporting);
    const id = crypto.randomUUID();
    const outcome = await send(sink, testPostOf(sink, id, world.now()), id);
    const at = world.now();
    return outcome.outcome === 'delivered'
      ? { at, key: 'delivery_test_well', detail: '', isDelivered: true }
      : { at, key: outcome.key, detail: outcome.detail, isDelivered: false };
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
    const wait = worst.outcome === 'kept' ? slowWait : Math.max(worst.afterMs ?? 0, waitAfter(memory.failures));
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

  async function schedule({ to, waiting }: DeliveryStatus, { notBefore, lastBeatAt = 0 }: Memory): Promise<void> {
    const { reporting } = (await world.policy()).policy;
    const hasBeats = reporting?.kind === 'collector';
    if (to === 'nowhere' || (waiting === 0 && !hasBeats)) return void (await browser.alarms.clear(alarmName));
    const due = waiting > 0 ? notBefore : Math.max(notBefore, lastBeatAt + beatEvery);
    await browser.alarms.create(alarmName, { when: Math.max(due, world.now() + shortestWait) });
  }

  return { deliver, status: async () => statusOf(await recall(world.now())), test };
}

function sinkOf({ kind = 'webhook', url, token }: NonNullable<Policy['reporting']>): Sink {
  return token === undefined ? { kind, url } : { kind, url, token };
}

async function recall(now: number): Promise<Memory> {
  const memory = (await browser.storage.local.get(memoryKey))[memoryKey] as Memory | undefined;
  if (!memory) return { failures: 0, notBefore: 0 };
  const { lastBeatAt = 0, notBefore } = memory;
  return {
    ...memory,
    lastBeatAt: lastBeatAt > now ? 0 : lastBeatAt,
    notBefore: notBefore > now + longestWait ? 0 : notBefore,
  };
}
