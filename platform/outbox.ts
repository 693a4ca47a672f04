// Delivers what waits in the journal to the address in the policy: in order, one at a time, at least once, each under its own id.
// Nothing leaves the outbox but on a receiver's word that it has it: docs/adr/0034-delivery-at-least-once.md
import { browser } from 'wxt/browser';
import { quickWaits, shortestWait, slowWait, waitAfter } from '../incidents/delivery-pace.ts';
import { judgeReply, type Outcome } from '../incidents/delivery-reply.ts';
import { envelopeOf, isCase } from '../incidents/envelope.ts';
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
  /** A mail with these entries was opened. Where there is an address they go there, and this is of no matter. */
  mailed(sequences: readonly number[]): Promise<DeliveryStatus>;
  /** A person says that these entries were sent, where there is no address: they wait for nothing but one. */
  told(sequences: readonly number[]): Promise<DeliveryStatus>;
  /** Posts a test, and says what came back. Nothing of the journal goes along. */
  test(): Promise<DeliveryTest>;
}

export interface OutboxWorld {
  extensionVersion: string;
  journal: Pick<Journal, 'waiting' | 'tell' | 'told' | 'settle' | 'health' | 'height'>;
  device(): Promise<string>;
  policy(): Promise<PolicyInForce>;
  health(): Promise<Health>;
  /** The collector has heard of the health that was asked for at this time. */
  beaten(at: number): Promise<void>;
  fetch(url: string, request: RequestInit): Promise<Response>;
  now(): number;
  /** False: there is no network at all. */
  isOnline(): boolean;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** Called after each run. */
  changed(status: DeliveryStatus): Promise<void>;
}

