// Presses a control the way a person does: all events of the gesture, where the control is. Some pages act on the press, some on its
// end, and those that share one listener look at the coordinates: https://google.github.io/closure-library/api/goog.ui.Control.html

export function press(control: Element): void {
  const document = control.ownerDocument;
  const view = document.defaultView as Window & typeof globalThis;
  const { left, top, width, height } = control.getBoundingClientRect();
  const point = { clientX: left + width / 2, clientY: top + height / 2 };
  const inner = document.elementFromPoint?.(point.clientX, point.clientY);
  const target = inner && control.contains(inner) ? inner : control;
  const options = { bubbles: true, cancelable: true, composed: true, view, ...point };
  const pointer = { ...options, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  for (const when of ['down', 'up']) {
    const buttons = when === 'down' ? 1 : 0;
    target.dispatchEvent(new view.PointerEvent(`pointer${when}`, { ...pointer, buttons }));
    target.dispatchEvent(new view.MouseEvent(`mouse${when}`, { ...options, buttons, detail: 1 }));
  }
  target.dispatchEvent(new view.MouseEvent('click', { ...options, detail: 1 }));
}
