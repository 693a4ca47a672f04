// A policy signed by the firm's key, fetched from an address: what is signed, and what is believed of it. Ed25519 by WebCrypto:
// https://www.rfc-editor.org/rfc/rfc8032 · https://w3c.github.io/webcrypto/#ed25519 · docs/adr/0092-signed-policy.md

/** The version of this form. A reader that does not know it refuses. */
const signedForm = 1;
/** Characters a fetched policy may have: beyond that nothing is parsed. */
const signedLimit = 1_000_000;

export interface SignedPolicy {
  gatehousePolicy: typeof signedForm;
  /** Grows with every policy that is signed: an older one is never taken again. */
  sequence: number;
  /** The policy as JSON, byte for byte as it was signed. */
  policy: string;
  /** Base64. */
  signature: string;
}

/** Why a fetched policy is not believed. Each is a sentence in the locale files: `signed_policy_<reason>`. */
export type NotBelieved = 'form' | 'signature' | 'older' | 'key';

/** What the signature covers. */
export function signedBytes(sequence: number, policy: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`gatehouse-policy/${signedForm}\n${sequence}\n${policy}`);
}

export function signedText(sequence: number, policy: string, signature: string): string {
  const signed: SignedPolicy = { gatehousePolicy: signedForm, sequence, policy, signature };
  return `${JSON.stringify(signed, null, 2)}\n`;
}

/** `publicKey`: 32 bytes in base64 or base64url. `atLeast`: the sequence of the policy that is in force. Never throws. */
export async function openSigned(
  text: string,
  publicKey: string,
  atLeast: number,
): Promise<{ values: Record<string, unknown>; sequence: number } | { why: NotBelieved }> {
  const signed = signedIn(text);
  if (!signed) return { why: 'form' };
  const key = await keyOf(publicKey);
  if (!key) return { why: 'key' };
  const { sequence, policy, signature } = signed;
  const bytes = fromBase64(signature);
  const isGenuine =
    bytes !== undefined &&
    (await globalThis.crypto.subtle.verify('Ed25519', key, bytes, signedBytes(sequence, policy)).catch(() => false));
  if (!isGenuine) return { why: 'signature' };
  if (sequence < atLeast) return { why: 'older' };
  const values = groupIn(policy);
  return values ? { values, sequence } : { why: 'form' };
}

/** What it says, believed or not. */
export function signedIn(text: string): SignedPolicy | undefined {
  if (text.length > signedLimit) return undefined;
  const raw = groupIn(text);
  if (raw?.gatehousePolicy !== signedForm || !Number.isSafeInteger(raw.sequence) || (raw.sequence as number) < 1)
    return undefined;
  return typeof raw.policy === 'string' && typeof raw.signature === 'string'
    ? (raw as unknown as SignedPolicy)
    : undefined;
}

function groupIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

async function keyOf(publicKey: string): Promise<CryptoKey | undefined> {
  const bytes = fromBase64(publicKey);
  if (bytes?.length !== 32) return undefined;
  return globalThis.crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']).catch(() => undefined);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = globalThis.atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
