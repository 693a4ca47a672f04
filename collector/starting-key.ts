// The key an instance starts with: the one that what is in the store was signed with. Where nothing was signed yet, it is the one the first
// instance started with: beside another key, everything signed before would look altered for good. docs/adr/0221-the-collector-signs.md
import type { Signer } from '../incidents/signing.ts';
import type { Config } from './config.ts';
import { type Database, one, type Statements } from './database.ts';
import { beginSigning, firstErasure, type Signing } from './erasing.ts';
import { holdChain, keyHere, vouchesHere } from './own-chain.ts';
import { areSignedBy, signEnds } from './signed-ends.ts';
import { keyPlace, NoKey, signerFor } from './signing-key.ts';

type KeyPlace = Pick<Config, 'signingKey' | 'database'>;

/** Throws `NoKey`. */
export async function startingSigner(store: Database, config: KeyPlace): Promise<Signer> {
  const isBegun = (await hasSigned(store)) || (await keyHere(store)) !== undefined;
  const signer = await signerFor(config, { makes: !isBegun });
  const claimed = () =>
    store.transaction(async (inside) => {
      // Of several that start at once, the first holds the chain until its key is written down.
      await holdChain(inside);
      if (signer && !(await hasSigned(inside))) await claim(inside, signer.key, 'NOTHING');
      return keyProblem(inside, config, signer);
    });
  // Nothing is written where it need not be: a start on a full disk, or during a backup, is one.
  const problem = await (isBegun ? keyProblem(store, config, signer) : claimed());
  if (signer === undefined || problem !== undefined) throw new NoKey(problem);
  return signer;
}

/** A sentence where `signer` is not who signed what is in the store, or will; undefined where nobody is that yet. */
export async function keyProblem(
  store: Statements,
  config: KeyPlace,
  signer: Signer | undefined,
): Promise<string | undefined> {
  const isSigned = await hasSigned(store);
  const first = await keyHere(store);
  if (!isSigned && first === undefined) return undefined;
  if (signer && (isSigned ? await hasSignedHere(store, signer.key) : first === signer.key)) return undefined;
  const place = keyPlace(config);
  const what = signer ? `the signing key in ${place} is not the one` : `${place} is not here, the key`;
  const path = config.signingKey === undefined ? `as ${place} or ` : '';
  return `${what} that this store was ${isSigned ? 'signed' : 'started'} with. Bring that key back, ${path}in GATEHOUSE_SIGNING_KEY: docs/collector.md`;
}

/** The old key is lost for good: this one begins anew. What is empty by now is taken over as it is found; nothing vouches for what was before. */
export async function beginAnew(inside: Statements, at: number, signing: Signing): Promise<void> {
  for (const table of ['signed_ends', 'signed_roots']) await inside.run(`DELETE FROM ${table}`);
  await holdChain(inside);
  await claim(inside, signing.signer.key, 'UPDATE SET key = excluded.key');
  if (await beginSigning(inside, at, signing)) await signEnds(inside, at, signing.signer);
}

const claim = (inside: Statements, key: string, otherwise: 'NOTHING' | 'UPDATE SET key = excluded.key') =>
  inside.run(
    // The condition tells SQLite that ON is no part of a join: https://www.sqlite.org/lang_upsert.html
    `INSERT INTO device_keys (device, key) SELECT device, ? FROM chain_here WHERE true
     ON CONFLICT (device) DO ${otherwise}`,
    key,
  );

async function hasSigned(store: Statements): Promise<boolean> {
  const root = await one(store, 'SELECT number FROM signed_roots LIMIT 1');
  return root !== undefined || (await one(store, `SELECT id FROM entries WHERE ${vouchesHere} LIMIT 1`)) !== undefined;
}

/** By any of the roots: where the newest was changed in the store, the key is still the right one, and `verify` says what was changed. */
async function hasSignedHere(store: Statements, key: string): Promise<boolean> {
  return (await areSignedBy(store, key)) ?? (await firstErasure(store, key)) !== undefined;
}
