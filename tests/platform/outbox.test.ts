import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heartbeatSchema } from '@/incidents/heartbeat.ts';
import type { Entry } from '@/incidents/incident.ts';
import { alarmName, createOutbox } from '@/platform/delivery/outbox.ts';
import { createJournal } from '@/platform/journal/journal.ts';
import { createKeys } from '@/platform/keys.ts';
import type { DeliveryStatus } from '@/platform/messages/messages.ts';
import { strictDefault } from '@/policy/default.ts';
import type { Policy } from '@/policy/schema.ts';
import { reportEntry } from '../incidents/entries.ts';

const url = 'https://dpo.firm.example/incidents?key=1';
const start = 1_800_000_000_000;
const device = '0b9d7c1e-0000-4000-8000-000000000001';
/** As often as an entry is tried before the alarm's turn. */
const tries = 4;
const always = (answer: number | Error) => Array.from({ length: tries }, () => answer);
const idOf = (n: number) => `0190f6a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const entry = (n: number): Entry => ({
  type: 'amendment',
  amendment: { id: idOf(n), at: n, incident: idOf(n), sent: 'sent' },
});

/** A receiver that keeps each id once, and answers from a script; after its end with 204. */
function receiver(...script: (number | Response | Error | ((id: string) => Response))[]) {
  const posts: { id: string; request: RequestInit; url: string }[] = [];
  const kept = new Set<string>();
  return {
    posts,
    kept,
    async fetch(to: string, request: RequestInit): Promise<Response> {
      const id = new Headers(request.headers).get('idempotency-key') ?? '';
      posts.push({ id, request, url: to });
      const next = script.shift() ?? 204;
      if (next instanceof Error || next instanceof DOMException) throw next;
      const response =
        typeof next === 'number' ? new Response(null, { status: next }) : next instanceof Response ? next : next(id);
      if (response.ok) kept.add(id);
      return response;
    },
  };
}

let database = 0;
let now = start;
let reporting: Policy['reporting'];
let pauses: number[] = [];
let beaten: number[] = [];
let isOnline = true;
const said: DeliveryStatus[] = [];

/** A new life of the worker. */
function worker(to: { fetch: ReturnType<typeof receiver>['fetch'] }) {
  const journal = createJournal({ signer: createKeys(`keys-${database}`).signer, now: Date.now }, `outbox-${database}`);
  const policy = { ...strictDefault, ...(reporting && { reporting }) };
  const outbox = createOutbox({
    extensionVersion: '0.1.0',
    journal,
    policy: async () => ({ policy, source: 'managed', hash: '', problems: [], settled: true }),
    health: async () => ({
      ...{ gate: true, privateWindows: false, scan: { count: 2, p50: 5, p95: 40 } },
      webmails: [
        { webmail: 'gmail', health: 'degraded', missing: ['send'] },
        { webmail: 'outlook', health: 'well' },
      ],
    }),
    beaten: async (at) => void beaten.push(at),
    device: async () => device,
    fetch: to.fetch,
    now: () => now,
    isOnline: () => isOnline,
    pause: async (milliseconds) => void pauses.push(milliseconds),
    changed: async (status) => void said.push(status),
  });
  return { journal, outbox };
}

async function filled(to: ReturnType<typeof receiver>, count = 3) {
  const life = worker(to);
  for (let n = 1; n <= count; n += 1) await life.journal.append(entry(n));
  return life;
}

const ids = (posts: { id: string }[]) => posts.map(({ id }) => Number(id.slice(-12)));
const alarm = () => fakeBrowser.alarms.get(alarmName);

beforeEach(() => {
  fakeBrowser.reset();
  database += 1;
  now = start;
  reporting = { url, token: 'secret' };
  said.length = 0;
  pauses = [];
  beaten = [];
  isOnline = true;
});

describe('delivery', () => {
  it('posts each entry as JSON under its own id, in order, and settles it', async () => {
    const to = receiver();
    const { outbox, journal } = await filled(to);
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 2, 3]);
    expect(to.posts[0]).toMatchObject({ url, request: { method: 'POST', redirect: 'manual', credentials: 'omit' } });
    const headers = new Headers(to.posts[0]?.request.headers);
    expect(headers.get('authorization')).toBe('Bearer secret');
    expect(headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(String(to.posts[0]?.request.body))).toMatchObject({ gatehouse: 1, id: idOf(1), sequence: 1 });
    expect(await journal.waiting()).toEqual([]);
    expect(await outbox.status()).toEqual({
      to: 'address',
      host: 'dpo.firm.example',
      waiting: 0,
      cases: 0,
      untold: [],
      device,
      lastDeliveredAt: start,
    });
    expect(await alarm()).toBeUndefined();
  });

  it('sends no header of authority where there is no token', async () => {
    reporting = { url };
    const to = receiver();
    await (await filled(to, 1)).outbox.deliver();
    expect(new Headers(to.posts[0]?.request.headers).has('authorization')).toBe(false);
  });

  it('runs one at a time: what is asked for meanwhile posts nothing twice', async () => {
    const to = receiver();
    const { outbox } = await filled(to);
    await Promise.all([outbox.deliver(), outbox.deliver('now'), outbox.deliver()]);
    expect(ids(to.posts)).toEqual([1, 2, 3]);
  });

  it.each([
    ['HTTP 500', 500, 'delivery_failed_http', '500'],
    ['HTTP 429', 429, 'delivery_failed_http', '429'],
    ['a network failure', new TypeError('CANARY failed to fetch'), 'delivery_failed_network', ''],
    ['15 s of silence', new DOMException('CANARY', 'TimeoutError'), 'delivery_failed_silent', ''],
  ])('stops at %s, keeps everything from there, and tries again after 30 s', async (_, failure, key, detail) => {
    const to = receiver(204, ...always(failure));
    const { outbox, journal } = await filled(to);
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 2, 2, 2, 2]);
    expect(pauses).toEqual([250, 750, 2_000]);
    expect((await journal.waiting()).length).toBe(2);
    expect(await outbox.status()).toMatchObject({
      waiting: 2,
      failingSince: start,
      lastFailure: { at: start, key, detail },
    });
    expect((await alarm())?.scheduledTime).toBe(start + 30_000);
    await outbox.deliver();
    expect(to.posts).toHaveLength(5);
    now += 30_000;
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 2, 2, 2, 2, 2, 3]);
    expect(to.kept.size).toBe(3);
    expect(await outbox.status()).toEqual({
      to: 'address',
      host: 'dpo.firm.example',
      waiting: 0,
      cases: 0,
      untold: [],
      device,
      lastDeliveredAt: now,
    });
  });

  it('goes on at once after a line that broke and came back', async () => {
    const to = receiver(new TypeError('CANARY'), 502);
    const { outbox, journal } = await filled(to);
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 1, 1, 2, 3]);
    expect(pauses).toEqual([250, 750]);
    expect(await journal.waiting()).toEqual([]);
    expect(await outbox.status()).not.toHaveProperty('failingSince');
  });

  it('waits twice as long after each failure in a row, an hour at most', async () => {
    const to = receiver(...Array.from({ length: 12 * tries }, () => 503));
    const { outbox } = await filled(to, 1);
    const waits: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      await outbox.deliver();
      const next = (await alarm())?.scheduledTime ?? 0;
      waits.push((next - now) / 1_000);
      now = next;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
  });

  it('waits as long as the receiver asks', async () => {
    const to = receiver(new Response(null, { status: 503, headers: { 'retry-after': '600' } }));
    await (await filled(to, 1)).outbox.deliver();
    expect((await alarm())?.scheduledTime).toBe(start + 600_000);
  });

  it('is not put off for years by a clock that was wrong when it failed, and the alarm with it', async () => {
    const to = receiver(...always(503));
    const { outbox } = await filled(to, 1);
    now = start + 30 * 365 * 86_400_000;
    await outbox.deliver();
    now = start;
    await outbox.deliver();
    expect(to.kept.size).toBe(1);
    expect(await outbox.status()).not.toHaveProperty('failingSince');
  });

  it('goes at once when asked to, whatever it was waiting for', async () => {
    const to = receiver(...always(503));
    const { outbox } = await filled(to, 1);
    await outbox.deliver();
    expect(to.kept.size).toBe(0);
    await outbox.deliver('now');
    expect(to.kept.size).toBe(1);
  });

  it('keeps what a receiver refuses for its content, and lets those behind it go', async () => {
    const to = receiver(204, 422);
    const { outbox, journal } = await filled(to);
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 2, 3]);
    expect((await journal.waiting()).map(({ sequence }) => sequence)).toEqual([2]);
    expect((await outbox.status()).lastFailure).toMatchObject({ key: 'delivery_failed_http', detail: '422' });
    expect((await alarm())?.scheduledTime).toBe(start + 3_600_000);
  });

  it('makes nothing else wait for what is refused, which waits alone', async () => {
    const to = receiver(204, 422);
    const { outbox, journal } = await filled(to);
    await outbox.deliver();
    await journal.append(entry(4));
    now += 60_000;
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 2, 3, 4]);
    expect(await outbox.status()).toMatchObject({ waiting: 1, untold: [2], failingSince: start });
    expect((await alarm())?.scheduledTime).toBe(start + 3_600_000);
    now = start + 3_600_000;
    await worker(to).outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 2, 3, 4, 2]);
    expect(await outbox.status()).not.toHaveProperty('failingSince');
  });

  it('asks for what is refused again when told to, and then no sooner than before', async () => {
    const to = receiver(422, 422);
    const { outbox } = await filled(to, 1);
    await outbox.deliver();
    now += 60_000;
    await outbox.deliver('now');
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 1]);
    expect((await alarm())?.scheduledTime).toBe(now + 3_600_000);
  });

  it('keeps the wait of what is refused while something before it stops everything', async () => {
    const to = receiver(422, ...always(503));
    const { outbox, journal } = await filled(to, 1);
    await outbox.deliver();
    await journal.append(entry(2));
    await outbox.deliver();
    now += 30_000;
    await outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 2, 2, 2, 2, 2]);
  });

  it('waits no longer than it must where there is no network, however long', async () => {
    isOnline = false;
    const lost = Array.from({ length: 6 }, () => always(new TypeError('CANARY failed to fetch'))).flat();
    const { outbox } = await filled(receiver(...lost), 1);
    for (let n = 0; n < 6; n += 1) {
      await outbox.deliver();
      expect((await alarm())?.scheduledTime).toBe(now + 30_000);
      now += 30_000;
    }
    await outbox.deliver();
    expect(await outbox.status()).toMatchObject({ waiting: 0 });
  });

  it('stops where the token is refused, keeps everything and tries slowly', async () => {
    const to = receiver(401);
    const { outbox, journal } = await filled(to);
    await outbox.deliver();
    expect(to.posts).toHaveLength(1);
    expect(await journal.waiting()).toHaveLength(3);
    expect((await alarm())?.scheduledTime).toBe(start + 3_600_000);
  });

  it('counts as delivered only what the receiver names, where it names any', async () => {
    const unnamed = Array.from({ length: tries }, () => () => Response.json({ received: [] }));
    const to = receiver(...unnamed, (id) => Response.json({ received: [id] }));
    const { outbox, journal } = await filled(to, 1);
    await outbox.deliver();
    expect(await journal.waiting()).toHaveLength(1);
    await outbox.deliver('now');
    expect(await journal.waiting()).toEqual([]);
  });
});

describe('the death of the worker', () => {
  it('after the post and before it was settled: the entry goes again under the same id', async () => {
    const to = receiver();
    const { outbox, journal } = await filled(to, 2);
    vi.spyOn(journal, 'settle').mockRejectedValueOnce(new Error('killed'));
    await expect(outbox.deliver()).rejects.toThrow('killed');
    await worker(to).outbox.deliver();
    expect(ids(to.posts)).toEqual([1, 1, 2]);
    expect(to.kept.size).toBe(2);
  });

  it('forgets neither what waits nor how long it has been failing', async () => {
    const to = receiver(...always(503), ...always(503));
    await (await filled(to, 1)).outbox.deliver();
    now += 25 * 3_600_000;
    const later = worker(to);
    await later.outbox.deliver();
    expect(await later.outbox.status()).toMatchObject({ waiting: 1, failingSince: start });
    expect((await alarm())?.scheduledTime).toBe(now + 60_000);
  });
});

describe('without an address', () => {
  it('nothing is posted, nothing is lost, and the status says nobody is told', async () => {
    reporting = undefined;
    const to = receiver();
    const { outbox, journal } = await filled(to, 2);
    await outbox.deliver('now');
    expect(to.posts).toEqual([]);
    expect(await journal.waiting()).toHaveLength(2);
    expect(said.at(-1)).toEqual({ to: 'nowhere', host: '', waiting: 2, cases: 0, untold: [1, 2], device });
    expect(await alarm()).toBeUndefined();
    await journal.append(reportEntry(9));
    expect(await outbox.status()).toMatchObject({ waiting: 4, cases: 1 });
  });

  it('what a person says they sent no longer waits, in the next life too, and what came since does', async () => {
    reporting = undefined;
    const { outbox, journal } = await filled(receiver(), 2);
    expect(await outbox.mailed([1, 2])).toMatchObject({ untold: [1, 2], mailed: [1, 2] });
    await journal.append(entry(3));
    const later = worker(receiver());
    expect(await later.outbox.status()).toMatchObject({ untold: [1, 2, 3], mailed: [1, 2] });
    for (const _ of ['once', 'again']) {
      const status = await later.outbox.told([1, 2]);
      expect(status).toMatchObject({ waiting: 1, untold: [3] });
      expect(status).not.toHaveProperty('mailed');
    }
    expect(await worker(receiver()).outbox.status()).toMatchObject({ untold: [3] });
    expect(said.at(-1)).toMatchObject({ untold: [3] });
    const copies = Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.includes('waiting/'));
    expect(copies).toEqual(['journal/waiting/3']);
    // An address that comes later gets the whole chain.
    reporting = { url };
    const to = receiver();
    await worker(to).outbox.deliver('now');
    expect(ids(to.posts)).toEqual([1, 2, 3]);
  });

  it('is what that word is for: where there is one, everything goes there', async () => {
    const { outbox, journal } = await filled(receiver(), 2);
    expect(await outbox.mailed([1, 2])).not.toHaveProperty('mailed');
    expect(await outbox.told([1, 2])).toMatchObject({ waiting: 2 });
    expect(await journal.waiting()).toHaveLength(2);
  });

  it('what waited goes once there is one', async () => {
    reporting = undefined;
    const to = receiver();
    await (await filled(to, 2)).outbox.deliver();
    reporting = { url };
    await worker(to).outbox.deliver('now');
    expect(ids(to.posts)).toEqual([1, 2]);
  });
});

describe('to our collector', () => {
  const named = (id: string) => Response.json({ received: [id] });
  const paths = (posts: { url: string }[]) => posts.map(({ url: to }) => new URL(to).pathname);
  beforeEach(() => {
    reporting = { kind: 'collector', url: 'https://register.firm.example', token: 'secret' };
  });

  it('says which chain an entry belongs to, and after the entries how long that chain is', async () => {
    const to = receiver(named, named, named);
    const { outbox } = await filled(to, 2);
    await outbox.deliver();
    expect(paths(to.posts)).toEqual(['/api/entries', '/api/entries', '/api/heartbeat']);
    const bodies = to.posts.map(({ request }) => JSON.parse(String(request.body)));
    expect(bodies[0]).toMatchObject({ sequence: 1, sentFrom: { device } });
    expect(bodies[2]).toMatchObject({ type: 'heartbeat', device, sequence: 2, waiting: 0, chain: 'intact' });
    expect(v.is(heartbeatSchema, bodies[2])).toBe(true);
    expect(bodies[2].health).toMatchObject({
      ...{ problems: 0, gate: true, privateWindows: false, degraded: ['gmail'] },
      missing: { gmail: ['send'] },
      scan: { count: 2, p50: 5, p95: 40 },
    });
  });

  it('says when the collector has heard of its health, and not before', async () => {
    const to = receiver(named, 503, named, named);
    const { outbox } = await filled(to, 1);
    await outbox.deliver();
    expect(beaten).toEqual([]);
    now += 60_000;
    await outbox.deliver();
    expect(beaten).toEqual([now]);
  });

  it('is heard of though an entry is refused', async () => {
    const to = receiver(422, named, named);
    const { outbox } = await filled(to, 1);
    await outbox.deliver();
    expect(paths(to.posts)).toEqual(['/api/entries', '/api/heartbeat']);
    now = start + 20 * 3_600_000;
    await outbox.deliver();
    expect(paths(to.posts).filter((path) => path === '/api/heartbeat')).toHaveLength(2);
  });

  it('is heard of again within a day, though nothing happens', async () => {
    const to = receiver(named, named, named);
    const { outbox } = await filled(to, 1);
    await outbox.deliver();
    expect((await alarm())?.scheduledTime).toBe(start + 20 * 3_600_000);
    await outbox.deliver();
    expect(to.posts).toHaveLength(2);
    now = start + 20 * 3_600_000;
    await outbox.deliver();
    expect(paths(to.posts)).toEqual(['/api/entries', '/api/heartbeat', '/api/heartbeat']);
  });

  it('is heard of though the clock was years ahead when it last was', async () => {
    const to = receiver(named, named, named);
    const { outbox } = await filled(to, 1);
    now = start + 30 * 365 * 86_400_000;
    await outbox.deliver();
    now = start;
    await outbox.deliver();
    expect(paths(to.posts)).toEqual(['/api/entries', '/api/heartbeat', '/api/heartbeat']);
    expect((await alarm())?.scheduledTime).toBe(start + 20 * 3_600_000);
  });

  it('keeps everything when some other page answers', async () => {
    const to = receiver(...Array.from({ length: tries }, () => () => new Response('<p>Welcome</p>')));
    const { outbox, journal } = await filled(to, 1);
    await outbox.deliver();
    expect(await journal.waiting()).toHaveLength(1);
  });
});

describe('a test', () => {
  it.each([
    ['taken', () => Response.json({}), { key: 'delivery_test_well', isDelivered: true }],
    ['refused', 403, { key: 'delivery_failed_token', detail: '403', isDelivered: false }],
    ['lost', new TypeError('CANARY'), { key: 'delivery_failed_network', isDelivered: false }],
  ] as const)('that is %s says so, carries nothing of the journal and settles nothing', async (_, answer, said) => {
    const to = receiver(answer);
    const { outbox, journal } = await filled(to, 2);
    expect(await outbox.test()).toMatchObject({ at: start, ...said });
    expect(to.posts).toHaveLength(1);
    const body = String(to.posts[0]?.request.body);
    expect(JSON.parse(body)).toMatchObject({ gatehouse: 1, type: 'test' });
    expect(body).not.toContain(idOf(1));
    expect(await journal.waiting()).toHaveLength(2);
  });

  it('says that nobody is told where there is no address', async () => {
    reporting = undefined;
    expect(await (await filled(receiver(), 1)).outbox.test()).toMatchObject({ key: 'delivery_nowhere' });
  });
});
