// The register in memory: what was recorded here, what was imported, which lines are shown and which one is open. Knows no React.

import { createStore } from 'zustand/vanilla';
import { type Envelope, envelopeOf, isIntact } from '@/incidents/envelope.ts';
import type { ChainedEntry } from '@/incidents/incident.ts';
import { filterRows, type Row, rowsOf } from '@/incidents/views.ts';
import type { DeliveryStatus, DeliveryTest, PolicyInForce, StoreHealth } from '@/platform/messages.ts';
import { type Fields, filterOf, noFields } from './fields.ts';
import { type CheckedEnvelope, type Proof, proofsOf } from './proof.ts';

/** `undefined` from a port: no answer came. */
export interface RegisterPorts {
  list(): Promise<{ entries: ChainedEntry[]; health: StoreHealth } | undefined>;
  imported(): Promise<Envelope[] | undefined>;
  /** Keeps what other people recorded; what is known already stays as it is. True once it is stored. */
  keep(envelopes: Envelope[]): Promise<boolean>;
  policy(): Promise<PolicyInForce | undefined>;
  delivery(): Promise<DeliveryStatus | undefined>;
  deliverNow(): Promise<DeliveryStatus | undefined>;
  testDelivery(): Promise<DeliveryTest | undefined>;
}

export interface RegisterState {
  phase: 'loading' | 'ready' | 'failed';
  entries: readonly ChainedEntry[];
  imported: readonly CheckedEnvelope[];
  health: StoreHealth;
  policy?: PolicyInForce;
  delivery?: DeliveryStatus;
  rows: readonly Row[];
  proofs: ReadonlyMap<string, Proof>;
  fields: Fields;
  /** The lines that pass the filter, latest first. */
  shown: readonly Row[];
  /** The line whose detail is open. */
  open: string | undefined;
  load(): Promise<void>;
  filter(change: Partial<Fields>): void;
  show(id: string | undefined): void;
  deliverNow(): Promise<void>;
  /** Keeps what is new of these; how many were new, or that they could not be kept. */
  take(envelopes: readonly Envelope[]): Promise<{ added: number } | { failed: true }>;
}

const untouched: StoreHealth = { chain: 'intact', entries: 0 };

export function createRegisterStore(ports: RegisterPorts) {
  return createStore<RegisterState>((set, get) => ({
    phase: 'loading',
    entries: [],
    imported: [],
    health: untouched,
    rows: [],
    proofs: new Map(),
    fields: noFields,
    shown: [],
    open: undefined,
    async load() {
      const [journal, envelopes, policy, delivery] = await Promise.all([
        ports.list(),
        ports.imported(),
        ports.policy(),
        ports.delivery(),
      ]);
      set({ ...(policy ? { policy } : {}), ...(delivery ? { delivery } : {}) });
      if (!journal || !envelopes) return set({ phase: 'failed' });
      const imported = await Promise.all(
        envelopes.map(async (envelope) => ({ envelope, isIntact: await isIntact(envelope) })),
      );
      const { entries, health } = journal;
      const rows = rowsOf([...imported.map(({ envelope }) => envelope), ...entries]);
      const proofs = proofsOf(entries, health, imported);
      const shown = filterRows(rows, filterOf(get().fields));
      set({ phase: 'ready', entries, health, imported, rows, proofs, shown });
    },
    filter(change) {
      const fields = { ...get().fields, ...change };
      set({ fields, shown: filterRows(get().rows, filterOf(fields)) });
    },
    show: (open) => set({ open }),
    async deliverNow() {
      const delivery = await ports.deliverNow();
      if (delivery) set({ delivery });
    },
    async take(envelopes) {
      const fresh = envelopes.filter(({ id }) => !get().proofs.has(id));
      if (fresh.length > 0 && !(await ports.keep(fresh))) return { failed: true };
      await get().load();
      return { added: fresh.length };
    },
  }));
}

export type RegisterStore = ReturnType<typeof createRegisterStore>;

/** Everything in the register, as it is exported and mailed. `extensionVersion`: of the extension that sends it. */
export function envelopesOf(
  { entries, imported }: Pick<RegisterState, 'entries' | 'imported'>,
  extensionVersion: string,
): Envelope[] {
  return [...entries.map((one) => envelopeOf(one, extensionVersion)), ...imported.map(({ envelope }) => envelope)];
}
