// A few things kept a second time, apart from the browser's usual stores, so that damage to those is noticed and mended: the keys, the name
// of this browser's chain, and how long it is. Where a browser has storage buckets (https://wicg.github.io/storage-buckets/) it is a folder
// of its own on the disk; in Firefox every database is a file of its own.
import { type IDBPDatabase, wrap } from 'idb';

/** A copy that cannot be read or written is none: nothing here rejects. */
export interface Apart {
  get<Value>(name: string): Promise<Value | undefined>;
  put(name: string, value: unknown): Promise<void>;
}

const room = 'kept';

export function openApart(name: string): Apart {
  let opened: Promise<IDBPDatabase> | undefined;
  const database = async (): Promise<IDBPDatabase> => {
    opened ??= open(name, () => {
      opened = undefined;
    });
    return opened;
  };
  const trying = async <Result>(act: (database: IDBPDatabase) => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await act(await database());
    } catch {
      opened = undefined;
      return undefined;
    }
  };
  return {
    get: (key) => trying((open) => open.get(room, key)),
    put: async (key, value) => void (await trying((open) => open.put(room, value, key))),
  };
}

async function open(name: string, closed: () => void): Promise<IDBPDatabase> {
  const { storageBuckets } = navigator as {
    storageBuckets?: { open(name: string): Promise<{ indexedDB: IDBFactory }> };
  };
  const { indexedDB: factory } = storageBuckets ? await storageBuckets.open('gatehouse-apart') : globalThis;
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(room);
  const database = (await wrap(request))!;
  database.addEventListener('versionchange', () => {
    closed();
    database.close();
  });
  database.addEventListener('close', closed);
  return database;
}
