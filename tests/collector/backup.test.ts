import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp, kept, restore } from '../../collector/backup.ts';
import { checkChains, isWhole } from '../../collector/chains.ts';
import { tables } from '../../collector/tables.ts';
import { incidentEntry } from '../incidents/entries.ts';
import { browser, type Collector, openCollector, start } from './office.ts';
import { describeStores, type Place } from './stores.ts';

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

it('leaves nothing out but what ends by itself', () => {
  const made = [...tables('INTEGER PRIMARY KEY').matchAll(/CREATE TABLE IF NOT EXISTS (\w+)/g)].map(([, name]) => name);
  const passing = ['sessions', 'attempts', 'sign_ins', 'invitations'];
  expect(made.toSorted()).toEqual([...kept, ...passing].toSorted());
});
