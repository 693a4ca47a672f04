import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../scan/normalise.ts';

describe('normalise', () => {
  it.each([
    ['０７７００', '07700', 'full-width digits'],
    ['ja\u200bne', 'jane', 'zero-width space'],
    ['ja\u00adne', 'jane', 'soft hyphen'],
    ['\u202ejane\u202c', 'jane', 'marks of direction'],
    ['SW1A\u00a01AA', 'SW1A 1AA', 'fixed space'],
    ['020–7946—0123', '020-7946-0123', 'dashes'],
    ['АВ123456С', 'AB123456C', 'Cyrillic letters that look Latin'],
    ['jane＠example．com', 'jane@example.com', 'full-width marks'],
    ['①ﬁ', '1fi', 'compatibility forms'],
    ['𝟎𝟕𝟕𝟎𝟎', '07700', 'mathematical digits'],
    ['Zoë Müller', 'Zoë Müller', 'letters with accents stay'],
    ['李小龙', '李小龙', 'other scripts stay'],
  ])('%s → %s (%s)', (text, spelled) => expect(normalise(text).text).toBe(spelled));

  it('gives plain text back untouched', () => {
    const text = 'plain text, 07700 900123\n';
    const { text: same, toOriginal } = normalise(text);
    expect(same).toBe(text);
    expect(toOriginal(7)).toBe(7);
  });

  it('leads back to the characters a stretch came from', () => {
    const text = 'x\u200b\u200b０７７００\u00a0900ﬁ y';
    const { text: spelled, toOriginal } = normalise(text);
    const at = spelled.indexOf('07700 900');
    expect(text.slice(toOriginal(at), toOriginal(at + 9))).toBe('０７７００\u00a0900');
    expect(toOriginal(spelled.length)).toBe(text.length);
  });

  it('maps every offset into the original, in order, end to end', () => {
    const odd = fc.string({
      unit: fc.constantFrom(...['a', '1', ' ', '\u200b', 'ﬁ', '０', 'é', '😀', 'А', '\u00a0', '㍿', '\ud800', '𝟎']),
    });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        const { text: spelled, toOriginal } = normalise(text);
        let last = 0;
        for (let offset = 0; offset <= spelled.length; offset++) {
          const original = toOriginal(offset);
          if (original < last || original > text.length) throw new Error(`${offset} → ${original}`);
          last = original;
        }
        expect(toOriginal(spelled.length)).toBe(text.length);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });
});
