// What the desk makes of an assessment passes the gate of the background, whatever stood in the draft.
import { expect, it } from 'vitest';
import { assess } from '@/assessment/assess.ts';
import type { DraftToAssess } from '@/assessment/assessment.ts';
import { toRecord } from '@/assessment/to-record.ts';
import { readAsk } from '@/platform/messages/asks.ts';
import { strictDefault } from '@/policy/default.ts';
import { generateClients } from '../../benchmarks/corpus/clients.ts';
import { asTableText } from '../../benchmarks/corpus/forms.ts';

const draft: DraftToAssess = {
  account: 'kerr.marsh@firm.example',
  to: ['kmarsh84@gmail.example'],
  cc: [],
  bcc: [],
  subject: '',
  body: '',
  isHtml: false,
  files: [],
  trigger: 'send',
};
const table = asTableText(generateClients(40, 3))
  .replaceAll(/\S+@\S+/g, '')
  .replaceAll('\n', ' ');

it.each<[string, Partial<DraftToAssess>, { count: number; named: number }]>([
  ['a table in a recipient field', { bcc: [table] }, { count: 2, named: 1 }],
  [
    'more recipients than are named',
    { bcc: Array.from({ length: 10_500 }, (_, n) => `c${n}@client.example`) },
    { count: 10_501, named: 10_000 },
  ],
  ['a very long account', { account: `${'x'.repeat(400)}@firm.example` }, { count: 1, named: 1 }],
])('an incident with %s can be recorded', async (_, changes, { count, named }) => {
  const assessment = await assess({ ...draft, ...changes }, strictDefault, {
    session: 7,
    now: () => 1_800_000_000_000,
  });
  const incident = toRecord(
    assessment,
    { choice: 'edited', release: false, openedForMs: 0 },
    { at: 1, place: { webmail: 'generic', host: '' }, adapterHealth: 'well', digests: [], seed: 7 },
  );
  for (const name of ['incident/open', 'incident/record'] as const)
    expect(readAsk(name, { incident })).toEqual({ ok: true, ask: { incident } });
  expect(incident.recipients).toHaveLength(named);
  expect(incident.recipients.length + (incident.unnamed ?? 0)).toBe(count);
  expect(incident.account ?? '').toMatch(/@firm\.example$/);
});
