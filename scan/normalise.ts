// One spelling for many: compatibility forms (NFKC), zero-width and format characters, look-alike letters, full-width digits,
// odd spaces and dashes. https://www.unicode.org/reports/tr15/ (NFKC), https://www.unicode.org/reports/tr39/ (confusables)

export interface Normalised {
  text: string;
  /** Offset in the original of the character at `offset` here; the end maps to the end. UTF-16 units. */
  toOriginal(offset: number): number;
}

/** Letters of other scripts that look like an ASCII letter. */
const confusables = new Map<string, string>();
function fold(look: string, ascii: string): void {
  const twins = [...ascii];
  for (const [k, letter] of [...look].entries()) confusables.set(letter, twins[k]!);
}
fold('АВЕЅІЈКМНОРСТУХҮԌԚԜаеѕіјорсухһԁԛԝ', 'ABESIJKMHOPCTYXYGQWaesijopcyxhdqw');
fold('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹοϲ', 'ABEZHIKMNOPTYXCoc');
fold('ıȷɡɑᴏ', 'ijgao');

/** Dashes, quotes and the signs for "at" and full stop that look like the ASCII ones. */
fold('‐‑‒–—―−﹘﹣－⁃', '-----------');
fold('‘’‛′ʼ＇', "''''''");
fold('．․﹒。｡', '.....');
fold('＠﹫', '@@');

/** Invisible: joiners, marks of direction, soft hyphen, variation selectors, tags. */
const invisible = /^\p{Default_Ignorable_Code_Point}$|^\p{Cf}$/u;
const spaces = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/;

const plain = /^\p{ASCII}*$/u;
const odd = /\P{ASCII}/gu;

function identity(offset: number): number {
  return offset;
}

/** Spelling of one code point, empty where it cannot be seen. */
function spell(letter: string): string {
  if (spaces.test(letter)) return ' ';
  if (invisible.test(letter)) return '';
  const twin = confusables.get(letter);
  if (twin !== undefined) return twin;
  const compatible = letter.normalize('NFKC');
  return compatible === letter || compatible.length > 18 ? letter : compatible;
}

/** `text` in one spelling, and the way back. Plain ASCII comes back untouched. */
export function normalise(text: string): Normalised {
  if (plain.test(text)) return { text, toOriginal: identity };
  const starts: number[] = [];
  const shifts: number[] = [];
  let result = '';
  let copied = 0;
  odd.lastIndex = 0;
  for (let match = odd.exec(text); match; match = odd.exec(text)) {
    const at = match.index;
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const spelled = spell(letter);
    odd.lastIndex = at + letter.length;
    if (spelled === letter) continue;
    result += text.slice(copied, at) + spelled;
    copied = at + letter.length;
    if (spelled.length !== letter.length) {
      starts.push(result.length);
      shifts.push(copied - result.length);
    }
  }
  if (copied === 0) return { text, toOriginal: identity };
  result += text.slice(copied);
  if (starts.length === 0) return { text: result, toOriginal: identity };
  return { text: result, toOriginal: (offset) => offset + shiftAt(starts, shifts, offset) };
}

/** The shift of the last change at or before `offset`. */
function shiftAt(starts: readonly number[], shifts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : shifts[low - 1]!;
}
