// Records as tables, single ones as lines `name: value`. What repeats is a table: a list of objects, a list of lists, objects under
// keys, columns side by side.
import type { Table } from '../../scan/part.ts';
import type { Tree } from './tree.ts';

type Fields = [name: string, value: Tree][];
type ObjectTree = Extract<Tree, { kind: 'object' }>;
type ListTree = Extract<Tree, { kind: 'list' }>;

/** Lists inside a record up to this length stay in its row. */
const mostInRow = 6;

export function layOutRecords(tree: Tree): { text: string; tables: Table[] } {
  const lines: string[] = [];
  const tables: Table[] = [];
  lay(tree, '', lines, tables);
  return { text: lines.join('\n'), tables };
}

function lay(tree: Tree, name: string, lines: string[], tables: Table[]): void {
  if (tree.kind === 'value') {
    if (tree.text.trim() !== '') lines.push(name === '' ? tree.text : `${spoken(name)}: ${tree.text}`);
    return;
  }
  const rows = tree.kind === 'list' ? rowsOfList(tree, name) : rowsOfObject(tree);
  if (rows) {
    addTable(rows, name, lines, tables);
    return;
  }
  if (tree.kind === 'list') {
    for (const item of tree.items) {
      lay(item, name, lines, tables);
      if (item.kind === 'object') lines.push('');
    }
    return;
  }
  for (const [key, child] of tree.fields) lay(child, key, lines, tables);
}

/** Rows as fields by column, or as they stand. */
type Rows = { records: Fields[] } | { plain: string[][] };

function rowsOfList({ items }: ListTree, name: string): Rows | undefined {
  if (items.length === 0) return undefined;
  const objects = items.filter((item) => item.kind === 'object');
  if (objects.length > 1 && objects.length * 10 >= items.length * 9)
    return { records: items.map((item) => (item.kind === 'object' ? item.fields : [[name, item]])) };
  if (items.length > 1 && items.every((item) => item.kind === 'list' && item.items.every(isValue)))
    return { plain: items.map((item) => (item as ListTree).items.map(textOf)) };
  if (items.length > mostInRow && items.every(isValue))
    return { plain: [[spoken(name)], ...items.map((item) => [textOf(item)])] };
  return undefined;
}

function rowsOfObject({ fields }: ObjectTree): Rows | undefined {
  if (fields.length < 2) return undefined;
  const values = fields.map(([, child]) => child);
  // Columns side by side, as lists or under the numbers of their rows.
  const columns = values.map((child) =>
    child.kind === 'list' ? child.items : child.kind === 'object' ? child.fields.map(([, one]) => one) : [],
  );
  const length = columns[0]!.length;
  const isNumbered = values.every(
    (child) => child.kind === 'list' || (child.kind === 'object' && child.fields.every(([key]) => /^\d+$/.test(key))),
  );
  if (isNumbered && length > 1 && columns.every((column) => column.length === length && column.every(isValue)))
    return {
      plain: [
        fields.map(([key]) => spoken(key)),
        ...Array.from({ length }, (_, row) => columns.map((column) => textOf(column[row]!))),
      ],
    };
  // Objects under keys.
  if (fields.length < 3 || !values.every((child) => child.kind === 'object')) return undefined;
  const [first, ...others] = values as ObjectTree[];
  const names = new Set(first!.fields.map(([key]) => key));
  const isAlike = others.every((one) => one.fields.some(([key]) => names.has(key)) || one.fields.length === 0);
  return isAlike && names.size > 1
    ? {
        records: fields.map(([key, child]) => [['key', { kind: 'value', text: key }], ...(child as ObjectTree).fields]),
      }
    : undefined;
}

function addTable(rows: Rows, name: string, lines: string[], tables: Table[]): void {
  if ('plain' in rows) {
    tables.push({ name, rows: rows.plain });
    return;
  }
  /** Column by the path of names that leads to it. */
  const columns = new Map<string, number>();
  const paths: string[][] = [];
  const table: string[][] = [];
  const later: [Tree, string][] = [];
  for (const record of rows.records) {
    const row: string[] = [];
    for (const [path, text] of flatten(record, [], later)) {
      const key = path.join('\u0000');
      const column = columns.get(key) ?? columns.size;
      if (column === columns.size) {
        columns.set(key, column);
        paths.push(path);
      }
      while (row.length < column) row.push('');
      row[column] = row[column] ? `${row[column]}, ${text}` : text;
    }
    table.push(row);
  }
  for (const row of table) while (row.length < columns.size) row.push('');
  tables.push({ name, rows: [headings(paths), ...table] });
  for (const [tree, called] of later) lay(tree, called, lines, tables);
}

/** Values of a record with the names that lead to them; long lists inside it are left for later. */
function* flatten(fields: Fields, path: string[], later: [Tree, string][]): Generator<[string[], string]> {
  for (const [name, child] of fields) {
    const here = [...path, name];
    if (child.kind === 'value') yield [here, child.text];
    else if (child.kind === 'object') yield* flatten(child.fields, here, later);
    else if (child.items.length > mostInRow) later.push([child, name]);
    else
      for (const [index, item] of child.items.entries())
        yield* flatten([[index === 0 ? name : `${name} ${index + 1}`, item]], path, later);
  }
}

/** The last name where it tells the column, else all names. */
function headings(paths: string[][]): string[] {
  const last = paths.map((path) => spoken(path.at(-1)!));
  const counts = new Map<string, number>();
  for (const one of last) counts.set(one, (counts.get(one) ?? 0) + 1);
  return last.map((one, index) => (counts.get(one) === 1 ? one : paths[index]!.map(spoken).join(' ')));
}

/** `firstName`, `first_name` → `first name` */
const spoken = (name: string) =>
  name
    .replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/[_.-]+/g, ' ')
    .trim();

const isValue = (tree: Tree) => tree.kind === 'value';
const textOf = (tree: Tree) => (tree.kind === 'value' ? tree.text : '');
