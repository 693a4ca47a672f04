// An ask to record, as the desk makes it: what tests start from.
import type { IncidentToRecord } from '@/incidents/record.ts';

export const asked: IncidentToRecord = {
  at: 1_800_000_000_000,
  place: { webmail: 'roundcube', host: '' },
  trigger: 'send',
  people: {
    min: 950,
    estimate: 957,
    max: 960,
    how: ['table-rows'],
    flags: { special: 0, criminal: 0, financial: 2, identityDocument: 0, child: 0, purchase: 957 },
  },
  kinds: [{ kind: 'email', category: 'contact', matches: 957, distinct: 957 }],
  destination: 'own',
  account: 'K.Osei@Firm.example',
  recipients: ['kofi.osei4@gmail.example', 'Second@mail.example'],
  files: [{ extension: 'xlsx', type: 'xlsx', size: 81_234, readable: true, digest: 'ab'.repeat(32) }],
  verdict: { action: 'block', rules: ['people-to-own'], enforced: true },
  choice: 'edited',
  reason: { code: 'other', text: 'They asked for it' },
  outcome: 'near-miss',
  openedForMs: 4_200,
  scanMs: 81,
  adapterHealth: 'well',
};
