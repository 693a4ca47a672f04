// The append-only journal of entries, and which of them still wait to be delivered. Two copies of what waits, because after one
// disk-full episode Chromium's IndexedDB acknowledges writes that are gone at the next start: docs/adr/0031-two-copies-of-what-waits.md
import { v7 as uuidv7 } from 'uuid';
import { appendTo, type Head } from '../../incidents/chain.ts';
import { idOf, timeOf } from '../../incidents/envelope.ts';
import type { ChainedEntry, Entry } from '../../incidents/incident.ts';
import { dayOf, segmentOf } from '../../incidents/segment.ts';
import type { Signer } from '../../incidents/signing.ts';
import { inTurn } from '../in-turn.ts';
import type { Erased, StoreHealth } from '../messages/messages.ts';
import { type ErasedBesides, journalErasing } from './erasing.ts';
import { healthOf } from './health.ts';
import {
  endOf,
  entriesAfter,
  entriesAt,
  firstOpen,
  type JournalDatabase,
  lastEntry,
  latestEntries,
  openRooms,
  strict,
  toldIn,
  write,
} from './rooms.ts';
import { type SecondCopy, secondCopy } from './second-copy.ts';
import type { Elsewhere } from './what-stays.ts';

export interface Journal {
  /** Resolves once the entry is synced to disk and its second copy is written; rejects when it is not. Idempotent by the entry's id. */
  append(entry: Entry): Promise<ChainedEntry>;
  /** Every entry kept, oldest first. */
  list(): Promise<ChainedEntry[]>;
  /** The last `most` of these. */
  latest(most: number): Promise<ChainedEntry[]>;
  /** What is not delivered yet, oldest first. */
  waiting(): Promise<ChainedEntry[]>;
  /** A person has passed these on by hand, by sequence. They wait for an address, and for nothing else. */
  tell(sequences: readonly number[]): Promise<void>;
  /** What waits and was passed on so. */
  told(): Promise<ReadonlySet<number>>;
  /** Takes delivered entries, by sequence, from what waits. They stay in the journal. */
  settle(sequences: readonly number[]): Promise<void>;
  /**
   * Erases whole days whose entries all happened before `time` (epoch milliseconds), oldest first, and says so, signed. What was imported
   * and is past its time is named in what is said, and is the caller's to erase: true where there was anything to look at. What nobody has
   * been told of yet stays (where people mail it: incidents and what is known of them, reports and acknowledgements), and so does what is
   * under legal hold or is to be kept longer, with every day after it.
   */
  erase(time: number, more?: ErasedBesides): Promise<boolean>;
  /** The number of the last entry there ever was. */
  height(): Promise<number>;
  /**
   * Erases the entries with these ids, and what is about them, at a person's request. Their places in the chain stay. What is under legal
   * hold stays; with `toldOnly`, so does what nobody has been told of yet. What of `elsewhere` is asked for is named in what is said and counted.
   */
  eraseById(ids: readonly string[], toldOnly: boolean, elsewhere?: readonly Elsewhere[]): Promise<Erased>;
  health(): Promise<StoreHealth>;
}

export interface JournalWorld {
  signer(): Promise<Signer>;
  now(): number;
}

