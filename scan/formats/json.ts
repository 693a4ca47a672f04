// Objects and lists in JSON, JSON Lines and what programs print like it (single quotes, names without quotes, trailing commas, comments,
// tuples and `'name' => 'value'` are let pass). https://www.rfc-editor.org/rfc/rfc8259, https://jsonlines.org
import type { Read, RecordTree } from './record-tree.ts';

const quote = 34;
const apostrophe = 39;
const comma = 44;
const colon = 58;
const openList = 91;
const closeList = 93;
const backslash = 92;
const openObject = 123;
const closeObject = 125;
const openTuple = 40;
const closeTuple = 41;

/** Deeper things are not looked into. */
const deepest = 48;

/** Whether an object or a list of values may begin at `at`: after the bracket comes what can stand in one. */
export function mayBeginJson(text: string, at: number): boolean {
  const isObject = text.charCodeAt(at) === openObject;
  let next = at + 1;
  while (next < text.length && next < at + 200 && isSpace(text.charCodeAt(next))) next++;
  const unit = text.charCodeAt(next);
  if (isObject) return unit === quote || unit === apostrophe || isNameStart(text, next);
  return (
    unit === openObject ||
    unit === openList ||
    unit === quote ||
    (unit === openTuple && isQuote(text, next + 1)) ||
    isMap(text, at)
  );
}

const isQuote = (text: string, at: number) => text[at] === '"' || text[at] === "'";

/** `['name' => …`: an object in square brackets. */
const isMap = (text: string, at: number) =>
  /^\[\s{0,40}(?:"[^"\n]{0,60}"|'[^'\n]{0,60}')\s{0,4}=>/.test(text.slice(at, at + 120));

/** `{name: …`, `{4711: …`: a name or a number, and a colon. */
const isNameStart = (text: string, at: number) => /^[\w$]{1,41}\s?:/i.test(text.slice(at, at + 44));

/**
 * Reads the value at `at` into the tree, as far as it is JSON: where it breaks off, what was complete until then is in the tree.
 */
export function readJson(text: string, at: number, tree: RecordTree): Read {
  const reading: Reading = { text, at, tree, failed: false, complete: 0 };
  readValue(reading, '', false, 0);
  return { end: reading.at, isRead: !reading.failed || reading.complete > 0 };
}

interface Reading {
  text: string;
  at: number;
  tree: RecordTree;
  failed: boolean;
  /** Objects that were read to their end. */
  complete: number;
}

function readValue(reading: Reading, name: string, isItem: boolean, depth: number): void {
  skipBlank(reading);
  const unit = reading.text.charCodeAt(reading.at);
  if (depth > deepest || Number.isNaN(unit)) reading.failed = true;
  else if (unit === openObject || isMap(reading.text, reading.at)) readObject(reading, name, isItem, depth);
  else if (unit === openList || unit === openTuple) readList(reading, name, isItem, depth);
  else {
    const start = reading.at;
    const isText = unit === quote || unit === apostrophe;
    if (isText) readString(reading);
    else readWord(reading);
    if (reading.failed) return;
    const made = isText ? undefined : callAt(reading.text, reading.at);
    if (made) {
      reading.tree.value(name, reading.at + made.from, reading.at + made.to);
      reading.at += made.end;
      return;
    }
    if (isText) reading.tree.value(name, start + 1, reading.at - 1);
    else if (!isEmptyWord(reading.text, start, reading.at)) reading.tree.value(name, start, reading.at);
  }
}

function readObject(reading: Reading, name: string, isItem: boolean, depth: number): void {
  const { text, tree } = reading;
  const close = text.charCodeAt(reading.at) === openList ? closeList : closeObject;
  tree.open(name, isItem);
  reading.at++;
  for (;;) {
    skipBlank(reading);
    const unit = text.charCodeAt(reading.at);
    if (unit === close) break;
    if (unit === comma) {
      reading.at++;
      continue;
    }
    const start = reading.at;
    const isQuoted = unit === quote || unit === apostrophe;
    if (isQuoted) readString(reading);
    else readWord(reading);
    const key = isQuoted ? text.slice(start + 1, reading.at - 1) : text.slice(start, reading.at);
    skipBlank(reading);
    const isArrow = text.startsWith('=>', reading.at);
    if (reading.failed || (!isArrow && text.charCodeAt(reading.at) !== colon)) {
      reading.failed = true;
      break;
    }
    reading.at += isArrow ? 2 : 1;
    readValue(reading, key, false, depth + 1);
    if (reading.failed) break;
  }
  if (!reading.failed) {
    reading.at++;
    reading.complete++;
  }
  // What was cut off is a record all the same.
  tree.close();
}

const columnsKey = /^(?:columns?|headers?|fields?|cols|labels|head)$/i;

function readList(reading: Reading, name: string, isItem: boolean, depth: number): void {
  const { text, tree } = reading;
  const close = text.charCodeAt(reading.at) === openTuple ? closeTuple : closeList;
  reading.at++;
  const isRow = isItem && isListOfValues(text, reading.at);
  if (isRow) tree.open(name, true);
  const names: string[] | undefined = columnsKey.test(name) ? [] : undefined;
  for (let index = 0; ; index++) {
    skipBlank(reading);
    const unit = text.charCodeAt(reading.at);
    if (unit === close) break;
    if (unit === comma) {
      reading.at++;
      index--;
      continue;
    }
    const start = reading.at;
    readValue(reading, isRow ? String(index) : name, true, depth + 1);
    if (reading.failed) break;
    if (names && (unit === quote || unit === apostrophe)) names.push(text.slice(start + 1, reading.at - 1));
  }
  if (!reading.failed) reading.at++;
  if (isRow) tree.close();
  else if (names && names.length > 0) tree.columns(names);
}

/** Whether what comes first in a list is a plain value. */
function isListOfValues(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  const unit = text.charCodeAt(next);
  return unit !== openObject && unit !== openList && unit !== openTuple && unit !== closeList && unit !== closeTuple;
}

function readString(reading: Reading): void {
  const { text } = reading;
  const mark = text.charCodeAt(reading.at);
  for (let at = reading.at + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === backslash) at++;
    else if (unit === mark) {
      reading.at = at + 1;
      return;
    } else if (unit === 10) break;
  }
  reading.failed = true;
}

/** What a value is made of, behind its maker's name: `ISODate("1951-04-03")`, `date(1951, 4, 3)`. Offsets from `at`. */
function callAt(text: string, at: number): { from: number; to: number; end: number } | undefined {
  if (text.charCodeAt(at) !== openTuple) return undefined;
  const call = /^\((["']?)([^()"'\n]{0,100})\1\)/.exec(text.slice(at, at + 110));
  if (!call) return undefined;
  const from = 1 + call[1]!.length;
  return { from, to: from + call[2]!.length, end: call[0].length };
}

/** Letters, digits and signs: a number, `true`, `null`, a name without quotes. */
function readWord(reading: Reading): void {
  const { text } = reading;
  let at = reading.at;
  const limit = Math.min(text.length, at + 400);
  while (at < limit && isWordUnit(text.charCodeAt(at))) at++;
  if (at === reading.at) reading.failed = true;
  reading.at = at;
}

/** Letters, digits and `+ - . _ $` */
const isWordUnit = (unit: number) =>
  (unit >= 48 && unit <= 57) ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  unit === 43 ||
  unit === 45 ||
  unit === 46 ||
  unit === 95 ||
  unit === 36;

const isEmptyWord = (text: string, start: number, end: number) =>
  end - start <= 9 && /^(?:null|none|true|false|undefined|nan)$/i.test(text.slice(start, end));

function skipBlank(reading: Reading): void {
  const { text } = reading;
  for (;;) {
    while (isSpace(text.charCodeAt(reading.at))) reading.at++;
    if (text.charCodeAt(reading.at) !== 47) return;
    const end = text.startsWith('//', reading.at)
      ? text.indexOf('\n', reading.at)
      : text.startsWith('/*', reading.at)
        ? text.indexOf('*/', reading.at) + 2
        : -1;
    if (end <= reading.at) return;
    reading.at = end;
  }
}

const isSpace = (unit: number) => unit === 32 || unit === 10 || unit === 13 || unit === 9;

/** `\n`, `\u00e9` and the like, as they read. */
export const unescapeJson = (written: string): string =>
  written.includes('\\')
    ? written.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, letter: string | undefined) =>
        code
          ? String.fromCharCode(Number.parseInt(code, 16))
          : letter === 'n' || letter === 't' || letter === 'r'
            ? ' '
            : (letter ?? ''),
      )
    : written;
