// The collector as a process whose clock is really moved under it: a day back, a year ahead, back again. What it acknowledged is there, chains
// verify, nothing is erased, people sign in again and are told so, the jumps are said. The time since its start goes on as ever, as it does
// where somebody sets a machine's clock. Source: https://github.com/wolfcw/libfaketime
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkChains, isWhole } from '../../collector/chains.ts';
import { openStore } from '../../collector/open-store.ts';
import { signerFor } from '../../collector/signing-key.ts';
import { installPrograms } from '../../scripts/packages.ts';
import { incidentEntry, uuid } from '../incidents/entries.ts';
import { browser } from './office.ts';
import { runCollector } from './running.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { sqlitePlace } from './stores.ts';

const isThere = installPrograms(['faketime']).length === 0;
const library = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/faketime/libfaketimeMT.so.1`;
const aDay = 24 * 3_600_000;
const password = 'correct horse battery';
const address = 'dpo@firm.example';

describe('a clock that is moved under a running collector', () => {
  it.skipIf(!isThere)(
    'loses and erases nothing, keeps people and browsers working, and is said',
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'gatehouse-clock-'));
      const file = join(folder, 'clock');
      const set = (days: number) => writeFileSync(file, `${days < 0 ? '-' : '+'}${Math.abs(days)}d\n`);
      set(0);
      const [place, sink] = [await sqlitePlace(), await startSmtpSink()];
      const collector = await runCollector(place.address, {
        ...{
          LD_PRELOAD: library,
          FAKETIME_TIMESTAMP_FILE: file,
          FAKETIME_NO_CACHE: '1',
          FAKETIME_DONT_FAKE_MONOTONIC: '1',
        },
        ...{ GATEHOUSE_SMTP_URL: sink.url, GATEHOUSE_MAIL_FROM: 'r@firm.example', GATEHOUSE_CONTACT: address },
        GATEHOUSE_RETENTION_DAYS: '30',
      });
      const ask = (path: string, body?: unknown, more: Record<string, string> = {}) =>
        fetch(`${collector.url}${path}`, {
          headers: { 'content-type': 'application/json', origin: collector.url, ...more },
          ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
        });
      const { next, device } = browser();
      let number = 0;
      /** An entry, and a heartbeat of a browser whose clock is right. */
      const post = async () => {
        const token = { authorization: `Bearer ${collector.token}` };
        const envelope = await next(incidentEntry(++number, { at: Date.now() }));
        expect(await (await ask('/api/entries', envelope, token)).json()).toEqual({ received: [envelope.id] });
        const beat = {
          ...{ gatehouse: 1, type: 'heartbeat', device, at: Date.now(), extensionVersion: '0.1.0', sequence: number },
          ...{ policy: { version: '1', source: 'managed' }, chain: 'intact', waiting: 0 },
        };
        expect((await ask('/api/heartbeat', beat, token)).status).toBe(200);
      };
      await expect.poll(() => collector.firstLink(), { timeout: 30_000 }).not.toBe('');
      const secret = /#welcome=([\w-]{43})/.exec(collector.firstLink())![1];
      expect((await ask('/api/welcome', { secret, address, name: 'Priya', password })).status).toBe(204);
      const signIn = async () => {
        const answer = await ask('/api/sign-in', { address, password });
        expect(answer.status).toBe(204);
        return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
      };
      const isIn = async (as: { cookie: string }) => (await ask('/api/me', undefined, as)).status === 200;
      const work = async (as: { cookie: string }, change: unknown) => {
        const answer = await ask('/api/work', { about: uuid(1), change }, as);
        expect(answer.status).toBe(201);
        const { entry } = await answer.json();
        return entry.entry.work.at - Date.now();
      };
      const isSaid = (kind: string, times: number) =>
        expect.poll(() => collector.said().split(kind).length - 1, { timeout: 30_000, interval: 200 }).toBe(times);

      await post();
      let dpo = await signIn();
      const aware = { do: 'aware', at: Date.now() - aDay, basis: 'seen in the register', who: '' };
      await work(dpo, aware);
      // The look comes every five seconds: the first one before anything moves.
      const store = await openStore(place.address);
      const looked = async () => (await store.all("SELECT done_at FROM jobs WHERE name = 'clock'")).length;
      await expect.poll(looked, { timeout: 30_000 }).toBe(1);

      set(-1);
      await post();
      await isSaid('clock-back', 1);
      // Signed in a day from now: asked again, and in at once.
      expect(await isIn(dpo)).toBe(false);
      dpo = await signIn();
      expect(Math.round((await work(dpo, { do: 'hold', isHeld: true, why: 'court' })) / aDay)).toBe(-1);

      set(365);
      await post();
      await isSaid('clock-forward', 1);
      expect(await isIn(dpo)).toBe(false);
      for (let tries = 0; tries < 5; tries += 1) await ask('/api/sign-in', { address, password: 'wrong wrong wrong' });
      expect((await ask('/api/sign-in', { address, password })).status).toBe(429);
      expect((await ask('/api/register')).status).toBe(401);

      set(0);
      await post();
      await isSaid('clock-back', 2);
      dpo = await signIn();
      expect(await isIn(dpo)).toBe(true);
      await post();

      // What strangers try is written down as before.
      expect((await ask('/api/register')).status).toBe(401);
      const { lines } = await (await ask('/api/audit', undefined, dpo)).json();
      const tries = lines.filter(
        ({ action, outcome }: Record<string, string>) => action === 'saw-register' && outcome === 'refused',
      );
      expect(tries.map(({ at }: { at: number }) => Math.round(Math.abs(at - Date.now()) / aDay))).toEqual([0, 365]);

      const { entries } = await (await ask('/api/register', undefined, dpo)).json();
      expect(entries.filter(({ type }: { type: string }) => type === 'incident')).toHaveLength(number);
      expect(entries.filter(({ type }: { type: string }) => type === 'work')).toHaveLength(2);
      const { clock, devices } = await (await ask('/api/coverage', undefined, dpo)).json();
      expect(clock.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
        'clock-back',
        'clock-back',
        'clock-forward',
      ]);
      // It was the clock here that was wrong: the browser is not marked once that is right again.
      const seen = devices.find((one: { device: string }) => one.device === device);
      expect(seen).toMatchObject({ isSilent: false, missing: 0, odd: [] });
      const signer = await signerFor({ database: place.address }, { makes: false });
      for await (const report of checkChains(store, signer!.key))
        expect([report.erased, isWhole(report)]).toEqual([0, true]);
      await store.close();
      await collector.stop();
      await Promise.all([place.remove(), sink.close()]);
      rmSync(folder, { recursive: true });
    },
  );
});
