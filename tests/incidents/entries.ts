// Incidents, amendments and reports for the tests, generated: no person in them exists.
import fc from 'fast-check';
import { appendTo } from '../../incidents/chain.ts';
import type { Writer } from '../../incidents/documents/document.ts';
import { type Envelope, envelopeOf } from '../../incidents/envelope.ts';
import type { Amendment, ChainedEntry, Entry, Incident, Report } from '../../incidents/incident.ts';
import type { Change, Work } from '../../incidents/work.ts';

export function uuid(number: number): string {
  return `0193b5a0-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function incident(number: number, more: Partial<Incident> = {}): Incident {
  return {
    id: uuid(number),
    at: Date.parse('2026-11-21T14:03:00Z') + number * 60_000,
    extensionVersion: '0.1.0',
    policy: { version: '2026-11', hash: 'ab'.repeat(32), source: 'managed' },
    actor: { value: 'john.smith@harbourcare.example', from: 'account' },
    place: { webmail: 'roundcube', host: 'mail.harbourcare.example' },
    trigger: 'send',
    people: {
      min: 950,
      estimate: 957,
      max: 960,
      how: ['table-rows'],
      flags: { special: 0, criminal: 0, financial: 0, identityDocument: 0, child: 0, purchase: 957 },
    },
    kinds: [{ kind: 'email', category: 'contact', matches: 957, distinct: 957 }],
    destination: 'own',
    recipients: { count: 1, domains: ['gmail.com'], fingerprints: ['0123456789abcdef0123456789abcdef'] },
    files: [{ extension: 'xlsx', type: 'xlsx', size: 81_234, readable: true, fingerprint: 'fe'.repeat(16) }],
    verdict: { action: 'block', rules: ['people-to-own'], enforced: true },
    choice: 'edited',
    outcome: 'near-miss',
    openedForMs: 4200,
    scanMs: 9.5,
    adapterHealth: 'well',
    ...more,
  };
}

function report(number: number, more: Partial<Report> = {}): Report {
  return {
    id: uuid(number),
    at: Date.parse('2026-11-21T15:00:00Z'),
    extensionVersion: '0.1.0',
    actor: { value: 'jo', from: 'policy' },
    what: 'Sent the wrong attachment to …',
    when: 'this morning',
    recovered: 'unknown',
    people: 'few',
    ...more,
  };
}

export function incidentEntry(number: number, more: Partial<Incident> = {}): Entry {
  return { type: 'incident', incident: incident(number, more) };
}

export function amendmentEntry(number: number, of: number, sent: Amendment['sent'], at = 2e12): Entry {
  return { type: 'amendment', amendment: { id: uuid(number), at, incident: uuid(of), sent } };
}

export function reportEntry(number: number, more: Partial<Report> = {}): Entry {
  return { type: 'report', report: report(number, more) };
}

export async function chainOf(entries: readonly Entry[]): Promise<ChainedEntry[]> {
  const chain: ChainedEntry[] = [];
  for (const entry of entries) chain.push(await appendTo(chain.at(-1) ?? null, entry));
  return chain;
}

export async function envelopesOf(entries: readonly Entry[]): Promise<Envelope[]> {
  return (await chainOf(entries)).map((chained) => envelopeOf(chained, '0.1.0'));
}

/** Entries as they may come: any kind, any text a person may type. */
const anyEntry = (number: number): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc
      .record({ estimate: fc.nat(5000), text: fc.string({ unit: 'grapheme', maxLength: 80 }) })
      .map(({ estimate, text }) =>
        incidentEntry(number, {
          people: { ...incident(0).people, estimate },
          ...(text === '' ? {} : { reason: { code: 'other', text } }),
        }),
      ),
    fc
      .constantFrom('sent' as const, 'not-sent' as const, 'unknown' as const)
      .map((sent) => amendmentEntry(number, 1, sent)),
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((what) => reportEntry(number, { what })),
  );

export const anyEntries = (minLength: number, maxLength: number): fc.Arbitrary<Entry[]> =>
  fc
    .integer({ min: minLength, max: maxLength })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => anyEntry(index + 1))));

/** A translator that shows keys and substitutions, as the tests need to see what was said. */
export function t(key: string, substitutions: string[] = []): string {
  return [key, ...substitutions].join(' | ');
}

/** A step of work on the entry `about`, `number` minutes after the first. */
export function work(number: number, about: number, change: Change, by = 'Priya Nair'): Work {
  const at = Date.parse('2026-11-21T16:00:00Z') + number * 60_000;
  return { id: uuid(100_000 + number), at, by: { value: by, from: 'policy' }, about: uuid(about), change };
}

export function workEntry(number: number, about: number, change: Change): Entry {
  return { type: 'work', work: work(number, about, change) };
}

/** A writer that shows keys, ISO times and plain numbers. */
export const writer: Writer = {
  t,
  time: (at) => new Date(at).toISOString(),
  day: (at) => new Date(at).toISOString().slice(0, 10),
  number: String,
  reason: ({ label }) => label,
};

/** Changes one leaf, chosen by number, whatever its type. */
export function changeLeaf(holder: object, number: number): void {
  const leaves = leavesOf(holder as Record<string, unknown>);
  const [owner, key] = leaves[number % leaves.length]!;
  const value = owner[key];
  owner[key] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`;
}

function leavesOf(holder: Record<string, unknown>): [Record<string, unknown>, string][] {
  return Object.entries(holder).flatMap(([key, value]): [Record<string, unknown>, string][] =>
    value !== null && typeof value === 'object' ? leavesOf(value as Record<string, unknown>) : [[holder, key]],
  );
}
