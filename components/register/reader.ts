// Reads the register into memory: the latest entries first, then all of them, joined into lines; then proves each.
import { isIntact, type Taken } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import { joiner } from '@/incidents/joining.ts';
import { atOnce } from '@/incidents/turns.ts';
import { type Row, readySearch } from '@/incidents/views.ts';
import type { DeliveryStatus, PolicyInForce, StoreHealth } from '@/platform/messages/messages.ts';
import { inTurns, rests } from './in-turns.ts';
import { type Proof, proofElsewhere, proofHere } from './proof.ts';
import type { RegisterPorts, Settings } from './register-ports.ts';

/** Entries that are read first: more than a window shows, and read in a moment. */
const latestAtOnce = 500;

/** The register as far as it is read. */
export interface WhatIsRead {
  /** `latest`: the latest entries are there, to be read; steps on them may not be, and what is about all of them is not known yet. */
  phase: 'loading' | 'latest' | 'ready' | 'failed';
  /** It was read once, and could not be read anew: what is shown may not be all. */
  isBehind: boolean;
  /** How much is read until it is ready, from 0 to 1. */
  share: number;
  entries: readonly ChainedEntry[];
  imported: readonly Taken[];
  /** Undefined while it is being checked. */
  health: StoreHealth | undefined;
  policy?: PolicyInForce;
  delivery?: DeliveryStatus;
  rows: readonly Row[];
  /** Undefined where there is no entry of this id. */
  proofOf(id: string): Proof | undefined;
  settings: Settings;
}

/** Lines anew, one reading after the other; `checking` ends when each is known to be what was recorded. */
export type Read = () => Promise<{ checking: Promise<void> }>;

export function reader(
  ports: RegisterPorts,
  get: () => WhatIsRead,
  set: (change: Partial<WhatIsRead>) => void,
  arrange: (change: Partial<WhatIsRead>, phase: WhatIsRead['phase']) => Promise<void>,
): Read {
  const by = ports.origin === 'received' ? 'collector' : 'browser';
  /** What was hashed once is not hashed again. */
  const checked = new WeakMap<Taken, boolean>();
  const join = joiner<ChainedEntry | Taken>(by);
  const prove = (item: (id: string) => ChainedEntry | Taken | undefined, health: StoreHealth | undefined) => {
    return (id: string): Proof | undefined => {
      const one = item(id);
      if (!one) return undefined;
      return 'gatehouse' in one ? proofElsewhere(one, checked.get(one), ports.origin) : proofHere(one, health);
    };
  };
  let isRead = false;
  let own: readonly ChainedEntry[] = [];
  /** What was read before stays the same object: nothing about it is found out again. */
  const sameAgain = (entries: readonly ChainedEntry[]): readonly ChainedEntry[] => {
    const known = new Map(own.map((one) => [one.sequence, one]));
    own = entries.map((one) => {
      const before = known.get(one.sequence);
      return before?.hash === one.hash && before.entry.type === one.entry.type ? before : one;
    });
    return own;
  };
  /** A long register takes seconds to check: meanwhile it can be read. */
  const check = async (
    entries: readonly ChainedEntry[],
    envelopes: readonly Taken[],
    item: (id: string) => ChainedEntry | Taken | undefined,
  ) => {
    await inTurns(readySearch(get().rows));
    const health = await ports.health();
    const rest = rests();
    for (const envelope of envelopes) {
      if (checked.has(envelope)) continue;
      checked.set(envelope, await isIntact(envelope));
      await rest();
    }
    if (get().entries === entries) set({ health, proofOf: prove(item, health) });
  };
  /** Of a long register; a short one is all there as soon. What is about an entry comes after it: of the latest, nothing is missing. */
  const showLatest = async () => {
    const latest = await ports.latest(latestAtOnce);
    if (!latest || latest.length < latestAtOnce) return;
    const { rows, item } = atOnce(joiner<ChainedEntry | Taken>(by)(latest));
    await arrange({ rows, proofOf: prove(item, undefined) }, 'latest');
  };
  const readNow = async (): Promise<{ checking: Promise<void> }> => {
    if (get().phase === 'loading') await showLatest();
    const [journal, envelopes, policy, delivery, settings] = await Promise.all([
      ports.list(),
      ports.imported((share) => set({ share })),
      ports.policy(),
      ports.delivery(),
      ports.settings(),
    ]);
    set({ ...(policy ? { policy } : {}), ...(delivery ? { delivery } : {}), ...(settings ? { settings } : {}) });
    if (!journal || !envelopes) {
      // What was read stays, with the steps it shows.
      if (isRead) set({ isBehind: true });
      else await arrange({}, 'failed');
      return { checking: Promise.resolve() };
    }
    const entries = sameAgain(journal.entries);
    // What is both here and imported counts as recorded here.
    const { rows, item } = await inTurns(join([...envelopes, ...entries]));
    isRead = true;
    const proofOf = prove(item, get().health);
    await arrange({ isBehind: false, entries, imported: envelopes, rows, proofOf }, 'ready');
    return { checking: check(entries, envelopes, item) };
  };
  let reading: Promise<unknown> = Promise.resolve();
  return () => {
    const next = reading.then(readNow);
    reading = next.catch(() => {});
    return next;
  };
}
