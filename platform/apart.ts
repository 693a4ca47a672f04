// A few things kept a second time, apart from the browser's usual stores, so that damage to those is noticed and mended: the keys, the name
// of this browser's chain, and how long it is. Where a browser has storage buckets (https://wicg.github.io/storage-buckets/) it is a folder
// of its own on the disk; in Firefox every database is a file of its own.
import { type IDBPDatabase, wrap } from 'idb';

/** A copy that cannot be read or written, or not in time, is none: nothing here rejects, and nobody waits long. */
export interface Apart {
  get<Value>(name: string): Promise<Value | undefined>;
  put(name: string, value: unknown): Promise<void>;
}

const room = 'kept';
const bucketName = 'gatehouse-apart';
/** Milliseconds. What is recorded waits for what is read here. */
const inTime = 1_000;

export function openApart(name: string): Apart {
  let opened: Promise<IDBPDatabase> | undefined;
  const database = async (): Promise<IDBPDatabase> => {
    opened ??= open(name, () => {
      opened = undefined;
    });
    return opened;
  };
  const trying = async <Result>(act: (database: IDBPDatabase) => Promise<Result>): Promise<Result | undefined> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, failed) => {
      timer = setTimeout(() => failed(new Error('late')), inTime);
    });
    try {
      return await Promise.race([database().then(act), late]);
    } catch {
      opened = undefined;
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    get: (key) => trying((open) => open.get(room, key)),
    put: async (key, value) => void (await trying((open) => open.put(room, value, key))),
  };
}

async function open(name: string, closed: () => void): Promise<IDBPDatabase> {
  const request = (await factory()).open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(room);
  const database = (await wrap(request))!;
  database.addEventListener('versionchange', () => {
    closed();
    database.close();
  });
  database.addEventListener('close', closed);
  return database;
}

interface Buckets {
  open(name: string): Promise<{ indexedDB: IDBFactory }>;
}

/** One at a time, in all contexts: of two that make a bucket at once one gets databases that never open (seen in Chromium 156). */
async function factory(): Promise<IDBFactory> {
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  if (!storageBuckets) return indexedDB;
  return navigator.locks.request(bucketName, async () => (await storageBuckets.open(bucketName)).indexedDB);
}
