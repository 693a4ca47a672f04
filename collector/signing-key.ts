// What the collector signs with: a key outside the store, so that whoever can write to the store cannot sign. docs/adr/0221
// Source: https://www.rfc-editor.org/rfc/rfc8410#section-7
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fromBase64Url, type Signer, toBase64Url } from '../incidents/signing.ts';
import type { Config } from './config.ts';

type KeyPlace = Pick<Config, 'signingKey' | 'database'>;

/** There is no key to sign with. The message says why, and what to do. */
export class NoKey extends Error {
  override name = 'NoKey';
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const before = Buffer.from('302e020100300506032b657004220420', 'hex');

const pathOf = ({ database }: Pick<Config, 'database'>) => `${database}.key`;

/** Where people find the key. */
export const keyPlace = (config: KeyPlace): string =>
  config.signingKey === undefined ? pathOf(config) : 'GATEHOUSE_SIGNING_KEY';

/** Undefined: there is no key yet, and `makes` says not to make one. Throws `NoKey` where what is there cannot be used. */
export async function signerFor(config: KeyPlace, { makes }: { makes: boolean }): Promise<Signer | undefined> {
  const fresh = () => randomBytes(32).toString('base64url');
  const secret =
    config.signingKey ??
    (config.database === ':memory:' ? fresh() : await readOrMake(pathOf(config), makes && fresh()));
  return secret === undefined ? undefined : signerOf(secret, keyPlace(config));
}

async function readOrMake(path: string, fresh: string | false): Promise<string | undefined> {
  const kept = await read(path);
  if (kept !== undefined || fresh === false) return kept;
  await keep(fresh, path);
  return read(path);
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new NoKey(`the signing key in ${path} cannot be read: ${code}`);
  }
}

/** A whole file or none, on the disk when this ends, and never over one that is there. */
async function keep(secret: string, path: string): Promise<void> {
  const part = `${path}.${process.pid}`;
  try {
    await rm(part, { force: true });
    await write(secret, part);
    await link(part, path).catch(async (thrown) => {
      // There are file systems without a second name for a file.
      if (thrown.code !== 'EEXIST') await write(secret, path).catch(unless('EEXIST'));
    });
  } finally {
    await rm(part, { force: true });
  }
  // Not every system can sync a folder.
  await sync(dirname(path)).catch(unless('EINVAL', 'EISDIR', 'EPERM', 'ENOTSUP'));
}

async function write(secret: string, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(secret);
    await file.sync();
  } catch (thrown) {
    await rm(path, { force: true });
    throw thrown;
  } finally {
    await file.close();
  }
}

async function sync(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

/** `secret`: 32 bytes, base64url. */
async function signerOf(secret: string, place: string): Promise<Signer> {
  const bytes = bytesOf(secret);
  if (bytes?.length !== 32)
    throw new NoKey(`the signing key in ${place} is not 32 bytes in base64: put the one back that was there`);
  const pkcs8 = new Uint8Array([...before, ...bytes]);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  const half = createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
  return { key: toBase64Url(half.export({ format: 'der', type: 'spki' }).subarray(-32)), privateKey };
}

function bytesOf(secret: string): Uint8Array | undefined {
  try {
    return fromBase64Url(secret);
  } catch {
    return undefined;
  }
}

function unless(...codes: string[]) {
  return (thrown: NodeJS.ErrnoException): undefined => {
    if (!codes.includes(thrown.code ?? '')) throw thrown;
  };
}
