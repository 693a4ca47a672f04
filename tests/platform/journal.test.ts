import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { verifyChain } from '@/incidents/chain.ts';
import type { Entry } from '@/incidents/incident.ts';
import type { Work } from '@/incidents/work.ts';
import { openApart } from '@/platform/apart.ts';
import { createJournal } from '@/platform/journal/journal.ts';
import { createKeys } from '@/platform/keys.ts';

let database = 0;
const name = () => `journal-${database}`;
/** A new life of the worker on the same profile. */
const worker = () => createJournal({ signer: createKeys(`keys-${name()}`).signer, now: () => today }, name());
const today = Date.parse('2026-11-21T12:00:00Z');

function entry(n: number): Entry {
  const id = `0190f6a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
  return { type: 'amendment', amendment: { id, at: n, incident: id, sent: 'sent' } };
}

async function append(count: number, from = 1) {
  const journal = worker();
  for (let n = from; n < from + count; n += 1) await journal.append(entry(n));
  return journal;
}

const sequences = (entries: { sequence: number }[]) => entries.map(({ sequence }) => sequence);

/** Takes entries out of IndexedDB, as a disk-full episode or damage does. */
async function loseFromDatabase(...lost: number[]) {
  const opened = await openDB(name());
  const change = opened.transaction(['entries', 'waiting'], 'readwrite');
  for (const sequence of lost) {
    await change.objectStore('entries').delete(sequence);
    await change.objectStore('waiting').delete(sequence);
  }
  await change.done;
  opened.close();
}

/** The end of the chain is written apart after it was acknowledged. */
const keptApart = (sequence: number) =>
  vi.waitFor(async () =>
    expect(await openApart(`${name()}-apart`).get<{ sequence: number }>('head')).toMatchObject({ sequence }),
  );

beforeEach(() => {
  fakeBrowser.reset();
  database += 1;
});
afterEach(() => vi.restoreAllMocks());

describe('the journal', () => {
  it('chains what is appended, also when many append at the same moment', async () => {
    const journal = worker();
    const appended = await Promise.all(Array.from({ length: 25 }, (_, n) => journal.append(entry(n))));
    expect(sequences(appended)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
    expect(await verifyChain(await journal.list())).toEqual({ ok: true });
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 25 });
  });

  it('goes on with the chain in the next life of the worker', async () => {
    await append(3);
    const later = await append(2, 4);
    expect(sequences(await later.list())).toEqual([1, 2, 3, 4, 5]);
    expect(await later.health()).toEqual({ chain: 'intact', entries: 5 });
  });

  it('gives the latest alone, and nothing that was erased', async () => {
    const journal = await append(5);
    expect(sequences(await journal.latest(2))).toEqual([4, 5]);
    expect(sequences(await journal.latest(9))).toEqual([1, 2, 3, 4, 5]);
    expect(await worker().latest(0)).toEqual([]);
    for (const _ of ['closes the day', 'erases it']) {
      await settleAll(journal);
      await journal.erase(today);
    }
    expect((await journal.latest(9)).map(({ entry: { type } }) => type)).toEqual(['erasure']);
  });

  it('takes the same entry once', async () => {
    const journal = await append(1);
    const [again, once] = [await journal.append(entry(1)), await journal.list()];
    expect(once).toEqual([again]);
    expect(await worker().append(entry(1))).toEqual(again);
  });

  it('forks for nobody: of two workers at once every entry is kept, once, or its append rejects', async () => {
    const [one, other] = [worker(), worker()];
    const tried = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? one : other).append(entry(n))),
    );
    const list = await worker().list();
    expect(await verifyChain(list)).toEqual({ ok: true });
    expect(list).toHaveLength(tried.filter(({ status }) => status === 'fulfilled').length);
  });

  it('asks for a strict sync to disk with every entry', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await append(1);
    expect(
      asked.mock.calls.filter(([, mode]) => mode === 'readwrite').map(([, , options]) => options?.durability),
    ).toContain('strict');
    expect(asked).toHaveBeenCalledWith(['entries', 'waiting'], 'readwrite', { durability: 'strict' });
  });

  it('rejects when the second copy cannot be written, and keeps the entry for the next try', async () => {
    const journal = await append(1);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
    await expect(journal.append(entry(2))).rejects.toThrow('quota');
    expect((await journal.append(entry(2))).sequence).toBe(2);
    await deleteDB(name(), { blocked: () => undefined });
    expect(sequences(await worker().list())).toEqual([1, 2]);
  });

  it('leaves no hole where entries that were never acknowledged are gone at the next start', async () => {
    const journal = await append(1);
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    for (const n of [2, 3, 4]) await expect(journal.append(entry(n))).rejects.toThrow('quota');
    full.mockRestore();
    await loseFromDatabase(2, 3, 4);
    const later = await append(1, 5);
    expect(sequences(await later.list())).toEqual([1, 2]);
    expect(await later.health()).toEqual({ chain: 'intact', entries: 2 });
  });

  it('goes on after a full disk with what was stored but not copied, in one chain', async () => {
    const journal = await append(1);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
    await expect(journal.append(entry(2))).rejects.toThrow('quota');
    await journal.append(entry(3));
    await deleteDB(name(), { blocked: () => undefined });
    const later = worker();
    expect(sequences(await later.list())).toEqual([1, 2, 3]);
    expect(await later.health()).toEqual({ chain: 'intact', entries: 3 });
  });

  it('rejects when the database cannot be written, and works again when it can', async () => {
    const journal = await append(1);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(journal.append(entry(2))).rejects.toThrow('full');
    expect((await journal.append(entry(3))).sequence).toBe(2);
  });
});

describe('what waits', () => {
  it('is everything, in order, until it is settled', async () => {
    const journal = await append(4);
    await journal.settle([1, 3]);
    expect(sequences(await journal.waiting())).toEqual([2, 4]);
    expect(sequences(await worker().waiting())).toEqual([2, 4]);
    expect(sequences(await journal.list())).toEqual([1, 2, 3, 4]);
  });

  it('has a second copy in storage.local until then', async () => {
    const journal = await append(2);
    const copies = async () =>
      Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.includes('waiting'));
    expect(await copies()).toHaveLength(2);
    await journal.settle([1, 2]);
    expect(await copies()).toEqual([]);
  });

  it('waits again rather than never when a worker died between the two stores', async () => {
    const journal = await append(2);
    vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValueOnce(new Error('died'));
    await expect(journal.settle([1])).rejects.toThrow('died');
    expect(sequences(await worker().waiting())).toEqual([1, 2]);
  });
});

const day = 86_400_000;
/** An entry on the given day; `entry` numbers its own milliseconds of the first one. */
const onDay = (n: number, which: number): Entry => {
  const one = entry(n);
  return one.type === 'amendment' ? { ...one, amendment: { ...one.amendment, at: which * day + n } } : one;
};
const kinds = (entries: { entry: Entry }[]) => entries.map((one) => one.entry.type);

/** Two entries on each of the first `days` days. */
async function overDays(days: number) {
  const journal = worker();
  for (let which = 0; which < days; which++) for (const n of [1, 2]) await journal.append(onDay(which * 2 + n, which));
  return journal;
}
const settleAll = async (journal: ReturnType<typeof worker>) => journal.settle(sequences(await journal.waiting()));

describe('days', () => {
  it('are closed by a signature when the next begins', async () => {
    const journal = await overDays(3);
    expect(kinds(await journal.list())).toEqual([
      ...['amendment', 'amendment', 'segment', 'amendment', 'amendment', 'segment', 'amendment', 'amendment'],
    ]);
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 8 });
  });

  it('that someone signs with another key are no proof', async () => {
    await overDays(2);
    const other = createJournal({ signer: createKeys(`other-${name()}`).signer, now: () => today }, name());
    expect(await other.health()).toEqual({ chain: 'broken', firstBad: 3, entries: 5 });
  });

  it('are not believed when the end that vouches for them is not signed', async () => {
    const journal = await append(2);
    const key = 'journal/head';
    const head = (await fakeBrowser.storage.local.get(key))[key] as { signature: string };
    await fakeBrowser.storage.local.set({
      [key]: { ...head, signature: head.signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) },
    });
    expect(await journal.health()).toEqual({ chain: 'broken', firstBad: 2, entries: 2 });
  });
});

describe('erasing', () => {
  it('takes whole days that are older than that, says so, signed, and the chain of what stays is intact', async () => {
    const journal = await overDays(3);
    await settleAll(journal);
    await journal.erase(day);
    expect(sequences(await journal.list())).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(kinds(await journal.list()).slice(-2)).toEqual(['segment', 'erasure']);
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 7 });
    expect((await worker().append(onDay(9, 3))).sequence).toBe(12);
    expect(await worker().health()).toEqual({ chain: 'intact', entries: 9 });
  });

  it('leaves a day in which something is not old enough', async () => {
    const journal = await overDays(2);
    await settleAll(journal);
    await journal.erase(2);
    expect(sequences(await journal.list()).slice(0, 2)).toEqual([1, 2]);
  });

  it('leaves what nobody has been told of, and everything after it', async () => {
    const journal = await overDays(3);
    await journal.settle([1, 2, 3, 4, 6, 7, 8]);
    await journal.erase(today);
    expect(sequences(await journal.list()).slice(0, 2)).toEqual([4, 5]);
  });

  it('where people mail it, takes what they have, though what vouches for it waits, and leaves nothing of it behind', async () => {
    const journal = await overDays(1);
    const all = sequences(await journal.list());
    await journal.tell(all.slice(0, -1));
    await journal.erase(today, { toldBy: 'hand' });
    expect(sequences(await journal.list())[0]).toBe(1);
    // In the next life too; where there is an address, it was not told.
    await journal.tell(all);
    expect(await worker().told()).toEqual(new Set(all));
    await journal.erase(today);
    expect(sequences(await journal.list())[0]).toBe(1);
    await journal.erase(today, { toldBy: 'hand' });
    expect(kinds(await journal.list())).toEqual(['erasure']);
    expect(kinds(await worker().waiting())).toEqual(['erasure']);
    expect(kinds(await worker().list())).toEqual(['erasure']);
    expect(await worker().health()).toMatchObject({ chain: 'intact' });
  });

  it('leaves what is under legal hold, or to be kept longer, until it no longer is', async () => {
    const journal = worker();
    const report = (id: string, at: number): Entry => ({
      type: 'report',
      report: {
        id,
        at,
        extensionVersion: '1',
        actor: { value: '', from: 'unknown' },
        what: 'x',
        when: '',
        recovered: 'no',
        people: 'one',
      },
    });
    const id = '0190f6a0-0000-7000-8000-00000000aaaa';
    const step = (n: number, at: number, change: Work['change']): Entry => ({
      type: 'work',
      work: {
        id: `0190f6a0-0000-7000-8000-00000000bb0${n}`,
        at,
        by: { value: 'dpo', from: 'typed' },
        about: id,
        change,
      },
    });
    await journal.append(report(id, 0));
    await journal.append(step(1, 1, { do: 'hold', isHeld: true, why: 'court' }));
    await journal.append(onDay(5, 3));
    await settleAll(journal);
    await journal.erase(today);
    expect(sequences(await journal.list())[0]).toBe(1);
    await journal.append(step(2, 4 * day, { do: 'hold', isHeld: false, why: '' }));
    await journal.append(step(3, 4 * day, { do: 'retain', until: today + 1 }));
    await settleAll(journal);
    await journal.erase(today);
    expect(sequences(await journal.list())[0]).toBe(1);
    await journal.append(step(4, 4 * day, { do: 'retain', until: today - 1 }));
    await settleAll(journal);
    await journal.erase(today);
    await settleAll(journal);
    await journal.erase(today);
    expect(kinds(await journal.list()).slice(-1)).toEqual(['erasure']);
    expect(kinds(await journal.list())).not.toContain('work');
    expect(await worker().health()).toMatchObject({ chain: 'intact' });
  });

  it('may take everything, and the chain goes on', async () => {
    const journal = await append(2);
    for (const kept of [['amendment', 'amendment', 'segment'], ['erasure']]) {
      await settleAll(journal);
      await journal.erase(99);
      expect(kinds(await journal.list())).toEqual(kept);
      expect(await worker().health()).toMatchObject({ chain: 'intact' });
    }
    expect((await worker().append(onDay(3, 1))).sequence).toBe(6);
    expect(await worker().health()).toMatchObject({ chain: 'intact' });
  });

  it('hides no loss: what is missing after it is said', async () => {
    const journal = await overDays(3);
    await settleAll(journal);
    await journal.erase(day);
    await settleAll(journal);
    await loseFromDatabase(5);
    expect(await worker().health()).toMatchObject({ chain: 'lost', firstBad: 5 });
  });

  it('that nobody signed is a loss', async () => {
    const journal = await overDays(3);
    await settleAll(journal);
    const third = (await journal.list())[2]!;
    await loseFromDatabase(1, 2, 3);
    await fakeBrowser.storage.local.set({ 'journal/erased': { sequence: 3, hash: third.hash } });
    expect(await worker().health()).toMatchObject({ chain: 'broken', firstBad: 4 });
  });

  it('is done next time where a worker died in it', async () => {
    const journal = await overDays(2);
    await settleAll(journal);
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(() => {
      throw new DOMException('died', 'AbortError');
    });
    await expect(journal.erase(day)).rejects.toThrow('died');
    expect(sequences(await worker().list())[0]).toBe(4);
    expect(await worker().health()).toMatchObject({ chain: 'intact' });
    await settleAll(worker());
    await worker().erase(today);
    expect(await (await openDB(name())).count('entries', IDBKeyRange.upperBound(3))).toBe(0);
  });

  it('by request takes what is about one, keeps its place, and the chain still holds', async () => {
    const journal = await append(4);
    await journal.settle([1, 2, 3]);
    const [second, fourth] = [entry(2), entry(4)].map((one) => (one.type === 'amendment' ? one.amendment.id : ''));
    expect(await journal.eraseById([second!, fourth!, 'nobody'], false)).toEqual({ entries: 2, held: 0, waiting: 0 });
    expect(kinds(await journal.list())).toEqual(['amendment', 'erased', 'amendment', 'erased', 'erasure']);
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 5 });
    await deleteDB(name(), { blocked: () => undefined });
    expect(JSON.stringify(await worker().list())).not.toContain('"sent"');
  });

  it('by request leaves what nobody has been told of yet, where somebody is to be told', async () => {
    const journal = await append(3);
    await journal.settle([1, 2]);
    const ids = [entry(2), entry(3)].map((one) => (one.type === 'amendment' ? one.amendment.id : ''));
    expect(await journal.eraseById(ids, true)).toEqual({ entries: 1, held: 0, waiting: 1 });
    expect(kinds(await journal.list())).toEqual(['amendment', 'erased', 'amendment', 'erasure']);
  });

  it('by request leaves what is under legal hold', async () => {
    const journal = worker();
    const about = '0190f6a0-0000-7000-8000-00000000aaaa';
    const actor = { value: '', from: 'unknown' } as const;
    const said = { what: 'x', when: '', recovered: 'no', people: 'one' } as const;
    await journal.append({ type: 'report', report: { id: about, at: 0, extensionVersion: '1', actor, ...said } });
    const change = { do: 'hold', isHeld: true, why: 'court' } as const;
    const by = { value: 'dpo', from: 'typed' } as const;
    await journal.append({
      type: 'work',
      work: { id: '0190f6a0-0000-7000-8000-00000000bb01', at: 1, by, about, change },
    });
    expect(await journal.eraseById([about], false)).toEqual({ entries: 0, held: 1, waiting: 0 });
    expect(kinds(await journal.list())).toEqual(['report', 'work']);
  });
});

describe('damage', () => {
  it('of IndexedDB that came back empty is mended from the second copy', async () => {
    await append(3);
    await deleteDB(name(), { blocked: () => undefined });
    const journal = worker();
    expect(sequences(await journal.list())).toEqual([1, 2, 3]);
    expect(sequences(await journal.waiting())).toEqual([1, 2, 3]);
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 3 });
  });

  it('after a disk-full episode is mended: acknowledged entries that are gone at the next start come back', async () => {
    await append(5);
    await loseFromDatabase(4, 5);
    const journal = await append(1, 6);
    expect(sequences(await journal.list())).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 6 });
  });

  it('that cannot be mended is said, and the chain goes on from its true end', async () => {
    await (await append(4)).settle([1, 2, 3]);
    await deleteDB(name(), { blocked: () => undefined });
    const journal = await append(1, 5);
    expect(sequences(await journal.list())).toEqual([4, 5]);
    expect(await journal.health()).toEqual({ chain: 'lost', firstBad: 1, entries: 2 });
  });

  it('that took everything is said', async () => {
    await (await append(2)).settle([1, 2]);
    await deleteDB(name(), { blocked: () => undefined });
    expect(await worker().health()).toEqual({ chain: 'lost', firstBad: 1, entries: 0 });
    expect((await worker().append(entry(3))).sequence).toBe(3);
  });

  it('of both copies is said, by the end of the chain that is kept apart, and the chain goes on from there', async () => {
    await append(3);
    await keptApart(3);
    await deleteDB(name(), { blocked: () => undefined });
    await fakeBrowser.storage.local.clear();
    expect(await worker().health()).toEqual({ chain: 'lost', firstBad: 1, entries: 0 });
    expect((await worker().append(entry(4))).sequence).toBe(4);
    expect(await worker().health()).toEqual({ chain: 'lost', firstBad: 1, entries: 1 });
  });

  it('of the keys is mended from those that are kept apart: what was signed is still verified', async () => {
    const journal = await overDays(2);
    const { key } = await createKeys(`keys-${name()}`).signer();
    const copy = openApart(`keys-${name()}-apart`);
    await vi.waitFor(async () => expect(await copy.get('signing')).toBeDefined());
    await deleteDB(`keys-${name()}`, { blocked: () => undefined });
    expect((await createKeys(`keys-${name()}`).signer()).key).toBe(key);
    expect(await worker().health()).toEqual({ chain: 'intact', entries: (await journal.list()).length });
  });

  it('of storage.local after something was erased on time is mended by what the chain says', async () => {
    const journal = await overDays(3);
    await settleAll(journal);
    await journal.erase(day);
    await fakeBrowser.storage.local.clear();
    expect(await worker().health()).toMatchObject({ chain: 'intact' });
  });

  it('of storage.local is mended from IndexedDB', async () => {
    await append(3);
    await fakeBrowser.storage.local.clear();
    expect(await worker().health()).toEqual({ chain: 'intact', entries: 3 });
    await deleteDB(name(), { blocked: () => undefined });
    expect(sequences(await worker().list())).toEqual([1, 2, 3]);
  });

  it('by an edit is said, with where', async () => {
    await append(3);
    const opened = await openDB(name());
    const row = await opened.get('entries', 2);
    row.chained.entry.amendment.sent = 'not-sent';
    await opened.put('entries', row);
    opened.close();
    expect(await worker().health()).toEqual({ chain: 'broken', firstBad: 2, entries: 3 });
  });

  it('is not seen in a journal that is new', async () => {
    expect(await worker().health()).toEqual({ chain: 'intact', entries: 0 });
  });
});
