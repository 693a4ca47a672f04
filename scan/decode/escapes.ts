// Characters written by their numbers or names, in place: percent-encoding (RFC 3986), \u and \x escapes (ECMA-262), HTML character
// references (https://html.spec.whatwg.org/#character-references), quoted-printable (RFC 2045) and encoded words (RFC 2047).
import { createEditor, type Edited } from '../text/edits.ts';
import { bytesOf, textOf } from './bytes.ts';

interface Escape {
  start: number;
  end: number;
  text: string;
}

/** The text without its escapes, and where they were, or `undefined` where it has none. */
export function decodeEscapes(text: string): (Edited & { stretches: [start: number, end: number][] }) | undefined {
  const found: Escape[] = [];
  if (text.includes('%')) percent(text, found);
  if (text.includes('\\')) backslash(text, found);
  if (text.includes('&')) references(text, found);
  if (text.includes('=')) quotedPrintable(text, found);
  if (found.length === 0) return undefined;
  found.sort((one, other) => one.start - other.start);
  const editor = createEditor(text);
  const stretches: [number, number][] = [];
  let last = 0;
  for (const { start, end, text: by } of found) {
    if (start < last) continue;
    editor.replace(start, end, by);
    stretches.push([start, end]);
    last = end;
  }
  return { ...editor.finish(), stretches };
}

const isBlank = (unit: number) => unit <= 32;

/** Whether what `start`..`end` is in stands alone in its line, or hides line breaks: then its delimiters are those of a list. */
function keepsDelimiters(text: string, start: number, end: number, hidesLines: boolean): boolean {
  if (hidesLines && end - start >= 40) return true;
  if (/^[<("']?[a-z][a-z0-9+.-]{1,20}:/i.test(text.slice(start, start + 30))) return false;
  const before = start === 0 || text[start - 1] === '\n';
  const after = end >= text.length || text[end] === '\n' || text[end] === '\r';
  return before && after;
}

/** In a row of clear text a decoded delimiter would make another column of it. */
const withoutDelimiters = (text: string) => text.replace(/[\t\r\n,;|"]/g, ' ');

interface Token {
  start: number;
  end: number;
  keep: boolean;
}

/** The stretch without blanks around `at`, looked at once. */
function tokenAt(text: string, at: number, known: Token | undefined, lineEscape: RegExp): Token {
  if (known && at < known.end) return known;
  let start = at;
  const floor = known ? known.end : 0;
  while (start > floor && !isBlank(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
  return { start, end, keep: keepsDelimiters(text, start, end, lineEscape.test(text.slice(start, end))) };
}

/** What is near in the same token. */
const aroundIn = (text: string, { start, end }: Token, at: number) =>
  text.slice(Math.max(start, at - 100), Math.min(end, at + 100));

function percent(text: string, found: Escape[]): void {
  const pattern = /(?:%[0-9a-f]{2})+/gi;
  let token: Token | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = pattern.lastIndex;
    token = tokenAt(text, start, token, /%0[ad]/i);
    // "5%de", "100%ab": a share, and a word that touches it.
    const mayBeShare = end - start === 3 && /\d/.test(text[start - 1] ?? '');
    if (mayBeShare && !/%(?:0[ad]|2[0b-f]|40|3[ad])/i.test(match[0]) && !/%.+%/s.test(aroundIn(text, token, start)))
      continue;
    const read = textOf(bytesOf(match[0].replaceAll('%', ''), 'hex'));
    if (read === undefined) continue;
    found.push({ start, end, text: token.keep ? read : withoutDelimiters(read) });
  }
}

function backslash(text: string, found: Escape[]): void {
  const pattern = /(?:\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|U000[0-9a-f]{5}))+|(?:\\[0-7]{3}){4,}/gi;
  let token: Token | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const read = readEscapes(match[0]);
    if (read === undefined) continue;
    token = tokenAt(text, match.index, token, /\\(?:u00|x|0)0[ad12]/i);
    found.push({
      start: match.index,
      end: pattern.lastIndex,
      text: token.keep ? read : withoutDelimiters(read),
    });
  }
}

/** `\x` and octal numbers are bytes, `\u` numbers are units or code points. */
function readEscapes(written: string): string | undefined {
  if (/^(?:\\x..)+$/i.test(written)) return textOf(bytesOf(written.replace(/\\x/gi, ''), 'hex'));
  if (/^(?:\\[0-7]{3})+$/.test(written))
    return textOf(Uint8Array.from(written.slice(1).split('\\'), (octal) => Number.parseInt(octal, 8)));
  const read = written.replace(
    /\\[uUx]\{?([0-9a-f]+)\}?/gi,
    (all, hex: string) => character(Number.parseInt(hex, 16)) ?? all,
  );
  return read === written ? undefined : read;
}

/** The character of a number; control characters but line breaks and tabs are none. */
function character(code: number): string | undefined {
  if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code);
  if (code < 32 || (code > 126 && code < 160) || code > 0x10ffff) return undefined;
  return String.fromCodePoint(code);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: "'",
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  comma: ',',
  colon: ':',
  semi: ';',
  num: '#',
  plus: '+',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  minus: '-',
  ndash: '-',
  mdash: '-',
  sol: '/',
  bsol: '\\',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  excl: '!',
  equals: '=',
  verbar: '|',
  Tab: '\t',
  NewLine: '\n',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  eth: 'ð',
  thorn: 'þ',
};

const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};

function references(text: string, found: Escape[]): void {
  const pattern = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,7}));|&#(\d{2,5})(?!\d)|&#x([0-9a-f]{2,5})(?![0-9a-f])/gi;
  let token: Token | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, number, hex, name, open, openHex] = match;
    const decimal = number ?? open;
    const read =
      name === undefined
        ? character(decimal === undefined ? Number.parseInt((hex ?? openHex)!, 16) : Number(decimal))
        : nameOf(name);
    if (read === undefined) continue;
    token = tokenAt(text, match.index, token, /&(?:#(?:10|13|xa|xd);|NewLine)/i);
    found.push({ start: match.index, end: pattern.lastIndex, text: token.keep ? read : withoutDelimiters(read) });
  }
}

