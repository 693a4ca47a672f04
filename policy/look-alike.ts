// Domains that pass for the firm's: a slip of the finger, or a trap. Confusable letters: https://www.unicode.org/reports/tr39/ ;
// punycode: https://www.rfc-editor.org/rfc/rfc3492
import { registrableDomain } from './domain.ts';
import { editDistance } from './edit-distance.ts';

/** Letters of other scripts, and digits, that are read as Latin ones. */
const readAs: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  ӏ: 'l',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  κ: 'k',
  τ: 't',
  υ: 'u',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  i: 'l',
};

/** Names shorter than this are a letter apart from half the world. */
const shortest = 5;

/** Whether `domain` could be taken for `house`: same name under another ending, same look, or a keystroke or two away. Both ASCII. */
export function isLookAlike(domain: string, house: string): boolean {
  const [theirs, ours] = [registrableDomain(domain), registrableDomain(house)];
  if (theirs === ours) return false;
  const [name, firm] = [nameOf(theirs), nameOf(ours)];
  if (firm.length < shortest) return false;
  return look(name) === look(firm) || editDistance(name, firm, 2) <= (firm.length >= 10 ? 2 : 1);
}

function nameOf(registered: string): string {
  const label = registered.slice(0, registered.indexOf('.'));
  return label.startsWith('xn--') ? fromPunycode(label.slice(4)) : label;
}

/** What the eye makes of a name: no accents, no dashes, `rn` as `m`, look-alike letters as Latin ones. */
function look(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\p{M}-]/gu, '');
  return [...plain]
    .map((letter) => readAs[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Decodes the part after `xn--`; what is not punycode comes back as it is. */
export function fromPunycode(encoded: string): string {
  const delimiter = encoded.lastIndexOf('-');
  const points = [...encoded.slice(0, Math.max(delimiter, 0))].map((letter) => letter.codePointAt(0)!);
  let [point, offset, bias] = [128, 0, 72];
  for (let index = delimiter + 1; index < encoded.length; ) {
    const before = offset;
    for (let weight = 1, base = 36; ; base += 36) {
      const digit = digitOf(encoded.charCodeAt(index++));
      if (digit === undefined) return encoded;
      offset += digit * weight;
      const threshold = Math.min(26, Math.max(1, base - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = points.length + 1;
    bias = adapted(offset - before, length, before === 0);
    point += Math.floor(offset / length);
    offset %= length;
    if (point > 0x10ffff) return encoded;
    points.splice(offset++, 0, point);
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number | undefined {
  if (code >= 48 && code <= 57) return code - 22;
  return code >= 97 && code <= 122 ? code - 97 : undefined;
}

/** RFC 3492, 6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
