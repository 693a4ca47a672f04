// The register in memory: what was recorded here, what was imported, which lines are shown, in which order, and the work on them.
// Knows no React.
import { createStore } from 'zustand/vanilla';
import { allows } from '@/incidents/case.ts';
import { type Envelope, envelopeOf, type Taken } from '@/incidents/envelope.ts';
import type { Turns } from '@/incidents/turns.ts';
import {
  filterRows,
  type Group,
  type Grouping,
  groupRows,
  type Row,
  type Sorting,
  sortRows,
} from '@/incidents/views.ts';
import type { Change } from '@/incidents/work.ts';
import { type Fields, filterOf, isSameFields, noFields } from './fields.ts';
import { whileWanted } from './in-turns.ts';
import { reader, type WhatIsRead } from './reader.ts';
import type { RegisterPorts, Settings, Worked } from './register-ports.ts';

export interface RegisterState extends WhatIsRead {
  fields: Fields;
  sorting: Sorting;
  isReversed: boolean;
  grouping: Grouping;
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
  mailed(sequences: readonly number[]): Promise<void>;
  /** False: it could not be stored. */
  told(sequences: readonly number[]): Promise<boolean>;
  /** Keeps what is new of these. */
  take(envelopes: readonly Taken[]): Promise<TakenIn | { failed: true }>;
}

/** How many were new, how many of the others are the reader's from now on, and how many were left out as they were erased here. */
export interface TakenIn {
  added: number;
  accepted: number;
  erased: number;
}

export function createRegisterStore(ports: RegisterPorts) {
  return createStore<RegisterState>((set, get) => {
    let asked = 0;
    let reached: RegisterState['phase'] = 'loading';
    /** Filter, order and groups anew, after any of them or the rows changed. What was asked for last is shown. */
    const arrange = async (change: Partial<RegisterState>, phase = reached) => {
      reached = phase;
      set(change);
      asked += 1;
      const own = asked;
      const arranged = await whileWanted(arrangedAs(get(), ports.now()), () => own === asked);
      if (arranged) set({ ...arranged.result, phase: reached });
    };
    const read = reader(ports, get, set, arrange);
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
      async mailed(sequences) {
        const delivery = await ports.mailed(sequences);
        if (delivery) set({ delivery });
      },
      async told(sequences) {
        const delivery = await ports.told(sequences);
        if (delivery) set({ delivery });
        return delivery !== undefined;
      },
      async take(envelopes) {
        const { proofOf, imported } = get();
        const foreign = new Map(imported.filter(({ isOwn }) => !isOwn).map(({ id, hash }) => [id, hash]));
        const fresh = envelopes.filter(({ id }) => !proofOf(id));
        const accepted = envelopes.filter(({ id, hash, isOwn }) => isOwn && foreign.get(id) === hash);
        const news = [...fresh, ...accepted];
        const kept = news.length > 0 ? await ports.keep(news) : { erased: 0 };
        if (!kept) return { failed: true };
        await get().load();
        return { added: fresh.length - kept.erased, accepted: accepted.length, erased: kept.erased };
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

/** Everything in the register, as it is exported. `extensionVersion`: of the extension that sends it. */
export function envelopesOf(
  {
    entries,
    imported,
    delivery,
  }: Pick<RegisterState, 'entries' | 'imported'> & { delivery?: RegisterState['delivery'] | undefined },
  extensionVersion: string,
): Envelope[] {
  return [
    ...entries.map((one) => envelopeOf(one, extensionVersion, delivery?.device)),
    ...imported.map(({ isOwn: _, ...envelope }) => envelope),
  ];
}

/** Ids of what decides nothing here: steps, and what others say became of a message. */
export function claimsIn({ rows, imported }: Pick<RegisterState, 'rows' | 'imported'>): string[] {
  const steps = rows.flatMap(({ claims = [] }) => claims);
  const said = imported.filter(({ type, isOwn }) => type === 'amendment' && !isOwn);
  return [...steps, ...said].map(({ id }) => id);
}
