// A text as lines: where each begins and ends after its quote marks, and how often the delimiters of tables stand in it. Positions are
// found by `indexOf`, which is several times faster than looking at every unit; only lines with quotes are looked at unit by unit.

export interface Lines {
  count: number;
  /** First unit after the quote marks (`> `). */
  start: Int32Array;
  /** One past the last unit; the line break is not part of it. */
  end: Int32Array;
  /** Quote marks before it. */
  depth: Uint8Array;
  /** Delimiters outside quoted cells. */
  tabs: Uint16Array;
  commas: Uint16Array;
  semicolons: Uint16Array;
  pipes: Uint16Array;
}

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const comma = 44;
const semicolon = 59;
const greater = 62;
const pipe = 124;

/** Longest quoted cell that may run over line breaks, in UTF-16 units. */
const longestCell = 4000;

export function splitLines(text: string): Lines {
  let capacity = Math.max(16, text.length >> 5);
  let lines = allocate(capacity);
  let count = 0;
  const quotes = createCounter(text, '"');
  const tabs = createCounter(text, '\t');
  const commas = createCounter(text, ',');
  const semicolons = createCounter(text, ';');
  const pipes = createCounter(text, '|');
  const cells: QuotedCells = { noCloseBefore: 0 };
  for (let from = 0; from <= text.length; count++) {
    if (count === capacity) {
      capacity *= 2;
      lines = enlarge(lines, capacity);
    }
    const start = skipQuoteMarks(text, from, lines, count);
    const lineBreak = text.indexOf('\n', start);
    let end = lineBreak < 0 ? text.length : lineBreak;
    if (quotes.upTo(end) === 0 || !opensCell(text, start, end)) {
      lines.tabs[count] = tabs.upTo(end);
      lines.commas[count] = commas.upTo(end);
      lines.semicolons[count] = semicolons.upTo(end);
      lines.pipes[count] = pipes.upTo(end);
    } else {
      end = countOutsideQuotes(text, start, lines, count, cells);
      for (const counter of [quotes, tabs, commas, semicolons, pipes]) counter.upTo(end);
    }
    lines.start[count] = start;
    lines.end[count] = end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
    from = end + 1;
  }
  lines.count = count;
  return lines;
}

/** Counts a character between one position and the next that is asked for. */
function createCounter(text: string, character: string) {
  let next = text.indexOf(character);
  if (next < 0) next = Number.POSITIVE_INFINITY;
  return {
    upTo(end: number): number {
      let count = 0;
      while (next < end) {
        count++;
        next = text.indexOf(character, next + 1);
        if (next < 0) next = Number.POSITIVE_INFINITY;
      }
      return count;
    },
  };
}

function skipQuoteMarks(text: string, from: number, lines: Lines, line: number): number {
  let depth = 0;
  let start = from;
  for (let position = from; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    if (unit === greater) {
      depth++;
      start = position + 1;
    } else if (unit !== space) break;
    else if (depth > 0 && start === position) start = position + 1;
  }
  lines.depth[line] = Math.min(depth, 255);
  return start;
}

/** Whether a quote of the line stands where a quoted cell may open: mostly they are quotations, in prose and in logs. */
function opensCell(text: string, start: number, end: number): boolean {
  for (let at = text.indexOf('"', start); at >= 0 && at < end; at = text.indexOf('"', at + 1))
    if (at === start || isDelimiter(text.charCodeAt(at - 1))) return true;
  return false;
}

/** What has been learned about quotes on the way: up to `noCloseBefore` none closes a cell. */
interface QuotedCells {
  noCloseBefore: number;
}

/** Counts the delimiters of a line that has quotes, and returns its end: a quoted cell may hold line breaks. */
function countOutsideQuotes(text: string, start: number, lines: Lines, line: number, cells: QuotedCells): number {
  let tabs = 0;
  let commas = 0;
  let semicolons = 0;
  let pipes = 0;
  let position = start;
  for (; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    if (unit === lineFeed) break;
    if (unit === quote) {
      const closed = endOfQuotedCell(text, start, position, cells);
      if (closed > 0) position = closed;
    } else if (unit === tab) tabs++;
    else if (unit === comma) commas++;
    else if (unit === semicolon) semicolons++;
    else if (unit === pipe) pipes++;
  }
  lines.tabs[line] = tabs;
  lines.commas[line] = commas;
  lines.semicolons[line] = semicolons;
  lines.pipes[line] = pipes;
  return position;
}

/**
 * Where the quoted cell that opens here closes, or 0 where this quote opens no cell. A cell opens after a delimiter (or at the start of
 * the line) and closes before one (or before a line break). Quotes within are doubled, or no line break is within. At the start of a line it
 * must be followed by another cell, else every quotation in prose would swallow lines.
 */
function endOfQuotedCell(text: string, lineStart: number, open: number, cells: QuotedCells): number {
  const isFirst = open === lineStart;
  if (!isFirst && !isDelimiter(text.charCodeAt(open - 1))) return 0;
  const limit = Math.min(text.length, open + longestCell);
  let isLong = false;
  let isLoose = false;
  for (let position = isFirst ? open + 1 : Math.max(open + 1, cells.noCloseBefore); position < limit; position++) {
    const unit = text.charCodeAt(position);
    if (unit === lineFeed) {
      if (isLoose) return 0;
      isLong = true;
    }
    if (unit !== quote) continue;
    const after = position + 1 < text.length ? text.charCodeAt(position + 1) : lineFeed;
    if (after === quote) position++;
    else if (isDelimiter(after) || after === lineFeed || after === carriageReturn) {
      if (isFirst && isLong && (!isDelimiter(after) || text.charCodeAt(position + 2) === space)) return 0;
      return position;
    } else if (isLong) return 0;
    else isLoose = true;
  }
  if (!isFirst) cells.noCloseBefore = limit;
  return 0;
}

const isDelimiter = (unit: number) => unit === tab || unit === comma || unit === semicolon || unit === pipe;

function allocate(capacity: number): Lines {
  return {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    depth: new Uint8Array(capacity),
    tabs: new Uint16Array(capacity),
    commas: new Uint16Array(capacity),
    semicolons: new Uint16Array(capacity),
    pipes: new Uint16Array(capacity),
  };
}

function enlarge(lines: Lines, capacity: number): Lines {
  const larger = allocate(capacity);
  larger.start.set(lines.start);
  larger.end.set(lines.end);
  larger.depth.set(lines.depth);
  larger.tabs.set(lines.tabs);
  larger.commas.set(lines.commas);
  larger.semicolons.set(lines.semicolons);
  larger.pipes.set(lines.pipes);
  return larger;
}
