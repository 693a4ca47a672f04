// Text moved by thirteen places, and text written backwards, told by the letters and pairs of letters that people's languages have.
// A few letters of every paragraph are looked at; the others only where those are odd.
// https://en.wikipedia.org/wiki/Letter_frequency, https://en.wikipedia.org/wiki/Bigram
import { createEditor, type Edited } from '../text/edits.ts';
import { reverse, rotate } from './rotate.ts';

/** Occurrences of a to z in ten thousand letters of English; other languages of Europe are near enough. */
const frequencies = [
  820, 150, 280, 430, 1270, 220, 200, 610, 700, 15, 77, 400, 240, 670, 750, 190, 10, 600, 630, 910, 280, 98, 240, 15,
  200, 7,
];
/** How much better a letter fits as it is than moved by thirteen places, in eighths. */
const fits = Int8Array.from(frequencies, (often, letter) =>
  Math.round(Math.log(often / frequencies[(letter + 13) % 26]!) * 8),
);

/** Pairs that stand in this order far more often than the other way round. */
const pairs =
  'th nd ng nt ch sh wh ck qu gh ly ty fr br cr gr pr pl bl cl fl gl mp rd rk ld lt sp sk ph kn ks rs ry ny ey ay oy ow aw mb nk nc ns ft rt ou au io ia ve ke ye st yn tr dr sc';
const order = new Int8Array(26 * 26);
for (const pair of pairs.split(' ')) {
  const [first, second] = [pair.charCodeAt(0) - 97, pair.charCodeAt(1) - 97];
  order[first * 26 + second] = 1;
  order[second * 26 + first] = -1;
}

interface Looks {
  letters: number;
  /** Which letters there are, a bit for each. */
  kinds: number;
  /** Sum of `fits`: below 0 where letters are moved. */
  moved: number;
  /** Pairs in their usual order, less those in the other; words with a capital in front, less those with one at the end. */
  forward: number;
}

function look(text: string, from: number, to: number): Looks {
  const looks: Looks = { letters: 0, kinds: 0, moved: 0, forward: 0 };
  let last = -1;
  let wasUpper = false;
  let beforeLast = false;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const letter = (unit | 32) - 97;
    if (letter < 0 || letter > 25) {
      // "enaJ": a capital ends the word.
      if (last >= 0 && wasUpper && beforeLast) looks.forward -= 2;
      last = -1;
      beforeLast = false;
      continue;
    }
    const isUpper = unit < 97;
    looks.letters++;
    looks.kinds |= 1 << letter;
    looks.moved += fits[letter]!;
    if (last >= 0) {
      looks.forward += order[last * 26 + letter]!;
      if (wasUpper && !isUpper && !beforeLast) looks.forward += 2;
    }
    beforeLast = last >= 0 && !wasUpper;
    last = letter;
    wasUpper = isUpper;
  }
  return looks;
}

type Cipher = 'none' | 'moved' | 'backwards';

/** Units looked at in a paragraph before it is looked at more closely. */
const glance = 36;
/** A paragraph that is odd is seen near its start. */
const farthest = 4_000;
const secondLook = 240;
const closeLook = 2_000;

/** A top-level domain written backwards before, and none behind an `@`. */
const backwardAddress =
  /(?:^|[^\w.])(?:moc|gro|ten|ude|vog|ofni|zib|tset|elpmaxe|dilavni|ku|ed|rf|se|ti|ln|eb|ei|ue|oi|hc|ta|lp|su|ac|ua|zn)\.[\w.-]{1,80}@[\w+-]+(?:\.[\w+-]+)*(?![\w.@])/;
const topLevel =
  /@[\w.-]{1,80}\.(?:com|org|net|edu|gov|info|biz|test|example|invalid|uk|de|fr|es|it|nl|be|ie|eu|io|ch|at|pl|us|ca|au|nz)\b/;
const movedAddress = /@[\w.-]{1,80}\.(?:pbz|bet|arg|rqh|tbi|vasb|ovm|grfg|rknzcyr|vainyvq|hx|qr|se|rf|vg|ay|vr|rh)\b/;

/** Whether the few letters at a position are those of a text in clear. */
function isOrdinary(text: string, at: number): boolean {
  const { letters, moved, forward } = look(text, at, Math.min(text.length, at + glance));
  return letters > 6 && moved > letters && forward > -1;
}

