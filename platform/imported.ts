// What other people recorded and someone imported into this register. Kept apart from the journal: it is no part of its chain.
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { type Envelope, parseEnvelope, rowIdOf } from '../incidents/envelope.ts';

interface Rooms extends DBSchema {
  envelopes: { key: string; value: Envelope };
  /** How often something came or went. */
  changes: { key: 'count'; value: number };
}

type Store<Mode extends IDBTransactionMode> = IDBPObjectStore<Rooms, ('envelopes' | 'changes')[], 'envelopes', Mode>;

/** Envelopes read at a time: some milliseconds. */
const together = 500;

export interface Imported {
  /** The last `most` by their ids, oldest first: an id begins with the time it was made. */
  latest(most: number): Promise<Envelope[]>;
  /** Everything kept that can still be read as an envelope, by its id. `heard` hears how much of it is read, from 0 to 1. */
  list(heard?: (share: number) => void): Promise<Envelope[]>;
  /** Adds what is new by its id; what is known stays as it is. Resolves once it is on disk. */
  keep(envelopes: readonly Envelope[]): Promise<void>;
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
    const database = await openDB<Rooms>(name, 2, {
      upgrade(fresh, from) {
        if (from < 1) fresh.createObjectStore('envelopes', { keyPath: 'id' });
        fresh.createObjectStore('changes');
      },
    });
    try {
      return await act(database);
    } finally {
      database.close();
    }
  };
  /** Resolves once it is on disk: how many came or went. */
  const change = (act: (store: Store<'readwrite'>) => Promise<number>) =>
    withDatabase(async (database) => {
      const transaction = database.transaction(['envelopes', 'changes'], 'readwrite', { durability: 'strict' });
      const changed = await act(transaction.objectStore('envelopes'));
      const changes = transaction.objectStore('changes');
      if (changed > 0) await changes.put(((await changes.get('count')) ?? 0) + 1, 'count');
      await transaction.done;
      return changed;
    });
  /** By id, what was read once: an envelope never changes, it only goes. Undefined: it cannot be read as one. */
  let known = new Map<string, Envelope | undefined>();
  let last: { changes: number; all: Envelope[] } | undefined;
  const read = (kept: unknown): Envelope | undefined => {
    const said = parseEnvelope(kept);
    return 'envelope' in said ? said.envelope : undefined;
  };
  return {
    latest: (most) =>
      withDatabase(async (database) => {
        const kept: unknown[] = [];
        let cursor = await database.transaction('envelopes').store.openCursor(null, 'prev');
        for (; cursor && kept.length < most; cursor = await cursor.continue()) kept.unshift(cursor.value);
        return kept.flatMap((one) => read(one) ?? []);
      }),
    list: (heard = () => {}) =>
      withDatabase(async (database) => {
        const transaction = database.transaction(['envelopes', 'changes']);
        const changes = (await transaction.objectStore('changes').get('count')) ?? 0;
        if (last?.changes === changes) return last.all;
        const store = transaction.objectStore('envelopes');
        const there = new Set(await store.getAllKeys());
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
        known = still;
        const all = [...still.values()].filter((one) => one !== undefined);
        last = { changes, all: all.sort((one, other) => (one.id < other.id ? -1 : 1)) };
        return last.all;
      }),
    async keep(envelopes) {
      await change(async (store) => {
        let added = 0;
        for (const envelope of envelopes)
          if ((await store.getKey(envelope.id)) === undefined) {
            await store.put(envelope);
            added += 1;
          }
        return added;
      });
    },
    forget: (rows) =>
      change(async (store) => {
        const gone = (await store.getAll()).filter(({ entry }) => rows.has(rowIdOf(entry)));
        for (const { id } of gone) await store.delete(id);
        return gone.length;
      }),
  };
}
