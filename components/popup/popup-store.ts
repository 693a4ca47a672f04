// What the popup knows: this page, the policy, whether the breach contact is told. Each is asked for alone; one may fail.

import { createStore } from 'zustand/vanilla';
import type { ChainedEntry } from '@/incidents/incident.ts';
import type { DeliveryStatus, PageSeen, PolicyInForce } from '@/platform/messages/messages.ts';
import type { DeliveryPorts } from '../status/delivery-ports.ts';

/** `undefined` from a port: no answer came. */
export interface PopupPorts extends DeliveryPorts {
  page(): Promise<PageSeen | undefined>;
  policy(): Promise<PolicyInForce | undefined>;
  list(): Promise<{ entries: ChainedEntry[] } | undefined>;
}

export type Answered<T> = { state: 'waiting' } | { state: 'none' } | { state: 'known'; value: T };

export interface PopupState {
  page: Answered<PageSeen>;
  policy: Answered<PolicyInForce>;
  delivery: Answered<DeliveryStatus>;
  entries: readonly ChainedEntry[];
  load(): Promise<void>;
  deliverNow(): Promise<void>;
  mailed(sequences: readonly number[]): Promise<void>;
  /** False: it could not be stored. */
  told(sequences: readonly number[]): Promise<boolean>;
}

const waiting = { state: 'waiting' } as const;

export function createPopupStore(ports: PopupPorts) {
  return createStore<PopupState>((set) => ({
    page: waiting,
    policy: waiting,
    delivery: waiting,
    entries: [],
    async load() {
      await Promise.all([
        ports.page().then((page) => set({ page: answered(page) })),
        ports.policy().then((policy) => set({ policy: answered(policy) })),
        ports.delivery().then((delivery) => set({ delivery: answered(delivery) })),
        ports.list().then((journal) => set({ entries: journal?.entries ?? [] })),
      ]);
    },
    async deliverNow() {
      const delivery = await ports.deliverNow();
      set({ delivery: answered(delivery) });
    },
    async mailed(sequences) {
      const delivery = await ports.mailed(sequences);
      if (delivery) set({ delivery: answered(delivery) });
    },
    async told(sequences) {
      const delivery = await ports.told(sequences);
      if (delivery) set({ delivery: answered(delivery) });
      return delivery !== undefined;
    },
  }));
}

function answered<T>(value: T | undefined): Answered<T> {
  return value === undefined ? { state: 'none' } : { state: 'known', value };
}
