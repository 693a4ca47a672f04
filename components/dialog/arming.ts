// Against stolen clicks on the buttons that let a message go: a short delay, and the browser's own word that they can be seen.
// Sources: https://marektoth.com/blog/dom-based-extension-clickjacking/ and https://w3c.github.io/IntersectionObserver/v2/
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';

/** Long enough that a click meant for what was there before does not land, short enough not to be waited for. */
const armingDelay = 500;

/** False for the first half second after the component appears, and again after the page was hidden. */
export function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const start = () => {
      clearTimeout(timer);
      setArmed(false);
      if (!document.hidden) timer = setTimeout(() => setArmed(true), armingDelay);
    };
    start();
    document.addEventListener('visibilitychange', start);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', start);
    };
  }, []);
  return isArmed;
}

/** `isVisible` and `trackVisibility` are version 2 of the specification: Chromium has them, Firefox does not yet. */
type Entry = IntersectionObserverEntry & { isVisible?: boolean };
type Options = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/**
 * A ref for an element, and whether it can be seen now: in view, and where the browser can tell, not covered, faded or
 * moved by the page around the frame. Counts as seen as long as the browser has not said anything.
 */
export function useSeen(): [(element: Element | null) => void, () => boolean] {
  const last = useRef<Entry>(undefined);
  const observer = useRef<IntersectionObserver>(undefined);
  const watch = useCallback((element: Element | null) => {
    observer.current?.disconnect();
    last.current = undefined;
    if (!element || typeof IntersectionObserver === 'undefined') return;
    const options: Options = { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 };
    observer.current = new IntersectionObserver((entries) => {
      last.current = entries.at(-1);
    }, options);
    observer.current.observe(element);
  }, []);
  const isSeen = useCallback(() => {
    // What the browser has said and nobody was told of yet.
    const entry: Entry | undefined = observer.current?.takeRecords().at(-1) ?? last.current;
    last.current = entry;
    return entry === undefined || (entry.isIntersecting && entry.isVisible !== false);
  }, []);
  return [watch, isSeen];
}

/** A click a person made, not one a script made. */
export function isByHand(event: MouseEvent): boolean {
  return event.nativeEvent.isTrusted;
}
