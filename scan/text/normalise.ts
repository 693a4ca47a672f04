// One spelling for many: compatibility forms (NFKC), zero-width and format characters, combining marks that break words, digits of all
// scripts, look-alike letters, odd spaces and dashes. https://www.unicode.org/reports/tr15/ (NFKC), https://www.unicode.org/reports/tr36/
import { createEditor, type Edited } from './edits.ts';
import { foldLookAlikes, foreign } from './look-alikes.ts';

/** Signs that stand for an ASCII one and have no compatibility form of it. */
const signs = new Map<string, string>();
function fold(look: string, ascii: string): void {
  const twins = [...ascii];
  for (const [index, letter] of [...look].entries()) signs.set(letter, twins[index] ?? twins.at(-1)!);
}
fold('ıȷɡɑɩʟᴀʙᴄᴅᴇꜰɢʜɪᴊᴋᴌᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', 'ijgailabcdefghijklmnopqrstuvwyz');
fold('‐‑‒–—―−﹘﹣－⁃⸺⸻⹀', '-');
fold('‘’‛′ʼ＇´ˈ', "'");
fold('．․﹒。｡', '.');
fold('＠﹫', '@');
fold('⁄∕╱⧸', '/');
fold('\u2028\u2029\u0085\u000b\u000c', '\n');
fold('\u2800', ' ');
fold('❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒⓵⓶⓷⓸⓹⓺⓻⓼⓽⓿🄋🄌', `${'123456789'.repeat(4)}000`);
fold('\u00a8\u00af', ' ');

/** Invisible: joiners, marks of direction, soft hyphen, variation selectors, control characters. */
const invisible = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cc})$/u;
const space = /^\p{Zs}$/u;
const decimal = /^\p{Nd}$/u;

/** Marks for any base: accents, strokes, enclosing signs. Those of one script belong to its spelling. */
const anyMark = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/;
const marksHere = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/y;
const marks = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;

/** All but what can only stand for itself: printable ASCII, Latin letters, £ © ® €, CJK and Hangul. */
export const odd = /[^\t\n\r -~£©®€À-ÖØ-öø-İĴ-ľŁ-ňŊ-ž\u1ea0-\u1ef9\u4e00-\u9fff\uac00-\ud7a3]/g;

/** Invisible copies of ASCII; behind a black flag they name a region. https://www.unicode.org/reports/tr51/#def_emoji_tag_sequence */
const tags = /(?:\udb40[\udc00-\udc7f])+/y;
const flag = '\u{1f3f4}';

/** Spelling of one code point, empty where it cannot be seen. */
function spell(letter: string): string {
  const known = signs.get(letter);
  if (known !== undefined) return known;
  if (space.test(letter)) return ' ';
  if (invisible.test(letter)) return '';
  const code = letter.codePointAt(0)!;
  // Letters in black circles and squares have no compatibility form.
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(code - 0x1f150 + 65);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(code - 0x1f170 + 65);
  const compatible = letter.normalize('NFKC');
  if (compatible === letter) return decimal.test(letter) ? digitOf(code) : letter;
  // "½" beside a number would make another number of it.
  if (compatible.length > 18 || compatible.includes('\u2044')) return letter;
  const bare = /^\(?([A-Za-z]|\d+)[.)]?$/.exec(compatible)?.[1] ?? compatible;
  return [...bare.replace(marks, '')].map((part) => (part === letter ? part : spelling(part))).join('');
}

/** Digits of a script follow each other, zero first. */
function digitOf(code: number): string {
  let zero = code;
  while (code - zero < 9 && decimal.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

const remembered = new Map<string, string>();

/** What `spell` says; ASCII stands for itself. */
function spelling(letter: string): string {
  if (letter >= ' ' && letter <= '~') return letter;
  let known = remembered.get(letter);
  if (known === undefined) {
    known = letter === '\t' || letter === '\n' || letter === '\r' ? letter : spell(letter);
    if (remembered.size === 20_000) remembered.clear();
    remembered.set(letter, known);
  }
  return known;
}

/** `text` in one spelling, and the way back. Plain text comes back untouched. */
export function normalise(text: string): Edited {
  const editor = createEditor(text);
  odd.lastIndex = 0;
  let hasForeign = false;
  while (odd.test(text)) {
    const at = odd.lastIndex - 1;
    const unit = text.charCodeAt(at);
    if (unit >= 0x300 && anyMark.test(text[at]!)) {
      odd.lastIndex = composeMarks(text, at, editor);
      continue;
    }
    if (unit === 0xdb40 && isTag(text.charCodeAt(at + 1))) {
      odd.lastIndex = readTags(text, at, editor);
      continue;
    }
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const end = at + letter.length;
    odd.lastIndex = end;
    const spelled = spelling(letter);
    if (spelled !== letter) editor.replace(at, end, spelled);
    hasForeign ||= spelled >= '\u0370';
  }
  const edited = editor.finish();
  foreign.lastIndex = 0;
  if (!hasForeign || !foreign.test(edited.text)) return edited;
  return { text: foldLookAlikes(edited.text), toOriginal: edited.toOriginal };
}

/** Joins marks to the letter before them where there is such a letter, and drops the others; gives their end. */
function composeMarks(text: string, at: number, editor: ReturnType<typeof createEditor>): number {
  marksHere.lastIndex = at;
  marksHere.test(text);
  const end = marksHere.lastIndex;
  const isFree = at > editor.copied && !/[\ud800-\udfff]/.test(text[at - 1]!);
  if (!isFree) {
    editor.replace(at, end, '');
    return end;
  }
  // No letter has more than a few marks; what comes behind them only covers it.
  const composed = text
    .slice(at - 1, Math.min(end, at + 8))
    .normalize('NFC')
    .replace(marks, '');
  editor.replace(at - 1, end, [...composed].map(spelling).join(''));
  return end;
}

const isTag = (unit: number) => unit >= 0xdc00 && unit <= 0xdc7f;

/** Text in invisible letters is text all the same; gives its end. */
function readTags(text: string, at: number, editor: ReturnType<typeof createEditor>): number {
  tags.lastIndex = at;
  tags.test(text);
  const end = tags.lastIndex;
  let read = '';
  if (!text.startsWith(flag, at - 2))
    for (let unit = at + 1; unit < end; unit += 2) {
      const code = text.charCodeAt(unit) - 0xdc00;
      if (code >= 32 && code < 127) read += String.fromCharCode(code);
    }
  editor.replace(at, end, read);
  return end;
}
