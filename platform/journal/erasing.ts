// What may go from the journal, and goes: whole days past their time, or rows that a person asks for. Whatever is erased is said first, signed,
// in the journal itself: what a crash leaves here is erased the next time, and nothing is ever missed unsaid.
import { v7 as uuidv7 } from 'uuid';
import { idOf, rowIdOf, timeOf } from '../../incidents/envelope.ts';
import type { ChainedEntry, Entry, Erasure } from '../../incidents/incident.ts';
import { erasableThrough, erasedInPlace, erasureOf } from '../../incidents/segment.ts';
import type { Signer } from '../../incidents/signing.ts';
import type { Erased } from '../messages/messages.ts';
import { type JournalDatabase, strict, toldIn } from './rooms.ts';
import type { SecondCopy } from './second-copy.ts';
import { type Elsewhere, erasable, heldRows, stayingRows, type ToldBy } from './what-stays.ts';

/** What was imported, read where it matters. `oldest`: since when the first of it is there, epoch milliseconds. */
export interface LaterRead {
  oldest: number;
  list(): Promise<readonly Elsewhere[]>;
}

export interface ErasedBesides {
  toldBy?: ToldBy;
  elsewhere?: LaterRead;
}

/** What the journal does by itself. */
interface Around {
  copies: SecondCopy;
  signer(): Promise<Signer>;
  now(): number;
  /** Every entry kept, oldest first, or the first `most`. */
  kept(database: JournalDatabase, most?: number): Promise<ChainedEntry[]>;
  /** Chains and stores what is new. */
  add(database: JournalDatabase, entry: Entry): Promise<ChainedEntry>;
  /** Signs a day that is over before anything of another day follows. */
  closeDay(database: JournalDatabase, nextAt: number): Promise<void>;
  /** Takes entries, by sequence, from what waits. */
  settle(database: JournalDatabase, sequences: readonly number[]): Promise<void>;
}

/** `Journal.erase` and `Journal.eraseById`, to be called one at a time. */
export interface JournalErasing {
  byTime(database: JournalDatabase, time: number, besides?: ErasedBesides): Promise<boolean>;
  byId(
    database: JournalDatabase,
    ids: readonly string[],
    toldOnly: boolean,
    elsewhere?: readonly Elsewhere[],
  ): Promise<Erased>;
}

type HasEntry = Pick<ChainedEntry, 'entry'>;

/** One envelope takes no more than 5,000 places. */
const listedTogether = 2_000;
const none: ReadonlySet<number> = new Set();
const nothingElsewhere: LaterRead = { oldest: Infinity, list: async () => [] };

export function journalErasing({ copies, signer, now, kept, add, closeDay, settle }: Around): JournalErasing {
  const say = async (database: JournalDatabase, what: Parameters<typeof erasureOf>[0]): Promise<string> => {
    const erasure = await erasureOf(what, await signer(), uuidv7(), now());
    await add(database, erasure);
    return idOf(erasure);
  };

  /** Says which entries are erased one by one: by hash, the id of what says so. */
  const sayEach = async (
    database: JournalDatabase,
    why: Erasure['why'],
    gone: readonly ChainedEntry[],
  ): Promise<ReadonlyMap<string, string>> => {
    const places = [...new Map(gone.map(({ sequence, hash }) => [hash, { sequence, hash }])).values()];
    const said = new Map<string, string>();
    for (let from = 0; from < places.length; from += listedTogether) {
      const listed = places.slice(from, from + listedTogether);
      const id = await say(database, { why, listed, entries: listed.length });
      for (const { hash } of listed) said.set(hash, id);
    }
    return said;
  };

  /** What is in these entries goes, their places in the chain stay. */
  const emptyPlaces = async (database: JournalDatabase, emptied: readonly ChainedEntry[]): Promise<void> => {
    const change = database.transaction('entries', 'readwrite', strict);
    const puts = emptied.map((one) => change.store.put({ sequence: one.sequence, id: idOf(one.entry), chained: one }));
    await Promise.all([...puts, change.done]);
    const waiting = new Set(await database.getAllKeys('waiting'));
    await copies.change(emptied.filter(({ sequence }) => waiting.has(sequence)));
  };

  return {
    async byTime(database, time, { toldBy = 'post', elsewhere = nothingElsewhere } = {}) {
      const oldest = (await kept(database, 1))[0];
      if (Math.min(oldest ? timeOf(oldest.entry) : Infinity, elsewhere.oldest) >= time) return false;
      await closeDay(database, now());
      const register = { entries: await kept(database), elsewhere: await elsewhere.list() };
      const waiting = await database.getAllKeys('waiting');
      const told = toldBy === 'hand' ? await toldIn(database) : none;
      const untold = new Set(waiting.filter((one) => !told.has(one)));
      const staying = stayingRows(register, untold, time, now(), toldBy);
      const mayGo = ({ entry }: HasEntry) => !staying.has(rowIdOf(entry));
      await sayEach(database, 'retention', register.elsewhere.filter(mayGo));
      const through = erasableThrough(register.entries, mayGo);
      if (!through) return true;
      const { sequence, hash } = through;
      const entries = register.entries.filter((one) => one.sequence <= sequence).length;
      await say(database, { why: 'retention', through: { sequence, hash }, entries });
      await copies.keepErased({ sequence, hash });
      await settle(
        database,
        waiting.filter((one) => one <= sequence),
      );
      await database.delete('entries', IDBKeyRange.upperBound(sequence));
      return true;
    },

    async byId(database, ids, toldOnly, elsewhere = []) {
      const entries = await kept(database);
      const wanted = new Set(ids);
      const isAsked = ({ entry }: HasEntry) =>
        erasable.has(entry.type) && (wanted.has(idOf(entry)) || wanted.has(rowIdOf(entry)));
      const [here, there] = [entries.filter(isAsked), elsewhere.filter(isAsked)];
      const untold = new Set(toldOnly ? await database.getAllKeys('waiting') : []);
      const rows = Map.groupBy(here, ({ entry }) => rowIdOf(entry));
      for (const { entry } of there) if (!rows.has(rowIdOf(entry))) rows.set(rowIdOf(entry), []);
      const held = heldRows({ entries, elsewhere }, now());
      const waits = (row: string) => (rows.get(row) ?? []).some(({ sequence }) => untold.has(sequence));
      const counts = { held: 0, waiting: 0 };
      for (const row of rows.keys())
        if (held.has(row)) counts.held += 1;
        else if (waits(row)) counts.waiting += 1;
      const mayGo = ({ entry }: HasEntry) => !held.has(rowIdOf(entry)) && !waits(rowIdOf(entry));
      const found = here.filter(mayGo);
      const said = await sayEach(database, 'request', [...found, ...there.filter(mayGo)]);
      await emptyPlaces(
        database,
        found.map((chained) => erasedInPlace(chained, said.get(chained.hash)!)),
      );
      return { entries: said.size, ...counts };
    },
  };
}
