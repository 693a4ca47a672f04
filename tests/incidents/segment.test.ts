import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendTo, hashEntry } from '../../incidents/chain.ts';
import { timeOf } from '../../incidents/envelope.ts';
import type { ChainedEntry, Entry } from '../../incidents/incident.ts';
import {
  dayOf,
  erasedInPlace,
  erasureOf,
  type SignedHead,
  segmentOf,
  signHead,
  verifySigned,
} from '../../incidents/segment.ts';
import { isSigned, type Signer, sign, toBase64Url } from '../../incidents/signing.ts';
import { changeLeaf, incidentEntry, uuid, workEntry } from './entries.ts';

async function signerOf(): Promise<Signer> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  return { key: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))), privateKey };
}
const device = await signerOf();
const stranger = await signerOf();
const aDay = 86_400_000;

interface Store {
  entries: ChainedEntry[];
  head: SignedHead;
  erased?: { sequence: number; hash: string };
}

/** Days of 1 to 4 entries, closed one by one as the journal does; the first `erasedDays` erased by retention, one entry by request. */
async function storeOf(perDay: readonly number[], erasedDays: number, isOneErased: boolean): Promise<Store> {
  const entries: ChainedEntry[] = [];
  const add = async (entry: Entry) => {
    entries.push(await appendTo(entries.at(-1) ?? null, entry));
  };
  let number = 0;
  let first = 1;
  const close = async (at: number) => {
    const last = entries.at(-1)!;
    await add(await segmentOf(first, last, device, uuid(50_000 + last.sequence), at));
    first = last.sequence + 2;
  };
  for (const [day, count] of perDay.entries()) {
    if (day > 0) await close(day * aDay);
    for (let n = 0; n < count; n++) {
      number += 1;
      await add(
        n % 3 === 2
          ? workEntry(number, number - 1, { do: 'note', text: 'n' })
          : incidentEntry(number, { at: day * aDay + n }),
      );
    }
  }
  let kept = entries;
  let erased: Store['erased'];
  if (erasedDays > 0 && erasedDays < perDay.length) {
    const { sequence, hash } = entries.filter(({ entry }) => entry.type === 'segment')[erasedDays - 1]!;
    erased = { sequence, hash };
    await add(await erasureOf({ why: 'retention', through: erased, entries: sequence }, device, uuid(60_001), 9e9));
    kept = entries.filter((one) => one.sequence > sequence);
  }
  if (isOneErased) {
    const index = kept.findIndex(({ entry }) => entry.type === 'incident');
    const { sequence, hash } = kept[index]!;
    const said = await erasureOf(
      { why: 'request', listed: [{ sequence, hash }], entries: 1 },
      device,
      uuid(60_002),
      9e9,
    );
    kept = [...kept, await appendTo(kept.at(-1)!, said)];
    kept[index] = erasedInPlace(kept[index]!, uuid(60_002));
  }
  return { entries: kept, head: await signHead(kept.at(-1)!, device), ...(erased ? { erased } : {}) };
}

const verify = (store: Store) => verifySigned(store.entries, { ...store, key: device.key });

/** What someone who can write to the store, and read this source, would do without the device's key. */
const tamperings = {
  edit: async (store: Store, at: number, leaf: number) => changeLeaf(store.entries[at]!, leaf),
  rehash: async (store: Store, at: number, leaf: number) => {
    const one = store.entries[at]!;
    changeLeaf(one.entry, leaf);
    one.hash = await hashEntry(one.sequence, one.previous, one.entry);
  },
  'edit and make the chain anew': async (store: Store, at: number, leaf: number) => {
    changeLeaf(store.entries[at]!.entry, leaf);
    await chainAnew(store, at);
  },
  'the same, and sign with another key': async (store: Store, at: number, leaf: number) => {
    changeLeaf(store.entries[at]!.entry, leaf);
    await chainAnew(store, at);
    store.head = await signHead(store.entries.at(-1)!, stranger);
  },
  drop: async (store: Store, at: number) => void store.entries.splice(at, 1),
  'drop and make the chain anew': async (store: Store, at: number) => {
    store.entries.splice(at, 1);
    await chainAnew(store, 0);
    const last = store.entries.at(-1);
    if (last) store.head = { ...store.head, sequence: last.sequence, hash: last.hash };
  },
  swap: async (store: Store, at: number) => {
    const other = (at + 1) % store.entries.length;
    [store.entries[at], store.entries[other]] = [store.entries[other]!, store.entries[at]!];
  },
  double: async (store: Store, at: number) => void store.entries.splice(at, 0, structuredClone(store.entries[at]!)),
  'replay at the end': async (store: Store, at: number) => {
    const last = store.entries.at(-1)!;
    store.entries.push(await appendTo(last, store.entries[at]!.entry));
    store.head = { ...store.head, sequence: last.sequence + 1, hash: store.entries.at(-1)!.hash };
  },
  cut: async (store: Store, at: number) => void store.entries.splice(at),
  'cut, and set the head back': async (store: Store, at: number) => {
    store.entries.length = at;
    const last = store.entries.at(-1) ?? { sequence: 0, hash: '0'.repeat(64) };
    store.head = { ...store.head, sequence: last.sequence, hash: last.hash };
  },
  'cut the beginning, and say it was erased': async (store: Store, at: number) => {
    const { sequence, hash } = store.entries[at]!;
    store.entries = store.entries.slice(at + 1);
    store.erased = { sequence, hash };
  },
  'erase one without a word': async (store: Store, at: number) => {
    store.entries[at] = erasedInPlace(store.entries[at]!, uuid(60_003));
  },
} satisfies Record<string, (store: Store, at: number, leaf: number) => Promise<unknown>>;

