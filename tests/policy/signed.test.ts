import { beforeAll, describe, expect, it } from 'vitest';
import { openSigned, signedBytes, signedText } from '../../policy/signed.ts';

const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
let ours: string;
let theirs: string;
let make: (sequence: number, policy: string) => Promise<string>;

beforeAll(async () => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const other = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  ours = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
  theirs = base64(await crypto.subtle.exportKey('raw', other.publicKey));
  make = async (sequence, policy) =>
    signedText(
      sequence,
      policy,
      base64(await crypto.subtle.sign('Ed25519', pair.privateKey, signedBytes(sequence, policy))),
    );
});

const policy = '{"version":"long one","auditOnly":true}';
const edited = async (change: (signed: Record<string, unknown>) => Record<string, unknown>) =>
  JSON.stringify(change(JSON.parse(await make(5, policy))));

describe('a fetched policy', () => {
  it('is believed when the firm signed it and it is not older', async () => {
    const believed = { values: { version: 'long one', auditOnly: true }, sequence: 5 };
    expect(await openSigned(await make(5, policy), ours, 0)).toEqual(believed);
    expect(await openSigned(await make(5, policy), ours, 5)).toEqual(believed);
    const urlSafe = ours.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
    expect(await openSigned(await make(5, policy), urlSafe, 5)).toEqual(believed);
  });

  it.each<[string, () => Promise<string>, () => string, number, string]>([
    ['an older one', () => make(4, policy), () => ours, 5, 'older'],
    ['one of another firm', () => make(5, policy), () => theirs, 0, 'signature'],
    ['an edited policy', () => edited((one) => ({ ...one, policy: '{"version":"x"}' })), () => ours, 0, 'signature'],
    ['an edited number', () => edited((one) => ({ ...one, sequence: 6 })), () => ours, 0, 'signature'],
    ['a blank more', () => edited((one) => ({ ...one, policy: `${one.policy} ` })), () => ours, 0, 'signature'],
    ['no signature', () => edited((one) => ({ ...one, signature: '' })), () => ours, 0, 'signature'],
    ['a signature that is no base64', () => edited((one) => ({ ...one, signature: '%' })), () => ours, 0, 'signature'],
    ['a form of the future', () => edited((one) => ({ ...one, gatehousePolicy: 2 })), () => ours, 0, 'form'],
    ['a number that is none', () => edited((one) => ({ ...one, sequence: '5' })), () => ours, 0, 'form'],
    ['a plain policy', async () => policy, () => ours, 0, 'form'],
    ['a page', async () => '<html>sign in</html>', () => ours, 0, 'form'],
    ['a list inside', () => make(5, '[]'), () => ours, 0, 'form'],
    ['nothing', async () => '', () => ours, 0, 'form'],
    ['too much', async () => `${await make(5, policy)}${' '.repeat(1_000_000)}`, () => ours, 0, 'form'],
    ['a key that is too short', () => make(5, policy), () => 'AAAA', 0, 'key'],
  ])('is not believed: %s', async (_, text, key, atLeast, why) => {
    expect(await openSigned(await text(), key(), atLeast)).toEqual({ why });
  });
});
