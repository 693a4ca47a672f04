// The register in memory: what was recorded here, what was imported, which lines are shown, in which order, and the work on them.
// Knows no React.
import { createStore } from 'zustand/vanilla';
import { allows } from '@/incidents/case.ts';
import { type Envelope, envelopeOf, isIntact } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import { joiner } from '@/incidents/joining.ts';
import { atOnce, type Turns } from '@/incidents/turns.ts';
import {
  filterRows,
  type Group,
  type Grouping,
  groupRows,
  type Row,
  readySearch,
  type Sorting,
  sortRows,
} from '@/incidents/views.ts';
import type { Change } from '@/incidents/work.ts';
import type { DeliveryStatus, DeliveryTest, Health, PolicyInForce, StoreHealth } from '@/platform/messages.ts';
import { type Fields, filterOf, isSameFields, noFields } from './fields.ts';
import { inTurns, rests, whileWanted } from './in-turns.ts';
import { type Elsewhere, type Proof, proofElsewhere, proofHere } from './proof.ts';

/** A filter somebody gave a name. */
export interface SavedFilter {
  name: string;
  fields: Fields;
}

/** What one reader set for themselves on this page. */
export interface Settings {
  filters: SavedFilter[];
  /** The name under which this reader works on entries, where nothing else says who they are. */
  by: string;
}

/** `changed`: the entry does not allow the step any more. */
export type Worked = 'stored' | 'failed' | 'changed';

/** `undefined` from a port: no answer came. */
export interface RegisterPorts {
  /** The last `most` entries of all, oldest first: a long register shows them while it reads the rest. */
  latest(most: number): Promise<readonly (ChainedEntry | Envelope)[] | undefined>;
  list(): Promise<{ entries: ChainedEntry[] } | undefined>;
  /** Whether what `list` gave is what was recorded. Takes its time: asked for when the lines are shown. */
  health(): Promise<StoreHealth | undefined>;
  /** `read` hears how much of it is read, from 0 to 1. */
  imported(read: (share: number) => void): Promise<Envelope[] | undefined>;
  /** How those came here; default: imported by hand. */
  origin?: Elsewhere;
  /** Keeps what other people recorded; what is known already stays as it is. True once it is stored. */
  keep(envelopes: Envelope[]): Promise<boolean>;
  policy(): Promise<PolicyInForce | undefined>;
  delivery(): Promise<DeliveryStatus | undefined>;
  deliverNow(): Promise<DeliveryStatus | undefined>;
  /** How this installation is; asked for when the status is shown. */
  installation(): Promise<Health | undefined>;
  testDelivery(): Promise<DeliveryTest | undefined>;
  /** Records one step of work on the entry `about`. */
  work(about: string, change: Change, by: string): Promise<Worked>;
  /** Epoch milliseconds. */
  now(): number;
  settings(): Promise<Settings | undefined>;
  saveSettings(settings: Settings): Promise<void>;
}

export interface RegisterState {
  /** `latest`: the latest entries are there, to be read; steps on them may not be, and what is about all of them is not known yet. */
  phase: 'loading' | 'latest' | 'ready' | 'failed';
  /** It was read once, and could not be read anew: what is shown may not be all. */
  isBehind: boolean;
  /** How much is read until it is ready, from 0 to 1. */
  share: number;
  entries: readonly ChainedEntry[];
  imported: readonly Envelope[];
  /** Undefined while it is being checked. */
  health: StoreHealth | undefined;
  policy?: PolicyInForce;
  delivery?: DeliveryStatus;
  rows: readonly Row[];
  /** Undefined where there is no entry of this id. */
  proofOf(id: string): Proof | undefined;
  fields: Fields;
  sorting: Sorting;
  isReversed: boolean;
  grouping: Grouping;
  settings: Settings;
  /** The lines that pass the filter, in their order. */
  shown: readonly Row[];
  groups: readonly Group[];
  /** What `groups` are by; `grouping` a moment before them. */
  groupedBy: Grouping;
  /** What filter, order and grouping made `groups`. */
  arrangedBy: string;
  load(): Promise<void>;
  filter(change: Partial<Fields>): Promise<void>;
  /** The same column again turns it round. */
  sort(by: Sorting): Promise<void>;
  group(by: Grouping): Promise<void>;
  saveFilter(name: string): Promise<void>;
  forgetFilter(name: string): Promise<void>;
  /** Who works here. */
  sign(by: string): Promise<void>;
  work(about: string, change: Change): Promise<Worked>;
  /** The same step on several entries; false where one could not be stored. */
  workOnAll(about: readonly string[], change: Change): Promise<boolean>;
  deliverNow(): Promise<void>;
  /** Keeps what is new of these; how many were new, or that they could not be kept. */
  take(envelopes: readonly Envelope[]): Promise<{ added: number } | { failed: true }>;
}

/** Entries that are read first: more than a window shows, and read in a moment. */
const latestAtOnce = 500;

