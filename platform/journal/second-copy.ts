// The journal's second copy, in storage.local: entries that wait to be delivered, where the chain begins and where it ends. The end once
// more, apart: where both of the others are gone, it still says that there was something. docs/adr/0031-two-copies-of-what-waits.md
import { browser } from 'wxt/browser';
import type { Head } from '../../incidents/chain.ts';
import type { ChainedEntry } from '../../incidents/incident.ts';
import { type SignedHead, signHead } from '../../incidents/segment.ts';
import type { Signer } from '../../incidents/signing.ts';
import { openApart } from '../apart.ts';

/** The end of the chain: what IndexedDB must at least hold. */
const headKey = 'journal/head';
/** The last entry that was erased because its time was up: where the chain that is kept begins. */
const erasedKey = 'journal/erased';
const copyPrefix = 'journal/waiting/';
const copyKey = (sequence: number) => `${copyPrefix}${sequence}`;

export interface SecondCopy {
  /** Writes these entries and the new end of the chain, all or nothing. */
  keep(entries: readonly ChainedEntry[], end: Head): Promise<void>;
  /** Entries that changed in place: the end stays. */
  change(entries: readonly ChainedEntry[]): Promise<void>;
  /** These are delivered, or passed on by hand. */
  drop(sequences: readonly number[]): Promise<void>;
  /** Every entry that has a copy, oldest first. */
  list(): Promise<ChainedEntry[]>;
  /** The furthest end that any copy knows. */
  head(): Promise<SignedHead | undefined>;
  /** Resolves when the end is known in both places. */
  spreadHead(): Promise<void>;
  erased(): Promise<Head | undefined>;
  keepErased(head: Head): Promise<void>;
}

export function secondCopy(name: string, signer: () => Promise<Signer>): SecondCopy {
  const apart = openApart(`${name}-apart`);
  const { local } = browser.storage;
  const read = async <Stored>(key: string) => (await local.get(key))[key] as Stored | undefined;
  const keyed = (entries: readonly ChainedEntry[]) =>
    Object.fromEntries(entries.map((chained) => [copyKey(chained.sequence), chained]));
  const heads = () => Promise.all([read<SignedHead>(headKey), apart.get<SignedHead>('head')]);
  return {
    async keep(entries, end) {
      const head = await signHead(end, await signer());
      await local.set({ ...keyed(entries), [headKey]: head });
      // Nobody waits for it: it may lie behind, never ahead.
      void apart.put('head', head);
    },
    change: (entries) => local.set(keyed(entries)),
    drop: (sequences) => local.remove(sequences.map(copyKey)),
    async list() {
      return Object.entries(await local.get(null))
        .filter(([key]) => key.startsWith(copyPrefix))
        .map(([, value]) => value as ChainedEntry)
        .sort((one, other) => one.sequence - other.sequence);
    },
    async head() {
      const [near, far] = await heads();
      return further(near, far);
    },
    async spreadHead() {
      const [near, far] = await heads();
      const end = further(near, far);
      if (end && end.sequence !== near?.sequence) await local.set({ [headKey]: end });
      if (end && end.sequence !== far?.sequence) await apart.put('head', end);
    },
    erased: () => read<Head>(erasedKey),
    keepErased: ({ sequence, hash }) => local.set({ [erasedKey]: { sequence, hash } satisfies Head }),
  };
}

function further(near: SignedHead | undefined, far: SignedHead | undefined): SignedHead | undefined {
  return near && near.sequence >= (far?.sequence ?? 0) ? near : far;
}
