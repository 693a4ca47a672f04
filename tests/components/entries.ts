// A journal as the background gives it: incidents of every kind, an amendment, a report. Seeded, invented, no value in it.
import { appendTo } from '@/incidents/chain.ts';
import type { ChainedEntry, Choice, Entry, Incident } from '@/incidents/incident.ts';
import type { Change } from '@/incidents/work.ts';
import { destinations } from '@/policy/facts.ts';
import type { Action } from '@/policy/verdict.ts';

const firstAt = Date.UTC(2026, 9, 1, 8, 0);
const hour = 3_600_000;

const ends: readonly [Action, Choice, Incident['outcome']][] = [
  ['block', 'edited', 'near-miss'],
  ['justify', 'sent-with-reason', 'left'],
  ['warn', 'sent-after-warning', 'left'],
  ['justify', 'removed-recipients', 'near-miss'],
  ['block', 'review-requested', 'near-miss'],
];

export function idOf(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export function incidentOf(number: number, change: Partial<Incident> = {}): Incident {
  const [action, choice, outcome] = ends[number % ends.length]!;
  const destination = destinations[number % 3]!;
  const people = number === 0 ? 957 : 2 + ((number * 37) % 300);
  return {
    id: idOf(number),
    at: firstAt + number * hour,
    extensionVersion: '0.1.0',
    policy: { version: '2026-11', hash: 'a'.repeat(64), source: 'managed' },
    actor: { value: `${['sam', 'alex', 'robin'][number % 3]}@firm.example`, from: 'account' },
    place: { webmail: 'roundcube', host: 'mail.firm.example' },
    trigger: 'send',
    people: {
      min: people,
      estimate: people,
      max: people + (number % 4),
      how: ['table-rows'],
      flags: { special: number % 5, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: people },
    },
    kinds: [
      { kind: 'email', category: 'contact', matches: people + 1, distinct: people },
      { kind: 'birth-date', category: 'identity', matches: people, distinct: people },
    ],
    destination,
    recipients: {
      count: 1,
      domains: [destination === 'external' ? 'rival.example' : 'gmail.com'],
      fingerprints: ['ab12'],
    },
    files: [
      { extension: 'xlsx', type: 'xlsx', size: 48_211, readable: true, fingerprint: 'cd34' },
      { extension: 'txt', type: 'zip', size: 1_200, readable: false, unreadable: 'encrypted', fingerprint: 'ef56' },
    ],
    verdict: { action, rules: [`people-to-${destination}`], enforced: number % 7 !== 6 },
    choice,
    ...(choice === 'sent-with-reason' ? { reason: { code: 'agreed-work', text: 'the monthly run for [name]' } } : {}),
    outcome,
    openedForMs: 8_400,
    scanMs: 120,
    adapterHealth: 'well',
    ...change,
  };
}

export async function chainOf(entries: readonly Entry[]): Promise<ChainedEntry[]> {
  const chain: ChainedEntry[] = [];
  for (const entry of entries) chain.push(await appendTo(chain.at(-1) ?? null, entry));
  return chain;
}

/** Incidents 0 to `count` - 1, then an amendment (incident 1 did not go after all) and a report. */
export function journalOf(count: number): Promise<ChainedEntry[]> {
  const incidents = Array.from(
    { length: count },
    (_, number): Entry => ({ type: 'incident', incident: incidentOf(number) }),
  );
  return chainOf([
    ...incidents,
    {
      type: 'amendment',
      amendment: { id: idOf(900_001), at: firstAt + count * hour, incident: idOf(1), sent: 'not-sent' },
    },
    {
      type: 'report',
      report: {
        id: idOf(900_002),
        at: firstAt + count * hour,
        extensionVersion: '0.1.0',
        actor: { value: 'robin@firm.example', from: 'account' },
        what: 'a letter with one order went to the neighbour, who has it on the table',
        when: 'this morning',
        recovered: 'no',
        people: 'one',
      },
    },
  ]);
}

/** The same, and the breach contact has worked on it: incident 1 is a breach in hand, incident 2 was a false alarm. */
export async function workedOn(count: number): Promise<ChainedEntry[]> {
  const chain = await journalOf(count);
  const steps: [about: number, change: Change][] = [
    [1, { do: 'status', status: 'triage', why: 'it left' }],
    [1, { do: 'aware', at: firstAt + (count + 2) * hour, basis: 'the incident was read', who: 'the breach contact' }],
    [1, { do: 'status', status: 'breach', why: 'the recipient is not known' }],
    [1, { do: 'facts', facts: { description: 'A list went to a private mailbox.', consequences: 'Unwanted calls.' } }],
    [1, { do: 'decide', risk: 'risk', reasoning: 'contact details only' }],
    [1, { do: 'action', action: idOf(800_001), what: 'ask for deletion', owner: 'Robin', due: firstAt + count * hour }],
    [2, { do: 'status', status: 'false-positive', why: 'a price list' }],
    [2, { do: 'feedback', rules: [], kinds: ['email'], suggestion: 'leave price lists out' }],
  ];
  for (const [index, [about, change]] of steps.entries()) {
    const at = firstAt + (count + 3 + index) * hour;
    const work = {
      id: idOf(700_001 + index),
      at,
      by: { value: 'Priya Nair', from: 'typed' as const },
      about: idOf(about),
      change,
    };
    chain.push(await appendTo(chain.at(-1)!, { type: 'work', work }));
  }
  return chain;
}
