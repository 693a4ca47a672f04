// The popup on a webmail with all well, where nobody is told, where delivery fails, and where nothing answers.
import { Popup } from '@/components/popup/Popup.tsx';
import type { PopupPorts } from '@/components/popup/popup-store.ts';
import type { DeliveryStatus, PolicyInForce } from '@/platform/messages/messages.ts';
import { strictDefault } from '@/policy/default.ts';
import { headlineCase } from '../../components/views.ts';
import type { Scene } from './scenes.tsx';

const now = Date.UTC(2026, 10, 21, 14, 5);

export const delivered: DeliveryStatus = {
  to: 'address',
  host: 'dpo.firm.example',
  waiting: 0,
  cases: 0,
  untold: [],
  lastDeliveredAt: now,
};
export const nowhere: DeliveryStatus = { to: 'nowhere', host: '', waiting: 3, cases: 3, untold: [1, 2, 3] };
const failing: DeliveryStatus = {
  ...delivered,
  waiting: 2,
  cases: 2,
  untold: [1, 2],
  failingSince: now,
  lastFailure: { at: now, key: 'delivery_failed_http', detail: '503' },
};

export const managed: PolicyInForce = {
  policy: { ...strictDefault, version: '2026-11', breachContact: headlineCase.contact },
  source: 'managed',
  hash: '',
  problems: [],
  settled: true,
};
export const broken: PolicyInForce = {
  ...managed,
  problems: [
    { key: 'thresholds.own.block', problem: 'is below 1; leave the level out to never reach it' },
    { key: 'reporting.url', problem: 'is no https address such as https://dpo.firm.example/incidents' },
  ],
};
const byDefault: PolicyInForce = { ...managed, policy: strictDefault, source: 'default' };

const all: PopupPorts = {
  page: async () => ({
    webmail: 'roundcube',
    composes: 1,
    health: 'well',
    network: true,
    last: { action: 'justify', people: 30, destination: 'external' },
  }),
  policy: async () => managed,
  delivery: async () => delivered,
  deliverNow: async () => failing,
  mailed: async () => nowhere,
  told: async () => nowhere,
  installation: async () => undefined,
  testDelivery: async () => undefined,
  list: async () => ({ entries: [] }),
};
const nothing = async () => undefined;

const cases: Record<string, PopupPorts> = {
  well: all,
  nowhere: {
    ...all,
    page: async () => ({ webmail: 'none', composes: 0, health: 'well', network: false }),
    policy: async () => byDefault,
    delivery: async () => nowhere,
  },
  failing: {
    ...all,
    page: async () => ({
      webmail: 'generic',
      composes: 2,
      health: 'degraded',
      missing: ['recipients', 'send'],
      network: false,
    }),
    policy: async () => broken,
    delivery: async () => failing,
  },
  silent: {
    page: nothing,
    policy: nothing,
    delivery: nothing,
    deliverNow: nothing,
    mailed: nothing,
    told: nothing,
    installation: nothing,
    testDelivery: nothing,
    list: nothing,
  },
};

export const reporting = {
  mask: (text: string) => text.replace(/\S+@\S+/g, '[e-mail address]'),
  record: async () => true,
  copy: async () => {},
};

export const popupScenes: Record<string, Scene> = Object.fromEntries(
  Object.entries(cases).map(([name, ports]) => [
    `popup-${name}`,
    (t) => (
      <Popup
        t={t}
        ports={{ ...ports, ...reporting }}
        registerUrl="#register"
        policyUrl="#policy"
        extensionVersion="0.1.0"
      />
    ),
  ]),
);
