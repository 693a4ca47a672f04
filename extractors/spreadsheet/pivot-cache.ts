// The copy of its source that a pivot table keeps, even when the source sheet was deleted. ECMA-376 part 1, 18.10.
import { attribute, type XmlHandler } from '../xml.ts';

/** Values that stand in a definition, by field; records point into them. */
export interface PivotDefinition extends XmlHandler {
  fields: { name: string; shared: string[] }[];
}

const values = new Set(['s', 'n', 'd', 'b', 'e']);

export function createPivotDefinition(): PivotDefinition {
  const fields: PivotDefinition['fields'] = [];
  let inShared = false;
  return {
    fields,
    open(name, attributes) {
      if (name === 'cacheField') fields.push({ name: attribute(attributes, 'name') ?? '', shared: [] });
      else if (name === 'sharedItems') inShared = true;
      else if (inShared && (values.has(name) || name === 'm')) fields.at(-1)?.shared.push(shown(attributes));
    },
    close(name) {
      if (name === 'sharedItems') inShared = false;
    },
    text() {},
  };
}

export function createPivotRecords({ fields }: Pick<PivotDefinition, 'fields'>): XmlHandler & { rows: string[][] } {
  const rows: string[][] = [fields.map((field) => field.name)];
  let row: string[] = [];
  return {
    rows,
    open(name, attributes) {
      if (name === 'r') row = [];
      else if (name === 'x') row.push(fields[row.length]?.shared[Number(attribute(attributes, 'v'))] ?? '');
      else if (values.has(name) || name === 'm') row.push(shown(attributes));
    },
    close(name) {
      if (name === 'r') rows.push(row);
    },
    text() {},
  };
}

const shown = (attributes: string) => (attribute(attributes, 'v') ?? '').replace(/T00:00:00(?:\.0+)?$/, '');
