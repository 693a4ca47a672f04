// Presses a control the way a person does: all events of the gesture, where the control is. Some pages act on the press, some on its
// end, and those that share one listener look at the coordinates: https://google.github.io/closure-library/api/goog.ui.Control.html
import { closest, viewOf } from './unclobbered.ts';

/** For a link that is a script: Chromium runs none for an extension's own world. See guard/page-world/press-link.ts. */
export const pressEvent = 'gatehouse-press';

export function press(control: Element): void {
  const document = control.ownerDocument;
  const view = viewOf(control);
  const { left, top, width, height } = control.getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2, top + height / 2];
  const inner = document.elementFromPoint?.(clientX, clientY);
  const target = inner && control.contains(inner) ? inner : control;
  const mouse = { pointerId: 1, pointerType: 'mouse', isPrimary: true, detail: 1 };
  const options = { bubbles: true, cancelable: true, composed: true, view, clientX, clientY, ...mouse };
  const fire = (kind: 'PointerEvent' | 'MouseEvent', type: string, buttons = 0) =>
    target.dispatchEvent(new view[kind](type, { ...options, buttons }));
  for (const when of ['down', 'up']) {
    const buttons = when === 'down' ? 1 : 0;
    fire('PointerEvent', `pointer${when}`, buttons);
    fire('MouseEvent', `mouse${when}`, buttons);
  }
  if (closest(target, 'a[href^="javascript:" i]')?.dispatchEvent(new Event(pressEvent, options)) ?? true)
    fire('MouseEvent', 'click');
}
