// Whether keys write where they are pressed: no webmail sends by Enter alone in its text.
import { isWritten } from './editable.ts';
import { isTypedIn } from './editors.ts';
import { taggedIn } from './unclobbered.ts';

/** In a field for text, or in an editor with more in it than a control would hold. */
export function isWriting(focused: Element): boolean {
  return (
    isTypedIn(focused) ||
    (taggedIn(focused, '*')[3] !== undefined && focused.matches('[contenteditable]') && isWritten(focused))
  );
}
