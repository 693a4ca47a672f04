// Two instances on one PostgreSQL, as behind a balancer: any of them answers any request, and together they count as one.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAccount } from '../../collector/accounts.ts';
import { checkChains, isWhole } from '../../collector/chains.ts';
import type { Database, Value } from '../../collector/database.ts';
import { receiveInside } from '../../collector/entries.ts';
import { beginSigning } from '../../collector/erasing.ts';
import { runJob } from '../../collector/jobs/job.ts';
import { retention } from '../../collector/jobs/retention.ts';
import { openStore } from '../../collector/open-store.ts';
import { holdChain } from '../../collector/own-chain.ts';
import { entriesHere } from '../../collector/page/entries.ts';
import { portsFor } from '../../collector/page/register-ports.ts';
import { startingSigner } from '../../collector/starting-key.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { type FirmSignIn, startFirmSignIn } from './firm-sign-in.ts';
import { browser, type Collector, openCollector, password, signingKey, url } from './office.ts';
import { canRunPostgres, type Place, postgresPlace } from './stores.ts';

// The provider says that it is no production one.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);
vi.spyOn(console, 'info').mockImplementation(() => undefined);

const waitingForLocks = async ({ store }: Collector): Promise<number> =>
  (await store.all("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))
    .length;

describe.skipIf(!canRunPostgres)('two instances', () => {
  let place: Place;
  let firm: FirmSignIn;
  let one: Collector;
  let other: Collector;
  beforeAll(async () => {
    firm = await startFirmSignIn(`${url}/api/oidc/back`);
    place = await postgresPlace();
    const settings = {
      ...{ GATEHOUSE_OIDC_ISSUER: firm.issuer, GATEHOUSE_OIDC_CLIENT: firm.clientId },
      GATEHOUSE_OIDC_SECRET: firm.secret,
    };
    // At once, as when both are started: the tables are made by one of them.
    [one, other] = (await Promise.all([
      openCollector(place.address, settings),
      openCollector(place.address, settings),
    ])) as [Collector, Collector];
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await Promise.all([place.remove(), firm.close()]);
  });

  it('store an entry once that comes to both at the same moment, and keep one chain for each browser', async () => {
    const { next, device } = browser();
    for (let number = 1; number <= 10; number += 1) {
      const envelope = await next(incidentEntry(number));
      const answers = await Promise.all([one.post(envelope), other.post(envelope)]);
      for (const answer of answers) expect(await answer.json()).toEqual({ received: [envelope.id] });
    }
    for await (const report of checkChains(one.store, one.signer.key))
      if (report.device === device) expect([report.entries, isWhole(report)]).toEqual([10, true]);
  });

  it('skip no entry in an open register that is stored before one with a lower position', async () => {
    const [slow, quick] = await Promise.all([browser().next(incidentEntry(60)), browser().next(incidentEntry(61))]);
    const reader = await one.signedIn('reader');
    const read = async (after: number) => {
      const { entries, last } = await (await reader.get(`/api/register?after=${after}`)).json();
      return { ids: entries.map(({ id }: { id: string }) => id), last };
    };
    const before = (await read(0)).last as number;
    let seen: number | undefined;
    await one.store.transaction(async (inside) => {
      await receiveInside(inside, slow, true, 1, []);
      expect((await other.post(quick)).status).toBe(200);
      seen = (await read(before)).last;
    });
    expect((await read(seen ?? before)).ids).toContain(slow.id);
    expect((await read(before)).ids).toEqual([slow.id, quick.id]);
    // What holds another lock holds nothing back.
    await one.store.alone('some job', async () => {
      expect((await read(before)).ids).toHaveLength(2);
    });
  });

  it('show a step as soon as it is saved, while something else is being stored', async () => {
    const about = await browser().next(incidentEntry(62));
    await other.post(about);
    const dpo = await one.signedIn('dpo');
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) =>
      one.ask(path, { ...init, headers: { ...init.headers, cookie: dpo.cookie, origin: url } }),
    );
    try {
      const entries = entriesHere();
      const account = { id: dpo.id, address: dpo.address, name: 'Priya', roles: ['dpo' as const] };
      const { work } = portsFor(entries, account, 'Firm', () => false);
      const steps = async () =>
        (await entries.all())!.flatMap(({ entry }) =>
          entry.type === 'work' && entry.work.about === about.id ? [entry.work.change] : [],
        );
      const note = { do: 'note' as const, text: 'rang' };
      await one.store.transaction(async (inside) => {
        await receiveInside(inside, await browser().next(incidentEntry(63)), true, 1, []);
        expect(await work(about.id, note, '')).toBe('stored');
        expect(await steps()).toEqual([note]);
      });
      expect(await steps()).toEqual([note]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('know a session and end it, whichever of them it was begun at', async () => {
    const person = await one.signedIn('reader');
    const me = (at: Collector) => at.ask('/api/me', { headers: { cookie: person.cookie } });
    expect((await me(other)).status).toBe(200);
    await other.ask('/api/sign-out', { method: 'POST', headers: { cookie: person.cookie, origin: url } });
    expect((await me(one)).status).toBe(401);
  });

  it('leave one who looks after accounts, where two close each other’s account at the same moment', async () => {
    const [mine, theirs] = [await one.signedIn('admin'), await other.signedIn('admin')];
    await one.store.run(
      "UPDATE accounts SET closed_at = 1 WHERE roles LIKE '%admin%' AND id NOT IN (?, ?)",
      ...[mine.id, theirs.id],
    );
    const close = (id: string) => [`/api/accounts/${id}`, { roles: ['admin'], isClosed: true }] as const;
    // Both have begun before either ends, as they wait for what is held here.
    let said: Promise<Response[]> | undefined;
    await one.store.transaction(async (inside) => {
      await inside.run('UPDATE accounts SET name = name WHERE id IN (?, ?)', mine.id, theirs.id);
      await holdChain(inside);
      said = Promise.all([mine.send('PATCH', ...close(theirs.id)), theirs.send('PATCH', ...close(mine.id))]);
      await vi.waitUntil(async () => (await waitingForLocks(one)) === 2, { timeout: 30_000 });
    });
    expect((await said!).map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('count wrong passwords together', async () => {
    const { address } = await one.signedIn('reader');
    const signIn = (at: Collector, secret: string) =>
      at.ask('/api/sign-in', {
        ...{ method: 'POST', headers: { origin: url, 'content-type': 'application/json' } },
        body: JSON.stringify({ address, password: secret }),
      });
    for (const at of [one, other, one, other, one]) expect((await signIn(at, 'wrong wrong')).status).toBe(401);
    expect((await signIn(other, password)).status).toBe(429);
  });

  it('chain the work that is done at both, one step after the other', async () => {
    await one.post(await browser().next(incidentEntry(50)));
    const [here, there] = [await one.signedIn('dpo'), await other.signedIn('dpo')];
    const note = { about: uuid(50), change: { do: 'note', text: 'rang' } };
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? here : there).send('POST', '/api/work', note)),
    );
    const entries = await Promise.all(made.map(async (answer) => (await answer.json()).entry));
    expect(new Set(entries.map(({ sequence }) => sequence)).size).toBe(20);
    expect(new Set(entries.map(({ sentFrom }) => sentFrom.device)).size).toBe(1);
    for await (const report of checkChains(other.store, other.signer.key)) expect(isWhole(report)).toBe(true);
  });

  it('go on where the connection is cut on which one of them holds a job', async () => {
    const cut = () =>
      other.store.all<{ pid: number }>(
        `SELECT pid, pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = database
         WHERE locktype = 'advisory' AND datname = current_database()`,
      );
    const isHeld = () => other.store.alone('held', async () => undefined).then((ran) => !ran);
    const worked: unknown[] = [];
    const ran = await one.store.alone('held', async () => {
      worked.push(await isHeld(), (await cut()).length);
      await vi.waitUntil(async () => !(await isHeld()), { timeout: 30_000 });
    });
    expect([ran, worked]).toEqual([true, [true, 1]]);
    expect(await isHeld()).toBe(false);
    expect(await one.store.alone('held', async () => undefined)).toBe(true);
  });

  it('are of one key: of two that start at once with keys of their own, on a store that nobody signed yet, one does not start', async () => {
    const fresh = await postgresPlace();
    const stores = await Promise.all([openStore(fresh.address), openStore(fresh.address)]);
    const keys = ['A', 'B'].map((letter) => signingKey.replace(/^./, letter));
    const start = (at: number) =>
      startingSigner(stores[at]!, { database: fresh.address, signingKey: keys[at]! }).then(
        () => 'started',
        (thrown) => String(thrown),
      );
    const said = await Promise.all([start(0), start(1)]);
    expect(said).toContain('started');
    expect(said.find((one) => one !== 'started')).toMatch(/^NoKey: .*not the one that this store was started with/);
    const first = said.indexOf('started');
    expect([await start(first), await start(1 - first)]).toEqual(['started', said[1 - first]]);
    await Promise.all(stores.map((store) => store.close()));
    await fresh.remove();
  });

  it('lose no hold that one records while the other is about to erase', async () => {
    const fresh = await postgresPlace();
    const [mine, theirs] = await Promise.all([openCollector(fresh.address), openCollector(fresh.address)]);
    await mine.post(await browser().next(incidentEntry(1)));
    const dpo = await theirs.signedIn('dpo');
    const body = { about: uuid(1), change: { do: 'hold', isHeld: true, why: 'asked by the court' } };
    let held: Promise<Response> | undefined;
    const isWaiting = async () => (await waitingForLocks(theirs)) > 0;
    // Once it was asked what is held: one is either recorded by then, or waits until it has erased.
    const slow: Database = {
      ...mine.store,
      transaction: (work) =>
        mine.store.transaction((inside) =>
          work({
            ...inside,
            async all<Row>(sql: string, ...values: Value[]) {
              const rows = await inside.all<Row>(sql, ...values);
              if (held || !/type = 'work'/.test(sql)) return rows;
              held = dpo.send('POST', '/api/work', body);
              await Promise.race([held, vi.waitUntil(isWaiting, { timeout: 30_000 })]);
              return rows;
            },
          }),
        ),
    };
    const now = mine.clock.now + 800 * 24 * 3_600_000;
    await mine.store.run("INSERT INTO jobs (name, done_at) VALUES ('clock', ?)", now);
    const world = { ...mine, store: slow, now: () => now, version: '0.1.0' };
    expect([await runJob(retention, world), (await held)?.status]).toEqual(['done', 404]);
    const own = await mine.store.all<{ type: string }>(
      `SELECT type FROM entries WHERE device IN (SELECT device FROM chain_here) AND envelope IS NOT NULL ORDER BY sequence`,
    );
    expect(own.map(({ type }) => type)).toEqual(['erasure', 'erasure']);
    await Promise.all([mine.close(), theirs.close()]);
    await fresh.remove();
  });

  it('begin to sign once, though both begin at the same moment', async () => {
    const begin = ({ store, signer }: Collector, held?: () => Promise<unknown>) =>
      store.transaction(async (inside) => {
        await beginSigning(inside, 1, { signer, version: '0.1.0' });
        await held?.();
      });
    const isWaiting = async () => (await waitingForLocks(one)) > 0;
    let second: Promise<void> | undefined;
    await begin(one, async () => {
      second = begin(other);
      await vi.waitUntil(isWaiting, { timeout: 30_000 });
    });
    await second;
    expect((await one.store.all("SELECT id FROM entries WHERE type = 'erasure'")).length).toBe(1);
  });

  it('let somebody come back to one who left for the firm’s page from the other', async () => {
    const address = 'sam@firm.example';
    firm.people.set('sam', { email: address, email_verified: true });
    const account = { id: crypto.randomUUID(), address, name: 'Sam', roles: ['dpo' as const] };
    await addAccount(one.store, account, null, one.clock.now);
    const left = await one.ask('/api/oidc');
    const back = await firm.signIn(left.headers.get('location')!, 'sam');
    const cookie = left.headers.get('set-cookie')!.split(';')[0]!;
    const answer = await other.ask(back.slice(url.length), { headers: { cookie } });
    expect(answer.headers.get('location')).toBe(`${url}/`);
  });
});
