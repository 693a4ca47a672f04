// The device's keys: fingerprints of recipients and files are made with one, so that the same one is known again and none can be
// guessed from outside; days of entries and the end of the chain are signed with the other. Non-extractable, kept in IndexedDB, and once more
// apart: without them nothing that was signed can be verified. Source: https://www.w3.org/TR/WebCryptoAPI/#concepts-key-storage
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Signer, toBase64Url } from '../incidents/signing.ts';
import { type Apart, openApart } from './apart.ts';

type Kept = CryptoKey | CryptoKeyPair;

interface Rooms extends DBSchema {
  keys: { key: string; value: Kept };
}

export interface Keys {
  /** The key of this browser profile, made on first use. Two callers at once, and two workers at once, get the same one. */
  device(): Promise<CryptoKey>;
  /** The same for signing. */
  signer(): Promise<Signer>;
}

export function createKeys(databaseName = 'gatehouse-keys'): Keys {
  const known = new Map<string, Promise<Kept>>();
  const apart = openApart(`${databaseName}-apart`);
  const keep = <Key extends Kept>(name: string, make: () => Promise<Key>): Promise<Key> => {
    const reading =
      known.get(name) ??
      read(databaseName, apart, name, make).catch((thrown) => {
        known.delete(name);
        throw thrown;
      });
    known.set(name, reading);
    return reading as Promise<Key>;
  };
  return {
    device: () => keep('device', () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])),
    async signer() {
      const { publicKey, privateKey } = await keep(
        'signing',
        () => crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']) as Promise<CryptoKeyPair>,
      );
      return { key: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))), privateKey };
    },
  };
}

async function read(databaseName: string, apart: Apart, name: string, make: () => Promise<Kept>): Promise<Kept> {
  const database = await openDB<Rooms>(databaseName, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('keys'),
  });
  try {
    const known = await database.get('keys', name);
    const copy = apart.get<Kept>(name);
    const stays = known ?? (await keepFirst(database, name, (await copy) ?? (await make())));
    // Nobody waits for the copy.
    void copy.then((copied) => (copied ? undefined : apart.put(name, stays)));
    return stays;
  } finally {
    database.close();
  }
}

/** Keeps the key unless another was kept meanwhile; returns the one that stays. */
async function keepFirst(database: IDBPDatabase<Rooms>, name: string, fresh: Kept): Promise<Kept> {
  const change = database.transaction('keys', 'readwrite', { durability: 'strict' });
  const stays = (await change.store.get(name)) ?? fresh;
  await change.store.put(stays, name);
  await change.done;
  return stays;
}
