// Erases from the whole register: what was recorded here and what was imported. The journal says what goes before it goes; what was imported
// goes after it, and never comes back: docs/adr/0259-one-register-one-retention.md
import { browser } from 'wxt/browser';
import { hashOf, timeOf } from '../incidents/envelope.ts';
import type { Imported } from './journal/imported.ts';
import type { Journal } from './journal/journal.ts';
import { type Elsewhere, erasedHashes, type ToldBy } from './journal/what-stays.ts';
import type { Erased as Counts } from './messages/messages.ts';

/** The time that was erased up to. */
const key = 'erasing';
const anHour = 3_600_000;

export interface Erasing {
  /**
   * Erases rows of which everything is older than `time`, epoch milliseconds. Asked for at every start of a worker; once an hour is enough, as
   * what is held is read again each time.
   */
  byTime(time: number, toldBy: ToldBy): Promise<void>;
  /** Erases these rows at a person's request. */
  byId(ids: readonly string[], toldBy: ToldBy): Promise<Counts>;
}

export function createErasing(journal: Journal, imported: Imported): Erasing {
  const elsewhere = async (): Promise<Elsewhere[]> => {
    const [all, since] = [await imported.list(), await imported.since()];
    const found: Elsewhere[] = [];
    for (const one of all)
      found.push({ ...one, hash: await hashOf(one), since: since.get(one.id) ?? timeOf(one.entry) });
    return found;
  };
  /** Also what an earlier erasing said, and then could not do. */
  const doAsSaid = async () => imported.erase(erasedHashes(await journal.list()));
  return {
    async byTime(time, toldBy) {
      const last = (await browser.storage.local.get(key))[key] as number | undefined;
      if (last !== undefined && time >= last && time < last + anHour) return;
      const oldest = [...(await imported.since()).values()].reduce((least, one) => Math.min(least, one), Infinity);
      await journal.erase(time, { toldBy, elsewhere: { oldest, list: elsewhere } });
      await doAsSaid();
      await browser.storage.local.set({ [key]: time });
    },
    async byId(ids, toldBy) {
      const counts = await journal.eraseById(ids, toldBy === 'post', await elsewhere());
      await doAsSaid();
      return counts;
    },
  };
}
