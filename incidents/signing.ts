// Ed25519 signatures (https://www.rfc-editor.org/rfc/rfc8032) over canonical text: what a device vouches for, and what a breach contact
// allows. Keys are named by their public half, base64url.
import { canonicalJson } from '../policy/canonical.ts';

export interface Signer {
  /** The public key, 32 bytes, base64url. */
  key: string;
  privateKey: CryptoKey;
}

const algorithm = 'Ed25519';

/** `purpose` is part of what is signed, so that a signature for one thing never stands for another. */
export async function sign(
  { privateKey }: Pick<Signer, 'privateKey'>,
  purpose: string,
  value: unknown,
): Promise<string> {
  return toBase64Url(
    new Uint8Array(await globalThis.crypto.subtle.sign(algorithm, privateKey, signedBytes(purpose, value))),
  );
}

/** False for whatever is no signature, no key, or does not belong together. */
export async function isSigned(key: string, purpose: string, value: unknown, signature: string): Promise<boolean> {
  try {
    const publicKey = await publicKeyOf(key);
    return await globalThis.crypto.subtle.verify(
      algorithm,
      publicKey,
      fromBase64Url(signature),
      signedBytes(purpose, value),
    );
  } catch {
    return false;
  }
}

const imported = new Map<string, Promise<CryptoKey>>();

function publicKeyOf(key: string): Promise<CryptoKey> {
  const known = imported.get(key);
  if (known) return known;
  const fresh = globalThis.crypto.subtle.importKey('raw', fromBase64Url(key), algorithm, true, ['verify']);
  if (imported.size > 1000) imported.clear();
  imported.set(key, fresh);
  return fresh;
}

function signedBytes(purpose: string, value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`gatehouse ${purpose}\n${canonicalJson(value)}`);
}

/** https://www.rfc-editor.org/rfc/rfc4648#section-5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws where it is none. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
