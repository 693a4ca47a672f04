// Lays out text as it is read on the page: lines of prose, and each row of a table as one line of cells parted by tabs, in the
// order of the document. Shared by formats whose tables stand in running text.

export interface Layout {
  /** Adds to the current line. White space is kept: collapsing it is the format's business. */
  text(text: string): void;
  /** Whether the current line has something on it, and whether that ends in white space. */
  lineState(): 'empty' | 'open' | 'spaced';
  /** Ends the line, empty or not. */
  lineBreak(): void;
  /** Ends the line if something is on it: the edge of a paragraph, list item or heading. */
  edge(): void;
  /** Ends the line and leaves a blank one before what follows. */
  blankLine(): void;
  /** Starts a paragraph; one of several lines is set off by blank lines, so that it stays together. */
  openParagraph(): void;
  closeParagraph(): void;
  openTable(): void;
  closeTable(): void;
  openRow(): void;
  closeRow(): void;
  openCell(columns?: number, rows?: number): void;
  closeCell(): void;
  /** Everything so far; open rows and tables are closed. */
  finish(): string;
}

/** Lines under construction: the document's, or those of one cell. */
interface Flow {
  lines: string[];
  line: string;
  /** Index of the first line of each open paragraph. */
  paragraphs: number[];
}

interface Cell {
  flow: Flow;
  columns: number;
  rows: number;
  holdsTable: boolean;
}

interface OpenTable {
  row?: Cell[];
  cell?: Cell;
  /** Per column, in how many further rows a cell from above stands. */
  covered: number[];
}

/** A cell with more lines than this is a piece of the page's layout, not a value. An address has up to eight. */
const mostLinesOfCell = 8;
/** A name, a street and a town at least. */
const fewestLinesOfCard = 3;
const mostColumns = 100;
/** Tables within tables; deeper ones are read as part of the last. */
const deepest = 32;

export function createLayout(): Layout {
  const page = createFlow();
  const tables: OpenTable[] = [];
  /** Tables open below the deepest that is kept apart. */
  let beyond = 0;
  const flow = () => tables.at(-1)?.cell?.flow ?? outerFlow(tables, page);
  const edge = (into = flow()) => {
    const { line } = into;
    into.line = '';
    // A line with nothing but a non-breaking space is how editors write an empty one.
    if (line !== '') into.lines.push(line.trimEnd());
  };
  const blankLine = (into = flow()) => {
    edge(into);
    if (into.lines.length > 0 && into.lines.at(-1) !== '') into.lines.push('');
  };
  const closeCell = () => {
    const table = tables.at(-1);
    if (!table?.cell) return;
    edge(table.cell.flow);
    table.row!.push(table.cell);
    delete table.cell;
  };
  const closeRow = () => {
    const table = tables.at(-1);
    closeCell();
    if (!table?.row) return;
    const { row } = table;
    delete table.row;
    const into = outerFlow(tables, page);
    // Address labels, several in a row: each stays together.
    const isCovered = table.covered.some((rows) => rows > 0);
    if (row.length > 1 && !isCovered && row.every(isCard)) {
      for (const cell of row) into.lines.push('', ...cell.flow.lines, '');
      return;
    }
    const isFrame = row.length === 1 && !isCovered;
    if (isFrame || row.some((cell) => cell.holdsTable || cell.flow.lines.length > mostLinesOfCell)) {
      for (const cell of row) for (const line of cell.flow.lines) into.lines.push(line);
    } else into.lines.push(asLine(row, table.covered));
  };
  const closeTable = () => {
    if (beyond > 0) {
      beyond--;
      return edge();
    }
    closeRow();
    tables.pop();
    blankLine();
  };

  return {
    text(text) {
      flow().line += text;
    },
    lineState() {
      const { line } = flow();
      return line === '' ? 'empty' : /[ \t]$/.test(line) ? 'spaced' : 'open';
    },
    lineBreak() {
      const into = flow();
      into.lines.push(into.line.trimEnd());
      into.line = '';
    },
    edge: () => edge(),
    blankLine: () => blankLine(),
    openParagraph() {
      edge();
      flow().paragraphs.push(flow().lines.length);
    },
    closeParagraph() {
      edge();
      const { lines, paragraphs } = flow();
      const start = paragraphs.pop();
      if (start === undefined) return;
      if (lines.length === start) blankLine();
      if (lines.length - start < 2) return;
      if (start > 0 && lines[start - 1] !== '') lines.splice(start, 0, '');
      lines.push('');
    },
    openTable() {
      if (tables.length === deepest) {
        beyond++;
        return edge();
      }
      const cell = tables.at(-1)?.cell;
      if (cell) cell.holdsTable = true;
      blankLine();
      tables.push({ covered: [] });
    },
    closeTable,
    openRow() {
      closeRow();
      const table = tables.at(-1);
      if (table) table.row = [];
    },
    closeRow,
    openCell(columns = 1, rows = 1) {
      closeCell();
      const table = tables.at(-1);
      if (!table) return;
      table.row ??= [];
      table.cell = { flow: createFlow(), columns, rows, holdsTable: false };
    },
    closeCell,
    finish() {
      beyond = 0;
      while (tables.length > 0) closeTable();
      edge();
      return withoutDoubleBlanks(page.lines);
    },
  };
}

const createFlow = (): Flow => ({ lines: [], line: '', paragraphs: [] });

/** Text between a table and its cells belongs to what is around the table. */
function outerFlow(tables: OpenTable[], page: Flow): Flow {
  for (let index = tables.length - 2; index >= 0; index--) {
    const cell = tables[index]!.cell;
    if (cell) return cell.flow;
  }
  return page;
}

/** Whether a cell is an address with a name over it: below a word that says what they are, numbers are another column of the same record. */
function isCard({ flow: { lines }, rows }: Cell): boolean {
  const [first = '', ...others] = lines.filter(Boolean);
  return (
    rows === 1 &&
    others.length + 1 >= fewestLinesOfCard &&
    !/[\d@:]/.test(first) &&
    others.some((line) => /\d/.test(line))
  );
}

/** Cells that span columns or rows leave empty ones behind, so that every row keeps its columns. */
function asLine(row: Cell[], covered: number[]): string {
  if (covered.length === 0 && row.every((cell) => cell.columns === 1 && cell.rows === 1))
    return row.map(cellText).join('\t');
  const values: string[] = [];
  const passCovered = () => {
    while ((covered[values.length] ?? 0) > 0) {
      covered[values.length]!--;
      values.push('');
    }
  };
  for (const cell of row) {
    passCovered();
    for (let column = 0; column < Math.min(cell.columns, mostColumns); column++) {
      if (cell.rows > 1) covered[values.length] = Math.min(cell.rows, 1e6) - 1;
      values.push(column === 0 ? cellText(cell) : '');
    }
  }
  passCovered();
  return values.join('\t');
}

function cellText({ flow: { lines } }: Cell): string {
  const value = (lines.length === 1 ? lines[0]! : lines.filter(Boolean).join(' ')).trim();
  return value.includes('\t') ? value.replaceAll('\t', ' ') : value;
}

function withoutDoubleBlanks(lines: string[]): string {
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
  if (kept.at(-1) === '') kept.pop();
  return kept.join('\n');
}
