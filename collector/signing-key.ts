// What the collector signs with: a key outside the store, so that whoever can write to the store cannot sign. docs/adr/0221
// Source: https://www.rfc-editor.org/rfc/rfc8410#section-7
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { fromBase64Url, type Signer, toBase64Url } from '../incidents/signing.ts';
import type { Config } from './config.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const before = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Undefined: there is no key yet, and `makes` says not to make one. */
export async function signerFor(
  { signingKey, database }: Pick<Config, 'signingKey' | 'database'>,
  { makes }: { makes: boolean },
): Promise<Signer | undefined> {
  const fresh = () => randomBytes(32).toString('base64url');
  if (signingKey !== undefined) return signerOf(signingKey);
  if (database === ':memory:') return signerOf(fresh());
  const path = `${database}.key`;
  if (makes) await keep(fresh(), path);
  const kept = await readFile(path, 'utf8').catch(onlyKnown('ENOENT'));
  return kept === undefined ? undefined : signerOf(kept.trim());
}

/** A whole file or none, and never over one that is there. */
async function keep(secret: string, path: string): Promise<void> {
  const part = `${path}.${process.pid}`;
  try {
    await writeFile(part, secret, { mode: 0o600 });
    await link(part, path).catch(onlyKnown('EEXIST'));
  } finally {
    await rm(part, { force: true });
  }
}

/** `secret`: 32 bytes, base64url. */
async function signerOf(secret: string): Promise<Signer> {
  const bytes = fromBase64Url(secret);
  if (bytes.length !== 32) throw new Error('the signing key is not 32 bytes');
  const pkcs8 = new Uint8Array([...before, ...bytes]);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  const half = createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
  return { key: toBase64Url(half.export({ format: 'der', type: 'spki' }).subarray(-32)), privateKey };
}

function onlyKnown(code: string) {
  return (thrown: NodeJS.ErrnoException): undefined => {
    if (thrown.code !== code) throw thrown;
  };
}
