// A text as lines: where each begins and ends after its quote marks, and how often the delimiters of tables stand in it. One pass.

export interface Lines {
  count: number;
  /** First unit after the quote marks (`> `). */
  start: Int32Array;
  /** One past the last unit; the line break is not part of it. */
  end: Int32Array;
  /** Quote marks before it. */
  depth: Uint8Array;
  /** Delimiters outside quoted cells, by `delimiters`. */
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

/** 1 = the loop has to look at this unit. */
const special = new Uint8Array(128);
for (const unit of [tab, lineFeed, quote, comma, semicolon, pipe]) special[unit] = 1;

/** Up to here no quote closes a cell: sought once, not again from every quote before it. */
let closeSought = 0;

/** Longest quoted cell that may run over line breaks, in UTF-16 units. */
const longestCell = 4000;

export function splitLines(text: string): Lines {
  let capacity = Math.max(16, text.length >> 5);
  let lines = allocate(capacity);
  let count = 0;
  let position = 0;
  closeSought = 0;
  while (position <= text.length) {
    if (count === capacity) {
      capacity *= 2;
      lines = enlarge(lines, capacity);
    }
    position = readLine(text, position, lines, count) + 1;
    count++;
  }
  lines.count = count;
  return lines;
}

/** Reads one line and returns where its line break (or the text's end) is. */
function readLine(text: string, from: number, lines: Lines, line: number): number {
  const start = skipQuoteMarks(text, from, lines, line);
  let tabs = 0;
  let commas = 0;
  let semicolons = 0;
  let pipes = 0;
  let position = start;
  for (; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    if (unit > pipe || special[unit] === 0) continue;
    if (unit === lineFeed) break;
    if (unit === quote) {
      const closed = endOfQuotedCell(text, start, position);
      if (closed > 0) position = closed;
    } else if (unit === tab) tabs++;
    else if (unit === comma) commas++;
    else if (unit === semicolon) semicolons++;
    else pipes++;
  }
  lines.start[line] = start;
  lines.end[line] = position > start && text.charCodeAt(position - 1) === carriageReturn ? position - 1 : position;
  lines.tabs[line] = tabs;
  lines.commas[line] = commas;
  lines.semicolons[line] = semicolons;
  lines.pipes[line] = pipes;
  return position;
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

/**
 * Where the quoted cell that opens here closes, or 0 where this quote opens no cell. A cell opens after a delimiter (or at the start of
 * the line) and closes before one (or before a line break); only one that opens after a delimiter may hold line breaks, else every
 * quotation in prose would swallow lines.
 */
function endOfQuotedCell(text: string, lineStart: number, open: number): number {
  const before = open === lineStart ? -1 : text.charCodeAt(open - 1);
  if (before !== -1 && before !== tab && before !== comma && before !== semicolon && before !== pipe) return 0;
  const limit = Math.min(text.length, open + longestCell);
  const from = before === -1 ? open + 1 : Math.max(open + 1, closeSought);
  for (let position = from; position < limit; position++) {
    const unit = text.charCodeAt(position);
    if (unit === lineFeed && before === -1) return 0;
    if (unit !== quote) continue;
    const after = position + 1 < text.length ? text.charCodeAt(position + 1) : lineFeed;
    if (after === quote) position++;
    else if (
      after === tab ||
      after === comma ||
      after === semicolon ||
      after === pipe ||
      after === lineFeed ||
      after === carriageReturn
    )
      return position;
  }
  if (before !== -1) closeSought = limit;
  return 0;
}

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
