import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../scan/text/normalise.ts';
import { expectGrowth } from '../growth.ts';
import { estimate } from './counting.ts';

const tagged = (text: string) =>
  [...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');

describe('normalise', () => {
  it.each([
    ['０７７００', '07700', 'full-width digits'],
    ['ｊａｎｅ', 'jane', 'full-width letters'],
    ['٠٧٧٠٠ ٩٠٠١٢٣', '07700 900123', 'Arabic-Indic digits'],
    ['۰۷۷۰۰', '07700', 'Persian digits'],
    ['०७७०० ৯০০', '07700 900', 'Devanagari and Bengali digits'],
    ['①②⓪ ➊❷ ⑴ ⒉', '120 12 1 2', 'circled, bracketed and pointed digits'],
    ['🅹🄰🅽ⓔ 🅂', 'JANe S', 'circled and squared letters'],
    ['𝟎𝟕𝟕𝟎𝟎 𝓳𝓪𝓷𝓮 𝕁𝔸', '07700 jane JA', 'mathematical digits and letters'],
    ['ja\u200bne', 'jane', 'zero-width space'],
    ['ja\u2060n\ufeffe\u200d', 'jane', 'joiners'],
    ['ja\u00adne', 'jane', 'soft hyphen'],
    ['\u202ejane\u202c \u2066x\u2069', 'jane x', 'marks of direction'],
    ['j\ufe00a\ufe0fn\u{e0101}e', 'jane', 'variation selectors'],
    ['7\ufe0f\u20e37\ufe0f\u20e3', '77', 'digits on keys'],
    ['j\0a\0n\0e\u0007', 'jane', 'control characters'],
    [`x${tagged('jane@x.test')}`, 'xjane@x.test', 'text in invisible tag characters'],
    [`\u{1f3f4}${tagged('gbeng')}\u{e007f}`, '\u{1f3f4}', 'tags behind a flag name a region'],
    ['j\u0336a\u0336n\u0336e\u0336', 'jane', 'struck through'],
    ['0\u0489\u03327\u0332', '0\u04897', 'underlined digits; the marks of one script are its own'],
    ['Zoe\u0308 Mu\u0308ller', 'Zoë Müller', 'accents written apart'],
    ['SW1A\u00a01AA', 'SW1A 1AA', 'fixed space'],
    ['a\u2003b\u3000c\u2800d\u1680e', 'a b c d e', 'spaces of all widths'],
    ['a\u2028b\u0085c\fd', 'a\nb\nc\nd', 'line separators'],
    ['020–7946—0123', '020-7946-0123', 'dashes'],
    ['12⁄34∕56', '12/34/56', 'slashes'],
    ['jane＠example．com', 'jane@example.com', 'full-width marks'],
    ['ﬁ ℡ №', 'fi TEL No', 'compatibility forms'],
    ['ᴊᴀɴᴇ', 'jane', 'small capitals'],
    ['Zoë Müller', 'Zoë Müller', 'letters with accents stay'],
    ['李小龙', '李小龙', 'other scripts stay'],
    ['½', '½', 'a fraction is no digit beside another'],
    ['🙂 ☎', '🙂 ☎', 'pictures stay'],
  ])('%s → %s (%s)', (text, spelled) => expect(normalise(text).text).toBe(spelled));

  it.each([
    ['АВ123456С', 'AB123456C', 'Cyrillic letters in a code'],
    ['АВ 12 34 56 С', 'AB 12 34 56 C', 'and apart from its digits'],
    ['jаnе@ехаmple.соm', 'jane@example.com', 'Cyrillic letters in an address'],
    ['jane@firm.сом', 'jane@firm.сом', 'м is no m by itself: a Cyrillic domain may be meant'],
    ['Рhоnе: ΡΗΟΝΕ1', 'Phone: PHONE1', 'in a label, Greek too'],
    ['Αnna', 'Anna', 'a Greek first letter'],
    ['вank', 'bank', 'what is read as Latin in a Latin word'],
    ['сок и вода', 'сок и вода', 'Cyrillic words stay, also those of letters with Latin twins'],
    ['Анна Иванова', 'Анна Иванова', 'Cyrillic names stay'],
    ['иван@example.com', 'иван@example.com', 'a Cyrillic local part stays'],
    ['ivan@почта.рф', 'ivan@почта.рф', 'a Cyrillic domain stays'],
    ['Νίκος Παπαδόπουλος', 'Νίκος Παπαδόπουλος', 'Greek names stay'],
    ['в 2021 году', 'в 2021 году', 'a Cyrillic word before a number stays'],
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

  const oddities = fc.string({
    unit: fc.constantFrom(
      ...['a', '1', ' ', '@', '.', '\u200b', 'ﬁ', '０', 'é', '😀', 'А', 'и', 'в', 'ο', '\u00a0', '㍿', '\ud800', '𝟎'],
      ...['\u0301', '\u0336', '\u{e0041}', '\u{1f3f4}', '٣', '´', '①', '\0', '\u0085'],
    ),
  });

  it('maps every offset into the original, in order, end to end', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(oddities, fc.string({ unit: 'binary' })), (text) => {
        const { text: spelled, toOriginal } = normalise(text);
        let last = 0;
        for (let offset = 0; offset <= spelled.length; offset++) {
          const original = toOriginal(offset);
          if (original < last || original > text.length) throw new Error(`${offset} → ${original}`);
          last = original;
        }
        expect(toOriginal(spelled.length)).toBe(text.length);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing the second time', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(oddities, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['marks', 'a\u0301'],
    ['marks on marks', '\u0301'],
    ['look-alikes', 'аb'],
    ['look-alikes without an end', 'а'],
    ['tags', '\u{e0041}'],
    ['spaces', '\u00a0'],
    ['ligatures', 'ﬁ'],
  ])('takes time that grows with the length only: %s', { timeout: 60_000 }, (_, unit) => {
    const read = (length: number) => normalise(unit.repeat(length / unit.length));
    expectGrowth(read, { small: 100_000, large: 1_000_000 });
  });

  it('counts people however they are spelled', () => {
    const rows = [
      'Jane Doe, jаnе@ехample.test, ٠٧٧٠٠٩٠٠١٢٣',
      'Bob Roe, b\u200bob@exam\u00adple.test, ０７７００ ９００１２４',
      'Ann Poe, 𝓪𝓷𝓷@example.test, 0\u03367\u03367\u03360\u03360 900125',
    ];
    expect(estimate(`Name, E-mail, Phone\n${rows.join('\n')}`)).toBe(3);
  });
});
