// The element an event really happened at: `composedPath` ends at the host of a closed shadow tree.
// https://dom.spec.whatwg.org/#dom-event-composedpath

/** The shadow root of an element, closed ones too, which only an extension is shown. */
export type ShadowRootOf = (element: Element) => ShadowRoot | undefined;

export function innermost(event: Event, shadowRootOf: ShadowRootOf): Element | undefined {
  let target = event.composedPath()[0];
  if (!(target instanceof Node)) return undefined;
  if (!(target instanceof Element)) target = target.parentElement ?? undefined;
  let element = target as Element | undefined;
  for (let root = element && shadowRootOf(element); root; root = element && shadowRootOf(element)) {
    const inner = 'clientX' in event ? at(root, event as MouseEvent) : root.activeElement;
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

function at(root: ShadowRoot, { clientX, clientY }: MouseEvent): Element | null {
  return root.elementFromPoint(clientX, clientY);
}
