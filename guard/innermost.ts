// The element an event really happened at: `composedPath` ends at the host of a closed shadow tree.
// https://dom.spec.whatwg.org/#dom-event-composedpath
import type { ShadowRootOf } from '@/webmails/page/composed-tree.ts';

export type { ShadowRootOf };

export function innermost(event: Event, shadowRootOf: ShadowRootOf): Element | undefined {
  // Not by their class: an editor's frame has classes of its own.
  const target = event.composedPath()[0] as Partial<Node> | undefined;
  if (target?.nodeType === undefined) return undefined;
  let element = (target.nodeType === 1 ? target : target.parentElement) as Element | null | undefined;
  for (let root = element && shadowRootOf(element); root; root = element && shadowRootOf(element)) {
    const inner = 'clientX' in event ? at(root, event as MouseEvent) : root.activeElement;
    if (!inner || inner === element) break;
    element = inner;
  }
  return element ?? undefined;
}

/** A press by key or by script has no place: what is focused is pressed. */
function at(root: ShadowRoot, { clientX, clientY, detail, type }: MouseEvent): Element | null {
  return type === 'click' && detail === 0 ? root.activeElement : root.elementFromPoint(clientX, clientY);
}
