// The append-only journal of entries, and which of them still wait to be delivered. Two copies of what waits, because after one
// disk-full episode Chromium's IndexedDB acknowledges writes that are gone at the next start: docs/adr/0031-two-copies-of-what-waits.md
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { browser } from 'wxt/browser';
import { appendTo, type Head, verifyChain } from '../incidents/chain.ts';
import { idOf, timeOf } from '../incidents/envelope.ts';
import type { ChainedEntry, Entry } from '../incidents/incident.ts';
import { inTurn } from './in-turn.ts';
import type { StoreHealth } from './messages.ts';

export interface Journal {
  /** Resolves once the entry is synced to disk and its second copy is written; rejects when it is not. Idempotent by the entry's id. */
  append(entry: Entry): Promise<ChainedEntry>;
  /** Every entry kept, oldest first. */
  list(): Promise<ChainedEntry[]>;
  /** What is not delivered yet, oldest first. */
  waiting(): Promise<ChainedEntry[]>;
  /** Takes delivered entries, by sequence, from what waits. They stay in the journal. */
  settle(sequences: readonly number[]): Promise<void>;
  /** Erases what happened before `time` (epoch milliseconds), oldest first. What nobody has been told of yet stays. */
  erase(time: number): Promise<void>;
  /** The number of the last entry there ever was. */
  height(): Promise<number>;
  health(): Promise<StoreHealth>;
}

interface Rooms extends DBSchema {
  entries: { key: number; value: { sequence: number; id: string; chained: ChainedEntry }; indexes: { id: string } };
  waiting: { key: number; value: { sequence: number } };
}

/** The end of the chain as storage.local knows it: what IndexedDB must at least hold. */
const headKey = 'journal/head';
/** The last entry that was erased because its time was up: where the chain that is kept begins. */
const erasedKey = 'journal/erased';
const copyPrefix = 'journal/waiting/';
const copyKey = (sequence: number) => `${copyPrefix}${sequence}`;
const strict = { durability: 'strict' } as const;

export function createJournal(name = 'gatehouse'): Journal {
  const turn = inTurn();
  let opened: Promise<IDBPDatabase<Rooms>> | undefined;

  const open = (): Promise<IDBPDatabase<Rooms>> => {
    opened ??= prepare().catch((thrown) => {
      opened = undefined;
      throw thrown;
    });
    return opened;
  };

  async function prepare(): Promise<IDBPDatabase<Rooms>> {
    const database = await openDB<Rooms>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('entries', { keyPath: 'sequence' }).createIndex('id', 'id', { unique: true });
        fresh.createObjectStore('waiting', { keyPath: 'sequence' });
      },
      blocking: () => {
        opened = undefined;
        database.close();
      },
      terminated: () => {
        opened = undefined;
      },
    });
    await reconcile(database);
    return database;
  }

  return {
    append: (entry) =>
      turn(async () => {
        const database = await open();
        const known = await database.getFromIndex('entries', 'id', idOf(entry));
        const chained = known?.chained ?? (await appendTo(await lastOf(database), entry));
        if (!known) await write(database, [chained]);
        if (!known || (await database.get('waiting', chained.sequence))) await copy([chained], chained);
        return chained;
      }),

    async list() {
      return kept(await open());
    },

    async waiting() {
      const database = await open();
      const sequences = await database.getAllKeys('waiting');
      const rows = await Promise.all(sequences.map((sequence) => database.get('entries', sequence)));
      return rows.flatMap((row) => (row ? [row.chained] : []));
    },

    settle: (sequences) =>
      turn(async () => {
        const database = await open();
        const change = database.transaction('waiting', 'readwrite', strict);
        await Promise.all([...sequences.map((sequence) => change.store.delete(sequence)), change.done]);
        await browser.storage.local.remove(sequences.map(copyKey));
      }),

    erase: (time) =>
      turn(async () => {
        const database = await open();
        const last = await lastErasable(database, time);
        if (!last) return;
        // Said before it is done: an entry that outlives a crash here is erased next time, none is missed.
        await browser.storage.local.set({ [erasedKey]: { sequence: last.sequence, hash: last.hash } satisfies Head });
        await database.delete('entries', IDBKeyRange.upperBound(last.sequence));
      }),

    height: async () => (await lastOf(await open()))?.sequence ?? 0,

    async health() {
      // The head first: what is appended meanwhile may be more than it says, never less.
      const head = await readHead(headKey);
      const entries = await this.list();
      const state = await verifyChain(entries, head, await readHead(erasedKey));
      if (state.ok) return { chain: 'intact', entries: entries.length };
      const chain = state.why === 'edited' ? 'broken' : 'lost';
      return { chain, firstBad: state.firstBad, entries: entries.length };
    },
  };
}

