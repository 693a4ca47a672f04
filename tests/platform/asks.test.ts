import { describe, expect, it } from 'vitest';
import { readAsk } from '@/platform/messages/asks.ts';
import { asked } from './incident-asked.ts';

const canary = 'CANARY ann@client.example 07700 900123';

/** The ask with `value` put at a dotted path. */
function withAt(path: string, value: unknown): unknown {
  const copy = structuredClone({ incident: asked }) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
  return copy;
}

describe('an ask to record', () => {
  it('passes as the desk makes it', () => {
    expect(readAsk('incident/record', { incident: asked })).toEqual({ ok: true, ask: { incident: asked } });
  });

  it.each([
    'incident.subject',
    'incident.people.names',
    'incident.people.flags.who',
    'incident.kinds.0.value',
    'incident.files.0.name',
    'incident.verdict.note',
    'incident.reason.raw',
    'incident.place.url',
    'note',
  ])('loses what does not belong in it: %s', (path) => {
    const read = readAsk('incident/record', withAt(path, canary));
    expect(read.ok).toBe(true);
    expect(JSON.stringify(read)).not.toContain('CANARY');
  });

  it.each([
    ['incident.place.host', ''],
    ['incident.files.0.extension', ''],
    ['incident.files.0.type', 'unknown'],
  ])('keeps no text where a page or a file name could put one: %s', (path, instead) => {
    const read = readAsk('incident/record', withAt(path, canary));
    const value = path
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], read.ok ? read.ask : undefined);
    expect(value).toBe(instead);
  });

  it.each([
    ['incident.kinds.0.kind', canary],
    ['incident.kinds.0.category', canary],
    ['incident.kinds.0.matches', '957'],
    ['incident.kinds', Array.from({ length: 201 }, () => asked.kinds[0])],
    ['incident.place.webmail', canary],
    ['incident.trigger', canary],
    ['incident.destination', canary],
    ['incident.people.how.0', canary],
    ['incident.people.estimate', -1],
    ['incident.people.estimate', 1.5],
    ['incident.people.estimate', Number.NaN],
    ['incident.people.estimate', 1e12],
    ['incident.verdict.rules.0', canary],
    ['incident.verdict.action', 'release'],
    ['incident.verdict.enforced', 'true'],
    ['incident.choice', canary],
    ['incident.reason.code', canary],
    ['incident.reason.text', 'x'.repeat(2_001)],
    ['incident.outcome', 'left?'],
    ['incident.files.0.digest', canary],
    ['incident.files.0.unreadable', canary],
    ['incident.recipients', Array.from({ length: 10_001 }, () => 'a@b.example')],
    ['incident.recipients.0', 'x'.repeat(1_001)],
    ['incident.at', 'today'],
    ['incident', null],
  ])('is refused, without a word of what stood there, with a bad %s', (path, value) => {
    const read = readAsk('incident/record', withAt(path, value));
    expect(read).toMatchObject({ ok: false });
    expect(JSON.stringify(read)).not.toContain('CANARY');
  });
});

describe('other asks', () => {
  it.each([
    ['incident/amend', { incident: '0190f6a0-0000-7000-8000-000000000001', sent: 'sent' }],
    ['desk/announce', { nonce: 'f3a9f3a9f3a9f3a9' }],
    ['report/record', { report: { what: 'Wrong list', when: 'today', recovered: 'no', people: 'few' } }],
    ['page/state', { state: { webmail: 'roundcube', composes: 1, health: 'well' } }],
    ['page/get', { tab: 3 }],
    ['policy/get', {}],
  ] as const)('%s passes', (name, ask) => {
    expect(readAsk(name, ask)).toEqual({ ok: true, ask });
  });

  it.each([
    ['incident/amend', { incident: canary, sent: 'sent' }],
    ['incident/amend', { incident: '0190f6a0-0000-7000-8000-000000000001', sent: canary }],
    ['desk/announce', { nonce: '../../etc' }],
    ['desk/claim', { nonce: 7 }],
    ['report/record', { report: { what: 'x'.repeat(5_001), when: '', recovered: 'no', people: 'few' } }],
    ['page/state', { state: { webmail: '<b>', composes: 1, health: 'well' } }],
    ['page/get', { tab: '3' }],
    ['policy/get', null],
  ] as const)('%s is refused when it is something else', (name, ask) => {
    expect(readAsk(name, ask).ok).toBe(false);
  });
});
