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

/** All but what can only stand for itself: printable ASCII, western letters, £ © ® €, CJK and Hangul. */
const odd = /[^\t\n\r -~£©®€À-ÖØ-öø-ÿŁłŒœŠšŽž\u4e00-\u9fff\uac00-\ud7a3]/g;

function identity(offset: number): number {
  return offset;
}

/** Spelling of one code point, empty where it cannot be seen. */
function spell(letter: string): string {
  const known = confusables.get(letter);
  if (known !== undefined) return known;
  if (spaces.test(letter)) return ' ';
  if (invisible.test(letter)) return '';
  const compatible = letter.normalize('NFKC');
  if (compatible === letter || compatible.length > 18) return letter;
  return [...compatible].map((part) => confusables.get(part) ?? part).join('');
}

/** Stretches that changed their length: where they stand in the result and in the original. */
interface Changes {
  starts: number[];
  ends: number[];
  originalStarts: number[];
  originalEnds: number[];
}

/** `text` in one spelling, and the way back. Plain text comes back untouched. */
export function normalise(text: string): Normalised {
  odd.lastIndex = 0;
  if (!odd.test(text)) return { text, toOriginal: identity };
  const changes: Changes = { starts: [], ends: [], originalStarts: [], originalEnds: [] };
  let result = '';
  let copied = 0;
  do {
    const at = odd.lastIndex - 1;
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const end = at + letter.length;
    odd.lastIndex = end;
    const spelled = spell(letter);
    if (spelled === letter) continue;
    result += text.slice(copied, at);
    if (spelled.length !== letter.length) {
      changes.starts.push(result.length);
      changes.ends.push(result.length + spelled.length);
      changes.originalStarts.push(at);
      changes.originalEnds.push(end);
    }
    result += spelled;
    copied = end;
  } while (odd.test(text));
  result += text.slice(copied);
  if (changes.starts.length === 0) return { text: result, toOriginal: identity };
  return { text: result, toOriginal: (offset) => original(changes, offset) };
}

/** The offset in the original; within a stretch that grew it is the stretch's start. */
function original({ starts, ends, originalStarts, originalEnds }: Changes, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return offset;
  const last = low - 1;
  return offset < ends[last]! ? originalStarts[last]! : offset - ends[last]! + originalEnds[last]!;
}