export function createRegisterStore(ports: RegisterPorts) {
  const reader = ports.origin === 'received' ? 'collector' : 'browser';
  return createStore<RegisterState>((set, get) => {
    let asked = 0;
    let reached: RegisterState['phase'] = 'loading';
    /** Filter, order and groups anew, after any of them or the rows changed. What was asked for last is shown. */
    const arrange = async (change: Partial<RegisterState>) => {
      set(change);
      asked += 1;
      const own = asked;
      const arranged = await whileWanted(arrangedAs(get(), ports.now()), () => own === asked);
      if (arranged) set({ ...arranged.result, phase: reached });
    };
    /** What was hashed once is not hashed again. */
    const checked = new WeakMap<Envelope, boolean>();
    const join = joiner<ChainedEntry | Envelope>(reader);
    const prove = (item: (id: string) => ChainedEntry | Envelope | undefined, health: StoreHealth | undefined) => {
      return (id: string): Proof | undefined => {
        const one = item(id);
        if (!one) return undefined;
        return 'gatehouse' in one ? proofElsewhere(one, checked.get(one), ports.origin) : proofHere(one, health);
      };
    };
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
      envelopes: readonly Envelope[],
      item: (id: string) => ChainedEntry | Envelope | undefined,
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
      const { rows, item } = atOnce(joiner<ChainedEntry | Envelope>(reader)(latest));
      reached = 'latest';
      await arrange({ rows, proofOf: prove(item, undefined) });
    };
    let reading: Promise<unknown> = Promise.resolve();
    /** Lines anew, one reading after the other; `checking` ends when each is known to be what was recorded. */
    const read = (): Promise<{ checking: Promise<void> }> => {
      const next = reading.then(readNow);
      reading = next.catch(() => {});
      return next;
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
        if (reached === 'ready') set({ isBehind: true });
        else {
          reached = 'failed';
          set({ phase: reached });
        }
        return { checking: Promise.resolve() };
      }
      const entries = sameAgain(journal.entries);
      // What is both here and imported counts as recorded here.
      const { rows, item } = await inTurns(join([...envelopes, ...entries]));
      reached = 'ready';
      await arrange({ isBehind: false, entries, imported: envelopes, rows, proofOf: prove(item, get().health) });
      return { checking: check(entries, envelopes, item) };
    };
    const keepSettings = async (settings: Settings) => {
      set({ settings });
      await ports.saveSettings(settings);
    };
    return {
      phase: 'loading',
      isBehind: false,
      share: 0,
      entries: [],
      imported: [],
      health: undefined,
      rows: [],
      proofOf: () => undefined,
      fields: noFields,
      sorting: 'at',
      isReversed: false,
      grouping: 'class',
      settings: { filters: [], by: '' },
      shown: [],
      groups: [],
      groupedBy: 'class',
      arrangedBy: '',
      async load() {
        await (await read()).checking;
      },
      filter: (change) => arrange({ fields: { ...get().fields, ...change } }),
      sort: (sorting) => arrange({ sorting, isReversed: get().sorting === sorting && !get().isReversed }),
      group: (grouping) => arrange({ grouping }),
      saveFilter: (name) => {
        const { settings, fields } = get();
        const others = settings.filters.filter((one) => one.name !== name && !isSameFields(one.fields, fields));
        return keepSettings({ ...settings, filters: [...others, { name, fields }] });
      },
      forgetFilter: (name) => {
        const { settings } = get();
        return keepSettings({ ...settings, filters: settings.filters.filter((one) => one.name !== name) });
      },
      sign: (by) => keepSettings({ ...get().settings, by }),
      async work(about, change) {
        const row = get().rows.find(({ id }) => id === about);
        const worked = row && !allows(row, change) ? 'changed' : await ports.work(about, change, get().settings.by);
        if (worked !== 'failed') await read();
        return worked;
      },
      async workOnAll(about, change) {
        let isStored = true;
        for (const one of about) isStored &&= (await ports.work(one, change, get().settings.by)) === 'stored';
        if (isStored) await read();
        return isStored;
      },
      async deliverNow() {
        const delivery = await ports.deliverNow();
        if (delivery) set({ delivery });
      },
      async take(envelopes) {
        const { proofOf } = get();
        const fresh = envelopes.filter(({ id }) => !proofOf(id));
        if (fresh.length > 0 && !(await ports.keep(fresh))) return { failed: true };
        await get().load();
        return { added: fresh.length };
      },
    };
  });
}

type Arranged = Pick<RegisterState, 'shown' | 'groups' | 'groupedBy' | 'arrangedBy'>;

function* arrangedAs({ rows, fields, sorting, isReversed, grouping }: RegisterState, now: number): Turns<Arranged> {
  const passing = yield* filterRows(rows, filterOf(fields, now));
  const shown = yield* sortRows(passing, sorting, isReversed);
  const arrangedBy = JSON.stringify([fields, sorting, isReversed, grouping]);
  return { shown, groups: yield* groupRows(shown, grouping), groupedBy: grouping, arrangedBy };
}

export type RegisterStore = ReturnType<typeof createRegisterStore>;

/** Everything in the register, as it is exported and mailed. `extensionVersion`: of the extension that sends it. */
export function envelopesOf(
  { entries, imported }: Pick<RegisterState, 'entries' | 'imported'>,
  extensionVersion: string,
): Envelope[] {
  return [...entries.map((one) => envelopeOf(one, extensionVersion)), ...imported];
}
