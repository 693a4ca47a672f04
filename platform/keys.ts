// The device key: fingerprints of recipients and files are made with it, so that the same one is known again and none can be
// guessed from outside. Non-extractable, kept in IndexedDB. Source: https://www.w3.org/TR/WebCryptoAPI/#concepts-key-storage
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Rooms extends DBSchema {
  keys: { key: string; value: CryptoKey };
}

const name = 'device';

export interface Keys {
  /** The key of this browser profile, made on first use. Two callers at once, and two workers at once, get the same one. */
  device(): Promise<CryptoKey>;
}

export function createKeys(databaseName = 'gatehouse-keys'): Keys {
  let known: Promise<CryptoKey> | undefined;
  return {
    device() {
      known ??= read(databaseName).catch((thrown) => {
        known = undefined;
        throw thrown;
      });
      return known;
    },
  };
}

async function read(databaseName: string): Promise<CryptoKey> {
  const database = await openDB<Rooms>(databaseName, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('keys'),
  });
  try {
    return (await database.get('keys', name)) ?? (await keep(database, await make()));
  } finally {
    database.close();
  }
}

function make(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** Keeps the key unless another was kept meanwhile; returns the one that stays. */
async function keep(database: IDBPDatabase<Rooms>, fresh: CryptoKey): Promise<CryptoKey> {
  const change = database.transaction('keys', 'readwrite', { durability: 'strict' });
  const stays = (await change.store.get(name)) ?? fresh;
  await change.store.put(stays, name);
  await change.done;
  return stays;
}
