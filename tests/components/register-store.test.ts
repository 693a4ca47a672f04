// The register in memory, beside its page: what it counts where the collector reads it, and what stays when a reading fails.
import { describe, expect, it } from 'vitest';
import type { RegisterPorts } from '@/components/register/register-ports.ts';
import {
  claimsIn,
  createRegisterStore,
  envelopesOf as envelopesOfRegister,
} from '@/components/register/register-store.ts';
import type { Envelope } from '@/incidents/envelope.ts';
import { toJson } from '@/incidents/export.ts';
import { importEntries } from '@/incidents/import.ts';
import { amendmentEntry, chainOf, envelopesOf, incidentEntry, uuid, workEntry } from '../incidents/entries.ts';

const nothing = async () => undefined;
const portsOf = (read: RegisterPorts['imported'], more: Partial<RegisterPorts> = {}): RegisterPorts => ({
  ...{ latest: nothing, list: async () => ({ entries: [] }), imported: read, health: nothing, policy: nothing },
  ...{
    delivery: nothing,
    deliverNow: nothing,
    mailed: nothing,
    told: nothing,
    installation: nothing,
    testDelivery: nothing,
    settings: nothing,
  },
  keep: async () => ({ erased: 0 }),
  work: async () => 'stored',
  now: () => 0,
  saveSettings: async () => {},
  ...more,
});

describe('a step that came without the browser it is from', () => {
  const withoutDevice = (): Promise<Envelope[]> =>
    envelopesOf([incidentEntry(1), workEntry(2, 1, { do: 'status', status: 'triage', why: '' })]);

  it.each([
    ['received', 'new', 1],
    ['imported', 'new', 1],
  ] as const)('%s: the entry is %s', async (origin, status, claims) => {
    const store = createRegisterStore(portsOf(withoutDevice, { origin }));
    await store.getState().load();
    const row = store.getState().rows.find(({ id }) => id === uuid(1));
    expect([row?.status, row?.claims?.length ?? 0]).toEqual([status, claims]);
  });
});

describe('a register that is taken to another browser', () => {
  const status = (number: number, about: number, to: 'triage' | 'false-positive') =>
    workEntry(number, about, { do: 'status', status: to, why: '' });

  it("has the reader's steps there, and what others said stays what others said", async () => {
    const entries = await chainOf([incidentEntry(1), status(1, 1, 'triage'), amendmentEntry(5, 1, 'sent')]);
    const mail = await envelopesOf([incidentEntry(2), status(2, 2, 'false-positive'), amendmentEntry(6, 2, 'sent')]);
    const device = uuid(900);
    const delivery = async () => ({ to: 'nowhere', host: '', waiting: 0, cases: 0, untold: [], device }) as const;
    const from = createRegisterStore(portsOf(async () => mail, { list: async () => ({ entries }), delivery }));
    await from.getState().load();
    const file = toJson(envelopesOfRegister(from.getState(), '0.1.0'), 0, claimsIn(from.getState()));
    const { entries: read, own } = importEntries(file);
    const taken = read.map((one) => (own.has(one.id) ? { ...one, isOwn: true as const } : one));
    const to = createRegisterStore(portsOf(async () => taken));
    await to.getState().load();
    const [second, first] = to.getState().rows;
    expect(first).toMatchObject({ status: 'triage', outcome: 'left', sent: 'sent' });
    expect(second).toMatchObject({ status: 'new', claims: [{}], outcome: 'near-miss', sentClaims: ['sent'] });
  });
});

describe('a register that was read', () => {
  it('stays as it was, and says so, where it cannot be read anew, until it can', async () => {
    const all = await envelopesOf([incidentEntry(1), incidentEntry(2)]);
    let answer: Envelope[] | undefined = all.slice(0, 1);
    const store = createRegisterStore(portsOf(async () => answer));
    const seen = () => {
      const { phase, isBehind, rows, shown } = store.getState();
      return [phase, isBehind, rows.length, shown.length];
    };
    await store.getState().load();
    expect(seen()).toEqual(['ready', false, 1, 1]);
    answer = undefined;
    expect(await store.getState().work(uuid(1), { do: 'note', text: 'n' })).toBe('stored');
    await store.getState().sort('people');
    expect(seen()).toEqual(['ready', true, 1, 1]);
    answer = all;
    await store.getState().load();
    expect(seen()).toEqual(['ready', false, 2, 2]);
  });

  it('could not be read where it never was', async () => {
    const store = createRegisterStore(portsOf(async () => undefined));
    await store.getState().load();
    expect(store.getState()).toMatchObject({ phase: 'failed', isBehind: false });
  });
});