export function createJournal(world: JournalWorld, name = 'gatehouse'): Journal {
  const turn = inTurn();
  const copies = secondCopy(name, world.signer);
  let opened: Promise<JournalDatabase> | undefined;
  /** In IndexedDB, and not in its second copy: nothing may follow these, or a hole is left where they are lost. */
  let uncopied: ChainedEntry[] = [];

  const open = (): Promise<JournalDatabase> => {
    const closed = () => {
      opened = undefined;
    };
    opened ??= openRooms(name, closed)
      .then(async (database) => {
        await reconcile(database, copies);
        return database;
      })
      .catch((thrown) => {
        closed();
        throw thrown;
      });
    return opened;
  };

  const kept = async (database: JournalDatabase, most?: number) =>
    entriesAfter(database, (await copies.erased())?.sequence ?? 0, most);

  /** Chains and stores what is new, both copies. */
  async function add(database: JournalDatabase, entry: Entry): Promise<ChainedEntry> {
    await copyRest();
    const chained = await appendTo(await endOf(database, await copies.head()), entry);
    await write(database, [chained]);
    uncopied = [chained];
    await copyRest();
    return chained;
  }

  async function copyRest(): Promise<void> {
    const last = uncopied.at(-1);
    if (last) await copies.keep(uncopied, last);
    uncopied = [];
  }

  async function settleIn(database: JournalDatabase, sequences: readonly number[]): Promise<void> {
    const change = database.transaction('waiting', 'readwrite', strict);
    await Promise.all([...sequences.map((sequence) => change.store.delete(sequence)), change.done]);
    await copies.drop(sequences);
  }

  /** A day that is over is signed before anything of another day follows. */
  async function closeDay(database: JournalDatabase, nextAt: number): Promise<void> {
    const last = await lastEntry(database);
    if (!last || last.entry.type === 'segment' || dayOf(timeOf(last.entry)) === dayOf(nextAt)) return;
    const first = await firstOpen(database, last.sequence);
    await add(database, await segmentOf(first, last, await world.signer(), uuidv7(), nextAt));
  }

  const erasing = journalErasing({ ...world, copies, kept, add, closeDay, settle: settleIn });

  return {
    append: (entry) =>
      turn(async () => {
        const database = await open();
        const known = (await database.getFromIndex('entries', 'id', idOf(entry)))?.chained;
        if (!known) {
          await closeDay(database, timeOf(entry));
          return add(database, entry);
        }
        await copyRest();
        return known;
      }),

    async list() {
      return kept(await open());
    },

    async latest(most) {
      const database = await open();
      return latestEntries(database, (await copies.erased())?.sequence ?? 0, most);
    },

    async waiting() {
      const database = await open();
      return entriesAt(database, await database.getAllKeys('waiting'));
    },

    tell: (sequences) =>
      turn(async () => {
        const change = (await open()).transaction('waiting', 'readwrite', strict);
        const waits = new Set(await change.store.getAllKeys());
        const told = sequences.filter((sequence) => waits.has(sequence));
        await Promise.all([...told.map((sequence) => change.store.put({ sequence, told: true })), change.done]);
        await copies.drop(told);
      }),

    told: async () => toldIn(await open()),

    settle: (sequences) => turn(async () => settleIn(await open(), sequences)),

    erase: (time, more) => turn(async () => erasing.byTime(await open(), time, more)),

    eraseById: (...asked) => turn(async () => erasing.byId(await open(), ...asked)),

    height: async () => (await endOf(await open(), await copies.head()))?.sequence ?? 0,

    health: async () => healthOf(await open(), copies, world.signer),
  };
}

/** At start: what only one of the two stores still holds is written to the other. */
async function reconcile(database: JournalDatabase, copies: SecondCopy): Promise<void> {
  await copies.spreadHead();
  const [head, copied] = [await copies.head(), await copies.list()];
  const there = new Set(await database.getAllKeys('entries'));
  const lost = copied.filter(({ sequence }) => !there.has(sequence));
  if (lost.length > 0) await write(database, lost);

  const waiting = new Set(await database.getAllKeys('waiting'));
  for (const { sequence } of copied) if (!waiting.has(sequence)) await database.put('waiting', { sequence });

  // What was passed on by hand has no copy.
  for (const sequence of [...copied.map((one) => one.sequence), ...(await toldIn(database))]) waiting.delete(sequence);
  const uncopied = await entriesAt(database, waiting);
  const last = await endOf(database, head);
  if (last && (uncopied.length > 0 || last.sequence > (head?.sequence ?? 0))) await copies.keep(uncopied, last);
  const begins = (await copies.erased()) ? undefined : await beginningSaid(database);
  if (begins) await copies.keepErased(begins);
}

/** Where the chain begins, by the erasure that says so: its signature is checked with all others. */
async function beginningSaid(database: JournalDatabase): Promise<Head | undefined> {
  const [first] = await entriesAfter(database, 0, 1);
  if (!first || first.sequence === 1) return undefined;
  const said = (await entriesAfter(database, 0)).flatMap(({ entry }) =>
    entry.type === 'erasure' && entry.erasure.through ? [entry.erasure.through] : [],
  );
  return said.find(({ sequence, hash }) => sequence === first.sequence - 1 && hash === first.previous);
}
