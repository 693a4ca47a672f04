// Whether a page bears the mark of a product. One in an editor does not count: it was pasted; but for one that stood in the page before a
// part of it was made editable.
import { queryAll } from './unclobbered.ts';

const known = new WeakSet<Element>();

export function bears(document: Document, mark: string): boolean {
  const own = queryAll(document, mark).filter((one) => known.has(one) || !one.closest('[contenteditable]'));
  for (const one of own) known.add(one);
  return own.length > 0;
}
