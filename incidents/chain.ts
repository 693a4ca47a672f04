// Entries chained by hashes, so that an edit, a gap, a swap or a cut shows. What it proves and what not: docs/adr/0024.
import { canonicalJson } from '../policy/canonical.ts';
import type { ChainedEntry, Entry } from './incident.ts';

/** Where a chain ends: the last entry's number and hash. Kept apart from the entries, it shows that some were cut off. */
export interface Head {
  sequence: number;
  hash: string;
}

/**
 * `start`: it does not begin at 1. `gap`: an entry is missing, doubled or out of place. `edited`: an entry is not what was hashed.
 * `unsigned`: a day, an erasure or the end is not signed by the device.
 */
type Fault = 'start' | 'gap' | 'edited' | 'truncated' | 'unsigned';

/** `firstBad`: the sequence at which the chain stops being what it was. */
export type ChainState = { ok: true } | { ok: false; firstBad: number; why: Fault };

const genesis = '0'.repeat(64);

/** The one text of an entry, whatever order its members came in. */
export function canonicalEntry(sequence: number, previous: string, entry: Entry): string {
  return canonicalJson({ sequence, previous, entry });
}

/** SHA-256 over the canonical entry, hex, lower case. */
export async function hashEntry(sequence: number, previous: string, entry: Entry): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalEntry(sequence, previous, entry));
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The entry that follows `head`; the first has sequence 1. */
export async function appendTo(head: Head | null, entry: Entry): Promise<ChainedEntry> {
  const sequence = (head?.sequence ?? 0) + 1;
  const previous = head?.hash ?? genesis;
  return { sequence, previous, entry, hash: await hashEntry(sequence, previous, entry) };
}

/**
 * Checks a whole chain in the order given. `expectedHead`: what the chain must at least reach; entries after it are fine, since a
 * crash may come between storing an entry and storing the head. `erased`: the last entry that was erased when its time was up.
 * `onPurpose`: hashes of entries that were erased one by one, whose place must be kept.
 */
export async function verifyChain(
  entries: readonly ChainedEntry[],
  expectedHead?: Head,
  erased: Head = { sequence: 0, hash: genesis },
  onPurpose: ReadonlySet<string> = new Set(),
): Promise<ChainState> {
  let previous = erased.hash;
  for (const [index, one] of entries.entries()) {
    const sequence = erased.sequence + index + 1;
    if (one.sequence !== sequence) return { ok: false, firstBad: sequence, why: index === 0 ? 'start' : 'gap' };
    if (one.previous !== previous) return { ok: false, firstBad: sequence, why: 'gap' };
    const isErased = one.entry.type === 'erased' && onPurpose.has(one.hash);
    if (!isErased && one.hash !== (await hashEntry(sequence, previous, one.entry)))
      return { ok: false, firstBad: sequence, why: 'edited' };
    previous = one.hash;
  }
  if (!expectedHead || expectedHead.sequence <= erased.sequence) return { ok: true };
  const last = entries[expectedHead.sequence - erased.sequence - 1];
  if (!last) return { ok: false, firstBad: erased.sequence + entries.length + 1, why: 'truncated' };
  return last.hash === expectedHead.hash ? { ok: true } : { ok: false, firstBad: expectedHead.sequence, why: 'edited' };
}
