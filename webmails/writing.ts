// Whether keys write where they are pressed: no webmail sends by Enter alone in its text.
import { isWritten } from './editable.ts';
import { isTypedIn } from './editors.ts';

/** In a field for text, or in an editor with more in it than a control would hold. */
export function isWriting(focused: Element): boolean {
  return (
    isTypedIn(focused) || (focused.childElementCount > 3 && focused.matches('[contenteditable]') && isWritten(focused))
  );
}
