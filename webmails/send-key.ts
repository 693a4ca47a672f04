// Which key presses send, whatever the keyboard. `keys` as a description has them.
import type { Description } from './description.ts';

/** `isExact`: as it is described. Else also what a page may take for it: with Shift, or in the same place of another layout. */
export function isSendKey(
  keys: Description['keys'],
  { key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  isExact?: boolean,
): boolean {
  const isMac = /mac/i.test(navigator.platform);
  // With Alt a Mac writes letters: there it is one.
  const isElsewhere = !isExact && /^Key/.test(code) && /[^ -~]/.test(key) && !(isMac && altKey);
  const pressed = [
    ctrlKey || metaKey ? 'ctrl+' : '',
    altKey ? 'alt+' : '',
    shiftKey && (isExact || key !== 'Enter') ? 'shift+' : '',
    isElsewhere ? code.slice(3) : key,
  ]
    .join('')
    .toLowerCase();
  const known = keys ?? ['ctrl+enter'];
  // Where Control sends, ⌘ does something else: it saves.
  return known.includes(pressed) || (isMac && !metaKey && known.includes(`mac+${pressed}`));
}
