import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { deviceKey } from '@/platform/keys.ts';

async function sign(key: CryptoKey): Promise<string> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('same'))).join();
}

describe('the device key', () => {
  it('is made once, also when two ask at the same moment, and stays', async () => {
    const both = await Promise.all([deviceKey('keys-1'), deviceKey('keys-1')]);
    const later = await deviceKey('keys-1');
    const signed = await Promise.all([...both, later].map(sign));
    expect(new Set(signed).size).toBe(1);
  });

  it('is another one on another device', async () => {
    expect(await sign(await deviceKey('keys-2'))).not.toBe(await sign(await deviceKey('keys-3')));
  });

  it('cannot be read out', async () => {
    const key = await deviceKey('keys-4');
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
