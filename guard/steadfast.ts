// Listeners that outlive `document.open()`, which takes every listener off a window, an extension's too, and that stand before the
// page's own even when what listens comes late: a place is taken at once for every type of event that will be asked for.
// https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps
import { cancel } from './cancel.ts';
import { renewEvent, requestEvent } from './page-world/names.ts';

export interface Steadfast {
  on<Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void): void;
  on(type: string, listener: (event: Event) => void): void;
  /** Puts back what is missing. Adding a listener that is there changes nothing, its place before the page's included. */
  renew(): void;
  /** Hears in a shadow tree what never leaves one: `submit`. https://html.spec.whatwg.org/multipage/indices.html#event-submit */
  hearIn(root: Node): void;
}

/** What arrives or leaves by these is the guard's business, however little sense the page makes. */
const held = ['drop', 'paste', requestEvent];

/** All in the capture phase, and able to cancel, but touches: what is never cancelled must not make scrolling wait. */
export function steadfast(view: Window, signal: AbortSignal, expected: readonly string[] = []): Steadfast {
  const known = new Map<string, ((event: never) => void)[]>();
  const relay = (event: Event) => {
    for (const listener of known.get(event.type) ?? []) {
      try {
        listener(event as never);
      } catch (thrown) {
        // As with listeners of their own: reported, and the next one hears all the same; but what nobody could judge stays where it is.
        if (held.includes(event.type)) cancel(event);
        queueMicrotask(() => {
          throw thrown;
        });
      }
      // Stopped: nobody after this one may hear. https://dom.spec.whatwg.org/#dom-event-cancelbubble
      if (event.cancelBubble) return;
    }
  };
  const add = (type: string) =>
    view.addEventListener(type, relay, { capture: true, passive: type.startsWith('touch'), signal });
  const place = (type: string) => {
    if (known.has(type)) return;
    known.set(type, []);
    add(type);
  };
  for (const type of expected) place(type);
  const renew = () => {
    for (const type of known.keys()) add(type);
  };
  view.visualViewport?.addEventListener(renewEvent, renew, { signal });
  return {
    on(type: string, listener: (event: never) => void) {
      place(type);
      known.get(type)!.push(listener);
    },
    renew,
    hearIn: (root) => root.addEventListener('submit', relay, { capture: true, signal }),
  };
}
