// Files that came into the page where no event shows them: the page's own world asks for them. See page-world/ask-for-files.ts.
import { filesMessage } from './page-world/names.ts';
import type { Steadfast } from './steadfast.ts';

/** `admit` never lets in what it could not judge. What a page sends by itself are its own files: it learns nothing new. */
export function holdPicked(
  listeners: Steadfast,
  admit: (files: File[]) => Promise<File[] | undefined>,
  onUnheld: (why: 'too-many' | 'unread') => void,
): void {
  listeners.on('message', (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.data !== filesMessage || !port) return;
    event.stopImmediatePropagation();
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'too-many' || data === 'unread') {
        onUnheld(data);
        return port.postMessage(undefined);
      }
      const files = Array.isArray(data) ? data.filter((file) => file instanceof File) : [];
      admit(files)
        .catch(() => onUnheld('unread'))
        .then((admitted) => port.postMessage(admitted === files ? true : (admitted ?? undefined)));
    };
  });
}
