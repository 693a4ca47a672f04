// The ledger of who went where, on disk: one list a place, in local storage. Hashes from the desk become keyed fingerprints
// here, under the device's key, so that nothing that is stored can be tried out against names and addresses.
import { browser } from 'wxt/browser';
import { fingerprint } from '../incidents/fingerprint.ts';
import { afterSending, alreadySent, type SentPerson } from '../incidents/ledger.ts';
import type { History } from '../policy/facts.ts';
import type { LedgerPlace } from '../policy/ledger-places.ts';
import { inTurn } from './in-turn.ts';

/** Who would go to private places, or went: see `Assessment.privately`. */
export interface Privately {
  places: LedgerPlace[];
  people: number[][];
}

export interface PeopleLedger {
  /** The seed under which this profile's hashes are made: the same every time, or nobody would be known again. */
  seed(): Promise<number>;
  /** People who went there since that time and are not among these; of several personal places the one where most went. */
  history(privately: Privately, since: number): Promise<History>;
  /** Resolves when it is stored. */
  add(privately: Privately, now: number, since: number): Promise<void>;
  /** Forgets whoever went before that time. */
  erase(since: number): Promise<void>;
}

const prefix = 'ledger/';
const seedKey = 'ledger-seed';

export function createPeopleLedger(deviceKey: () => Promise<CryptoKey>): PeopleLedger {
  const turn = inTurn();
  /** Of the people asked about last: who is asked about now goes next. */
  let prints = new Map<number, string>();

  const read = async (place: string): Promise<SentPerson[]> =>
    ((await browser.storage.local.get(place))[place] as SentPerson[] | undefined) ?? [];

  const keyed = async ({ places, people }: Privately) => {
    const key = await deviceKey();
    const printOf = async (hash: number) =>
      prints.get(hash) ?? (await fingerprint(key, 'person', String(hash))).slice(0, 16);
    const hashes = [...new Set(people.flat())];
    const found = await Promise.all(hashes.map(printOf));
    prints = new Map(hashes.map((hash, index) => [hash, found[index]!]));
    return {
      people: people.map((hashesOf) => hashesOf.map((hash) => prints.get(hash)!)),
      places: await Promise.all(
        places.map(async ({ destination, name }) => ({
          destination,
          list: `${prefix}${await fingerprint(key, 'place', name)}`,
        })),
      ),
    };
  };

  return {
    seed: () =>
      turn(async () => {
        const known = (await browser.storage.local.get(seedKey))[seedKey] as number | undefined;
        if (known !== undefined) return known;
        const fresh = crypto.getRandomValues(new Uint32Array(1))[0]!;
        await browser.storage.local.set({ [seedKey]: fresh });
        return fresh;
      }),
    history: (privately, since) =>
      turn(async () => {
        const { places, people } = await keyed(privately);
        const history: History = {};
        for (const { destination, list } of places)
          history[destination] = Math.max(history[destination] ?? 0, alreadySent(await read(list), people, since));
        return history;
      }),
    add: (privately, now, since) =>
      turn(async () => {
        const { places, people } = await keyed(privately);
        for (const { list } of places)
          await browser.storage.local.set({ [list]: afterSending(await read(list), people, now, since) });
      }),
    erase: (since) =>
      turn(async () => {
        for (const [list, value] of Object.entries(await browser.storage.local.get(null))) {
          if (!list.startsWith(prefix)) continue;
          const recent = (value as SentPerson[]).filter(({ at }) => at >= since);
          if (recent.length === 0) await browser.storage.local.remove(list);
          else if (recent.length < (value as SentPerson[]).length) await browser.storage.local.set({ [list]: recent });
        }
      }),
  };
}
