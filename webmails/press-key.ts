// Presses a key in the place of one that was held, with Ctrl, or with ⌘ where that is the key for commands.
// https://w3c.github.io/uievents/#legacy-key-attributes: pages still ask for the number.
import { documentWith, isConnected } from './unclobbered.ts';

const numbers: Record<string, number> = { Enter: 13 };

export function pressKey(target: Element, key: string, shiftKey = false): void {
  if (!isConnected(target)) return;
  const view = documentWith(target).defaultView as Window & typeof globalThis;
  const isMac = /mac/i.test(view.navigator.platform);
  const keyCode = numbers[key] ?? 0;
  const options = {
    key,
    code: key,
    keyCode,
    which: keyCode,
    ctrlKey: !isMac,
    metaKey: isMac,
    shiftKey,
    bubbles: true,
    cancelable: true,
    composed: true,
    view,
  };
  if (!target.dispatchEvent(new view.KeyboardEvent('keydown', options))) return;
  target.dispatchEvent(new view.KeyboardEvent('keypress', options));
  target.dispatchEvent(new view.KeyboardEvent('keyup', options));
}
