// Where every chain ends, the collector's own among them, signed once a day with the key outside the store: an end that is cut off, or
// written anew, is no more the one that was signed. docs/adr/0221-the-collector-signs.md
import { createHash } from 'node:crypto';
import { isSigned, type Signer, sign } from '../incidents/signing.ts';
import type { Statements } from './database.ts';
import { one } from './database.ts';
import { anHour } from './durations.ts';
import { firstErasure } from './erasing.ts';
import type { End } from './own-chain.ts';

/** So long after signing began there must be signed ends. */
export const longBegun = 48 * anHour;

export interface Root {
  /** Counted up: clocks are set back. */
  number: number;
  at: number;
  chains: number;
  /** SHA-256 over all ends, hex. */
  ends: string;
}

type SignedRoot = Root & { signature: string };

export interface SignedEnds {
  /** The newest. */
  root?: Root;
  /** False: the ends here are not those that were signed, or none were signed. */
  isSigned: boolean;
  ends: readonly End[];
}

/** In a snapshot or a transaction: ends and root are of one moment. */
export async function readEnds(store: Statements, key: string): Promise<SignedEnds> {
  const ends = await store.all<End>('SELECT device, sequence, hash FROM signed_ends');
  const row = await one<SignedRoot>(store, 'SELECT * FROM signed_roots ORDER BY number DESC LIMIT 1');
  if (row === undefined) return { isSigned: false, ends };
  const { signature, ...root } = row;
  const isSame = root.ends === hashOf(ends) && root.chains === ends.length;
  return { root, isSigned: isSame && (await isSigned(key, 'ends', root, signature)), ends };
}

/** Whether a root that was written down elsewhere, as in a mail, is among those that are kept, and signed. */
export async function isKnownRoot(store: Statements, key: string, ends: string): Promise<boolean> {
  return isAnySigned(key, await store.all<SignedRoot>('SELECT * FROM signed_roots WHERE ends = ?', ends));
}

/** Whether any root was signed with `key`; undefined: there is none. */
export async function areSignedBy(store: Statements, key: string): Promise<boolean | undefined> {
  const roots = await store.all<SignedRoot>('SELECT * FROM signed_roots ORDER BY number DESC');
  return roots.length === 0 ? undefined : isAnySigned(key, roots);
}

async function isAnySigned(key: string, roots: readonly SignedRoot[]): Promise<boolean> {
  for (const { signature, ...root } of roots) if (await isSigned(key, 'ends', root, signature)) return true;
  return false;
}

/** Throws where the ends signed before are not here any more as they were: they are not signed over. */
export async function signEnds(inside: Statements, at: number, signer: Signer): Promise<Root> {
  const before = await readEnds(inside, signer.key);
  if (
    !before.isSigned &&
    (before.root !== undefined || before.ends.length > 0 || (await hasLongBegun(inside, signer.key, at)))
  )
    throw Object.assign(new Error('the signed ends were altered'), { code: 'altered' });
  // An end that is not in its chain any more stays in the list, and is told from then on.
  await inside.run(
    `DELETE FROM signed_ends WHERE EXISTS (SELECT 1 FROM entries WHERE entries.device = signed_ends.device
     AND entries.sequence = signed_ends.sequence AND entries.hash = signed_ends.hash)`,
  );
  await inside.run(
    `INSERT INTO signed_ends (device, sequence, hash) SELECT device, sequence, hash FROM entries
     WHERE device <> '' AND (device, sequence) IN (SELECT device, MAX(sequence) FROM entries GROUP BY device)
     ON CONFLICT DO NOTHING`,
  );
  const ends = await inside.all<End>('SELECT device, sequence, hash FROM signed_ends');
  const root: Root = { number: (before.root?.number ?? 0) + 1, at, chains: ends.length, ends: hashOf(ends) };
  const signature = await sign(signer, 'ends', root);
  await inside.run(
    'INSERT INTO signed_roots (number, at, chains, ends, signature) VALUES (?, ?, ?, ?, ?)',
    ...[root.number, at, root.chains, root.ends, signature],
  );
  return root;
}

/** Since so long that ends must have been signed. */
async function hasLongBegun(store: Statements, key: string, at: number): Promise<boolean> {
  const first = await firstErasure(store, key);
  return first !== undefined && at - first.at > longBegun;
}

function hashOf(ends: readonly End[]): string {
  const lines = ends.map(({ device, sequence, hash }) => `${device} ${sequence} ${hash}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