async function write(database: IDBPDatabase<Rooms>, entries: readonly ChainedEntry[]): Promise<void> {
  const change = database.transaction(['entries', 'waiting'], 'readwrite', strict);
  const puts = entries.flatMap((chained) => [
    // `add` refuses a sequence or an id that is there: two writers can never fork the chain.
    change.objectStore('entries').add({ sequence: chained.sequence, id: idOf(chained.entry), chained }),
    change.objectStore('waiting').put({ sequence: chained.sequence }),
  ]);
  await Promise.all([...puts, change.done]);
}

/** The second copy, and the new end of the chain. */
async function copy(entries: readonly ChainedEntry[], { sequence, hash }: Head): Promise<void> {
  const head: Head = { sequence, hash };
  const copies = entries.map((chained) => [copyKey(chained.sequence), chained]);
  await browser.storage.local.set({ ...Object.fromEntries(copies), [headKey]: head });
}

async function readHead(key: string): Promise<Head | undefined> {
  return (await browser.storage.local.get(key))[key] as Head | undefined;
}

async function kept(database: IDBPDatabase<Rooms>): Promise<ChainedEntry[]> {
  const erased = (await readHead(erasedKey))?.sequence ?? 0;
  const rows = await database.getAll('entries', IDBKeyRange.lowerBound(erased, true));
  return rows.map(({ chained }) => chained);
}

/** The last of the oldest entries that are all older than `time` and delivered. */
async function lastErasable(database: IDBPDatabase<Rooms>, time: number): Promise<ChainedEntry | undefined> {
  const read = database.transaction(['entries', 'waiting']);
  let last: ChainedEntry | undefined;
  let cursor = await read.objectStore('entries').openCursor();
  while (cursor) {
    const { sequence, chained } = cursor.value;
    if (timeOf(chained.entry) >= time || (await read.objectStore('waiting').getKey(sequence))) break;
    last = chained;
    cursor = await cursor.continue();
  }
  return last;
}

/** What the next entry follows: the last entry there is, or the head of a chain whose end was lost. */
async function lastOf(database: IDBPDatabase<Rooms>): Promise<Head | null> {
  const head = await readHead(headKey);
  const cursor = await database.transaction('entries').store.openCursor(null, 'prev');
  const last = cursor?.value.chained;
  return head && head.sequence > (last?.sequence ?? 0) ? head : (last ?? null);
}

/** At start: what only one of the two stores still holds is written to the other. */
async function reconcile(database: IDBPDatabase<Rooms>): Promise<void> {
  const [head, copies] = [await readHead(headKey), await readCopies()];
  const kept = new Set(await database.getAllKeys('entries'));
  const lost = copies.filter(({ sequence }) => !kept.has(sequence));
  if (lost.length > 0) await write(database, lost);

  const waiting = new Set(await database.getAllKeys('waiting'));
  for (const { sequence } of copies) if (!waiting.has(sequence)) await database.put('waiting', { sequence });

  const copied = new Set(copies.map(({ sequence }) => sequence));
  const uncopied: ChainedEntry[] = [];
  for (const sequence of waiting) {
    const row = copied.has(sequence) ? undefined : await database.get('entries', sequence);
    if (row) uncopied.push(row.chained);
  }
  const last = await lastOf(database);
  if (last && (uncopied.length > 0 || last.sequence > (head?.sequence ?? 0))) await copy(uncopied, last);
}

async function readCopies(): Promise<ChainedEntry[]> {
  const all = await browser.storage.local.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(copyPrefix))
    .map(([, value]) => value as ChainedEntry)
    .sort((one, other) => one.sequence - other.sequence);
}
