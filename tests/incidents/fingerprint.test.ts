import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../incidents/fingerprint.ts';

const bytes = new Uint8Array(32).fill(7);
const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
const otherKey = await crypto.subtle.importKey(
  'raw',
  bytes.map((byte) => byte + 1),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
);

describe('fingerprint', () => {
  it('is the first 32 hex digits of the HMAC-SHA-256 of purpose and value', async () => {
    const expected = createHmac('sha256', bytes).update('recipient\nann@b.example').digest('hex').slice(0, 32);
    expect(await fingerprint(key, 'recipient', 'ann@b.example')).toBe(expected);
  });

  it('tells values, purposes and keys apart, and is the same for the same', async () => {
    const all = await Promise.all([
      fingerprint(key, 'recipient', 'ann@b.example'),
      fingerprint(key, 'recipient', 'ann@c.example'),
      fingerprint(key, 'file', 'ann@b.example'),
      fingerprint(otherKey, 'recipient', 'ann@b.example'),
      fingerprint(key, 'recipient', ''),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(await fingerprint(key, 'recipient', 'ann@b.example')).toBe(all[0]);
  });
});
