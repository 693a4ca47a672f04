// The append-only journal of entries, and which of them still wait to be delivered. Two copies of what waits, because after one
// disk-full episode Chromium's IndexedDB acknowledges writes that are gone at the next start: docs/adr/0031-two-copies-of-what-waits.md
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { v7 as uuidv7 } from 'uuid';
import { browser } from 'wxt/browser';
import { caseOf } from '../incidents/case.ts';
import { appendTo, type Head } from '../incidents/chain.ts';
import { idOf, rowIdOf, timeOf } from '../incidents/envelope.ts';
import type { ChainedEntry, Entry } from '../incidents/incident.ts';
import {
  dayOf,
  erasableThrough,
  erasedInPlace,
  erasureOf,
  type SignedHead,
  segmentOf,
  signHead,
  verifySigned,
} from '../incidents/segment.ts';
import type { Signer } from '../incidents/signing.ts';
import { rowsOf } from '../incidents/views.ts';
import { inTurn } from './in-turn.ts';
import type { Erased, StoreHealth } from './messages.ts';

export interface Journal {
  /** Resolves once the entry is synced to disk and its second copy is written; rejects when it is not. Idempotent by the entry's id. */
  append(entry: Entry): Promise<ChainedEntry>;
  /** Every entry kept, oldest first. */
  list(): Promise<ChainedEntry[]>;
  /** What is not delivered yet, oldest first. */
  waiting(): Promise<ChainedEntry[]>;
  /** Takes delivered entries, by sequence, from what waits. They stay in the journal. */
  settle(sequences: readonly number[]): Promise<void>;
  /**
   * Erases whole days whose entries all happened before `time` (epoch milliseconds), oldest first, and says so, signed. What nobody has
   * been told of yet stays, and so does what is under legal hold or is to be kept longer, with every day after it.
   */
  erase(time: number): Promise<void>;
  /** The number of the last entry there ever was. */
  height(): Promise<number>;
  /**
   * Erases the entries with these ids, and what is about them, at a person's request. Their places in the chain stay. What is under legal
   * hold stays; with `toldOnly`, so does what nobody has been told of yet.
   */
  eraseById(ids: readonly string[], toldOnly: boolean): Promise<Erased>;
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

export interface JournalWorld {
  signer(): Promise<Signer>;
  now(): number;
}

export function createJournal(world: JournalWorld, name = 'gatehouse'): Journal {
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
      upgrade,
      blocking: () => {
        opened = undefined;
        database.close();
      },
      terminated: () => {
        opened = undefined;
      },
    });
    await reconcile(database, await world.signer());
    return database;
  }

  /** Chains and stores what is new, both copies. */
  async function add(database: IDBPDatabase<Rooms>, entry: Entry): Promise<ChainedEntry> {
    const chained = await appendTo(await lastOf(database), entry);
    await write(database, [chained]);
    await copy([chained], chained, await world.signer());
    return chained;
  }

  /** A day that is over is signed before anything of another day follows. */
  async function closeDay(database: IDBPDatabase<Rooms>, nextAt: number): Promise<void> {
    const last = (await database.transaction('entries').store.openCursor(null, 'prev'))?.value.chained;
    if (!last || last.entry.type === 'segment' || dayOf(timeOf(last.entry)) === dayOf(nextAt)) return;
    const first = await firstOpen(database, last.sequence);
    await add(database, await segmentOf(first, last, await world.signer(), uuidv7(), nextAt));
  }

  return {
    append: (entry) =>
      turn(async () => {
        const database = await open();
        const known = (await database.getFromIndex('entries', 'id', idOf(entry)))?.chained;
        if (!known) {
          await closeDay(database, timeOf(entry));
          return add(database, entry);
        }
        if (await database.get('waiting', known.sequence)) await copy([known], known, await world.signer());
        return known;
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
        const oldest = (await kept(database, 1))[0];
        if (!oldest || timeOf(oldest.entry) >= time) return;
        await closeDay(database, world.now());
        const entries = await kept(database);
        const staying = stayingIn(entries, new Set(await database.getAllKeys('waiting')), time, world.now());
        const through = erasableThrough(entries, ({ sequence }) => !staying.has(sequence));
        if (!through) return;
        const { sequence, hash } = through;
        const said = {
          why: 'retention',
          through: { sequence, hash },
          entries: sequence - oldest.sequence + 1,
        } as const;
        // Said before it is done: an entry that outlives a crash here is erased next time, none is missed.
        await add(database, await erasureOf(said, await world.signer(), uuidv7(), world.now()));
        await browser.storage.local.set({ [erasedKey]: { sequence, hash } satisfies Head });
        await database.delete('entries', IDBKeyRange.upperBound(sequence));
      }),

    eraseById: (ids, toldOnly) =>
      turn(async () => {
        const database = await open();
        const entries = await kept(database);
        const wanted = new Set(ids);
        const asked = entries.filter(
          ({ entry }) => erasable.has(entry.type) && (wanted.has(idOf(entry)) || wanted.has(rowIdOf(entry))),
        );
        const untold = new Set(toldOnly ? await database.getAllKeys('waiting') : []);
        const rows = Map.groupBy(asked, ({ entry }) => rowIdOf(entry));
        const held = heldRows(entries, world.now());
        const waits = (row: string) => (rows.get(row) ?? []).some(({ sequence }) => untold.has(sequence));
        const counts = { held: 0, waiting: 0 };
        for (const row of rows.keys())
          if (held.has(row)) counts.held += 1;
          else if (waits(row)) counts.waiting += 1;
        const found = asked.filter(({ entry }) => !held.has(rowIdOf(entry)) && !waits(rowIdOf(entry)));
        if (found.length === 0) return { entries: 0, ...counts };
        const listed = found.map(({ sequence, hash }) => ({ sequence, hash }));
        const said = await erasureOf(
          { why: 'request', listed, entries: found.length },
          await world.signer(),
          uuidv7(),
          world.now(),
        );
        await add(database, said);
        const change = database.transaction('entries', 'readwrite', strict);
        const puts = found.map((chained) => {
          const erased = erasedInPlace(chained, idOf(said));
          return change.store.put({ sequence: erased.sequence, id: idOf(erased.entry), chained: erased });
        });
        await Promise.all([...puts, change.done]);
        const waiting = new Set(await database.getAllKeys('waiting'));
        const copies = found
          .filter(({ sequence }) => waiting.has(sequence))
          .map((chained) => [copyKey(chained.sequence), erasedInPlace(chained, idOf(said))]);
        await browser.storage.local.set(Object.fromEntries(copies));
        return { entries: found.length, ...counts };
      }),

    height: async () => (await lastOf(await open()))?.sequence ?? 0,

    health: async () => healthOf(await open(), world.signer),
  };
}

