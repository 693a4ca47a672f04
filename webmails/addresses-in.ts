// Addresses that stand in a text, as written. Not a grammar: what has an @ between two plain words, the second with a dot.
const address = /[^\s<>()[\]",;:|@]+@[^\s<>()[\]",;:|@]+\.[^\s<>()[\]",;:|@]*[^\s<>()[\]",;:|@.]/gu;

export function addressesIn(text: string): string[] {
  return text.includes('@') ? (text.match(address) ?? []) : [];
}

/** Those in what an element shows or carries in its attributes, the element's own first. */
export function addressesOn(element: Element): string[] {
  const carried = [element, ...element.querySelectorAll('*')].flatMap((one) =>
    [...one.attributes].flatMap(({ value }) => addressesIn(value)),
  );
  return [...addressesIn(element.textContent ?? ''), ...carried];
}
