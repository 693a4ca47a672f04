// Objects within objects as rows of tables, whatever the notation: elements of a list and things that come again under one name are rows,
// what lies within them is flattened into their columns (`contact.email` → "contact email").

export interface RecordTable {
  header: string[];
  /** Start and end of each cell, row by row, `header.length` pairs a row; start = end where there is none. */
  spans: Int32Array;
}

export interface RecordTree {
  /** An object begins. `isItem`: it is an element of a list. */
  open(name: string, isItem: boolean): void;
  /** A value of the object at hand: where it stands in the text. */
  value(name: string, start: number, end: number): void;
  close(): void;
  /** Names of the columns of the lists that follow in the object at hand. */
  columns(names: string[]): void;
  /** What has been read so far. */
  tables(): RecordTable[];
}

/** How far a notation was read, and whether it is one at all. */
export interface Read {
  end: number;
  isRead: boolean;
}

interface Frame {
  name: string;
  isItem: boolean;
  /** Names of containers, outermost first. */
  path: string;
  /** Column, start, end; column, start, end… */
  columns: string[];
  spans: number[];
  children: Frame[];
  listColumns: string[] | undefined;
}

interface Rows {
  columns: Map<string, number>;
  /** Row, column, start, end. */
  cells: number[];
  count: number;
  container: string;
  listColumns: string[] | undefined;
}

/** Columns of a table; what comes after them is looked at no more than any other text of the row. */
const mostColumns = 200;

export function createRecordTree(text: string): RecordTree {
  const stack: Frame[] = [];
  const tables = new Map<string, Rows>();

  const emit = (frame: Frame, container: string, listColumns: string[] | undefined) => {
    if (frame.columns.length === 0) return;
    let rows = tables.get(frame.path);
    if (!rows) {
      rows = { columns: new Map(), cells: [], count: 0, container, listColumns };
      tables.set(frame.path, rows);
    }
    const seen = new Set<number>();
    for (const [index, written] of frame.columns.entries()) {
      let column = columnOf(rows, written);
      for (let copy = 2; seen.has(column) && copy < 9; copy++) column = columnOf(rows, `${written} ${copy}`);
      if (seen.has(column)) continue;
      seen.add(column);
      rows.cells.push(rows.count, column, frame.spans[index * 2]!, frame.spans[index * 2 + 1]!);
    }
    rows.count++;
  };

  return {
    open(name, isItem) {
      const parent = stack.at(-1);
      const path = parent ? `${parent.path}/${name}` : name;
      stack.push({ name, isItem, path, columns: [], spans: [], children: [], listColumns: undefined });
    },
    value(name, start, end) {
      const frame = stack.at(-1);
      if (!frame || start >= end) return;
      frame.columns.push(name);
      frame.spans.push(start, end);
    },
    columns(names) {
      const frame = stack.at(-1);
      if (frame) frame.listColumns = names;
    },
    close() {
      const frame = stack.pop();
      if (!frame) return;
      const parent = stack.at(-1);
      const rows = rowsIn(frame);
      for (const child of frame.children) {
        if (rows.has(child)) emit(child, rowName(child), undefined);
        else flatten(child, frame);
      }
      frame.children = [];
      if (parent && isLabelledValue(frame)) addLabelledValue(text, frame, parent);
      else if (!parent || frame.isItem) emit(frame, frame.name, parent?.listColumns);
      else parent.children.push(frame);
    },
    tables: () => [...tables.values()].map(tableOf),
  };
}

function columnOf({ columns }: Rows, name: string): number {
  let column = columns.get(name);
  if (column === undefined) {
    column = Math.min(columns.size, mostColumns - 1);
    columns.set(name, column);
  }
  return column;
}

/** A key that numbers what lies below it: "1001", an identifier, an address. */
const numbering = /^(?:[a-z]{0,8}[_-]?\d+|[0-9a-f]{8,}(?:-[0-9a-f]{4,}){0,4}|\S+@\S+)$/i;

/** Those of the objects below another that are one of several of a kind. */
function rowsIn({ children, columns }: Frame): ReadonlySet<Frame> {
  const rows = new Set<Frame>();
  if (children.length < 2) return rows;
  const names = new Map<string, number>();
  for (const { name } of children) names.set(name, (names.get(name) ?? 0) + 1);
  const [first] = children;
  const areAlike =
    columns.length === 0 &&
    children.length > 2 &&
    children.every((child) => child.columns[0] === first!.columns[0] && child.columns.length === first!.columns.length);
  for (const child of children) {
    // An element with nothing but text is a value.
    if (child.columns.length === 1 && child.columns[0] === '') continue;
    if (areAlike || names.get(child.name)! > 1 || numbering.test(child.name)) rows.add(child);
  }
  return rows;
}

const rowName = ({ name, path }: Frame): string => (numbering.test(name) ? (path.split('/').at(-2) ?? '') : name);

function flatten(child: Frame, parent: Frame): void {
  for (const [index, column] of child.columns.entries()) {
    parent.columns.push(column === '' ? child.name : `${child.name} ${column}`);
    parent.spans.push(child.spans[index * 2]!, child.spans[index * 2 + 1]!);
  }
}

const kindColumn = /^(?:type|kind|label|key|name|field|system|use|code|question|attribute|property)$/i;
const valueColumn = /^(?:value|val|content|text|answer|data|number|address)$/i;

/** `{"type": "email", "value": "…"}`: a pair, not a thing. */
const isLabelledValue = ({ isItem, columns }: Frame): boolean =>
  isItem && columns.length === 2 && kindColumn.test(columns[0]!) && valueColumn.test(columns[1]!);

function addLabelledValue(text: string, { spans }: Frame, parent: Frame): void {
  parent.columns.push(text.slice(spans[0], Math.min(spans[1]!, spans[0]! + 60)));
  parent.spans.push(spans[2]!, spans[3]!);
}

/** Columns whose meaning hangs on what they belong to: the name of a product is nobody's. */
const general = /^(?:name|names|full ?name|title|number|no|nr|id|nom|nombre|naam|nome|contact|description)$/i;

function tableOf({ columns, cells, count, container, listColumns }: Rows): RecordTable {
  const width = Math.min(columns.size, mostColumns);
  const header = [...columns.keys()].slice(0, width).map((column) => {
    const named = listColumns?.[Number(column)] ?? column;
    return general.test(named) || bystanders.test(container) ? `${singular(container)} ${named}` : named;
  });
  const spans = new Int32Array(count * width * 2);
  for (let index = 0; index < cells.length; index += 4) {
    const at = (cells[index]! * width + cells[index + 1]!) * 2;
    spans[at] = cells[index + 2]!;
    spans[at + 1] = cells[index + 3]!;
  }
  return { header, spans };
}

/** Lists of those who made the thing at hand. */
const bystanders = /^(?:authors?|maintainers?|contributors?|committers?|editors?)$/i;

/** `customers` → `customer`, `companies` → `company`; no more than helps to know the word. */
const singular = (name: string): string => name.replace(/ies$/i, 'y').replace(/([^s])s$/i, '$1');
