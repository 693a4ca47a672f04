import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Envelope, envelopeLimit, envelopeOf, isIntact, parseEnvelope } from '../../incidents/envelope.ts';
import type { Entry, Incident } from '../../incidents/incident.ts';
import { amendmentEntry, anyEntries, chainOf, envelopesOf, incident, incidentEntry, reportEntry } from './entries.ts';

const [good] = (await envelopesOf([incidentEntry(1)])) as [Envelope];

/** The envelope with one member at a path set to something else, or taken out. */
function altered(path: string, value: unknown): unknown {
  const copy = structuredClone(good) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe('an envelope', () => {
  it('carries the entry, its place in the chain and who sent it', async () => {
    const [chained] = await chainOf([reportEntry(1)]);
    expect(envelopeOf(chained!, '9.9.9')).toEqual({
      gatehouse: 1,
      type: 'report',
      id: '0193b5a0-0000-7000-8000-000000000001',
      ...chained,
      sentFrom: { extensionVersion: '9.9.9' },
    });
  });

  it('is read back as it was, through JSON, whatever the entry', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries(1, 3), async (entries) => {
        for (const envelope of await envelopesOf(entries)) {
          const text = JSON.stringify(envelope);
          expect(parseEnvelope(JSON.parse(text))).toEqual({ envelope });
          expect(await isIntact(JSON.parse(text))).toBe(true);
        }
      }),
    );
  });

  it('of the largest incident the background takes is read, and stays below the limit', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index.toString(16).padStart(32, '0'));
    const largest = incidentEntry(1, {
      recipients: { count: 10_000, domains: many.slice(0, 5000).map((text) => `${text}.example`), fingerprints: many },
      reason: { code: 'other', text: 'x'.repeat(2000) },
    });
    const [envelope] = await envelopesOf([largest]);
    expect(parseEnvelope(envelope)).toEqual({ envelope });
    expect(JSON.stringify(envelope).length).toBeLessThan(envelopeLimit);
  });

  it('tells when the entry was changed after it was recorded', async () => {
    const forged = altered('entry.incident.outcome', 'left') as Envelope;
    expect(parseEnvelope(forged)).toEqual({ envelope: forged });
    expect(await isIntact(forged)).toBe(false);
  });
});

describe('parseEnvelope refuses', () => {
  it.each([undefined, null, 1, 'text', [], {}, { entry: good.entry }, Object.create(null)])('%j: no record', (raw) => {
    expect(parseEnvelope(raw)).toEqual({ problem: 'it is no Gatehouse record' });
  });

  it('a later version', () => {
    expect(parseEnvelope(altered('gatehouse', 2))).toEqual({
      problem: 'it was written by a version of Gatehouse this one cannot read',
    });
  });

  it.each([
    ['hash', 'AB'.repeat(32)],
    ['hash', 'ab'],
    ['previous', undefined],
    ['sequence', 0],
    ['sequence', 1.5],
    ['sequence', '1'],
    ['id', 'not-an-id'],
    ['id', '0193b5a0-0000-7000-8000-000000000002'],
    ['type', 'report'],
    ['type', 'order'],
    ['sentFrom', {}],
    ['sentFrom.extensionVersion', 'x'.repeat(41)],
    ['more', 1],
    ['entry.type', 'note'],
    ['entry.incident.subject', 'the subject of the mail'],
    ['entry.incident.at', -1],
    ['entry.incident.at', Number.NaN],
    ['entry.incident.people.estimate', -1],
    ['entry.incident.people.estimate', 1e300],
    ['entry.incident.people.names', ['x']],
    ['entry.incident.people.how', ['guess']],
    ['entry.incident.kinds', [{ kind: 'email', category: 'contact', matches: 1, distinct: 1, values: ['x'] }]],
    ['entry.incident.kinds', [{ kind: 'ann@b.example', category: 'contact', matches: 1, distinct: 1 }]],
    ['entry.incident.place.host', 'mail.example/path?query'],
    ['entry.incident.place.url', 'https://mail.example/'],
    ['entry.incident.destination', 'elsewhere'],
    ['entry.incident.recipients.fingerprints', ['ann@b.example']],
    ['entry.incident.recipients.domains', ['ann@b.example']],
    ['entry.incident.recipients.domains', Array(10_001).fill('b.example')],
    ['entry.incident.files', [{ ...incident(0).files[0], name: 'clients.xlsx' }]],
    ['entry.incident.files', [{ ...incident(0).files[0], extension: 'clients of ann' }]],
    ['entry.incident.verdict.rules', ['<b>']],
    ['entry.incident.choice', 'ignored'],
    ['entry.incident.reason', { code: 'other', text: 'x'.repeat(2001) }],
    ['entry.incident.outcome', 'unknown'],
    ['entry.incident.adapterHealth', undefined],
  ])('%s set to something it cannot be', (path, value) => {
    const read = parseEnvelope(altered(path, value));
    expect(read).toHaveProperty('problem');
    if ('problem' in read) expect(read.problem.length).toBeLessThan(200);
  });

  it('without repeating what stood there', () => {
    const canary = 'canary-7f3a';
    for (const raw of [
      altered(canary, 1),
      altered('entry.incident.choice', canary),
      altered(`entry.incident.${canary} x`, canary),
    ]) {
      const read = parseEnvelope(raw);
      expect(read).toHaveProperty('problem');
      expect(JSON.stringify(read)).not.toContain(canary);
    }
  });

  it('anything at all, without an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(parseEnvelope(raw)).toHaveProperty('problem');
      }),
    );
  });
});

describe('what an entry can hold', () => {
  /** Every key of every object an entry is made of. */
  type Keys<T> = T extends readonly (infer Item)[]
    ? Keys<Item>
    : T extends object
      ? { [K in keyof T]: K | Keys<T[K]> }[keyof T]
      : never;
  type Content =
    | 'subject'
    | 'body'
    | 'content'
    | 'name'
    | 'names'
    | 'fileName'
    | 'values'
    | 'matched'
    | 'url'
    | 'path'
    | 'query'
    | 'address'
    | 'digest'
    | 'start'
    | 'end';

  it('has no member for a subject, a body, a value, a name or a place in the text, and addresses in `recipients` alone', () => {
    expectTypeOf<'addresses' extends Keys<Omit<Incident, 'recipients'>> ? true : false>().toEqualTypeOf<false>();
    expectTypeOf<Extract<Keys<Entry>, Content>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<Keys<Entry>, 'fingerprints'>>().toEqualTypeOf<'fingerprints'>();
  });

  it('nor does one made at run time', () => {
    const keys = new Set<string>();
    JSON.stringify([incidentEntry(1), amendmentEntry(2, 1, 'sent'), reportEntry(3)], (key, value) => {
      keys.add(key);
      return value;
    });
    expect(
      [...keys].filter((key) => /subject|body|name|value[s]|match(?!es)|url|path|address|digest/i.test(key)),
    ).toEqual([]);
  });
});
