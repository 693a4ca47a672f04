// What other people recorded and someone imported into this register. Kept apart from the journal: it is no part of its chain.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Envelope, parseEnvelope, rowIdOf } from '../incidents/envelope.ts';

interface Rooms extends DBSchema {
  envelopes: { key: string; value: Envelope };
}

export interface Imported {
  /** Everything kept that can still be read as an envelope, by its id. */
  list(): Promise<Envelope[]>;
  /** Adds what is new by its id; what is known stays as it is. Resolves once it is on disk. */
  keep(envelopes: readonly Envelope[]): Promise<void>;
  /** Forgets these rows and what is about them; how many entries. */
  forget(rows: ReadonlySet<string>): Promise<number>;
}

export function openImported(name = 'gatehouse-imported'): Imported {
  const withDatabase = async <T>(act: (database: IDBPDatabase<Rooms>) => Promise<T>): Promise<T> => {
    const database = await openDB<Rooms>(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('envelopes', { keyPath: 'id' }),
    });
    try {
      return await act(database);
    } finally {
      database.close();
    }
  };
  /** By id, what was read once: an envelope never changes, it only goes. Undefined: it cannot be read as one. */
  let known = new Map<string, Envelope | undefined>();
  const read = (kept: unknown): Envelope | undefined => {
    const said = parseEnvelope(kept);
    return 'envelope' in said ? said.envelope : undefined;
  };
  return {
    list: () =>
      withDatabase(async (database) => {
        const { store } = database.transaction('envelopes');
        const there = new Set(await store.getAllKeys());
        const still = new Map([...known].filter(([id]) => there.has(id)));
        if (still.size === 0) for (const kept of await store.getAll()) still.set(kept.id, read(kept));
        else {
          const fresh = [...there].filter((id) => !still.has(id));
          for (const kept of await Promise.all(fresh.map((id) => store.get(id))))
            if (kept) still.set(kept.id, read(kept));
        }
        known = still;
        const all = [...still.values()].filter((one) => one !== undefined);
        return all.sort((one, other) => (one.id < other.id ? -1 : 1));
      }),
    keep: (envelopes) =>
      withDatabase(async (database) => {
        const transaction = database.transaction('envelopes', 'readwrite', { durability: 'strict' });
        for (const envelope of envelopes)
          if ((await transaction.store.getKey(envelope.id)) === undefined) await transaction.store.put(envelope);
        await transaction.done;
      }),
    forget: (rows) =>
      withDatabase(async (database) => {
        const transaction = database.transaction('envelopes', 'readwrite', { durability: 'strict' });
        const gone = (await transaction.store.getAll()).filter(({ entry }) => rows.has(rowIdOf(entry)));
        for (const { id } of gone) await transaction.store.delete(id);
        await transaction.done;
        return gone.length;
      }),
  };
}
