// XML as a tree: attributes and child elements as fields, children of one name as a list, text as a value.
import { type Reading, unreadable } from '../reading.ts';
import type { XmlHandler } from '../xml.ts';
import { deepest, nodeCost, type Tree, value } from './tree.ts';

interface Element {
  name: string;
  fields: [name: string, value: Tree][];
  text: string;
}

export function createXmlTree(reading: Reading): XmlHandler & { finish(): Tree } {
  const root: Element = { name: '', fields: [], text: '' };
  const open: Element[] = [root];
  return {
    open(name, attributes) {
      if (open.length > deepest) throw unreadable('too-deep');
      reading.spend(nodeCost);
      open.push({ name, fields: attributes === '' ? [] : fieldsOf(attributes), text: '' });
    },
    close() {
      if (open.length === 1) return;
      const { name, fields, text } = open.pop()!;
      open.at(-1)!.fields.push([name, treeOf(fields, text)]);
    },
    text(text) {
      open.at(-1)!.text += text;
    },
    finish() {
      while (open.length > 1) this.close('');
      return treeOf(root.fields, root.text);
    },
  };
}

function fieldsOf(attributes: string): [string, Tree][] {
  return Array.from(attributes.matchAll(/([\w:.-]{1,100})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g))
    .filter(([, name]) => !/^xml(?:ns)?\b|^xsi:|schemaLocation$/.test(name!))
    .map(([, name, double, single]) => [name!.slice(name!.indexOf(':') + 1), value(double ?? single ?? '')]);
}

/** Children of one name become a list, in the place of the first. */
function treeOf(fields: [string, Tree][], text: string): Tree {
  const own = text.trim();
  if (fields.length === 0) return value(own);
  const all: [string, Tree][] = own === '' ? fields : [...fields, ['text', value(own)]];
  const byName = new Map<string, Tree[]>();
  for (const [name, tree] of all) {
    const known = byName.get(name);
    if (known) known.push(tree);
    else byName.set(name, [tree]);
  }
  return {
    kind: 'object',
    fields: Array.from(byName, ([name, items]): [string, Tree] => [
      name,
      items.length === 1 ? items[0]! : { kind: 'list', items },
    ]),
  };
}
