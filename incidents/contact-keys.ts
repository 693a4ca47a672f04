// The breach contact's two key pairs: one opens what is sealed to them, one signs release codes. The private halves live in a file that
// the contact keeps; the public halves go into the policy. JSON Web Key: https://www.rfc-editor.org/rfc/rfc8037
import * as v from 'valibot';
import { type Signer, toBase64Url } from './signing.ts';

const version = 1;
const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const pair = v.object({ kty: v.literal('OKP'), crv: v.picklist(['X25519', 'Ed25519']), x: coordinate, d: coordinate });
const file = v.object({
  gatehouseKeys: v.literal(version),
  seal: pair,
  release: pair,
  people: v.exactOptional(coordinate),
});

export interface ContactKeys {
  /** Opens what is sealed to `sealTo`. */
  opener: CryptoKey;
  signer: Signer;
  /** For the policy: `keys.sealTo` and `keys.releaseCodes`. */
  sealTo: string;
  releaseCodes: string;
  /** Asks whether somebody was in an incident. Files made before there was one have none. */
  people?: string;
}

/** The text of a new key file, and what IT puts into the policy. */
export async function newContactKeys(): Promise<{
  text: string;
  keys: Record<'sealTo' | 'releaseCodes' | 'people', string>;
}> {
  const [seal, release] = await Promise.all([pairOf('X25519', 'deriveBits'), pairOf('Ed25519', 'sign')]);
  const people = toBase64Url(globalThis.crypto.getRandomValues(new Uint8Array(32)));
  const text = `${JSON.stringify({ gatehouseKeys: version, seal, release, people }, null, 2)}\n`;
  return { text, keys: { sealTo: seal.x, releaseCodes: release.x, people } };
}

/** Undefined for what is no key file. */
export async function readContactKeys(text: string): Promise<ContactKeys | undefined> {
  try {
    const { seal, release, people } = v.parse(file, JSON.parse(text));
    const { subtle } = globalThis.crypto;
    const [opener, privateKey] = await Promise.all([
      subtle.importKey('jwk', seal, 'X25519', false, ['deriveBits']),
      subtle.importKey('jwk', release, 'Ed25519', false, ['sign']),
    ]);
    return {
      opener,
      signer: { key: release.x, privateKey },
      sealTo: seal.x,
      releaseCodes: release.x,
      ...(people && { people }),
    };
  } catch {
    return undefined;
  }
}

async function pairOf(algorithm: 'X25519' | 'Ed25519', use: 'deriveBits' | 'sign') {
  const { subtle } = globalThis.crypto;
  const uses: KeyUsage[] = use === 'sign' ? ['sign', 'verify'] : ['deriveBits'];
  const { privateKey, publicKey } = (await subtle.generateKey(algorithm, true, uses)) as CryptoKeyPair;
  const { d = '' } = await subtle.exportKey('jwk', privateKey);
  const x = toBase64Url(new Uint8Array(await subtle.exportKey('raw', publicKey)));
  return { kty: 'OKP' as const, crv: algorithm, x, d };
}
