// Rows of INSERT statements. https://www.postgresql.org/docs/current/sql-insert.html, https://dev.mysql.com/doc/refman/en/insert.html
import type { Read, RecordTree } from './record-tree.ts';

const name = String.raw`[\x60"[]?[\p{L}_][\w$ -]{0,60}[\x60"\]]?`;
const statement = new RegExp(
  String.raw`\s*(?:insert|replace)\s+(?:ignore\s+|low_priority\s+|delayed\s+)?into\s+(?:${name}\.){0,2}(${name})\s*(?:\(([^()]{1,4000})\)\s*)?values\s*`,
  'iuy',
);

/** Whether a statement begins at `at`. */
export const mayBeginSql = (text: string, at: number): boolean => /^(?:insert|replace)\s/i.test(text.slice(at, at + 8));

/** Reads the statements that follow one another from `at` on into the tree. */
export function readSql(text: string, at: number, tree: RecordTree): Read {
  let end = at;
  for (let position = at; ; ) {
    statement.lastIndex = position;
    const found = statement.exec(text);
    if (!found) return { end, isRead: end > at };
    const columns = found[2]?.split(',').map(plainName);
    position = readRows(text, statement.lastIndex, plainName(found[1]!), columns, tree);
    end = position;
    while (/[\s;]/.test(text[position] ?? '')) position++;
  }
}

const plainName = (written: string) => written.replace(/[`"[\]]/g, '').trim();

/** Reads `(…), (…)`, and gives where the last row ends. */
function readRows(text: string, at: number, table: string, columns: string[] | undefined, tree: RecordTree): number {
  let end = at;
  for (let position = at; text[position] === '('; ) {
    tree.open(table, true);
    const close = readCells(text, position + 1, columns, tree);
    tree.close();
    if (close < 0) return end;
    end = close;
    position = close;
    while (/[\s,]/.test(text[position] ?? '')) position++;
  }
  return end;
}

/** Reads the cells from `at` to the closing bracket, and gives the position after it; -1 where it does not close. */
function readCells(text: string, at: number, columns: string[] | undefined, tree: RecordTree): number {
  let position = at;
  for (let column = 0; ; column++) {
    while (/[\s,]/.test(text[position] ?? '')) position++;
    if (position >= text.length) return -1;
    if (text[position] === ')') return position + 1;
    const heading = columns?.[column] ?? String(column);
    // N'…' and E'…' are texts, too.
    const open = /^[NEB]?'/i.test(text.slice(position, position + 2)) ? text.indexOf("'", position) : -1;
    if (open >= 0) {
      const close = closingQuote(text, open + 1);
      if (close < 0) return -1;
      tree.value(heading, open + 1, close);
      position = close + 1;
    } else {
      const start = position;
      let depth = 0;
      for (; position < text.length && position < start + 400; position++) {
        const letter = text[position];
        if (letter === '(') depth++;
        else if (letter === ')' && depth-- === 0) break;
        else if (letter === ',' && depth <= 0) break;
      }
      if (!/^null\s*$/i.test(text.slice(start, position))) tree.value(heading, start, position);
      if (position === start + 400) return -1;
    }
  }
}

function closingQuote(text: string, from: number): number {
  const limit = Math.min(text.length, from + 1_000_000);
  for (let position = from; position < limit; position++) {
    if (text[position] === '\\') position++;
    else if (text[position] === "'") {
      if (text[position + 1] !== "'") return position;
      position++;
    }
  }
  return -1;
}

/** `''` and `\'` as they read. */
export const unescapeSql = (written: string): string =>
  /''|\\/.test(written) ? written.replace(/''|\\(.)/g, (_, letter: string | undefined) => letter ?? "'") : written;
