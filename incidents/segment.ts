// A day of entries closed by a signature, and what was erased on purpose said with one. Both are entries themselves, so that they are
// kept, delivered and read back like all others: docs/adr/0108-days-are-signed.md
import type { ChainState, Head } from './chain.ts';
import { verifyChain } from './chain.ts';
import { timeOf } from './envelope.ts';
import type { ChainedEntry, Entry, Erasure, Segment } from './incident.ts';
import { isSigned, type Signer, sign } from './signing.ts';
import { shownTime } from './time.ts';

/** The end of the chain as the device vouches for it. */
export interface SignedHead extends Head {
  key: string;
  signature: string;
}

export async function signHead({ sequence, hash }: Head, signer: Signer): Promise<SignedHead> {
  return { sequence, hash, key: signer.key, signature: await sign(signer, 'head', { sequence, hash }) };
}

/** The day, in UTC, that a time belongs to. */
export function dayOf(at: number): string {
  return new Date(shownTime(at)).toISOString().slice(0, 10);
}

/** Closes the entries from `first` to `last`. */
export async function segmentOf(
  first: number,
  last: ChainedEntry,
  signer: Signer,
  id: string,
  at: number,
): Promise<Entry> {
  const said = { day: dayOf(timeOf(last.entry)), first, last: last.sequence, hash: last.hash };
  return {
    type: 'segment',
    segment: { id, at, ...said, key: signer.key, signature: await sign(signer, 'segment', said) },
  };
}

/** Says, before it is done, that everything up to `through` is erased, or the entries listed. */
export async function erasureOf(
  said: Pick<Erasure, 'why' | 'through' | 'entries' | 'listed'>,
  signer: Signer,
  id: string,
  at: number,
): Promise<Entry> {
  const signature = await sign(signer, 'erasure', said);
  return { type: 'erasure', erasure: { id, at, ...said, key: signer.key, signature } };
}

/** What stands in an erased entry's place: its number and hashes stay, so that the chain still holds. */
export function erasedInPlace(chained: ChainedEntry, erasure: string): ChainedEntry {
  const { sequence, previous, hash, entry } = chained;
  return {
    sequence,
    previous,
    hash,
    entry: { type: 'erased', erased: { id: erasedId(entry), at: timeOf(entry), erasure } },
  };
}

function erasedId(entry: Entry): string {
  const body = Object.values(entry).find((value): value is { id: string } => typeof value === 'object');
  return body?.id ?? '';
}

/**
 * Checks a chain with all that vouches for it. `key`: the device's public key; without it, whoever signed must have signed all.
 * `erased`: where the chain now begins, which a signed erasure must say.
 */
export async function verifySigned(
  entries: readonly ChainedEntry[],
  { head, erased, key }: { head?: SignedHead; erased?: Head; key?: string },
): Promise<ChainState> {
  const chain = await verifyChain(entries, head, erased, await erasedOnPurpose(entries, key));
  if (!chain.ok) return chain;
  const start = (erased?.sequence ?? 0) + 1;
  if (erased && erased.sequence > 0 && !(await isErasureSaid(entries, erased, key)))
    return { ok: false, firstBad: start, why: 'unsigned' };
  const unsigned = await firstUnsignedSegment(entries, start, key);
  if (unsigned !== undefined) return { ok: false, firstBad: unsigned, why: 'unsigned' };
  if (head && !(await isHeadSigned(head, key))) return { ok: false, firstBad: head.sequence, why: 'unsigned' };
  return { ok: true };
}

async function isHeadSigned(head: SignedHead, key = head.key): Promise<boolean> {
  const { sequence, hash } = head;
  return head.key === key && (await isSigned(key, 'head', { sequence, hash }, head.signature));
}

/** `key`: whose signature it must be; default: the one it names. */
export async function isErasureSigned(
  { key: own, signature, why, through, entries, listed }: Erasure,
  key = own,
): Promise<boolean> {
  const said = { why, entries, ...(through ? { through } : {}), ...(listed ? { listed } : {}) };
  return own === key && (await isSigned(key, 'erasure', said, signature));
}

async function isErasureSaid(entries: readonly ChainedEntry[], erased: Head, key?: string): Promise<boolean> {
  for (const { entry } of entries) {
    if (entry.type !== 'erasure') continue;
    const { through } = entry.erasure;
    if (
      through?.sequence === erased.sequence &&
      through.hash === erased.hash &&
      (await isErasureSigned(entry.erasure, key))
    )
      return true;
  }
  return false;
}

/** Hashes of entries that a signed erasure lists. */
async function erasedOnPurpose(entries: readonly ChainedEntry[], key?: string): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  for (const { entry } of entries)
    if (entry.type === 'erasure' && entry.erasure.listed && (await isErasureSigned(entry.erasure, key)))
      for (const { hash } of entry.erasure.listed) hashes.add(hash);
  return hashes;
}

/** Whether the key it names signed it. */
export function isSegmentSigned({ day, first, last, hash, key, signature }: Segment): Promise<boolean> {
  return isSigned(key, 'segment', { day, first, last, hash }, signature);
}

/** Segments follow each other without a gap; each is signed over the last entry it closes. */
async function firstUnsignedSegment(
  entries: readonly ChainedEntry[],
  start: number,
  key?: string,
): Promise<number | undefined> {
  let signedBy = key;
  let next = start;
  for (const { sequence, entry } of entries) {
    if (entry.type !== 'segment') continue;
    const { segment } = entry;
    const { first, last, hash } = segment;
    const closed = entries[last - start];
    signedBy ??= segment.key;
    const isRight =
      first === next &&
      last === sequence - 1 &&
      closed?.hash === hash &&
      segment.key === signedBy &&
      (await isSegmentSigned(segment));
    if (!isRight) return sequence;
    next = sequence + 1;
  }
  return undefined;
}

/** The end of the last segment whose entries, and those of every segment before it, may go. */
export function erasableThrough(
  entries: readonly ChainedEntry[],
  mayGo: (chained: ChainedEntry) => boolean,
): ChainedEntry | undefined {
  let through: ChainedEntry | undefined;
  for (const chained of entries) {
    if (!mayGo(chained)) break;
    if (chained.entry.type === 'segment') through = chained;
  }
  return through;
}
