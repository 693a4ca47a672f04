// The policy page in each of its parts, under a managed policy with mistakes and with a draft that has some of its own.
import { PolicyPage } from '@/components/policy/PolicyPage.tsx';
import type { PolicyPorts } from '@/components/policy/policy-store.ts';
import { templates } from '@/policy/templates.ts';
import { exampleInstall } from '@/rollout/install.ts';
import { broken } from './popup-scenes.tsx';
import type { Scene } from './scenes.tsx';

const draft = {
  ...templates.council,
  firm: { name: 'Landkreis mit einem sehr langen Namen, der in keine Zeile passt' },
  internalDomains: ['a-rather-long-domain-name-of-a-council.some-district.example', 'council.example'],
  partners: [
    {
      domain: 'payroll.example',
      agreement: 'processor',
      reference: 'Contracts 2025/14',
      expires: 'never',
      categories: ['contact', 'identity', 'financial'],
    },
  ],
  wording: { note: 'Ask Priya first.', links: [{ label: 'How we share', url: 'https://council.example/sharing' }] },
  retentionDays: 0,
};

const ports: PolicyPorts = {
  policy: async () => broken,
  watch: () => () => {},
  recall: () => draft,
  keep() {},
  assess: () => Promise.reject(new Error('not here')),
  save() {},
  install: exampleInstall,
};

export const policyScenes: Record<string, Scene> = Object.fromEntries(
  ['in-force', 'draft', 'try', 'compare', 'files'].map((part) => [
    `policy-${part}`,
    (t) => {
      location.hash = part;
      return <PolicyPage t={t} ports={ports} />;
    },
  ]),
);
