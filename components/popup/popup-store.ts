// What the popup knows: this page, the policy, whether the breach contact is told. Each is asked for alone; one may fail.

import { createStore } from 'zustand/vanilla';
import type { PageState } from '@/guard/ports.ts';
import type { DeliveryStatus, PolicyInForce } from '@/platform/messages.ts';

/** `undefined` from a port: no answer came. */
export interface PopupPorts {
  page(): Promise<PageState | undefined>;
  policy(): Promise<PolicyInForce | undefined>;
  delivery(): Promise<DeliveryStatus | undefined>;
  /** Tries to deliver at once. */
  deliverNow(): Promise<DeliveryStatus | undefined>;
  /** A mail to the breach contact with what has not been delivered, as a `mailto:` address. */
  readyMail(): Promise<string | undefined>;
}

export type Answered<T> = { state: 'waiting' } | { state: 'none' } | { state: 'known'; value: T };

export interface PopupState {
  page: Answered<PageState>;
  policy: Answered<PolicyInForce>;
  delivery: Answered<DeliveryStatus>;
  mail: Answered<string>;
  load(): Promise<void>;
  deliverNow(): Promise<void>;
}

const waiting = { state: 'waiting' } as const;

export function createPopupStore(ports: PopupPorts) {
  return createStore<PopupState>((set) => ({
    page: waiting,
    policy: waiting,
    delivery: waiting,
    mail: waiting,
    async load() {
      await Promise.all([
        ports.page().then((page) => set({ page: answered(page) })),
        ports.policy().then((policy) => set({ policy: answered(policy) })),
        ports.delivery().then((delivery) => set({ delivery: answered(delivery) })),
        ports.readyMail().then((mail) => set({ mail: answered(mail) })),
      ]);
    },
    async deliverNow() {
      set({ delivery: waiting });
      set({ delivery: answered(await ports.deliverNow()) });
    },
  }));
}

function answered<T>(value: T | undefined): Answered<T> {
  return value === undefined ? { state: 'none' } : { state: 'known', value };
}