/** The journal as another page of the extension reads it: it changes nothing, and leaves mending to the background. */
export function readJournal(signer: () => Promise<Signer>, name = 'gatehouse'): Pick<Journal, 'list' | 'health'> {
  const reading = async <Answer>(read: (database: IDBPDatabase<Rooms>) => Promise<Answer>): Promise<Answer> => {
    const database = await openDB<Rooms>(name, 1, { upgrade });
    try {
      return await read(database);
    } finally {
      database.close();
    }
  };
  return {
    list: () => reading((database) => kept(database)),
    health: () => reading((database) => healthOf(database, signer)),
  };
}

async function healthOf(database: IDBPDatabase<Rooms>, signer: () => Promise<Signer>): Promise<StoreHealth> {
  // The head first: what is appended meanwhile may be more than it says, never less.
  const head = await readHead<SignedHead>(headKey);
  const entries = await kept(database);
  const erased = await readHead(erasedKey);
  const { key } = await signer();
  const state = await verifySigned(entries, { key, ...(head ? { head } : {}), ...(erased ? { erased } : {}) });
  if (state.ok) return { chain: 'intact', entries: entries.length };
  const chain = state.why === 'edited' || state.why === 'unsigned' ? 'broken' : 'lost';
  return { chain, firstBad: state.firstBad, entries: entries.length };
}

