// Addresses and numbers spelled for people, not for machines: "jane [at] firm [dot] example", "j a n e @ f i r m . e x a m p l e",
// "oh double seven …". Replaced only where an address or a number results.
import { createEditor, type Edited, identity } from './edits.ts';
import { readNumberWords, type Spelled } from './number-words.ts';

const blank = 32;

/** Ways to spell a full stop, then other signs; the name of a sign is a word, so that a bracket or blanks must part it. */
const dot = String.raw` ?[[({<] ?(?:dot|\.|punkt|point|punto|punt|ponto) ?[\])}>] ?| +(?:dot|\.) +|[_-]dot[_-]|\.`;
const mark = `${dot}| +(?:underscore|dash|hyphen) +|[_+-]`;
const label = String.raw`[\p{L}\p{N}]{1,40}`;

/** Countries whose code is an English word are left out: "at a dot in". */
const ending =
  'com|net|org|edu|gov|info|biz|name|mobi|dev|app|xyz|online|email|example|test|invalid|eu|io|co|uk|de|fr|es|nl|ie|ch|pl|se|dk|fi|pt|cz|sk|hu|ro|bg|hr|gr|lt|lv|ee|ua|tr|ca|au|nz|za|jp|br|mx|ar|cl|tv';

const localBefore = new RegExp(`(?<![\\p{L}\\p{N}._+-])${label}(?:(?:${mark})${label}){0,5}$`, 'iu');
const domainHere = new RegExp(
  `(?:${label}(?:(?:${dot}|-)${label}){0,3}(?:${dot})(?:${ending}))(?![\\p{L}\\p{N}]|[-_.@][\\p{L}\\p{N}])`,
  'iuy',
);
const spelledDot = /\bdot\b|[[({<]/i;

/** Words before a bare "at" that are no local part, and after it no domain. */
const prose = new Set(
  `me us you him her them it look looks looked looking available meet meeting met arrive arrived be is are was were held live lives work works
  worked working stay stayed buy bought sold shop visit and or the a an out here there hosted found see online register sign up just not all page site
  website email mail contact reach team people anyone everyone someone this that each every`.split(/\s+/),
);

/** The text with spelled addresses and numbers written out, and the way back. */
export function readSpelled(text: string): Edited {
  const found: Spelled[] = [];
  for (const open of '[({<') readBracketed(text, open, found);
  readApart(text, found);
  for (const word of ['_at_', '-at-', '_AT_']) readBare(text, word, found, false);
  readBare(text, 'AT ', found, false);
  for (const word of ['dot', 'DOT', 'Dot']) readDots(text, word, found);
  readNumberWords(text, found);
  if (found.length === 0) return { text, toOriginal: identity };
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const editor = createEditor(text);
  for (const { start, end, text: by } of found) if (start >= editor.copied) editor.replace(start, end, by);
  return editor.finish();
}

const bracketedAt = /[[({<] ?(?:at|@|ät|arroba|arobase|chiocciola) ?[\])}>] ?/iuy;

/** `[at]`, `(at)`, `{at}`, `<at>`. */
function readBracketed(text: string, open: string, found: Spelled[]): void {
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
    const next = text.charCodeAt(at + 1) | 32;
    // a @ ä or a blank
    if (next !== 97 && next !== 96 && next !== 228 && next !== blank && next !== 99) continue;
    bracketedAt.lastIndex = at;
    if (!bracketedAt.test(text)) continue;
    const isApart = text.charCodeAt(at - 1) === blank;
    add(text, at - (isApart ? 1 : 0), bracketedAt.lastIndex, found);
  }
}

/** `jane @ firm . example`, and with a blank behind every letter. */
function readApart(text: string, found: Spelled[]): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const isBefore = text.charCodeAt(at - 1) === blank;
    const isAfter = text.charCodeAt(at + 1) === blank;
    if (!isBefore && !isAfter) continue;
    if (isBefore && isAfter && isLone(text, at - 2) && addLetters(text, at, found)) continue;
    add(text, at - (isBefore ? 1 : 0), at + (isAfter ? 2 : 1), found);
  }
}

/** Whether one character stands alone between blanks or at an end. */
function isLone(text: string, at: number): boolean {
  const isEdge = (position: number) => position < 0 || position >= text.length || text.charCodeAt(position) <= blank;
  return at >= 0 && at < text.length && text.charCodeAt(at) > blank && isEdge(at - 1) && isEdge(at + 1);
}

const longestAddress = 254;
const isOfAddress = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}._+-]/u.test(letter);

function addLetters(text: string, at: number, found: Spelled[]): boolean {
  let start = at;
  while (
    at - start < longestAddress &&
    text.charCodeAt(start - 1) === blank &&
    isLone(text, start - 2) &&
    isOfAddress(text[start - 2])
  )
    start -= 2;
  let end = at + 1;
  while (
    end - at < longestAddress &&
    text.charCodeAt(end) === blank &&
    isLone(text, end + 1) &&
    isOfAddress(text[end + 1])
  )
    end += 2;
  const address = text.slice(start, end).replaceAll(' ', '');
  if (!/^[^@]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}$/u.test(address)) return false;
  found.push({ start, end, text: address });
  return true;
}

/** `jane AT firm.example`, `jane_at_firm.example`. */
function readBare(text: string, word: string, found: Spelled[], needsDot: boolean): void {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWord = word.charCodeAt(word.length - 1) === blank;
    if (isWord && text.charCodeAt(at - 1) !== blank) continue;
    addUnlessProse(text, isWord ? at - 1 : at, at + word.length, found, needsDot);
  }
}

/** `jane at firm dot example`: looked for by its dots, which are rarer. */
function readDots(text: string, word: string, found: Spelled[]): void {
  for (let dotAt = text.indexOf(word); dotAt >= 0; dotAt = text.indexOf(word, dotAt + 1)) {
    const before = text.charCodeAt(dotAt - 1);
    if (before > blank && before !== 40 && before !== 91 && before !== 123) continue;
    const from = Math.max(0, dotAt - 80);
    const at = text.slice(from, dotAt).search(/ (?:at|AT|At) (?!.* at )/);
    if (at >= 0) addUnlessProse(text, from + at, from + at + 4, found, true);
  }
}

function addUnlessProse(text: string, start: number, end: number, found: Spelled[], needsDot: boolean): void {
  const word = /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  const next = /^[\p{L}\p{N}]+/u.exec(text.slice(end, end + 40))?.[0];
  if (!word || !next || prose.has(word.toLowerCase()) || prose.has(next.toLowerCase())) return;
  add(text, start, end, found, needsDot);
}

/** Adds the address around the sign at `start`..`end`, if there is one. */
function add(text: string, start: number, end: number, found: Spelled[], needsDot = false): void {
  const local = localBefore.exec(text.slice(Math.max(0, start - 90), start))?.[0];
  domainHere.lastIndex = end;
  const domain = local && domainHere.exec(text)?.[0];
  if (!domain || (needsDot && !spelledDot.test(domain))) return;
  found.push({ start: start - local.length, end: end + domain.length, text: `${written(local)}@${written(domain)}` });
}

const anyDot = new RegExp(dot, 'giu');

/** A part of an address with its signs. */
function written(part: string): string {
  return part
    .replace(anyDot, '.')
    .replace(/ +underscore +/gi, '_')
    .replace(/ +(?:dash|hyphen) +/gi, '-')
    .replace(/ /g, '');
}