function nameOf(name: string): string | undefined {
  const known = named[name];
  if (known !== undefined) return known;
  const accent = accents[name.slice(1)];
  return accent === undefined ? undefined : (name[0]! + accent).normalize('NFC');
}

const word = /=\?([\w-]{2,20})(?:\*[\w-]{2,10})?\?([bq])\?([^?\s]{0,2000})\?=/gi;
/** In what was quoted, a line goes on behind the marks. */
const anyPair = /=(?:[0-9A-F]{2}|[0-9a-f]{2})(?:(?:=\r?\n(?:>[> ]{0,20})?)*=(?:[0-9A-F]{2}|[0-9a-f]{2}))*/g;
/** Behind letters without an end it is the padding of base64. */
const softBreak = /(?<![A-Za-z0-9+/]{16}|=)=\r?\n(?:>[> ]{0,20})?/g;
const denseHere = /(?:=[0-9A-F]{2}){4}/;
const address = /=40(?<=[\w.+-]=40)(?=[a-z][\w-]{0,62}(?:\.|=2E)[a-z]{2})/gi;

/** Whether an equals sign stands before a line break, before what goes on with the next one, or for an `@`. */
function mayBePairs(text: string): boolean {
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === 10 || next === 13 || text.charCodeAt(at + 3) === 61) return true;
    if (next === 52 && text.charCodeAt(at + 2) === 48 && text.charCodeAt(at + 3) > 64) return true;
  }
  return false;
}

function quotedPrintable(text: string, found: Escape[]): void {
  if (text.includes('=?'))
    for (const match of text.matchAll(word)) {
      const read = readWord(match[1]!, match[2]!.toLowerCase(), match[3]!);
      if (read !== undefined)
        found.push({ start: match.index, end: match.index + match[0].length, text: withoutDelimiters(read) });
    }
  if (!mayBePairs(text)) return;
  const mayBreak = text.includes('=\n') || text.includes('=\r\n');
  const hasBreaks = mayBreak && text.search(softBreak) >= 0 && /=[0-9A-F]{2}/.test(text);
  if (!hasBreaks && !denseHere.test(text)) {
    for (const match of text.matchAll(address)) found.push({ start: match.index, end: match.index + 3, text: '@' });
    return;
  }
  const pairs = hasBreaks ? anyPair : /(?:=[0-9A-F]{2}){4,}/g;
  for (const match of text.matchAll(pairs)) {
    const read = textOf(bytesOf(match[0].replace(/[=\r\n> ]/g, ''), 'hex'));
    if (read !== undefined) found.push({ start: match.index, end: match.index + match[0].length, text: read });
  }
  // A break inside what was read above begins behind its start, and is passed over.
  if (hasBreaks)
    for (const match of text.matchAll(softBreak))
      found.push({ start: match.index, end: match.index + match[0].length, text: '' });
}

function readWord(charset: string, code: string, written: string): string | undefined {
  const bytes =
    code === 'b'
      ? /^[\w+/-]*=*$/.test(written) && bytesOf(written.replace(/=+$/, ''), 'base64')
      : Uint8Array.from(
          written.replace(/=([0-9a-f]{2})|_/gi, (_, hex?: string) =>
            String.fromCharCode(Number.parseInt(hex ?? '20', 16)),
          ),
          (letter) => letter.charCodeAt(0) & 255,
        );
  if (!bytes) return undefined;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return textOf(bytes);
  }
}
