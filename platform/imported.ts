// What other people recorded and someone imported into this register. Kept apart from the journal: it is no part of its chain.
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { type Envelope, parseEnvelope, rowIdOf, type Taken } from '../incidents/envelope.ts';

interface Rooms extends DBSchema {
  envelopes: { key: string; value: Envelope };
  /** How often something came or went, or was said to be the reader's. */
  changes: { key: 'count'; value: number };
  /** By the envelope's id: the reader said that it is from their own register. */
  own: { key: string; value: true };
}

type Name = 'envelopes' | 'changes' | 'own';
type Store<Mode extends IDBTransactionMode, In extends Name = 'envelopes'> = IDBPObjectStore<Rooms, Name[], In, Mode>;

/** Envelopes read at a time: some milliseconds. */
const together = 500;

export interface Imported {
  /** The last `most` by their ids, oldest first: an id begins with the time it was made. */
  latest(most: number): Promise<Taken[]>;
  /** Everything kept that can still be read as an envelope, by its id. `heard` hears how much of it is read, from 0 to 1. */
  list(heard?: (share: number) => void): Promise<Taken[]>;
  /** Adds what is new by its id; what is known stays as it is, but that the same record may be the reader's now. Resolves once it is on disk. */
  keep(envelopes: readonly Taken[]): Promise<void>;
  /** Forgets these rows and what is about them; how many entries. */
  forget(rows: ReadonlySet<string>): Promise<number>;
}

/** Some at a time, so that a page that reads a long register goes on meanwhile. */
async function readAll(store: Store<'readonly'>, take: (some: Envelope[]) => void): Promise<void> {
  for (let range: IDBKeyRange | undefined; ; ) {
    const some = await store.getAll(range, together);
    if (some.length > 0) take(some);
    const last = some.at(-1);
    if (!last || some.length < together) return;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

export function openImported(name = 'gatehouse-imported'): Imported {
  const withDatabase = async <T>(act: (database: IDBPDatabase<Rooms>) => Promise<T>): Promise<T> => {
    const database = await openDB<Rooms>(name, 3, {
      upgrade(fresh, from) {
        if (from < 1) fresh.createObjectStore('envelopes', { keyPath: 'id' });
        if (from < 2) fresh.createObjectStore('changes');
        fresh.createObjectStore('own');
      },
    });
    try {
      return await act(database);
    } finally {
      database.close();
    }
  };
  /** Resolves once it is on disk: how many changed. */
  const change = (act: (store: Store<'readwrite'>, own: Store<'readwrite', 'own'>) => Promise<number>) =>
    withDatabase(async (database) => {
      const transaction = database.transaction(['envelopes', 'changes', 'own'], 'readwrite', { durability: 'strict' });
      const changed = await act(transaction.objectStore('envelopes'), transaction.objectStore('own'));
      const changes = transaction.objectStore('changes');
      if (changed > 0) await changes.put(((await changes.get('count')) ?? 0) + 1, 'count');
      await transaction.done;
      return changed;
    });
  /** By id, what was read once: an envelope never changes, it only goes. Undefined: it cannot be read as one. */
  let known = new Map<string, Taken | undefined>();
  let last: { changes: number; all: Taken[] } | undefined;
  const read = (kept: unknown): Envelope | undefined => {
    const said = parseEnvelope(kept);
    return 'envelope' in said ? said.envelope : undefined;
  };
  /** The same object where nobody said anything new of it. */
  const taken = (one: Taken, own: ReadonlySet<string>): Taken => {
    if (own.has(one.id) === (one.isOwn === true)) return one;
    const { isOwn: _, ...envelope } = one;
    return own.has(one.id) ? { ...envelope, isOwn: true } : envelope;
  };
  return {
    latest: (most) =>
      withDatabase(async (database) => {
        const kept: unknown[] = [];
        const transaction = database.transaction(['envelopes', 'own']);
        const own = new Set(await transaction.objectStore('own').getAllKeys());
        let cursor = await transaction.objectStore('envelopes').openCursor(null, 'prev');
        for (; cursor && kept.length < most; cursor = await cursor.continue()) kept.unshift(cursor.value);
        return kept.flatMap((one) => read(one) ?? []).map((one) => taken(one, own));
      }),
    list: (heard = () => {}) =>
      withDatabase(async (database) => {
        const transaction = database.transaction(['envelopes', 'changes', 'own']);
        const changes = (await transaction.objectStore('changes').get('count')) ?? 0;
        if (last?.changes === changes) return last.all;
        const store = transaction.objectStore('envelopes');
        const there = new Set(await store.getAllKeys());
        const own = new Set(await transaction.objectStore('own').getAllKeys());
        const still = new Map([...known].filter(([id]) => there.has(id)));
        if (still.size === 0)
          await readAll(store, (some) => {
            for (const kept of some) still.set(kept.id, read(kept));
            heard(still.size / there.size);
          });
        else {
          const fresh = [...there].filter((id) => !still.has(id));
          for (const kept of await Promise.all(fresh.map((id) => store.get(id))))
            if (kept) still.set(kept.id, read(kept));
        }
        for (const [id, one] of still) still.set(id, one && taken(one, own));
        known = still;
        const all = [...still.values()].filter((one) => one !== undefined);
        last = { changes, all: all.sort((one, other) => (one.id < other.id ? -1 : 1)) };
        return last.all;
      }),
    async keep(envelopes) {
      await change(async (store, own) => {
        let changed = 0;
        for (const { isOwn, ...envelope } of envelopes) {
          const { id, hash } = envelope;
          const kept = await store.get(id);
          const isAccepted = isOwn && (kept?.hash ?? hash) === hash && (await own.getKey(id)) === undefined;
          if (!kept) await store.put(envelope);
          if (isAccepted) await own.put(true, id);
          if (!kept || isAccepted) changed += 1;
        }
        return changed;
      });
    },
    forget: (rows) =>
      change(async (store, own) => {
        const gone = (await store.getAll()).filter(({ entry }) => rows.has(rowIdOf(entry)));
        for (const { id } of gone) await Promise.all([store.delete(id), own.delete(id)]);
        return gone.length;
      }),
  };
}
