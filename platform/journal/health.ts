// What the journal finds out about itself, and how another page of the extension reads it.
import type { ChainedEntry } from '../../incidents/incident.ts';
import { type SignedHead, verifySigned } from '../../incidents/segment.ts';
import type { Signer } from '../../incidents/signing.ts';
import type { StoreHealth } from '../messages/messages.ts';
import { entriesAfter, type JournalDatabase, latestEntries, openRooms } from './rooms.ts';
import { type SecondCopy, secondCopy } from './second-copy.ts';

export async function healthOf(
  database: JournalDatabase,
  copies: SecondCopy,
  signer: () => Promise<Signer>,
): Promise<StoreHealth> {
  // The head first: what is appended meanwhile may be more than it says, never less.
  const head: SignedHead | undefined = await copies.head();
  const erased = await copies.erased();
  const entries = await entriesAfter(database, erased?.sequence ?? 0);
  const { key } = await signer();
  const state = await verifySigned(entries, { key, ...(head ? { head } : {}), ...(erased ? { erased } : {}) });
  if (state.ok) return { chain: 'intact', entries: entries.length };
  const chain = state.why === 'edited' || state.why === 'unsigned' ? 'broken' : 'lost';
  return { chain, firstBad: state.firstBad, entries: entries.length };
}

interface Reading {
  /** The last `most`, oldest first. */
  latest(most: number): Promise<ChainedEntry[]>;
  list(): Promise<ChainedEntry[]>;
  health(): Promise<StoreHealth>;
}

/** It changes nothing, and leaves mending to the background. */
export function readJournal(signer: () => Promise<Signer>, name = 'gatehouse'): Reading {
  const copies = secondCopy(name, signer);
  const reading = async <Answer>(read: (database: JournalDatabase) => Promise<Answer>): Promise<Answer> => {
    const database = await openRooms(name);
    try {
      return await read(database);
    } finally {
      database.close();
    }
  };
  const erased = async () => (await copies.erased())?.sequence ?? 0;
  return {
    latest: (most) => reading(async (database) => latestEntries(database, await erased(), most)),
    list: () => reading(async (database) => entriesAfter(database, await erased())),
    health: () => reading((database) => healthOf(database, copies, signer)),
  };
}
