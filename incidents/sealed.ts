// Details for the breach contact's eyes only: sealed to their public key by HPKE in base mode (https://www.rfc-editor.org/rfc/rfc9180),
// so that neither the browser they were recorded in nor the collector can read them afterwards.
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64Url, toBase64Url } from './signing.ts';

export interface Sealed {
  /** The public key it is sealed to, base64url: whose private key opens it. */
  to: string;
  /** The encapsulated key and the ciphertext, base64url. */
  key: string;
  box: string;
}

/** What is sealed of an incident or a report. */
export interface Details {
  actor: string;
  /** The masked reason in the sender's words. */
  reason?: string;
  /** What a report says, masked. */
  what?: string;
  when?: string;
}

const wordNames: ReadonlySet<string> = new Set(['reason', 'what', 'when']);

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const info = new TextEncoder().encode('gatehouse details 1').buffer;

/** `id`: of the entry; sealed details moved to another entry do not open. Throws where `to` is no X25519 key. */
export async function seal(details: Details, to: string, id: string): Promise<Sealed> {
  const publicKey = fromBase64Url(to);
  const recipientPublicKey = await suite.kem.importKey('raw', publicKey.buffer, true);
  const sender = await suite.createSenderContext({ recipientPublicKey, info });
  const box = await sender.seal(bytesOf(JSON.stringify(details)), bytesOf(id));
  return {
    to: toBase64Url(publicKey),
    key: toBase64Url(new Uint8Array(sender.enc)),
    box: toBase64Url(new Uint8Array(box)),
  };
}

/** Undefined where this key does not open it. */
export async function unseal(sealed: Sealed, privateKey: CryptoKey, id: string): Promise<Details | undefined> {
  try {
    const opened = await open({
      privateKey,
      enc: fromBase64Url(sealed.key),
      box: fromBase64Url(sealed.box),
      aad: bytesOf(id),
      info,
    });
    const read: unknown = JSON.parse(new TextDecoder().decode(opened));
    const { actor, ...words } = read as Partial<Record<string, unknown>>;
    if (typeof actor !== 'string') return undefined;
    const told = Object.entries(words).filter(([name, value]) => wordNames.has(name) && typeof value === 'string');
    return { actor, ...Object.fromEntries(told) };
  } catch {
    return undefined;
  }
}

/** The bare opening, as the test vectors have it. */
export async function open(parts: {
  privateKey: CryptoKey;
  enc: Uint8Array<ArrayBuffer>;
  box: Uint8Array<ArrayBuffer>;
  aad: ArrayBuffer;
  info: ArrayBuffer;
}): Promise<ArrayBuffer> {
  const { privateKey, enc, box, aad } = parts;
  const context = await suite.createRecipientContext({ recipientKey: privateKey, enc: enc.buffer, info: parts.info });
  return context.open(box.buffer, aad);
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}