function upgrade(fresh: IDBPDatabase<Rooms>): void {
  fresh.createObjectStore('entries', { keyPath: 'sequence' }).createIndex('id', 'id', { unique: true });
  fresh.createObjectStore('waiting', { keyPath: 'sequence' });
}

/** What a person may ask to have erased: never what vouches for the rest. */
const erasable: ReadonlySet<Entry['type']> = new Set(['incident', 'amendment', 'report', 'work', 'acknowledgement']);

/** The first entry that no segment closes yet. */
async function firstOpen(database: IDBPDatabase<Rooms>, last: number): Promise<number> {
  let cursor = await database.transaction('entries').store.openCursor(IDBKeyRange.upperBound(last), 'prev');
  let first = last;
  while (cursor && cursor.value.chained.entry.type !== 'segment') {
    first = cursor.value.sequence;
    cursor = await cursor.continue();
  }
  return first;
}

/** Sequences of what may not be erased yet. What vouches for others has no time of its own. */
function stayingIn(
  entries: readonly ChainedEntry[],
  waiting: ReadonlySet<number>,
  time: number,
  now: number,
): ReadonlySet<number> {
  const held = heldRows(entries, now);
  const stays = ({ sequence, entry }: ChainedEntry) =>
    waiting.has(sequence) || held.has(rowIdOf(entry)) || (erasable.has(entry.type) && timeOf(entry) >= time);
  return new Set(entries.filter(stays).map(({ sequence }) => sequence));
}

/** Rows under legal hold, or to be kept longer. */
function heldRows(entries: readonly ChainedEntry[], now: number): ReadonlySet<string> {
  const worked = rowsOf(entries).filter((row) => row.works.length > 0);
  const isHeld = (row: (typeof worked)[number]) => {
    const { hold, retainUntil = 0 } = caseOf(row);
    return hold !== undefined || retainUntil > now;
  };
  return new Set(worked.filter(isHeld).map(({ id }) => id));
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
async function copy(entries: readonly ChainedEntry[], last: Head, signer: Signer): Promise<void> {
  const head = await signHead(last, signer);
  const copies = entries.map((chained) => [copyKey(chained.sequence), chained]);
  await browser.storage.local.set({ ...Object.fromEntries(copies), [headKey]: head });
}

async function readHead<Stored extends Head = Head>(key: string): Promise<Stored | undefined> {
  return (await browser.storage.local.get(key))[key] as Stored | undefined;
}

async function kept(database: IDBPDatabase<Rooms>, most?: number): Promise<ChainedEntry[]> {
  const erased = (await readHead(erasedKey))?.sequence ?? 0;
  const rows = await database.getAll('entries', IDBKeyRange.lowerBound(erased, true), most);
  return rows.map(({ chained }) => chained);
}

/** What the next entry follows: the last entry there is, or the head of a chain whose end was lost. */
async function lastOf(database: IDBPDatabase<Rooms>): Promise<Head | null> {
  const head = await readHead(headKey);
  const cursor = await database.transaction('entries').store.openCursor(null, 'prev');
  const last = cursor?.value.chained;
  return head && head.sequence > (last?.sequence ?? 0) ? head : (last ?? null);
}

/** At start: what only one of the two stores still holds is written to the other. */
async function reconcile(database: IDBPDatabase<Rooms>, signer: Signer): Promise<void> {
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
  if (last && (uncopied.length > 0 || last.sequence > (head?.sequence ?? 0))) await copy(uncopied, last, signer);
}

async function readCopies(): Promise<ChainedEntry[]> {
  const all = await browser.storage.local.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(copyPrefix))
    .map(([, value]) => value as ChainedEntry)
    .sort((one, other) => one.sequence - other.sequence);
}
