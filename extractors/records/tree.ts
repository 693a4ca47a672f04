// What JSON and XML have in common: values, named fields, lists. Kept as a tree until it is known what repeats.
export type Tree =
  | { kind: 'value'; text: string }
  | { kind: 'object'; fields: [name: string, value: Tree][] }
  | { kind: 'list'; items: Tree[] };

export const value = (text: string): Tree => ({ kind: 'value', text });

/** Trees deeper than this are not laid out. */
export const deepest = 400;

/** Memory of a node beside its characters. */
export const nodeCost = 48;
