import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { appendTo } from '@/incidents/chain.ts';
import { envelopeOf } from '@/incidents/envelope.ts';
import type { Report } from '@/incidents/incident.ts';
import type { Change } from '@/incidents/work.ts';
import { openImported } from '@/platform/journal/imported.ts';
import { envelopesOf, uuid, workEntry } from '../incidents/entries.ts';

let names = 0;
const fresh = () => `imported-${names++}`;

async function envelope(last: string, what = 'A letter went to the wrong house.') {
  const report: Report = {
    id: `01900000-0000-7000-8000-00000000000${last}`,
    at: 1_700_000_000_000,
    extensionVersion: '0.1.0',
    actor: { value: 'sam@firm.example', from: 'account' },
    what,
    when: '',
    recovered: 'unknown',
    people: 'one',
  };
  return envelopeOf(await appendTo(null, { type: 'report', report }), '0.1.0');
}

describe('what was imported', () => {
  it('is there again after closing', async () => {
    const name = fresh();
    await openImported(name).keep([await envelope('1'), await envelope('2')]);
    expect((await openImported(name).list()).map(({ id }) => id.at(-1))).toEqual(['1', '2']);
  });

  it('gives the latest, oldest first', async () => {
    const name = fresh();
    await openImported(name).keep(await Promise.all(['3', '1', '2'].map((last) => envelope(last))));
    const latest = async (most: number) => (await openImported(name).latest(most)).map(({ id }) => id.at(-1));
    expect(await latest(2)).toEqual(['2', '3']);
    expect(await latest(9)).toEqual(['1', '2', '3']);
    expect(await openImported(fresh()).latest(9)).toEqual([]);
  });

  it('says how much of it is read', async () => {
    const name = fresh();
    const one = await envelope('1');
    const many = Array.from({ length: 700 }, (_, at) => ({ ...one, id: `${one.id.slice(0, -4)}${1000 + at}` }));
    await openImported(name).keep(many);
    const heard: number[] = [];
    await openImported(name).list((share) => heard.push(share));
    expect(heard).toEqual([500 / 700, 1]);
  });

  it('keeps the first of two records with one id', async () => {
    const imported = openImported(fresh());
    await imported.keep([await envelope('1')]);
    await imported.keep([await envelope('1', 'Something else.')]);
    expect((await imported.list()).map(({ entry }) => entry.type === 'report' && entry.report.what)).toEqual([
      'A letter went to the wrong house.',
    ]);
  });

  it("is the reader's own once they say so of the same record, here or on another page, and goes with that word", async () => {
    const name = fresh();
    const imported = openImported(name);
    const [one, two, other] = [await envelope('1'), await envelope('2'), await envelope('2', 'Something else.')];
    await imported.keep([one, two]);
    const before = await imported.list();
    await openImported(name).keep([
      { ...one, isOwn: true },
      { ...other, isOwn: true },
    ]);
    const own = async (of: typeof imported) => (await of.list()).map(({ isOwn }) => isOwn);
    expect([await own(imported), await own(openImported(name))]).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
    expect((await openImported(name).latest(2)).map(({ isOwn }) => isOwn)).toEqual([true, undefined]);
    expect((await imported.list())[1]).toBe(before[1]);
    await imported.erase(new Set([one.hash]));
    expect(await own(imported)).toEqual([undefined]);
  });

  it('is read once: what was there before is the same object, what is gone is not there, what is new is', async () => {
    const name = fresh();
    const imported = openImported(name);
    await imported.keep([await envelope('1'), await envelope('2')]);
    const [, second] = await imported.list();
    await openImported(name).keep([await envelope('3')]);
    await imported.erase(new Set([(await envelope('1')).hash]));
    const now = await imported.list();
    expect(now.map(({ id }) => id.at(-1))).toEqual(['2', '3']);
    expect(now[0]).toBe(second);
  });

  it('is the same list until something came or went, here or on another page', async () => {
    const name = fresh();
    const imported = openImported(name);
    await imported.keep([await envelope('1')]);
    const before = await imported.list();
    await openImported(name).keep([await envelope('1')]);
    expect(await imported.list()).toBe(before);
    const other = openImported(name);
    await other.erase(new Set([(await envelope('1')).hash]));
    await other.keep([await envelope('2')]);
    expect((await imported.list()).map(({ id }) => id.at(-1))).toEqual(['2']);
  });

  it('is still there that was kept before changes were counted', async () => {
    const name = fresh();
    const old = await openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore('envelopes', { keyPath: 'id' }),
    });
    await old.put('envelopes', await envelope('1'));
    old.close();
    expect((await openImported(name).list()).map(({ id }) => id.at(-1))).toEqual(['1']);
    expect([...(await openImported(name).since()).keys()].map((id) => id.at(-1))).toEqual(['1']);
  });

  it('is kept by the holds that kept it before the upgrade, and by no other word of then', async () => {
    const name = fresh();
    const old = await openDB(name, 2, {
      upgrade(database) {
        database.createObjectStore('envelopes', { keyPath: 'id' });
        database.createObjectStore('changes');
      },
    });
    const changes: Change[] = [
      { do: 'hold', isHeld: true, why: '' },
      { do: 'retain', until: 1_900_000_000_000 },
      { do: 'status', status: 'breach', why: '' },
      { do: 'hold', isHeld: true, why: '' },
    ];
    const steps = await envelopesOf(changes.map((change, at) => workEntry(at + 1, 1, change)));
    for (const [at, step] of steps.entries())
      await old.put('envelopes', at === 3 ? { ...step, sentFrom: { ...step.sentFrom, device: uuid(9) } } : step);
    old.close();
    expect((await openImported(name).list()).map(({ isOwn }) => isOwn)).toEqual([true, true, undefined, undefined]);
  });

  it('comes in one order, whether it arrived meanwhile or was there', async () => {
    const imported = openImported(fresh());
    await imported.keep([await envelope('2')]);
    await imported.list();
    await imported.keep([await envelope('1')]);
    expect((await imported.list()).map(({ id }) => id.at(-1))).toEqual(['1', '2']);
  });

  it('is empty where nothing was imported', async () => {
    expect(await openImported(fresh()).list()).toEqual([]);
  });
});
