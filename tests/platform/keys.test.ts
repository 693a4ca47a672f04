import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isSigned, sign as signWith } from '@/incidents/signing.ts';
import { createKeys } from '@/platform/keys.ts';

async function sign(key: CryptoKey): Promise<string> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('same'))).join();
}

describe('the device key', () => {
  it('is made once, also when two ask at the same moment, and stays', async () => {
    const both = await Promise.all([createKeys('keys-1').device(), createKeys('keys-1').device()]);
    const later = await createKeys('keys-1').device();
    const signed = await Promise.all([...both, later].map(sign));
    expect(new Set(signed).size).toBe(1);
  });

  it('is another one on another device', async () => {
    expect(await sign(await createKeys('keys-2').device())).not.toBe(await sign(await createKeys('keys-3').device()));
  });

  it('cannot be read out', async () => {
    const key = await createKeys('keys-4').device();
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});

describe('the signing key', () => {
  it('is made once, stays, signs what its name verifies, and cannot be read out', async () => {
    const [one, other] = await Promise.all([createKeys('keys-5').signer(), createKeys('keys-5').signer()]);
    expect(one.key).toBe(other.key);
    expect(one.key).toMatch(/^[\w-]{43}$/);
    expect(await isSigned(one.key, 'test', { a: 1 }, await signWith(other, 'test', { a: 1 }))).toBe(true);
    expect(one.privateKey.extractable).toBe(false);
    expect((await createKeys('keys-6').signer()).key).not.toBe(one.key);
  });
});
