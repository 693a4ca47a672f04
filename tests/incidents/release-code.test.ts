import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Incident } from '../../incidents/incident.ts';
import { readRelease, releasablesIn, releaseCode } from '../../incidents/release-code.ts';
import { toBase64Url } from '../../incidents/signing.ts';
import { amendmentEntry, incidentEntry, uuid } from './entries.ts';

const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
const contact = {
  key: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
  privateKey: pair.privateKey,
};
const now = Date.parse('2026-11-21T12:00:00Z');
const expires = now + 4 * 3_600_000;
const draft = { incident: uuid(1), draft: 'ab'.repeat(16) };
const others = [
  { incident: uuid(2), draft: draft.draft },
  { incident: uuid(1), draft: 'cd'.repeat(16) },
];
const code = await releaseCode(contact, draft, expires);

describe('a release code', () => {
  it('is read as it was given, among the drafts it could mean', async () => {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5} ){22}[0-9A-HJKMNP-TV-Z]$/);
    expect(await readRelease(code, contact.key, [...others, draft], now)).toEqual({
      ok: true,
      incident: draft.incident,
      expires,
    });
  });

  it.each([
    ['in small letters', code.toLowerCase()],
    ['without blanks', code.replaceAll(' ', '')],
    ['in lines and dashes', code.replaceAll(' ', '-\n')],
    ['with O for 0 and l for 1', code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('is read %s', async (_, written) => {
    expect(await readRelease(written, contact.key, [draft], now)).toMatchObject({ ok: true });
  });

  it.each([
    ['for another draft or another incident', code, others, now, 'other'],
    ['for none', code, [], now, 'other'],
    ['after its time', code, [draft], expires, 'expired'],
    ['cut short', code.slice(0, -6), [draft], now, 'unreadable'],
    ['that is empty', '', [draft], now, 'unreadable'],
    ['that is no code', 'please let me send this §', [draft], now, 'unreadable'],
    ['as long as a book', code.repeat(50), [draft], now, 'unreadable'],
  ] as const)('%s lets nothing go', async (_, written, drafts, at, why) => {
    expect(await readRelease(written, contact.key, drafts, at)).toEqual({ ok: false, why });
  });

  it('lets one message go: not again, unless that one never went', async () => {
    const about = (number: number, change: Partial<Incident> = {}) =>
      incidentEntry(number, { draft: draft.draft, ...change });
    const held = about(1);
    const gone = about(2, { choice: 'sent-with-code', outcome: 'left' });
    const read = (entries: Entry[], written = code) =>
      readRelease(
        written,
        contact.key,
        releasablesIn(
          entries.map((entry) => ({ entry })),
          draft.draft,
        ),
        now,
      );
    expect(await read([held])).toMatchObject({ ok: true });
    expect(await read([held, gone])).toEqual({ ok: false, why: 'used' });
    expect(await read([held, gone, amendmentEntry(9, 2, 'not-sent')])).toMatchObject({ ok: true });
    expect(await read([held, gone, amendmentEntry(9, 2, 'unknown')])).toEqual({ ok: false, why: 'used' });
    const later = await releaseCode(contact, { incident: uuid(3), draft: draft.draft }, expires);
    expect(await read([held, gone, about(3)], later)).toMatchObject({ ok: true });
    expect(await read([about(1, { draft: 'cd'.repeat(16) })])).toEqual({ ok: false, why: 'other' });
  });

  it('by another hand lets nothing go', async () => {
    const other = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const forged = await releaseCode({ key: '', privateKey: other.privateKey }, draft, expires);
    expect(await readRelease(forged, contact.key, [draft], now)).toEqual({ ok: false, why: 'other' });
  });

  it('with any one letter changed lets nothing go', async () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const bare = code.replaceAll(' ', '');
    await fc.assert(
      fc.asyncProperty(fc.nat(bare.length - 1), fc.integer({ min: 1, max: 31 }), async (at, by) => {
        const changed = letters[(letters.indexOf(bare[at]!) + by) % 32];
        const written = bare.slice(0, at) + changed + bare.slice(at + 1);
        expect((await readRelease(written, contact.key, [draft], now)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
