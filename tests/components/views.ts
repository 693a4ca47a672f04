// Verdicts as the desk would show them. The people are invented.
import type { VerdictView } from '@/components/dialog/dialog-view.ts';

/** The case that must never be missed. */
export const headlineCase: VerdictView = {
  state: 'verdict',
  takesCode: false,
  id: 'headline',
  action: 'block',
  trigger: 'send',
  destination: 'own',
  people: { min: 957, estimate: 957, max: 957 },
  parts: [
    {
      where: 'file',
      name: 'clients.xlsx',
      kinds: [
        { kind: 'email', distinct: 957 },
        { kind: 'phone', distinct: 957 },
        { kind: 'birth-date', distinct: 954 },
        { kind: 'purchase', distinct: 2310 },
      ],
    },
  ],
  unreadable: [],
  outside: [{ address: 'kerr.1984@gmail.com', destination: 'own' }],
  inside: 0,
  ways: ['safe-copy'],
  filesStay: false,
  rules: ['people-to-own'],
  reasons: [],
  contact: { name: 'Priya Nair', phone: '+44 20 7946 0123', email: 'priya.nair@firm.example' },
};

export const justifyCase: VerdictView = {
  ...headlineCase,
  id: 'justify',
  action: 'justify',
  destination: 'external',
  people: { min: 30, estimate: 30, max: 32 },
  parts: [{ where: 'body', name: '', kinds: [{ kind: 'email', distinct: 30 }] }],
  outside: [
    { address: 'orders@partner.example', destination: 'external' },
    { address: 'jo@rival.example', destination: 'external' },
  ],
  inside: 1,
  rules: ['people-to-external'],
  reasons: [
    { code: 'agreed-work', label: 'Agreed work', checklist: ['There is an agreement.', 'Only what is needed.'] },
    { code: 'other', label: 'Another reason', checklist: [] },
  ],
};

export const warnCase: VerdictView = {
  ...headlineCase,
  id: 'warn',
  action: 'warn',
  people: { min: 3, estimate: 3, max: 3 },
};
