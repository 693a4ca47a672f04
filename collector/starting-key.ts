// The key an instance starts with: the one that what is in the store was signed with. A new one is made only where nothing was signed yet:
// beside another key, everything signed before would look altered for good. docs/adr/0221-the-collector-signs.md
import type { Signer } from '../incidents/signing.ts';
import type { Config } from './config.ts';
import { one, type Statements } from './database.ts';
import { beginSigning, firstErasure, type Signing } from './erasing.ts';
import { vouchesHere } from './own-chain.ts';
import { areSignedBy, signEnds } from './signed-ends.ts';
import { keyPlace, NoKey, signerFor } from './signing-key.ts';

type KeyPlace = Pick<Config, 'signingKey' | 'database'>;

/** Throws `NoKey`. */
export async function startingSigner(store: Statements, config: KeyPlace): Promise<Signer> {
  const signer = await signerFor(config, { makes: !(await hasSigned(store)) });
  const problem = await keyProblem(store, config, signer);
  if (signer === undefined || problem !== undefined) throw new NoKey(problem);
  return signer;
}

/** A sentence where `signer` is not who signed what is in the store; undefined where nothing was signed. */
export async function keyProblem(
  store: Statements,
  config: KeyPlace,
  signer: Signer | undefined,
): Promise<string | undefined> {
  if (!(await hasSigned(store))) return undefined;
  if (signer && (await hasSignedHere(store, signer.key))) return undefined;
  const place = keyPlace(config);
  const what = signer ? `the signing key in ${place} is not the one` : `${place} is not here, the key`;
  const path = config.signingKey === undefined ? `as ${place} or ` : '';
  return `${what} that this store was signed with. Bring the old key back, ${path}in GATEHOUSE_SIGNING_KEY: docs/collector.md`;
}

/** The old key is lost for good: this one begins anew. What is empty by now is taken over as it is found; nothing vouches for what was before. */
export async function beginAnew(inside: Statements, at: number, signing: Signing): Promise<void> {
  for (const table of ['signed_ends', 'signed_roots']) await inside.run(`DELETE FROM ${table}`);
  await beginSigning(inside, at, signing);
  await signEnds(inside, at, signing.signer);
}

async function hasSigned(store: Statements): Promise<boolean> {
  const root = await one(store, 'SELECT number FROM signed_roots LIMIT 1');
  return root !== undefined || (await one(store, `SELECT id FROM entries WHERE ${vouchesHere} LIMIT 1`)) !== undefined;
}

/** By any of the roots: where the newest was changed in the store, the key is still the right one, and `verify` says what was changed. */
async function hasSignedHere(store: Statements, key: string): Promise<boolean> {
  return (await areSignedBy(store, key)) ?? (await firstErasure(store, key)) !== undefined;
}
