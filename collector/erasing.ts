// Erasing empties an entry's row and leaves its place in the chain. What was emptied is signed on the collector's own chain in the same
// transaction, so that one emptied by hand is told from it: docs/adr/0221-the-collector-signs.md
import { v7 as uuidv7 } from 'uuid';
import type { Envelope } from '../incidents/envelope.ts';
import type { Erasure } from '../incidents/incident.ts';
import { erasureOf, isErasureSigned } from '../incidents/segment.ts';
import { one, type Statements } from './database.ts';
import { holdChain, keyHere, record, vouchesHere } from './own-chain.ts';
import type { World } from './route.ts';
import { NoKey } from './signing-key.ts';

export type Signing = Pick<World, 'signer' | 'version'>;

/** What stays of an erased entry. */
interface Place {
  sequence: number;
  hash: string;
  previous: string;
}

const together = 2_000;

/** Erases rows and the work on them; how many entries. */
export async function eraseRows(
  inside: Statements,
  rows: readonly string[],
  why: Erasure['why'],
  at: number,
  signing: Signing,
): Promise<number> {
  await beginSigning(inside, at, signing);
  const erased: Place[] = [];
  for (const about of rows)
    erased.push(
      ...(await inside.all<Place>(
        `UPDATE entries SET envelope = NULL, erased_at = ? WHERE about = ? AND envelope IS NOT NULL AND NOT ${vouchesHere}
         RETURNING sequence, hash, previous`,
        ...[at, about],
      )),
    );
  if (erased.length > 0) await sayErased(inside, erased, why, at, signing);
  return erased.length;
}

async function sayErased(inside: Statements, erased: Place[], why: Erasure['why'], at: number, signing: Signing) {
  const { signer, version } = signing;
  for (let from = 0; from === 0 || from < erased.length; from += together) {
    const listed = erased.slice(from, from + together);
    const entry = await erasureOf({ why, entries: listed.length, listed }, signer, uuidv7(), at);
    await record(inside, entry, version, at);
  }
}

/** Where on the collector's own chain something was erased last, as a place among all entries; 0: nowhere. */
export async function lastErasing(store: Statements): Promise<number> {
  const last = await one<{ position: number }>(
    store,
    `SELECT position FROM entries WHERE ${vouchesHere} ORDER BY position DESC LIMIT 1`,
  );
  return Number(last?.position ?? 0);
}

/** Hashes of what was erased after that place, some at a time, and the place up to which this is. */
export async function erasedAfter(store: Statements, place: number): Promise<{ hashes: string[]; until: number }> {
  const rows = await store.all<{ position: number; envelope: string }>(
    `SELECT position, envelope FROM entries WHERE ${vouchesHere} AND position > ? AND envelope IS NOT NULL
     ORDER BY position LIMIT 20`,
    place,
  );
  const hashes = rows.flatMap(({ envelope }) => {
    const { entry } = JSON.parse(envelope) as Envelope;
    return entry.type === 'erasure' ? (entry.erasure.listed ?? []).map(({ hash }) => hash) : [];
  });
  return { hashes, until: Number(rows.at(-1)?.position ?? place) };
}

/**
 * Signing begins, once in the life of a store that has entries: what was emptied before is taken over as it is found. False: there is none.
 * Throws where the store was given another key, or put back with another, while this instance ran.
 */
export async function beginSigning(inside: Statements, at: number, signing: Signing): Promise<boolean> {
  if ((await inside.all('SELECT id FROM entries LIMIT 1')).length === 0) return false;
  // Before it is looked: of several instances one begins.
  await holdChain(inside);
  const key = (await keyHere(inside)) ?? signing.signer.key;
  if (key !== signing.signer.key) throw new NoKey('this store is signed with another key');
  if ((await firstErasure(inside, signing.signer.key)) !== undefined) return true;
  const before = await inside.all<Place>(
    'SELECT sequence, hash, previous FROM entries WHERE envelope IS NULL ORDER BY position',
  );
  await sayErased(inside, before, 'earlier', at, signing);
  return true;
}

/** The first with a signature of `key`: signing has begun. Of those of other keys nothing is read, however many there are. */
export async function firstErasure(store: Statements, key: string): Promise<Erasure | undefined> {
  for await (const erasure of erasuresOf(store, key)) return erasure;
  return undefined;
}

/** Everything that was erased with a signature of `key`, by hash. */
export interface Erased {
  places: ReadonlyMap<string, Place>;
  /** Erased before signing began, and when that was. */
  earlier: number;
  beganAt?: number;
}

export async function readErased(store: Statements, key: string): Promise<Erased> {
  const places = new Map<string, Place>();
  const read: Erased = { places, earlier: 0 };
  for await (const erasure of erasuresOf(store, key)) {
    for (const place of erasure.listed ?? []) places.set(place.hash, { previous: '', ...place });
    if (erasure.why !== 'earlier') continue;
    read.earlier += erasure.entries;
    read.beganAt ??= erasure.at;
  }
  return read;
}

/** On the own chain, in its order. Its signature says whose it is; that the key is named in it somewhere is asked first. */
async function* erasuresOf(store: Statements, key: string): AsyncGenerator<Erasure> {
  const names = `%"${key}"%`;
  let after = 0;
  for (;;) {
    const rows = await store.all<{ sequence: number; envelope: string | null }>(
      `SELECT sequence, envelope FROM entries WHERE ${vouchesHere} AND sequence > ? AND envelope LIKE ?
       ORDER BY sequence LIMIT 20`,
      ...[after, names],
    );
    for (const { sequence, envelope } of rows) {
      after = sequence;
      const erasure = await erasureIn(envelope, key);
      if (erasure !== undefined) yield erasure;
    }
    if (rows.length === 0) return;
  }
}

async function erasureIn(envelope: string | null, key: string): Promise<Erasure | undefined> {
  try {
    const { entry } = JSON.parse(envelope!) as Envelope;
    return entry.type === 'erasure' && (await isErasureSigned(entry.erasure, key)) ? entry.erasure : undefined;
  } catch {
    return undefined;
  }
}
