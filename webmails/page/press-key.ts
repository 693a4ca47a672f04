// Presses a key in the place of one that was held, as it was pressed. A page that asks for its number finds it:
// https://w3c.github.io/uievents/#legacy-key-attributes
import { isConnected, viewOf } from './unclobbered.ts';

export function pressKey(target: Element, pressed: KeyboardEvent | undefined): void {
  if (!pressed || !isConnected(target)) return;
  const { KeyboardEvent } = viewOf(target);
  const goesOn = (type: string) => target.dispatchEvent(new KeyboardEvent(type, pressed));
  if (!goesOn('keydown')) return;
  goesOn('keypress');
  goesOn('keyup');
}
