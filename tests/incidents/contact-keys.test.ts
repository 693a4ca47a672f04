import { describe, expect, it } from 'vitest';
import { newContactKeys, readContactKeys } from '../../incidents/contact-keys.ts';
import { readRelease, releaseCode } from '../../incidents/release-code.ts';
import { seal, unseal } from '../../incidents/sealed.ts';
import { uuid } from './entries.ts';

describe('the keys of a breach contact', () => {
  it('are made, kept in a file, and do what they are for', async () => {
    const { text, keys: forPolicy } = await newContactKeys();
    const { sealTo, releaseCodes } = forPolicy;
    const keys = await readContactKeys(text);
    expect(keys).toMatchObject(forPolicy);
    expect(keys!.opener.extractable || keys!.signer.privateKey.extractable).toBe(false);
    const sealed = await seal({ actor: 'sam' }, sealTo, uuid(1));
    expect(await unseal(sealed, keys!.opener, uuid(1))).toEqual({ actor: 'sam' });
    const draft = { incident: uuid(1), draft: 'ab'.repeat(16) };
    const code = await releaseCode(keys!.signer, draft, 9e12);
    expect(await readRelease(code, releaseCodes, [draft], 0)).toMatchObject({ ok: true });
  });

  it('are other ones each time', async () => {
    const [one, other] = [await newContactKeys(), await newContactKeys()];
    for (const name of ['sealTo', 'releaseCodes', 'people'] as const) expect(one.keys[name]).not.toBe(other.keys[name]);
  });

  it.each(['', '{}', 'not json', '{"gatehouseKeys":1}', '{"gatehouseKeys":2,"seal":{},"release":{}}'])(
    '%j is no key file',
    async (text) => {
      expect(await readContactKeys(text)).toBeUndefined();
    },
  );
});
