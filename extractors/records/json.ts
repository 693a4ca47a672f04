// JSON as a tree, one value after the other. Fields given twice are kept twice: what `JSON.parse` would drop leaves as well.
// https://www.rfc-editor.org/rfc/rfc8259
import { type Reading, unreadable } from '../reading.ts';
import { deepest, nodeCost, type Tree, value } from './tree.ts';

const token = /\s*(?:([{}[\],:])|"((?:[^"\\]|\\[\s\S])*)"|([^\s{}[\],:"]+))/y;
const checkEvery = 1 << 14;

/** `undefined` where it is none. Several values after each other are a list. Throws `too-deep`, `too-large`. */
export function parseJson(text: string, reading: Reading): Tree | undefined {
  const values: Tree[] = [];
  const open: Exclude<Tree, { kind: 'value' }>[] = [];
  let name: string | undefined;
  /** A string that may turn out to be a name. */
  let pending: string | undefined;
  let end = 0;
  const add = (tree: Tree): boolean => {
    const parent = open.at(-1);
    reading.spend(nodeCost);
    if (parent === undefined) values.push(tree);
    else if (parent.kind === 'list') parent.items.push(tree);
    else if (name === undefined) return false;
    else parent.fields.push([name, tree]);
    name = undefined;
    return true;
  };
  token.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  for (let count = 0; ; count++) {
    if (count % checkEvery === 0) reading.check();
    const found = token.exec(text);
    if (!found) break;
    end = token.lastIndex;
    const [, mark, string, word] = found;
    if (mark === ':') {
      if (pending === undefined || open.at(-1)?.kind !== 'object') return undefined;
      name = pending;
      pending = undefined;
      continue;
    }
    if (pending !== undefined) {
      if (!add(value(pending))) return undefined;
      pending = undefined;
    }
    if (string !== undefined) pending = unescaped(string);
    else if (word !== undefined) {
      if (!/^(?:-?\d[\d.eE+-]*|true|false|null)$/.test(word)) return undefined;
      if (!add(value(word === 'null' ? '' : word))) return undefined;
    } else if (mark === '{' || mark === '[') {
      if (open.length >= deepest) throw unreadable('too-deep');
      const tree = mark === '{' ? { kind: 'object' as const, fields: [] } : { kind: 'list' as const, items: [] };
      if (!add(tree)) return undefined;
      open.push(tree);
    } else if (mark === '}' || mark === ']') {
      if (open.pop()?.kind !== (mark === '}' ? 'object' : 'list')) return undefined;
    }
  }
  if (pending !== undefined && !add(value(pending))) return undefined;
  const isWhole = open.length === 0 && text.slice(end).trim() === '';
  if (!isWhole || !values.some((tree) => tree.kind !== 'value')) return undefined;
  return values.length === 1 ? values[0] : { kind: 'list', items: values };
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([\da-fA-F]{4})|([\s\S]))/g, (_, hex, sign) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (signs[sign] ?? sign),
  );
}

const signs: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };
