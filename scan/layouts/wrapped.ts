// Lists whose lines a mail program has wrapped: "Jane Doe, 4 Weir Court, LS1 4QT" and, on the next line, "Leeds, jane@…". Told by where the lines
// break: at a width, as often as not, and elsewhere where an entry ends. https://www.rfc-editor.org/rfc/rfc3676#section-4.1
import { createEditor, type Edited } from '../text/edits.ts';
import type { Lines } from '../text/lines.ts';

const fewestLines = 6;
const narrowest = 60;
const widest = 80;
/** Which part of the breaks are the program's: in prose nearly all are, in a list that is not wrapped hardly any. */
const least = 0.3;
const most = 0.85;

/** A name first, and then what somebody is reached at: a line that wants nothing of the next. */
const isEntry = /^\P{L}{0,8}\p{Lu}\S+ (?:\p{Ll}{1,4} ){0,2}\p{Lu}.*(?:@|(?:\d\D{0,3}){8})/u;

/** The paragraph with its entries on one line each, or `undefined` where it is no such list. */
export function unwrapped(text: string, lines: Lines, from: number, to: number): Edited | undefined {
  if (to - from < fewestLines) return undefined;
  let width = 0;
  for (let line = from; line < to; line++) {
    width = Math.max(width, lines.end[line]! - lines.start[line]!);
    if (width > widest) return undefined;
  }
  if (width < narrowest) return undefined;
  const wraps: number[] = [];
  for (let line = from; line + 1 < to; line++) if (isWrap(text, lines, line, width)) wraps.push(line);
  const share = wraps.length / (to - from - 1);
  if (share < least || share > most) return undefined;
  let entries = 0;
  for (let line = from; line < to; line++) if (isEntry.test(text.slice(lines.start[line], lines.end[line]))) entries++;
  if (entries * 4 >= (to - from) * 3) return undefined;
  const start = lines.start[from]!;
  const editor = createEditor(text.slice(start, lines.end[to - 1]));
  let next = 0;
  for (let line = from; line + 1 < to; line++) {
    const isWrapped = wraps[next] === line;
    if (isWrapped) next++;
    editor.replace(lines.end[line]! - start, lines.start[line + 1]! - start, isWrapped ? ' ' : '\n');
  }
  return editor.finish();
}

const isItem = /^[ \t]*(?:[-*•·–]|\(?\d{1,3}[.)])[ \t]/;

/** Whether the first word of the next line had no room on this one. */
function isWrap(text: string, lines: Lines, line: number, width: number): boolean {
  const length = lines.end[line]! - lines.start[line]!;
  if (length * 2 < width) return false;
  let word = lines.start[line + 1]!;
  if (isItem.test(text.slice(word, word + 8))) return false;
  while (word < lines.end[line + 1]! && text.charCodeAt(word) > 32) word++;
  return length + 1 + word - lines.start[line + 1]! > width;
}
