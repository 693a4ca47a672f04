// Focus and keys of an alert dialog: the safe way has the focus, Escape goes it, Tab stays inside.
// Source: https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
import { type RefObject, useEffect } from 'react';

const focusable = 'a[href], button, input, select, textarea, summary';

/**
 * Focuses at once, and again when the frame gets the focus and nothing in it has: in a frame that is not shown yet nothing takes
 * the focus, and what has it loses it when the frame is hidden.
 */
export function useFirstFocus(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focus = () => target.current?.focus({ preventScroll: true });
    const onFocus = () => {
      if (document.activeElement === document.body) focus();
    };
    focus();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [target]);
}

export function useDialogKeys(box: RefObject<HTMLElement | null>, leave: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        leave();
      }
      if (event.key === 'Tab' && box.current && wraps(box.current, event.shiftKey)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [box, leave]);
}

/** At the last (or first) element moves the focus to the other end, and says so. */
function wraps(box: HTMLElement, backwards: boolean): boolean {
  const stops = [...box.querySelectorAll<HTMLElement>(focusable)].filter(isTabStop);
  const [edge, other] = backwards ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (!edge || (document.activeElement !== edge && box.contains(document.activeElement))) return false;
  other?.focus();
  return true;
}

/** Of a group of radio buttons only the chosen one is a stop, or the first where none is chosen. */
function isTabStop(element: HTMLElement): boolean {
  if (element.closest('details:not([open]) > :not(summary)')) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  const group = [...(element.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
  return element === (group.find((radio) => radio.checked) ?? group[0]);
}