function cipherOf(text: string, from: number, to: number): Cipher {
  const second = look(text, from, Math.min(to, from + secondLook));
  if (second.letters > 40 && second.moved > second.letters * 2 && second.forward > 0) return 'none';
  const paragraph = text.slice(from, Math.min(to, from + closeLook));
  const hasAddress = paragraph.includes('@');
  if (hasAddress && topLevel.test(paragraph)) return 'none';
  const { letters, kinds, moved, forward } = look(paragraph, 0, paragraph.length);
  // Numbers in hex and the like: no language has so few letters.
  if (bitsIn(kinds) < fewestKinds) return areMovedPairs(paragraph) ? 'moved' : 'none';
  if ((hasAddress && movedAddress.test(paragraph)) || (letters >= 40 && moved < letters * -2.5)) return 'moved';
  if (hasAddress && backwardAddress.test(paragraph)) return 'backwards';
  return letters >= 60 && moved > letters && forward * 12 < -letters && forward < -8 ? 'backwards' : 'none';
}

const fewestKinds = 11;
const areMovedPairs = (text: string) => /[n-s]/.test(/(?:\b[2-7][n-s\d][ :-]){12}/.exec(text)?.[0] ?? '');

function bitsIn(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Escapes that are themselves moved: `\\h0040`, `%4n`, `=4N`, `4n 61 6r`. */
const movedEscape = /\\h00[0-7][0-9n-s]|\\k[2-7][0-9n-s]|&#k[0-9n-s]{2,5};|[%=](?:[0-9][n-s]|[n-s][0-9])/gi;
/** What may follow these signs where escapes are moved; a line break, in quoted-printable. */
const asMoved = /[%=](?:[0-9n-s]{2}|\r?\n)/gi;
/** And written backwards: `0400u\\`, `;46#&`. */
const turnedEscape = /;[\da-f]{1,6}x?#&|[\da-f]{2}00u\\|[\da-f][2-7]x\\/gi;

/** What was done to a text full of escapes, so that they are none any more. */
function cipherOfEscapes(text: string, from: number, to: number): Cipher {
  const paragraph = text.slice(from, Math.min(to, from + closeLook));
  const count = (pattern: RegExp) => paragraph.match(pattern)?.length ?? 0;
  // Turned round, any letters follow a sign, and some of them look moved; where they are moved, all do.
  if (count(movedEscape) >= fewestEscapes && count(asMoved) >= count(/[%=]/g) * 0.9) return 'moved';
  if (count(turnedEscape) >= fewestEscapes) return 'backwards';
  // Either reading of %16%E6% is possible; the first digit of a letter's number is 2 to 7, or there are bytes of UTF-8 in their order.
  const length = (pattern: string) =>
    (paragraph.match(new RegExp(pattern, 'gi')) ?? []).reduce((sum, found) => sum + found.length, 0) / 3;
  for (const sign of ['%', '=']) {
    if (!paragraph.includes(sign)) continue;
    const ahead = length(
      `${sign}(?:[2-7][0-9a-f]|0[9ad]|[cd][0-9a-f]${sign}[89ab][0-9a-f]|e[0-9a-f](?:${sign}[89ab][0-9a-f]){2})`,
    );
    const behind = length(
      `(?:[0-9a-f][2-7]|[9ad]0|[0-9a-f][89ab]${sign}[0-9a-f][cd]|(?:[0-9a-f][89ab]${sign}){2}[0-9a-f]e)${sign}`,
    );
    if (behind >= fewestEscapes && behind > ahead * 1.2) return 'backwards';
  }
  return 'none';
}

const fewestEscapes = 6;

const shortest = 24;

/**
 * The text with its ciphers undone, and where they were, or `undefined` where there are none. `escapes`: only ciphers over escapes,
 * which are to be looked for before escapes are read.
 */
export function undoCiphers(
  text: string,
  escapes: boolean,
): (Edited & { stretches: [start: number, end: number][] }) | undefined {
  if (escapes && !['%', '\\', '&', '='].some((sign) => text.includes(sign))) return undefined;
  const judge = escapes ? cipherOfEscapes : cipherOf;
  const found: { start: number; end: number; cipher: Cipher }[] = [];
  const paragraphEnd = endFinder(text);
  const stride = Math.max(60, Math.min(1_000, text.length / 100));
  let from = 0;
  let isAny = false;
  for (let sample = 0; sample < text.length; sample += stride) {
    if (!escapes && isOrdinary(text, sample)) continue;
    const start = paragraphStart(text, Math.max(from, sample - farthest), sample);
    const end = paragraphEnd(Math.max(start, sample));
    sample = Math.max(sample, end - stride);
    const cipher = end - start < shortest ? 'none' : judge(text, start, end);
    if (cipher !== 'none') {
      isAny = true;
      const last = found.at(-1);
      if (last && last.cipher === cipher && last.end === start) last.end = end;
      else found.push({ start, end, cipher });
    }
    from = end;
  }
  if (!isAny) return undefined;
  const editor = createEditor(text);
  for (const { start, end, cipher } of found) {
    const written = text.slice(start, end);
    if (cipher === 'moved') editor.replace(start, end, rotate(written));
    else turnRound(written, start, editor);
  }
  const stretches = found.map(({ start, end }): [number, number] => [
    start,
    start + text.slice(start, end).trimEnd().length,
  ]);
  return { ...editor.finish(), stretches };
}

/** Finds where the paragraph ends that a position is in; positions are asked for in ascending order. */
function endFinder(text: string): (at: number) => number {
  const breaks = ['\n\n', '\n\r\n'].map((mark) => ({ mark, next: -1 }));
  return (at) => {
    let end = text.length;
    for (const known of breaks) {
      if (known.next < at) {
        const found = text.indexOf(known.mark, at);
        known.next = found < 0 ? text.length : found;
      }
      end = Math.min(end, known.next + known.mark.length);
    }
    return end;
  };
}

/** Where the paragraph begins that `at` is in, not looking before `from`. */
function paragraphStart(text: string, from: number, at: number): number {
  const before = text.slice(from, at);
  const blank = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n\r\n'));
  return blank < 0 ? from : from + blank + (before[blank + 1] === '\r' ? 3 : 2);
}

/** Words, lines or the whole may be written backwards. */
function turnRound(written: string, start: number, editor: ReturnType<typeof createEditor>): void {
  const body = written.replace(/\s+$/, '');
  const end = start + body.length;
  if (isByWord(body)) {
    editor.replace(start, end, body.replace(/\S+/g, reverse));
    return;
  }
  const lines = body.split('\n');
  if (lines.length > 1 && isUpsideDown(lines)) {
    editor.replace(start, end, reverse(body));
    return;
  }
  let at = start;
  for (const line of lines) {
    const bare = line.replace(/\r$/, '');
    if (bare !== '') editor.replace(at, at + bare.length, reverse(bare));
    at += line.length + 1;
  }
}

/** The last line says what the columns are: it was the first. */
function isUpsideDown(lines: readonly string[]): boolean {
  // Wrapped codes have no header, but a last line that is shorter.
  if (!/\S[ \t]+\S/.test(lines[0]! + lines[1]!)) return lines[0]!.length < lines.at(-1)!.length;
  const isHeader = (line: string) => line.length > 3 && !/[@\d]/.test(line);
  return isHeader(lines.at(-1)!) || !(isHeader(lines[0]!) || /^[^\n]{0,60}[:,]\s*$/.test(lines[0]!));
}

/** Words turned round where they stand: a full stop or comma then stands before its word, and 07700 is not behind 900123. */
function isByWord(body: string): boolean {
  const count = (pattern: RegExp) => body.match(pattern)?.length ?? 0;
  // A group of five or six digits that ends in 0 and follows the number's other group: read from the end it begins with 0.
  const lineTurned = count(/(?<!\d)\d{3,6} \d{2,4}0(?!\d)/g);
  const wordTurned = count(/(?<!\d)\d{2,4}0 \d{3,6}(?!\d)/g);
  if (lineTurned !== wordTurned) return wordTurned > lineTurned;
  // Sentences: marks that end a word stand in front of it where words are turned, behind the line's start where lines are.
  return count(/(?:^|\s)[.,;!?](?=\w)/g) > count(/\w[.,;!?](?=\s|$)/g) && startsLow(body);
}

/** A turned line begins with a full stop; where words are turned the first word's capital is its last letter. */
const startsLow = (body: string) => /^[a-z]+[A-Z](?:\s|$)/m.test(body);
