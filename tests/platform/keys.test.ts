import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
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
