// The register with a year's entries, empty, unreadable, broken; and its other parts by the address's hash.

import { noFields } from '@/components/register/fields.ts';
import { Register } from '@/components/register/Register.tsx';
import type { RegisterPorts } from '@/components/register/register-ports.ts';
import { journalOf, workedOn } from '../../components/entries.ts';
import { broken, delivered, managed, nowhere, reporting } from './popup-scenes.tsx';
import type { Scene } from './scenes.tsx';

const intact = { chain: 'intact', entries: 232 } as const;

const now = () => Date.UTC(2026, 9, 12);

const full: RegisterPorts = {
  now,
  latest: async () => [],
  list: async () => ({ entries: await workedOn(230) }),
  health: async () => intact,
  imported: async () => [],
  keep: async () => ({ erased: 0 }),
  policy: async () => managed,
  delivery: async () => delivered,
  deliverNow: async () => delivered,
  mailed: async () => delivered,
  told: async () => delivered,
  installation: async () => ({
    gate: false,
    privateWindows: false,
    webmails: [
      { webmail: 'gmail', health: 'degraded', missing: ['send'] },
      { webmail: 'roundcube', health: 'well' },
    ],
    scan: { count: 41, p50: 12, p95: 210 },
  }),
  testDelivery: async () => undefined,
  work: async () => 'stored' as const,
  settings: async () => ({
    filters: [{ name: 'To own addresses', fields: { ...noFields, destination: 'own' } }],
    by: 'Priya Nair',
  }),
  saveSettings: async () => {},
};

const cases: Record<string, RegisterPorts> = {
  full,
  empty: { ...full, list: async () => ({ entries: [] }), health: async () => ({ chain: 'intact', entries: 0 }) },
  broken: {
    ...full,
    list: async () => ({ entries: await journalOf(5) }),
    health: async () => ({ chain: 'broken', firstBad: 4, entries: 7 }),
    policy: async () => broken,
    delivery: async () => nowhere,
  },
  failed: { ...full, list: async () => undefined },
};

const rest = {
  extensionVersion: '0.1.0',
  now,
  newId: () => '0190f6a0-0000-7000-8000-00000000cccc',
  acknowledge: async () => true,
  askFor: async () => 'nobody' as const,
  erase: async () => undefined,
  save: async () => true,
  print() {},
};

const registerOf =
  (ports: RegisterPorts, part = ''): Scene =>
  (t) => {
    location.hash = part;
    return <Register t={t} ports={{ ...ports, ...reporting, ...rest }} />;
  };

export const registerScenes: Record<string, Scene> = {
  ...Object.fromEntries(Object.entries(cases).map(([name, ports]) => [`register-${name}`, registerOf(ports)])),
  ...Object.fromEntries(
    ['report', 'status', 'guidance', 'papers', 'about'].map((part) => [
      `register-${part}`,
      registerOf(cases.broken!, part),
    ]),
  ),
};
