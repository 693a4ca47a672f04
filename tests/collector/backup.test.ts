import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backUp, kept, restore } from '../../collector/backup.ts';
import { checkChains, isWhole } from '../../collector/chains.ts';
import type { Database } from '../../collector/database.ts';
import { receiveInside } from '../../collector/entries.ts';
import { beginSigning } from '../../collector/erasing.ts';
import { readEnds, signEnds } from '../../collector/signed-ends.ts';
import { tables } from '../../collector/tables.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { describeStores } from './describe-stores.ts';
import { browser, type Collector, oddAbout, openCollector, password, signingKey, start, url } from './office.ts';
import { runCollector } from './running.ts';
import { canRunPostgres, type Place, postgresPlace, sqlitePlace } from './stores.ts';

describeStores('backup', (makePlace) => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-backup-'));
  const file = join(folder, 'register.jsonl');
  let places: Place[];
  let full: Collector;
  let empty: Collector;
  beforeAll(async () => {
    places = [await makePlace(), await makePlace()];
    [full, empty] = (await Promise.all(places.map(({ address }) => openCollector(address)))) as [Collector, Collector];
    const { next } = browser();
    for (let number = 0; number < 30; number += 1) await full.post(await next(incidentEntry(number)));
    const { id } = await full.signedIn('dpo', 'admin');
    await full.store.run(
      'INSERT INTO identities (issuer, subject, account) VALUES (?, ?, ?)',
      'https://id.firm.example',
      'sub',
      id,
    );
  });
  afterAll(async () => {
    await Promise.all([full.close(), empty.close()]);
    for (const place of places) await place.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const all = async ({ store }: Collector, table: string, order: string) =>
    (await store.all<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${order}`)).map(
      ({ position: _, ...row }) => row,
    );

  it('brings everything back into an empty store, whole, readable by its owner alone, and without sessions', async () => {
    await backUp(full.store, file, start);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await empty.store.run('DELETE FROM intake_tokens');
    expect(await restore(empty.store, file)).toHaveProperty('rows');
    for (const [table, order] of [
      ['entries', 'id'],
      ['accounts', 'id'],
      ['identities', 'subject'],
      ['devices', 'device'],
      ['intake_tokens', 'hash'],
    ] as const)
      expect(await all(empty, table, order), table).toEqual(await all(full, table, order));
    expect(await all(empty, 'sessions', 'hash')).toEqual([]);
    for await (const report of checkChains(empty.store, empty.signer.key))
      expect([report.entries, isWhole(report)]).toEqual([30, true]);
    expect((await full.post('{}')).status).toBe(422);
    expect(await restore(full.store, file)).toHaveProperty('problem');
  });

  it('is not put over the one before where entries are gone, though another browser has more than its places', async () => {
    const whole = readFileSync(file, 'utf8');
    const { next, device } = browser();
    for (let number = 40; number < 44; number += 1) await full.post(await next(incidentEntry(number)));
    await full.post(await browser(device).next(incidentEntry(44)));
    expect(await backUp(full.store, file, start)).toMatchObject({ gone: 0, path: file });
    const before = readFileSync(file, 'utf8');
    expect(before.length).toBeGreaterThan(whole.length);
    await full.store.run('DELETE FROM entries WHERE id = ?', uuid(7));
    expect(await backUp(full.store, file, start)).toMatchObject({ gone: 1, path: `${file}.short` });
    // Nor does the entry that came twice stand for one of the same browser that is gone.
    await full.store.run('DELETE FROM entries WHERE id = ?', uuid(42));
    expect(await backUp(full.store, file, start)).toMatchObject({ gone: 2, path: `${file}.short` });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readFileSync(`${file}.short`, 'utf8')).not.toContain(uuid(7));
    const first = join(folder, 'first');
    expect(await backUp(full.store, first, start)).toMatchObject({ gone: 2, path: first });
    expect(existsSync(`${first}.short`)).toBe(false);
  });

  it('is not read into a store into which something comes while the file is looked at', async () => {
    const place = await makePlace();
    const late = await openCollector(place.address);
    const store: Database = {
      ...late.store,
      async transaction(work) {
        expect((await late.post(await browser().next(incidentEntry(60)))).status).toBe(200);
        return late.store.transaction(work);
      },
    };
    expect(await restore(store, file)).toEqual({ problem: 'this store is not empty' });
    await late.close();
    await place.remove();
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -200)],
    ['without one of its lines', (text: string) => text.split('\n').toSpliced(5, 1).join('\n')],
    ['with one letter changed', (text: string) => text.replace('harbourcare', 'harbourcarE')],
    ['that is something else', () => '{"a":1}\n'],
  ])('refuses a file %s', async (_, change) => {
    writeFileSync(join(folder, 'bad'), change(readFileSync(file, 'utf8')));
    expect(await restore(empty.store, join(folder, 'bad'))).toEqual({
      problem: 'this is no backup, or it was cut short or changed',
    });
  });
});

describe.skipIf(!canRunPostgres)('a move, by the commands that IT uses', { timeout: 120_000 }, () => {
  const main = resolve(import.meta.dirname, '../../collector/main.ts');
  const run = (database: string, ...words: string[]) =>
    spawnSync(process.execPath, [main, ...words], {
      env: { ...process.env, DATABASE_URL: database, GATEHOUSE_SIGNING_KEY: signingKey, NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
    });

  it.each([
    ['SQLite', 'PostgreSQL', sqlitePlace, postgresPlace],
    ['PostgreSQL', 'SQLite', postgresPlace, sqlitePlace],
  ])(
    'from %s to %s keeps chains, signed ends, receipts, accounts and tokens, and goes on',
    async (...[, , from, to]) => {
      const [old, fresh] = [await from(), await to()];
      const file = join(tmpdir(), `gatehouse-move-${crypto.randomUUID()}`);
      const before = await openCollector(old.address, { GATEHOUSE_SIGNING_KEY: signingKey });
      const { next } = browser();
      const odd = 'one \\ "two" \u{1f600} \u0000 three\n';
      const envelopes: Envelope[] = [];
      for (let number = 1; number <= 12; number += 1)
        envelopes.push(await next(incidentEntry(number, { reason: { code: 'other', text: number === 3 ? odd : '' } })));
      for (const envelope of envelopes) expect((await before.post(envelope)).status).toBe(200);
      const dpo = await before.signedIn('dpo', 'admin');
      await dpo.send('POST', '/api/register/erasures', { rows: [uuid(2)] });
      await dpo.send('POST', '/api/work', {
        about: uuid(1),
        change: { do: 'note', text: odd.replaceAll('\u0000', '') },
      });
      await sign(before);
      await before.close();

      expect(run(old.address, 'backup', file).status).toBe(0);
      // One that was started already, and has nothing in it but what a start leaves.
      const started = await runCollector(fresh.address, { GATEHOUSE_SIGNING_KEY: signingKey });
      await vi.waitUntil(() => started.firstLink() !== '');
      const secret = /#welcome=(.+)/.exec(started.firstLink())![1]!;
      await started.stop();
      expect(run(fresh.address, 'restore', file)).toMatchObject({ status: 0, stderr: '' });
      const [was, is] = [run(old.address, 'verify'), run(fresh.address, 'verify')];
      expect([was.status, is.status, is.stdout]).toEqual([0, 0, was.stdout]);
      expect(is.stdout).toMatch(/12 entries, 1 erased: whole/);
      expect(is.stdout).toContain('signed ends: number 1, ');

      const after = await openCollector(fresh.address, { GATEHOUSE_SIGNING_KEY: signingKey });
      const sent = { authorization: `Bearer ${before.token}` };
      for (const envelope of [envelopes[4]!, await next(incidentEntry(13))])
        expect(await (await after.post(envelope, sent)).json()).toEqual({ received: [envelope.id] });
      expect(await oddAbout(after, envelopes[0]!.sentFrom.device!)).toEqual({});
      const headers = { origin: url, 'content-type': 'application/json' };
      // The link of that start opens nothing any more.
      const stranger = { secret, address: 'stranger@firm.example', name: 'Stranger', password };
      const asked = await after.ask('/api/welcome', { method: 'POST', headers, body: JSON.stringify(stranger) });
      expect(asked.status).toBe(410);
      const body = JSON.stringify({ address: dpo.address, password });
      const entered = await after.ask('/api/sign-in', { method: 'POST', headers, body });
      const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
      const { entries } = await (await after.ask('/api/register', { headers: { cookie } })).json();
      expect(entries).toHaveLength(13);
      expect(entries).toContainEqual(envelopes[2]);
      await sign(after);
      const { root, isSigned } = await readEnds(after.store, after.signer.key);
      expect([root?.number, isSigned]).toEqual([2, true]);
      await after.close();
      expect(run(fresh.address, 'verify').status).toBe(0);
      await Promise.all([old.remove(), fresh.remove()]);
      rmSync(file);
    },
  );

  const sign = async ({ store, signer, clock }: Collector) =>
    store.transaction(async (inside) => {
      await beginSigning(inside, clock.now, { signer, version: '0.1.0' });
      await signEnds(inside, clock.now, signer);
    });
});

it.each(['backup', 'verify', 'no-such-command'])(
  '%s makes no store where there is none, and says where it looked',
  (command) => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-none-'));
    const { status, stderr } = spawnSync(
      process.execPath,
      [resolve(import.meta.dirname, '../../collector/main.ts'), command, 'x'],
      { cwd: folder, env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1' }, encoding: 'utf8' },
    );
    if (command === 'no-such-command') expect([status, stderr]).toEqual([64, expect.stringContaining('Usage:')]);
    else {
      expect(status).toBe(66);
      expect(stderr).toContain(join(folder, 'gatehouse.db'));
      expect(stderr).toContain('DATABASE_URL');
    }
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  },
);

it('gives who is locked out a way back in by a command, and writes that down', { timeout: 60_000 }, async () => {
  const place = await sqlitePlace();
  const invite = (...words: string[]) =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, '../../collector/main.ts'), 'invite', ...words], {
      env: { ...process.env, DATABASE_URL: place.address, GATEHOUSE_URL: url, NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
    });
  const collector = await openCollector(place.address);
  const welcome = (link: string, address: string, fresh: string) =>
    collector.ask('/api/welcome', {
      ...{ method: 'POST', headers: { origin: url, 'content-type': 'application/json' } },
      body: JSON.stringify({ secret: link.trim().split('#welcome=')[1], address, name: 'First', password: fresh }),
    });
  const first = invite('first@firm.example');
  expect(first.stdout).toMatch(/^https:\/\/register\.firm\.example\/#welcome=[\w-]{43}\n$/);
  expect((await welcome(first.stdout, 'first@firm.example', password)).status).toBe(204);
  expect(invite('nobody@firm.example')).toMatchObject({ status: 1, stdout: '' });
  expect(invite().status).toBe(64);
  expect((await welcome(invite(' First@firm.example').stdout, 'x@firm.example', 'a new long password')).status).toBe(
    204,
  );
  const [account, ...others] = await collector.store.all<{ id: string; roles: string }>(
    'SELECT id, roles FROM accounts',
  );
  expect([account?.roles, others]).toEqual(['dpo,admin', []]);
  const lines = await collector.store.all("SELECT account, object FROM audit WHERE action = 'invited-in-terminal'");
  expect(lines).toEqual([
    { account: '', object: 'the first account' },
    { account: '', object: account!.id },
  ]);
  await collector.close();
  await place.remove();
});

it('keeps nobody from writing while it runs in another process, and is of one moment', {
  timeout: 60_000,
}, async () => {
  const place = await sqlitePlace();
  const collector = await openCollector(place.address);
  const { next } = browser();
  await collector.store.transaction(async (inside) => {
    for (let number = 0; number < 300; number += 1)
      await receiveInside(inside, await next(incidentEntry(number)), true, start, []);
  });
  const file = join(tmpdir(), `gatehouse-slow-${crypto.randomUUID()}`);
  // It writes into a pipe, and goes on when somebody reads from it.
  execFileSync('mkfifo', [`${file}.part`]);
  const main = resolve(import.meta.dirname, '../../collector/main.ts');
  const child = spawn(process.execPath, [main, 'backup', file], {
    env: { ...process.env, DATABASE_URL: place.address, NODE_NO_WARNINGS: '1' },
    stdio: 'ignore',
  });
  const pipe = await open(`${file}.part`, 'r');
  let read = '';
  const readOn = async (isEnough: () => boolean) => {
    const some = Buffer.alloc(4_096);
    while (!isEnough()) {
      const { bytesRead } = await pipe.read(some, 0, some.length, null);
      if (bytesRead === 0) return;
      read += some.toString('latin1', 0, bytesRead);
    }
  };
  await readOn(() => read.includes('["entries"'));
  const late = await next(incidentEntry(900));
  expect((await collector.post(late)).status).toBe(200);
  expect(child.exitCode).toBeNull();
  await readOn(() => false);
  expect(read.match(/^\["entries"/gm)).toHaveLength(300);
  expect(read).not.toContain(late.id);
  await pipe.close();
  child.kill();
  await collector.close();
  await place.remove();
  rmSync(`${file}.part`, { force: true });
});

it('leaves nothing out but what ends by itself', () => {
  const made = [...tables('INTEGER PRIMARY KEY').matchAll(/CREATE TABLE IF NOT EXISTS (\w+)/g)].map(([, name]) => name);
  const passing = ['sessions', 'tries', 'sign_ins', 'links'];
  expect(made.toSorted()).toEqual([...kept, ...passing].toSorted());
});
