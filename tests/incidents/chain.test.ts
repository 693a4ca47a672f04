import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendTo, canonicalEntry, hashEntry, verifyChain } from '../../incidents/chain.ts';
import type { ChainedEntry } from '../../incidents/incident.ts';
import { anyEntries, chainOf, changeLeaf, incidentEntry, reportEntry } from './entries.ts';

const headOf = (chain: readonly ChainedEntry[]) => {
  const { sequence, hash } = chain.at(-1)!;
  return { sequence, hash };
};

describe('a chain', () => {
  it('begins at 1 after 64 zeros, and each entry names the hash before it', async () => {
    const [first, second] = await chainOf([incidentEntry(1), reportEntry(2)]);
    expect(first).toMatchObject({ sequence: 1, previous: '0'.repeat(64) });
    expect(second).toMatchObject({ sequence: 2, previous: first!.hash });
    expect(first!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await appendTo(headOf([first!]), reportEntry(2))).toEqual(second);
  });

  it('hashes what an entry says, not the order it is said in', async () => {
    const entry = incidentEntry(1);
    const turned = JSON.parse(JSON.stringify(entry), (_, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(canonicalEntry(1, 'a', turned)).toBe(canonicalEntry(1, 'a', entry));
    expect(await hashEntry(1, 'a', turned)).toBe(await hashEntry(1, 'a', entry));
  });

  it('uses SHA-256', async () => {
    const { createHash } = await import('node:crypto');
    const entry = reportEntry(1, { what: 'ü' });
    const expected = createHash('sha256')
      .update(canonicalEntry(7, 'ff', entry))
      .digest('hex');
    expect(await hashEntry(7, 'ff', entry)).toBe(expected);
  });

  it('verifies as it was made, empty, stored and read back, and beyond the head that was kept', async () => {
    const chain = await chainOf([incidentEntry(1), reportEntry(2), incidentEntry(3)]);
    expect(await verifyChain([])).toEqual({ ok: true });
    expect(await verifyChain(JSON.parse(JSON.stringify(chain)), headOf(chain))).toEqual({ ok: true });
    expect(await verifyChain(chain, headOf(chain.slice(0, 2)))).toEqual({ ok: true });
  });

  it('says where and why it is broken', async () => {
    const chain = await chainOf([incidentEntry(1), reportEntry(2), incidentEntry(3)]);
    const head = headOf(chain);
    const [first, second, third] = chain as [ChainedEntry, ChainedEntry, ChainedEntry];
    expect(await verifyChain([second, third], head)).toEqual({ ok: false, firstBad: 1, why: 'start' });
    expect(await verifyChain([first, third], head)).toEqual({ ok: false, firstBad: 2, why: 'gap' });
    expect(await verifyChain([first, third, second], head)).toEqual({ ok: false, firstBad: 2, why: 'gap' });
    expect(await verifyChain([first, second], head)).toEqual({ ok: false, firstBad: 3, why: 'truncated' });
    expect(await verifyChain([], head)).toEqual({ ok: false, firstBad: 1, why: 'truncated' });
    const edited = { ...second, entry: reportEntry(2, { recovered: 'yes' }) };
    expect(await verifyChain([first, edited, third], head)).toEqual({ ok: false, firstBad: 2, why: 'edited' });
  });

  it('shows even a chain that was made anew, against the head that was kept', async () => {
    const chain = await chainOf([incidentEntry(1), incidentEntry(2)]);
    const forged = await chainOf([incidentEntry(1, { outcome: 'left' }), incidentEntry(2)]);
    expect(await verifyChain(forged)).toEqual({ ok: true });
    expect(await verifyChain(forged, headOf(chain))).toEqual({ ok: false, firstBad: 2, why: 'edited' });
  });

  it('detects every one of 500 random edits, drops, swaps, doublings and cuts', async () => {
    const tampering = fc.record({
      entries: anyEntries(2, 6),
      how: fc.constantFrom('edit', 'rehash', 'drop', 'swap', 'double', 'cut'),
      at: fc.nat(),
      other: fc.nat(),
      leaf: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(tampering, async ({ entries, how, at, other, leaf }) => {
        const chain = await chainOf(entries);
        const head = headOf(chain);
        const index = at % chain.length;
        const changed = structuredClone(chain);
        switch (how) {
          case 'edit':
            changeLeaf(changed[index]!, leaf);
            break;
          case 'rehash': {
            const one = changed[index]!;
            changeLeaf(one.entry, leaf);
            one.hash = await hashEntry(one.sequence, one.previous, one.entry);
            break;
          }
          case 'drop':
            changed.splice(index, 1);
            break;
          case 'swap': {
            const second = (index + 1 + (other % (chain.length - 1))) % chain.length;
            [changed[index], changed[second]] = [changed[second]!, changed[index]!];
            break;
          }
          case 'double':
            changed.splice(index, 0, structuredClone(changed[index]!));
            break;
          case 'cut':
            changed.length = index;
        }
        expect((await verifyChain(changed, head)).ok).toBe(false);
        expect(await verifyChain(chain, head)).toEqual({ ok: true });
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
