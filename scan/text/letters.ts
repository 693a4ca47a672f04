// Letters without case and accents, fast for the alphabets of Europe. https://www.unicode.org/charts/ (Latin-1, Extended-A and -B)

/** Letters that do not fall apart into a base letter and a mark. */
const whole: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

const tableEnd = 0x250;

/** Base letters of U+0080 to U+024F; empty for what is no letter. */
const folded: readonly string[] = Array.from({ length: tableEnd - 0x80 }, (_, index) => {
  const letter = String.fromCharCode(index + 0x80).toLowerCase();
  return /^\p{L}/u.test(letter) ? (whole[letter] ?? letter.normalize('NFD')[0]!) : '';
});

/** U+1E00 to U+1EFF hold the other letters of Latin alphabets: Vietnamese, Welsh. */
const additional = 0x1e00;
const additionalEnd = 0x1f00;

/** What units below U+1F00 fold to: 0 where they are no letter, `manyUnits` where they fold to more than one or are not in the table. */
const foldedUnits = new Uint16Array(additionalEnd).fill(0xffff);
export const manyUnits = 0xffff;
for (let unit = 0; unit < 0x80; unit++) foldedUnits[unit] = isLetterUnit(unit) ? unit | 32 : 0;
for (let unit = 0x80; unit < additionalEnd; unit = unit + 1 === tableEnd ? additional : unit + 1) {
  const letters = unit < tableEnd ? folded[unit - 0x80]! : foldAny(String.fromCharCode(unit));
  if (letters.length < 2) foldedUnits[unit] = letters === '' ? 0 : letters.charCodeAt(0);
}

/** The unit without case and accents: 0 where it is no letter, `manyUnits` where that cannot be said of it alone. */
export function foldUnit(unit: number): number {
  return unit < additionalEnd ? foldedUnits[unit]! : manyUnits;
}

/** Whether the unit is a letter, for units below U+0250; anything above counts as one. */
export function isLetterUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  return unit >= tableEnd ? unit < 0x2000 || unit > 0x206f : folded[unit - 0x80] !== '';
}

/** Lower case, without accents, of one letter below U+0250; above it stands for itself. */
export const foldedLetter = (unit: number): string =>
  unit >= tableEnd ? String.fromCharCode(unit) : unit < 0x80 ? String.fromCharCode(unit | 32) : folded[unit - 0x80]!;

/** Lower case, without accents. */
export function foldLetters(text: string): string {
  let isAscii = true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= tableEnd) return foldAny(text);
    if (unit >= 0x80) isAscii = false;
  }
  if (isAscii) return text.toLowerCase();
  let result = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    result += unit < 0x80 ? text[index]!.toLowerCase() : folded[unit - 0x80] || ' ';
  }
  return result;
}

function foldAny(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþıßæœ]/g, (letter) => whole[letter]!);
}
