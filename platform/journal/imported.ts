// What other people recorded and someone imported into this register. Kept apart from the journal: it is no part of its chain.
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import { type Envelope, hashOf, parseEnvelope, type Taken } from '../../incidents/envelope.ts';

interface Rooms extends DBSchema {
  envelopes: { key: string; value: Envelope };
  /** How often something came or went, or was said to be the reader's. */
  changes: { key: 'count'; value: number };
  /** By the envelope's id: the reader said that it is from their own register. */
  own: { key: string; value: true };
  /** By the envelope's id: when it came here, epoch milliseconds. */
  since: { key: string; value: number };
  /** Hashes of what was erased here, as they are by what was in it. */
  gone: { key: string; value: true };
}

type Name = 'envelopes' | 'changes' | 'own' | 'since' | 'gone';
type Store<Mode extends IDBTransactionMode, In extends Name = 'envelopes'> = IDBPObjectStore<Rooms, Name[], In, Mode>;
/** What belongs to an envelope comes and goes with it. */
type Stores = { readonly [In in Exclude<Name, 'changes'>]: Store<'readwrite', In> };

/** Envelopes read at a time: some milliseconds. */
const together = 500;

export interface Imported {
  /** The last `most` by their ids, oldest first: an id begins with the time it was made. */
  latest(most: number): Promise<Taken[]>;
  /** Everything kept that can still be read as an envelope, by its id. `heard` hears how much of it is read, from 0 to 1. */
  list(heard?: (share: number) => void): Promise<Taken[]>;
  /**
   * Adds what is new by its id; what is known stays as it is, but that the same record may be the reader's now. Resolves once it is on disk:
   * with how many were left out, as they were erased here.
   */
  keep(envelopes: readonly Taken[]): Promise<{ erased: number }>;
  /** When each came here, by its id. */
  since(): Promise<ReadonlyMap<string, number>>;
  /** Erases what has these hashes, and keeps it from coming back. */
  erase(hashes: ReadonlySet<string>): Promise<void>;
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

export function openImported(name = 'gatehouse-imported', now: () => number = Date.now): Imported {
  const withDatabase = async <T>(act: (database: IDBPDatabase<Rooms>) => Promise<T>): Promise<T> => {
    const database = await openDB<Rooms>(name, 3, {
      async upgrade(fresh, from, _, transaction) {
        if (from < 1) fresh.createObjectStore('envelopes', { keyPath: 'id' });
        if (from < 2) fresh.createObjectStore('changes');
        const own = fresh.createObjectStore('own');
        fresh.createObjectStore('gone');
        const since = fresh.createObjectStore('since');
        // Nobody knows when it came: from now on it is counted. What kept it until now keeps it: whoever moved a register here may have no file of
        // it any more. Anything else of it is a claim until it is imported again.
        let cursor = await transaction.objectStore('envelopes').openCursor();
        for (; cursor; cursor = await cursor.continue()) {
          await since.put(now(), cursor.key);
          const said = parseEnvelope(cursor.value);
          if ('envelope' in said && isKeeping(said.envelope)) await own.put(true, cursor.key);
        }
      },
    });
    try {
      return await act(database);
    } finally {
      database.close();
    }
  };
  /** Resolves once it is on disk: how many changed. */
  const change = (act: (stores: Stores) => Promise<number>) =>
    withDatabase(async (database) => {
      const all: Name[] = ['envelopes', 'changes', 'own', 'since', 'gone'];
      const transaction = database.transaction(all, 'readwrite', { durability: 'strict' });
      const changed = await act({
        envelopes: transaction.objectStore('envelopes'),
        own: transaction.objectStore('own'),
        since: transaction.objectStore('since'),
        gone: transaction.objectStore('gone'),
      });
      const changes = transaction.objectStore('changes');
      if (changed > 0) await changes.put(((await changes.get('count')) ?? 0) + 1, 'count');
      await transaction.done;
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
  const list: Imported['list'] = (heard = () => {}) =>
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
    });
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
    list,
    async keep(envelopes) {
      let erased = 0;
      const hashes = await Promise.all(envelopes.map(hashOf));
      await change(async (stores) => {
        let changed = 0;
        for (const [at, one] of envelopes.entries())
          if ((await stores.gone.getKey(hashes[at]!)) !== undefined) erased += 1;
          else if (await keepIn(stores, one, now())) changed += 1;
        return changed;
      });
      return { erased };
    },
    since: () =>
      withDatabase(async (database) => {
        const store = database.transaction('since').store;
        const [ids, times] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return new Map(ids.map((id, at) => [id, times[at]!]));
      }),
    async erase(hashes) {
      const known = new Set(await withDatabase((database) => database.getAllKeys('gone')));
      const fresh = [...hashes].filter((hash) => !known.has(hash));
      if (fresh.length === 0) return;
      const going: string[] = [];
      for (const one of await list()) if (hashes.has(await hashOf(one))) going.push(one.id);
      await change(async ({ envelopes, own, since, gone }) => {
        await Promise.all(fresh.map((hash) => gone.put(true, hash)));
        await Promise.all(going.flatMap((id) => [envelopes, own, since].map((store) => store.delete(id))));
        return going.length;
      });
    },
  };
}

/** A step that kept something from being erased, or ended that. No browser is named: such steps counted. */
function isKeeping({ entry, sentFrom }: Envelope): boolean {
  return entry.type === 'work' && ['hold', 'retain'].includes(entry.work.change.do) && sentFrom.device === undefined;
}

/** Whether anything is new: the envelope, or that it is the reader's. */
async function keepIn({ envelopes, own, since }: Stores, { isOwn, ...envelope }: Taken, now: number): Promise<boolean> {
  const { id, hash } = envelope;
  const kept = await envelopes.get(id);
  const isAccepted = isOwn && (kept?.hash ?? hash) === hash && (await own.getKey(id)) === undefined;
  if (!kept) await Promise.all([envelopes.put(envelope), since.put(now, id)]);
  if (isAccepted) await own.put(true, id);
  return !kept || isAccepted === true;
}
