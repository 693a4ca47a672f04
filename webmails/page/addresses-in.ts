// Addresses that stand in a text, as written. Not a grammar: what has an @ between two plain words, the second with a dot.
import { queryAll, textNodesIn } from './unclobbered.ts';

/** Some programs put a name in single quotes; within an address one may stand before the @. */
const address = /(?!')[^\s<>()[\]",;:|@]+@[^\s<>()[\]",;:|@']+\.[^\s<>()[\]",;:|@']*[^\s<>()[\]",;:|@.']/gu;

export function addressesIn(text: string): string[] {
  return text.includes('@') ? (text.match(address) ?? []) : [];
}

/** Those in what an element shows. Texts of neighbours are not run together. */
export function addressesShown(element: Element): string[] {
  return [...textNodesIn(element)].flatMap(({ data }) => addressesIn(data));
}

/** And those it carries in its attributes. */
export function addressesOn(element: Element): string[] {
  const shown = addressesShown(element);
  const carried = [element, ...queryAll(element, '*')].flatMap((one) =>
    [...one.attributes].flatMap(({ value }) => addressesIn(value)),
  );
  return shown.length + carried.length > 0 ? [...shown, ...carried] : addressesIn(element.textContent);
}
