import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { verifyChain } from '@/incidents/chain.ts';
import type { Entry } from '@/incidents/incident.ts';
import { createJournal } from '@/platform/journal.ts';

let database = 0;
const name = () => `journal-${database}`;
/** A new life of the worker on the same profile. */
const worker = () => createJournal(name());

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

describe('erasing', () => {
  it('takes what is older than that, and the chain of what stays is intact', async () => {
    const journal = await append(5);
    await journal.settle([1, 2, 3, 4, 5]);
    await journal.erase(4);
    expect(sequences(await journal.list())).toEqual([4, 5]);
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 2 });
    expect((await worker().append(entry(6))).sequence).toBe(6);
    expect(await worker().health()).toEqual({ chain: 'intact', entries: 3 });
  });

  it('leaves what nobody has been told of, and everything after it', async () => {
    const journal = await append(5);
    await journal.settle([1, 3]);
    await journal.erase(5);
    expect(sequences(await journal.list())).toEqual([2, 3, 4, 5]);
  });

  it('may take everything, and the chain goes on', async () => {
    const journal = await append(2);
    await journal.settle([1, 2]);
    await journal.erase(99);
    expect(await journal.health()).toEqual({ chain: 'intact', entries: 0 });
    expect((await journal.append(entry(3))).sequence).toBe(3);
    expect(await worker().health()).toEqual({ chain: 'intact', entries: 1 });
  });

  it('hides no loss: what is missing after it is said', async () => {
    const journal = await append(5);
    await journal.settle([1, 2, 3, 4, 5]);
    await journal.erase(3);
    await loseFromDatabase(4);
    expect(await worker().health()).toEqual({ chain: 'lost', firstBad: 4, entries: 2 });
  });

  it('is done next time where a worker died in it', async () => {
    const journal = await append(3);
    await journal.settle([1, 2, 3]);
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(() => {
      throw new DOMException('died', 'AbortError');
    });
    await expect(journal.erase(3)).rejects.toThrow('died');
    expect(sequences(await worker().list())).toEqual([3]);
    expect(await worker().health()).toEqual({ chain: 'intact', entries: 1 });
    await worker().erase(4);
    expect(await worker().list()).toEqual([]);
    expect(await (await openDB(name())).count('entries')).toBe(0);
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