type Failure = Exclude<Outcome, { outcome: 'delivered' }>;

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
  /** By sequence: entries in the last mail that was opened. */
  mailed?: readonly number[];
  /** By sequence: entries that the receiver refused for what is in them, and before when each is not tried again by itself. */
  refused?: Record<number, number>;
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
      if (when === 'now' || world.now() >= memory.notBefore) await run(memory, when);
      const status = await statusOf(memory);
      await schedule(status, memory);
      await world.changed(status);
    });

  async function run(memory: Memory, when: 'due' | 'now'): Promise<void> {
    const { policy } = await world.policy();
    if (!policy.reporting) return;
    const sink = sinkOf(policy.reporting);
    const before = memory.refused ?? {};
    const refused: typeof before = {};
    let stopped: Failure | undefined;
    let refusal: Failure | undefined;
    for (const chained of await world.journal.waiting()) {
      const { sequence } = chained;
      const until = before[sequence] ?? 0;
      // What stands behind one that stops everything keeps the wait it had.
      if (stopped || (when === 'due' && until > world.now())) {
        if (until > 0) refused[sequence] = until;
        continue;
      }
      const outcome = await insist(chained, sink);
      if (outcome.outcome === 'delivered') {
        await world.journal.settle([sequence]);
        memory.lastDeliveredAt = world.now();
      } else if (outcome.outcome === 'kept' && outcome.skips) {
        refusal = outcome;
        refused[sequence] = world.now() + slowWait;
      } else stopped = outcome;
    }
    memory.refused = refused;
    note(memory, stopped, refusal);
    if (!stopped && isBeatDue(sink, memory)) await beat(sink, memory);
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
    const at = world.now();
    const [device, sequence, { chain }, waiting, { policy, source, problems }, health] = await Promise.all([
      ...([world.device(), world.journal.height(), world.journal.health(), world.journal.waiting()] as const),
      world.policy(),
      world.health(),
    ]);
    const degraded = health.webmails.filter(({ health: how }) => how === 'degraded');
    const parts = degraded.flatMap(({ webmail, missing }) => (missing ? [[webmail, missing] as const] : []));
    const said: Heartbeat = {
      ...{ gatehouse: 1, type: 'heartbeat', device, at, extensionVersion: world.extensionVersion },
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
    if (outcome !== 'delivered') return;
    memory.lastBeatAt = world.now();
    await world.beaten(at);
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

  /** `stopped`: nothing behind it was tried. `refusal`: of one entry, which waits alone. */
  function note(memory: Memory, stopped: Failure | undefined, refusal: Failure | undefined): void {
    const at = world.now();
    if (!stopped) {
      memory.failures = 0;
      memory.notBefore = 0;
    } else if (stopped.key === 'delivery_failed_network' && !world.isOnline()) {
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

  const byHand = (act: (memory: Memory) => Promise<void>) =>
    turn(async () => {
      const memory = await recall(world.now());
      if (!(await world.policy()).policy.reporting) {
        await act(memory);
        await browser.storage.local.set({ [memoryKey]: memory });
      }
      const status = await statusOf(memory);
      await world.changed(status);
      return status;
    });

  async function statusOf({
    mailed = [],
    lastDeliveredAt,
    failingSince,
    lastFailure,
  }: Memory): Promise<DeliveryStatus> {
    const [{ policy }, all, told, device] = await Promise.all([
      ...([world.policy(), world.journal.waiting(), world.journal.told()] as const),
      world.device().catch(() => undefined),
    ]);
    const waiting = policy.reporting ? all : all.filter(({ sequence }) => !told.has(sequence));
    const untold = waiting.map(({ sequence }) => sequence);
    const stillWaits = policy.reporting ? [] : untold.filter((sequence) => mailed.includes(sequence));
    return {
      to: policy.reporting ? 'address' : 'nowhere',
      host: policy.reporting ? new URL(policy.reporting.url).host : '',
      waiting: waiting.length,
      cases: waiting.filter(({ entry }) => isCase(entry)).length,
      untold,
      ...(stillWaits.length > 0 && { mailed: stillWaits }),
      ...(device !== undefined && { device }),
      ...(lastDeliveredAt !== undefined && { lastDeliveredAt }),
      ...(failingSince !== undefined && { failingSince }),
      ...(lastFailure && { lastFailure }),
    };
  }

  async function schedule({ to, untold }: DeliveryStatus, memory: Memory): Promise<void> {
    const { notBefore, lastBeatAt = 0, refused = {} } = memory;
    const { reporting } = (await world.policy()).policy;
    const hasBeats = reporting?.kind === 'collector';
    const dues = [...untold.map((sequence) => refused[sequence] ?? 0), ...(hasBeats ? [lastBeatAt + beatEvery] : [])];
    if (to === 'nowhere' || dues.length === 0) return void (await browser.alarms.clear(alarmName));
    const due = Math.max(
      notBefore,
      dues.reduce((one, other) => Math.min(one, other)),
    );
    await browser.alarms.create(alarmName, { when: Math.max(due, world.now() + shortestWait) });
  }

  return {
    deliver,
    status: async () => statusOf(await recall(world.now())),
    mailed: (sequences) =>
      byHand(async (memory) => {
        memory.mailed = sequences;
      }),
    told: (sequences) => byHand(() => world.journal.tell(sequences)),
    test,
  };
}

function sinkOf({ kind = 'webhook', url, token }: NonNullable<Policy['reporting']>): Sink {
  return token === undefined ? { kind, url } : { kind, url, token };
}

async function recall(now: number): Promise<Memory> {
  const memory = (await browser.storage.local.get(memoryKey))[memoryKey] as Memory | undefined;
  if (!memory) return { failures: 0, notBefore: 0 };
  const { lastBeatAt = 0, notBefore, refused = {} } = memory;
  return {
    ...memory,
    refused: Object.fromEntries(Object.entries(refused).filter(([, until]) => until <= now + longestWait)),
    lastBeatAt: lastBeatAt > now ? 0 : lastBeatAt,
    notBefore: notBefore > now + longestWait ? 0 : notBefore,
  };
}