async function chainAnew(store: Store, from: number): Promise<void> {
  for (let index = from; index < store.entries.length; index++) {
    const before = store.entries[index - 1];
    const one = store.entries[index]!;
    if (before) one.previous = before.hash;
    if (before) one.sequence = before.sequence + 1;
    one.hash = await hashEntry(one.sequence, one.previous, one.entry);
  }
  const last = store.entries.at(-1);
  if (last) store.head = { ...store.head, sequence: last.sequence, hash: last.hash };
}

const shapes = fc.record({
  perDay: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
  erasedDays: fc.nat(2),
  isOneErased: fc.boolean(),
});

describe('a register signed day by day', () => {
  it('verifies as it was made, also after retention and an erasure by request', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async ({ perDay, erasedDays, isOneErased }) => {
        const store = await storeOf(perDay, erasedDays, isOneErased);
        expect(await verify(store)).toEqual({ ok: true });
        expect(await verify(JSON.parse(JSON.stringify(store)))).toEqual({ ok: true });
      }),
      { numRuns: 60 },
    );
  });

  it('detects every one of 1,000 random tamperings', async () => {
    const tally: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        shapes,
        fc.constantFrom(...Object.keys(tamperings)),
        fc.nat(),
        fc.nat(),
        async (shape, how, at, leaf) => {
          const store = structuredClone(await storeOf(shape.perDay, shape.erasedDays, shape.isOneErased));
          const before = JSON.stringify(store);
          await tamperings[how as keyof typeof tamperings](store, at % store.entries.length, leaf);
          // Erasing what is erased, as it is said, changes nothing.
          fc.pre(JSON.stringify(store) !== before && !isSameErasure(store, at));
          tally[how] = (tally[how] ?? 0) + 1;
          expect(await verify(store), how).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 1000 },
    );
    expect(Object.keys(tally).sort()).toEqual(Object.keys(tamperings).sort());
  }, 120_000);

  it('says that it is unsigned where only the signature is wrong', async () => {
    const store = await storeOf([2, 2], 0, false);
    expect(await verifySigned(store.entries, { ...store, key: stranger.key })).toEqual({
      ok: false,
      firstBad: 3,
      why: 'unsigned',
    });
  });

  it('is checked without the device too: all its days must be signed by one key', async () => {
    const { entries } = await storeOf([2, 1, 1], 0, false);
    expect(await verifySigned(entries, {})).toEqual({ ok: true });
    const forged = await segmentOf(4, entries[3]!, stranger, uuid(9), aDay * 2);
    const mixed = [...entries.slice(0, 4), await appendTo(entries[3]!, forged)];
    expect(await verifySigned(mixed, {})).toEqual({ ok: false, firstBad: 5, why: 'unsigned' });
  });

  it('tells a day by UTC', () => {
    expect([0, aDay - 1, aDay].map(dayOf)).toEqual(['1970-01-01', '1970-01-01', '1970-01-02']);
    expect(dayOf(timeOf(incidentEntry(1)))).toBe('2026-11-21');
  });
});

function isSameErasure(store: Store, at: number): boolean {
  const one = store.entries[at % store.entries.length];
  if (one?.entry.type !== 'erased') return false;
  return store.entries.some(
    ({ entry }) => entry.type === 'erasure' && entry.erasure.listed?.some(({ hash }) => hash === one.hash),
  );
}

describe('a signature', () => {
  it('is good for what was signed, for its purpose and by its key, and for nothing else', async () => {
    const signature = await sign(device, 'head', { a: 1 });
    expect(await isSigned(device.key, 'head', { a: 1 }, signature)).toBe(true);
    for (const [key, purpose, value, other] of [
      [stranger.key, 'head', { a: 1 }, signature],
      [device.key, 'segment', { a: 1 }, signature],
      [device.key, 'head', { a: 2 }, signature],
      [device.key, 'head', { a: 1 }, `${signature.slice(0, -4)}AAAA`],
      ['no key', 'head', { a: 1 }, signature],
      [device.key, 'head', { a: 1 }, '§'],
    ] as const)
      expect(await isSigned(key, purpose, value, other)).toBe(false);
  });
});
