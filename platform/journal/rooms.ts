// The journal's database: its entries, and which of them still wait to be delivered.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Head } from '../../incidents/chain.ts';
import { idOf } from '../../incidents/envelope.ts';
import type { ChainedEntry } from '../../incidents/incident.ts';

interface Rooms extends DBSchema {
  entries: { key: number; value: { sequence: number; id: string; chained: ChainedEntry }; indexes: { id: string } };
  /** `told`: a person passed it on by hand. */
  waiting: { key: number; value: { sequence: number; told?: true } };
}
export type JournalDatabase = IDBPDatabase<Rooms>;

/** Synced to disk before it is said to be done. */
export const strict = { durability: 'strict' } as const;

/** `closed`: it has to be opened anew. */
export async function openRooms(name: string, closed: () => void = () => {}): Promise<JournalDatabase> {
  const database = await openDB<Rooms>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries', { keyPath: 'sequence' }).createIndex('id', 'id', { unique: true });
      fresh.createObjectStore('waiting', { keyPath: 'sequence' });
    },
    blocking() {
      closed();
      database.close();
    },
    terminated: closed,
  });
  return database;
}

export async function write(database: JournalDatabase, entries: readonly ChainedEntry[]): Promise<void> {
  const change = database.transaction(['entries', 'waiting'], 'readwrite', strict);
  const puts = entries.flatMap((chained) => [
    // `add` refuses a sequence or an id that is there: two writers can never fork the chain.
    change.objectStore('entries').add({ sequence: chained.sequence, id: idOf(chained.entry), chained }),
    change.objectStore('waiting').put({ sequence: chained.sequence }),
  ]);
  await Promise.all([...puts, change.done]);
}

/** Sequences of what waits to be posted, and a person has passed on by hand. */
export async function toldIn(database: JournalDatabase): Promise<ReadonlySet<number>> {
  const waiting = await database.getAll('waiting');
  return new Set(waiting.filter(({ told }) => told).map(({ sequence }) => sequence));
}

/** Entries after that sequence, oldest first. */
export async function entriesAfter(
  database: JournalDatabase,
  sequence: number,
  most?: number,
): Promise<ChainedEntry[]> {
  const rows = await database.getAll('entries', IDBKeyRange.lowerBound(sequence, true), most);
  return rows.map(({ chained }) => chained);
}

/** The last `most` entries, oldest first; none up to `erased`. */
export async function latestEntries(database: JournalDatabase, erased: number, most: number): Promise<ChainedEntry[]> {
  const last = await lastEntry(database);
  return entriesAfter(database, Math.max(erased, (last?.sequence ?? 0) - most));
}

export async function lastEntry(database: JournalDatabase): Promise<ChainedEntry | undefined> {
  return (await database.transaction('entries').store.openCursor(null, 'prev'))?.value.chained;
}

/** Those of these sequences that are there. */
export async function entriesAt(database: JournalDatabase, sequences: Iterable<number>): Promise<ChainedEntry[]> {
  const rows = await Promise.all([...sequences].map((sequence) => database.get('entries', sequence)));
  return rows.flatMap((row) => (row ? [row.chained] : []));
}

/** The sequence of the first entry that no segment closes yet. */
export async function firstOpen(database: JournalDatabase, last: number): Promise<number> {
  let cursor = await database.transaction('entries').store.openCursor(IDBKeyRange.upperBound(last), 'prev');
  let first = last;
  while (cursor && cursor.value.chained.entry.type !== 'segment') {
    first = cursor.value.sequence;
    cursor = await cursor.continue();
  }
  return first;
}

/** What the next entry follows: the last entry there is, or the head of a chain whose end was lost. */
export async function endOf(database: JournalDatabase, head: Head | undefined): Promise<Head | null> {
  const last = await lastEntry(database);
  return head && head.sequence > (last?.sequence ?? 0) ? head : (last ?? null);
}
