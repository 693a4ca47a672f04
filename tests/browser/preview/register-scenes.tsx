// The register with a year's entries, empty, unreadable, broken; and its other parts by the address's hash.
import { Register } from '@/components/register/Register.tsx';
import type { RegisterPorts } from '@/components/register/register-store.ts';
import { journalOf } from '../../components/entries.ts';
import { broken, delivered, managed, nowhere, reporting } from './popup-scenes.tsx';
import type { Scene } from './scenes.tsx';

const intact = { chain: 'intact', entries: 232 } as const;

const full: RegisterPorts = {
  list: async () => ({ entries: await journalOf(230), health: intact }),
  imported: async () => [],
  keep: async () => true,
  policy: async () => managed,
  delivery: async () => delivered,
  deliverNow: async () => delivered,
  testDelivery: async () => undefined,
};

const cases: Record<string, RegisterPorts> = {
  full,
  empty: { ...full, list: async () => ({ entries: [], health: { chain: 'intact', entries: 0 } }) },
  broken: {
    ...full,
    list: async () => ({ entries: await journalOf(5), health: { chain: 'broken', firstBad: 4, entries: 7 } }),
    policy: async () => broken,
    delivery: async () => nowhere,
  },
  failed: { ...full, list: async () => undefined },
};

const files = { extensionVersion: '0.1.0', now: () => Date.UTC(2026, 10, 21), save() {}, print() {} };

export const registerScenes: Record<string, Scene> = Object.fromEntries(
  Object.entries(cases).map(([name, ports]) => [
    `register-${name}`,
    (t) => <Register t={t} ports={{ ...ports, ...reporting, ...files }} />,
  ]),
);
