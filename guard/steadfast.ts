// Listeners that outlive `document.open()`, which takes every listener off a window, an extension's too.
// https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps

export interface Steadfast {
  on<Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void): void;
  on(type: string, listener: (event: Event) => void): void;
  /** Puts back what is missing. Adding a listener that is there changes nothing, its place before the page's included. */
  renew(): void;
}

/** All in the capture phase, and able to cancel. */
export function steadfast(view: Window, signal: AbortSignal): Steadfast {
  const known: [string, (event: never) => void][] = [];
  const add = (type: string, listener: (event: never) => void) =>
    view.addEventListener(type, listener as EventListener, { capture: true, passive: false, signal });
  return {
    on(type: string, listener: (event: never) => void) {
      known.push([type, listener]);
      add(type, listener);
    },
    renew() {
      for (const [type, listener] of known) add(type, listener);
    },
  };
}
