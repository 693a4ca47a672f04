// Delivers what waits in the journal to the address in the policy: in order, one at a time, at least once, each under its own id.
// Nothing leaves the outbox but on a receiver's word that it has it: docs/adr/0034-delivery-at-least-once.md
import { browser } from 'wxt/browser';
import { quickWaits, shortestWait, slowWait } from '../../incidents/delivery-pace.ts';
import type { Outcome } from '../../incidents/delivery-reply.ts';
import { envelopeOf, isCase } from '../../incidents/envelope.ts';
import type { ChainedEntry } from '../../incidents/incident.ts';
import { plain, postOf, type Sink, testPostOf } from '../../incidents/sinks.ts';
import type { Policy } from '../../policy/schema.ts';
import { inTurn } from '../in-turn.ts';
import type { Journal } from '../journal/journal.ts';
import type { DeliveryStatus, DeliveryTest } from '../messages/messages.ts';
import { type HeartbeatWorld, heartbeatNow } from './heartbeat-now.ts';
import { type DeliveryMemory, type Failure, noteRun, recallDelivery, rememberDelivery } from './memory.ts';
import { type Fetch, postOut } from './post-out.ts';

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

export interface OutboxWorld extends HeartbeatWorld {
  journal: Pick<Journal, 'waiting' | 'tell' | 'told' | 'settle' | 'health' | 'height'>;
  /** The collector has heard of the health that was asked for at this time. */
  beaten(at: number): Promise<void>;
  fetch: Fetch;
  now(): number;
  /** False: there is no network at all. */
  isOnline(): boolean;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** Called after each run. */
  changed(status: DeliveryStatus): Promise<void>;
}

export const alarmName = 'deliver';
const beatEvery = 20 * 3_600_000;

export function createOutbox(world: OutboxWorld): Outbox {
  const turn = inTurn();

  const deliver = (when: 'due' | 'now' = 'due') =>
    turn(async () => {
      const memory = await recallDelivery(world.now());
      if (when === 'now' || world.now() >= memory.notBefore) await run(memory, when);
      const status = await statusOf(memory);
      await schedule(status, memory);
      await world.changed(status);
    });

  async function run(memory: DeliveryMemory, when: 'due' | 'now'): Promise<void> {
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
    noteRun(memory, stopped, refusal, world.now(), world.isOnline());
    if (!stopped && isBeatDue(sink, memory)) await beat(sink, memory);
    await rememberDelivery(memory);
  }

  async function insist(chained: ChainedEntry, sink: Sink): Promise<Outcome> {
    const envelope = envelopeOf(chained, world.extensionVersion, await world.device());
    const post = postOf(sink, envelope);
    for (const wait of quickWaits) {
      const outcome = await postOut(world.fetch, sink, post, envelope.id);
      if (outcome.outcome !== 'later' || outcome.afterMs !== undefined) return outcome;
      await world.pause(wait);
    }
    return postOut(world.fetch, sink, post, envelope.id);
  }

  const isBeatDue = ({ kind }: Sink, { lastBeatAt = 0 }: DeliveryMemory) =>
    kind === 'collector' && world.now() - lastBeatAt >= beatEvery;

  async function beat(sink: Sink, memory: DeliveryMemory): Promise<void> {
    const at = world.now();
    const said = await heartbeatNow(world, at, memory.lastDeliveredAt);
    const { outcome } = await postOut(world.fetch, sink, plain(sink, '/api/heartbeat', said.device, said), said.device);
    if (outcome !== 'delivered') return;
    memory.lastBeatAt = world.now();
    await world.beaten(at);
  }

  async function test(): Promise<DeliveryTest> {
    const { policy } = await world.policy();
    if (!policy.reporting) return { at: world.now(), key: 'delivery_nowhere', detail: '', isDelivered: false };
    const sink = sinkOf(policy.reporting);
    const id = crypto.randomUUID();
    const outcome = await postOut(world.fetch, sink, testPostOf(sink, id, world.now()), id);
    const at = world.now();
    return outcome.outcome === 'delivered'
      ? { at, key: 'delivery_test_well', detail: '', isDelivered: true }
      : { at, key: outcome.key, detail: outcome.detail, isDelivered: false };
  }

  const byHand = (act: (memory: DeliveryMemory) => Promise<void>) =>
    turn(async () => {
      const memory = await recallDelivery(world.now());
      if (!(await world.policy()).policy.reporting) {
        await act(memory);
        await rememberDelivery(memory);
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
  }: DeliveryMemory): Promise<DeliveryStatus> {
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

  async function schedule({ to, untold }: DeliveryStatus, memory: DeliveryMemory): Promise<void> {
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
    status: async () => statusOf(await recallDelivery(world.now())),
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
