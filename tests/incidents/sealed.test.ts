import { describe, expect, it } from 'vitest';
import { parseEnvelope } from '../../incidents/envelope.ts';
import { open, seal, unseal } from '../../incidents/sealed.ts';
import { toBase64Url } from '../../incidents/signing.ts';
import { envelopesOf, incidentEntry, uuid } from './entries.ts';

async function contactOf(): Promise<{ to: string; privateKey: CryptoKey }> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('X25519', true, ['deriveBits'])) as CryptoKeyPair;
  return { to: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))), privateKey };
}
const contact = await contactOf();
const details = { actor: 'sam@firm.example', reason: 'the monthly run for [name]' };
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));

describe('sealed details', () => {
  it('are opened by the contact, for the entry they belong to', async () => {
    const sealed = await seal(details, contact.to, uuid(1));
    expect(JSON.stringify(sealed)).not.toContain('firm');
    expect(await unseal(sealed, contact.privateKey, uuid(1))).toEqual(details);
    const [envelope] = await envelopesOf([incidentEntry(1, { sealed })]);
    expect(parseEnvelope(envelope)).toHaveProperty('envelope');
  });

  it('are different each time, so that two entries of one person do not look alike', async () => {
    const [one, other] = [await seal(details, contact.to, uuid(1)), await seal(details, contact.to, uuid(1))];
    expect(one.box).not.toBe(other.box);
  });

  it('stay closed for another entry, another key, or when they were changed', async () => {
    const sealed = await seal(details, contact.to, uuid(1));
    const other = await contactOf();
    expect(await unseal(sealed, contact.privateKey, uuid(2))).toBeUndefined();
    expect(await unseal(sealed, other.privateKey, uuid(1))).toBeUndefined();
    expect(
      await unseal(
        { ...sealed, box: sealed.box.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) },
        contact.privateKey,
        uuid(1),
      ),
    ).toBeUndefined();
    expect(await unseal({ ...sealed, key: 'x' }, contact.privateKey, uuid(1))).toBeUndefined();
  });

  it('cannot be sealed to what is no key', async () => {
    await expect(seal(details, 'no key', uuid(1))).rejects.toThrow();
  });

  // https://www.rfc-editor.org/rfc/rfc9180#appendix-A.1.1 , the first encryption.
  it('open as RFC 9180 says', async () => {
    const privateKey = await crypto.subtle.importKey(
      'pkcs8',
      bytes(`302e020100300506032b656e04220420${'4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'}`),
      'X25519',
      true,
      ['deriveBits'],
    );
    const opened = await open({
      privateKey,
      enc: bytes('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
      box: bytes('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'),
      aad: bytes('436f756e742d30').buffer,
      info: bytes('4f6465206f6e2061204772656369616e2055726e').buffer,
    });
    expect(new TextDecoder().decode(opened)).toBe('Beauty is truth, truth beauty');
  });
});
