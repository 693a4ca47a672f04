// Tells that two values are the same without telling the value: HMAC-SHA-256 (https://www.rfc-editor.org/rfc/rfc2104) under a key
// that does not leave the device. A plain hash of an address is undone in a second by trying addresses.

/** Hex digits kept: 128 bits, more than enough to tell a firm's addresses and files apart. */
const digits = 32;

/**
 * `key`: an HMAC-SHA-256 key that may sign. `value` in its normal form, as spelling counts. The purpose is part of what is signed, so
 * that a file can never have the fingerprint of an address. 32 hex digits, lower case.
 */
export async function fingerprint(
  key: CryptoKey,
  purpose: 'recipient' | 'file' | 'person' | 'place' | 'actor' | 'draft' | 'pseudonyms',
  value: string,
): Promise<string> {
  const signature = await globalThis.crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${purpose}\n${value}`));
  return [...new Uint8Array(signature)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, digits);
}
