// Finds data in a notation of records within a text, and gives its rows as grids.
import type { Grid } from '../tables/grid.ts';
import type { Lines } from '../text/lines.ts';
import { mayBeginJson, readJson, unescapeJson } from './json.ts';
import { createNext } from './next.ts';
import { recordGrid, type Unescape } from './record-grid.ts';
import { createRecordTree, type Read, type RecordTree } from './record-tree.ts';
import { mayBeginSql, readSql, unescapeSql } from './sql.ts';
import { mayBeginXml, readXml, unescapeXml } from './xml.ts';

export interface Records {
  /** One past the last line. */
  to: number;
  grids: Grid[];
}

export interface RecordFinder {
  /** The records that begin on this line, or `undefined`. Lines must be asked for in order. */
  at(line: number): Records | undefined;
}

interface Notation {
  read(text: string, at: number, tree: RecordTree): Read;
  unescape: Unescape;
}

const json: Notation = { read: readJson, unescape: unescapeJson };
const xml: Notation = { read: readXml, unescape: unescapeXml };
const sql: Notation = { read: readSql, unescape: unescapeSql };

/** How much may stand on a line before a bracket: a log's time and level, the beginning of an assignment. */
const longestPrefix = 200;

export function createRecordFinder(text: string, lines: Lines, toPart: (position: number) => number): RecordFinder {
  const braces = createNext(text, '{');
  const brackets = createNext(text, '[');
  // What has been tried and is none: not to be tried again from the middle, or time would grow with the square of the length.
  let triedTo = -1;
  const openingAt = (line: number) => {
    const start = lines.start[line]!;
    const first = firstOf(text, start, lines.end[line]!);
    if (first < 0) return undefined;
    const bracket = Math.min(braces.from(start), brackets.from(start));
    const opening = openingOf(text, start, first, bracket, lines.end[line]!);
    return opening && opening.at >= triedTo ? opening : undefined;
  };
  return {
    at(line) {
      const opening = openingAt(line);
      if (!opening) return undefined;
      const tree = createRecordTree(text);
      const around: number[] = [];
      let to = line;
      // One value after the other, as in JSON Lines or a log, are rows of one table.
      for (let next: Opening | undefined = opening; next?.notation === opening.notation; ) {
        const { end, isRead } = next.notation.read(text, next.at, tree);
        triedTo = Math.max(end, next.at + 1);
        if (!isRead) break;
        let last = to;
        while (last + 1 < lines.count && lines.start[last + 1]! < end) last++;
        // What stands before and behind on the same lines is text like any other.
        addText(around, text, lines.start[to]!, next.at);
        addText(around, text, end, lines.end[last]!);
        to = last + 1;
        next = to < lines.count ? openingAt(to) : undefined;
      }
      const tables = tree.tables().filter(({ header, spans }) => header.length > 0 && spans.length > 0);
      if (to === line || tables.length === 0) return undefined;
      if (around.length > 0) tables.push({ header: [''], spans: Int32Array.from(around) });
      return { to, grids: tables.map((table) => recordGrid(text, table, opening.notation.unescape, toPart)) };
    },
  };
}

function addText(spans: number[], text: string, from: number, to: number): void {
  if (to > from && /[\p{L}\d]/u.test(text.slice(from, Math.min(to, from + 2000)))) spans.push(from, to);
}

interface Opening {
  at: number;
  notation: Notation;
}

/** Offset of the first unit of the line that is no blank, or -1. */
function firstOf(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 32) return at;
  return -1;
}

function openingOf(text: string, start: number, first: number, bracket: number, end: number): Opening | undefined {
  if (text.charCodeAt(first) === 60) return mayBeginXml(text, first) ? { at: first, notation: xml } : undefined;
  if (mayBeginSql(text, first)) return { at: first, notation: sql };
  if (bracket >= end || bracket - start > longestPrefix) return undefined;
  if (mayBeginJson(text, bracket)) return { at: bracket, notation: json };
  // "[2025-11-03] INFO {…": the next one, once.
  const next = braceIn(text, bracket + 1, Math.min(end, start + longestPrefix + 1));
  return next >= 0 && mayBeginJson(text, next) ? { at: next, notation: json } : undefined;
}

/** Offset of the first brace, or -1: `indexOf` would search the rest of a log again for every line. */
function braceIn(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === 123) return at;
  return -1;
}
