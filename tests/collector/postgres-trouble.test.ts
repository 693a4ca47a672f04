// PostgreSQL on a disk that is full, and with files that were damaged under it: what was confirmed is there, or it is said that it is not;
// what could not be stored was not confirmed, so that browsers keep it. On a server of its own, on a disk of its own that can be filled.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, statfsSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkChains, isWhole } from '../../collector/chains.ts';
import { check } from '../../collector/jobs/check.ts';
import { runJob } from '../../collector/jobs/job.ts';
import { signing } from '../../collector/jobs/signing.ts';
import type { Envelope } from '../../incidents/envelope.ts';
import { incidentEntry } from '../incidents/entries.ts';
import { freePort } from './free-port.ts';
import { browser, type Collector, openCollector, signingKey } from './office.ts';
import { canRunPostgres } from './stores.ts';

describe.skipIf(!canRunPostgres)('PostgreSQL', { timeout: 120_000 }, () => {
  const disk = mkdtempSync(join(tmpdir(), 'gatehouse-postgres-'));
  let env: NodeJS.ProcessEnv;
  let server = '';
  const postgres = (command: 'start' | 'stop') =>
    execFileSync(resolve(import.meta.dirname, 'postgres.sh'), [command], { env, encoding: 'utf8' }).trim();
  const run = (database: string, ...words: string[]) =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, '../../collector/main.ts'), ...words], {
      env: { ...process.env, DATABASE_URL: database, GATEHOUSE_SIGNING_KEY: signingKey, NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
    });
  beforeAll(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=755', 'tmpfs', disk]);
    const port = String(await freePort());
    env = { ...process.env, GATEHOUSE_POSTGRES_STATE: join(disk, 'state'), GATEHOUSE_POSTGRES_PORT: port };
    server = postgres('start');
  }, 120_000);
  afterAll(() => {
    if (server) postgres('stop');
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  let said: string[] = [];
  beforeEach(() => {
    said = [];
    vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
  });

  const filler = join(disk, 'filler');
  const fillUpTo = (bytes: number) => {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(bavail * bsize - bytes, 0)));
  };
  const posting = (collector: Collector) => {
    const { next } = browser();
    const confirmed: string[] = [];
    return {
      confirmed,
      async post(envelope: Envelope) {
        const answer = await collector.post(envelope);
        if (answer.status === 200) confirmed.push(envelope.id);
        return { status: answer.status, said: await answer.json() };
      },
      next: (number: number) => next(incidentEntry(number, { reason: { code: 'other', text: 'x'.repeat(300) } })),
    };
  };
  const expectAllThere = async (collector: Collector, confirmed: readonly string[]) => {
    const stored = await collector.store.all<{ id: string }>("SELECT id FROM entries WHERE type = 'incident'");
    expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(confirmed));
    for await (const report of checkChains(collector.store, collector.signer.key)) expect(isWhole(report)).toBe(true);
  };

  it('without room says so to who sends and in the terminal, keeps what was confirmed, and goes on once there is room', async () => {
    const collector = await openCollector(server);
    const { next, post, confirmed } = posting(collector);
    for (let number = 1; number <= 5; number += 1) expect((await post(await next(number))).status).toBe(200);
    fillUpTo(200_000);
    let refused: Envelope | undefined;
    for (let number = 6; number < 1_000 && !refused; number += 1) {
      const envelope = await next(number);
      const answer = await post(envelope);
      if (answer.status === 200) continue;
      expect(answer).toEqual({ status: 503, said: { problem: 'full' } });
      refused = envelope;
    }
    expect(confirmed.length).toBeGreaterThan(5);
    expect(said).toContain('collector: POST /api/entries failed: the disk of the store is full');
    expect((await collector.ask('/api/ready')).status).toBe(200);
    rmSync(filler);
    expect((await post(refused!)).status).toBe(200);
    await expectAllThere(collector, confirmed);

    // Without room for its own log the server ends, as it must: what was confirmed is in it.
    fillUpTo(0);
    const last = await next(1_001);
    // Where nothing was written, it begins no new file.
    const write = () =>
      collector.store.all("SELECT pg_logical_emit_message(false, 'full', 'x'), pg_switch_wal()").then(
        () => true,
        () => false,
      );
    for (let isUp = true; isUp; ) isUp = await write();
    const answer = await post(last).catch(() => ({ status: 0 }));
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect((await collector.ask('/api/ready')).status).toBeGreaterThanOrEqual(500);
    rmSync(filler);
    // It may still be ending.
    const isBack = async () => {
      postgres('start');
      expect((await post(last)).status).toBe(200);
    };
    await vi.waitFor(isBack, { timeout: 30_000, interval: 200 });
    await expectAllThere(collector, confirmed);
    await collector.store.run('DELETE FROM entries');
    await collector.close();
  });

  /** With the server stopped, so that nothing of the file is left in its memory. */
  const spoil = async (collector: Collector, how: (path: string) => void) => {
    const [file] = await collector.store.all<{ path: string }>(
      "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('entries') AS path",
    );
    await collector.close();
    postgres('stop');
    how(file!.path);
    postgres('start');
  };
  const filled = async (name: string) => {
    const first = await openCollector(server);
    await first.store.all(`CREATE DATABASE ${name}`);
    await first.close();
    const address = server.replace(/postgres$/, name);
    const collector = await openCollector(address);
    const sender = posting(collector);
    for (let number = 1; number <= 60; number += 1)
      expect((await sender.post(await sender.next(number))).status).toBe(200);
    const world = { ...collector, now: Date.now, version: '0.1.0' };
    expect(await runJob(signing, world)).toBe('done');
    return { address, collector, ...sender };
  };

  it('with a table cut short takes nothing that comes upon it, and verify and backup say so', async () => {
    const { address, collector, next } = await filled('cut');
    await spoil(collector, (path) => truncateSync(path, Math.floor(statSync(path).size / 16_384) * 8_192));
    const after = await openCollector(address);
    const answer = await after.post(await next(61));
    expect([answer.status, await answer.json()]).toEqual([503, { problem: 'damaged' }]);
    expect(said).toContain('collector: POST /api/entries failed: the store is damaged');
    const world = { ...after, now: Date.now, version: '0.1.0' };
    expect(await runJob(check, world)).toBe('failed');
    const dpo = await after.signedIn('dpo');
    const { jobs } = await (await dpo.get('/api/coverage')).json();
    expect(jobs).toContainEqual(expect.objectContaining({ name: 'check', failures: 1, lastFailure: 'damaged' }));
    await after.close();
    const { status, stderr } = run(address, 'verify');
    expect([status, stderr.includes('is damaged'), stderr.includes(address)], stderr).toEqual([74, true, false]);
    const backup = run(address, 'backup', join(disk, 'backup'));
    expect([backup.status, backup.stderr]).toEqual([1, expect.stringMatching(/\d+ entries .* not there any more/)]);
  });

  it('with a page of a table gone, which it does not notice itself, is told by the chains', async () => {
    const { address, collector } = await filled('gone');
    await spoil(collector, (path) => {
      const file = openSync(path, 'r+');
      writeSync(file, Buffer.alloc(8_192), 0, 8_192, 8_192);
    });
    const after = await openCollector(address);
    expect(await runJob(check, { ...after, now: Date.now, version: '0.1.0' })).toBe('done');
    const dpo = await after.signedIn('dpo');
    const { jobs, devices } = await (await dpo.get('/api/coverage')).json();
    expect(jobs).toContainEqual(expect.objectContaining({ name: 'check', lastFailure: 'altered' }));
    expect(devices[0].odd).toContainEqual(expect.objectContaining({ kind: 'altered' }));
    await after.close();
    const { status, stdout } = run(address, 'verify');
    expect([status, /missing \d+ to \d+/.test(stdout)], stdout).toEqual([1, true]);
  });
});
