// Files that came into the page where no event shows them: the page's own world asks for them. See page-world/ask-for-files.ts.
import { filesMessage } from './page-world/names.ts';
import type { Waiting } from './ports.ts';
import type { Steadfast } from './steadfast.ts';

export interface PickedHold {
  /** Never lets in what it could not judge. */
  admit(files: File[]): Promise<File[] | undefined>;
  onUnheld(why: 'too-many' | 'unread'): void;
  /** A person waits while a folder is gone through. */
  waiting(): Waiting;
}

/** What a page sends by itself are its own files: it learns nothing new. */
export function holdPicked(listeners: Steadfast, { admit, onUnheld, waiting }: PickedHold): void {
  listeners.on('message', (event: MessageEvent) => {
    const [port] = event.ports;
    if (event.data !== filesMessage || !port) return;
    event.stopImmediatePropagation();
    const wait = waiting();
    const answer = (admitted?: File[] | true) => port.postMessage(admitted);
    wait.signal.addEventListener('abort', () => answer());
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      wait.end();
      if (wait.signal.aborted) return;
      if (data === 'too-many' || data === 'unread') {
        onUnheld(data);
        return answer();
      }
      const files = Array.isArray(data) ? data.filter((file) => file instanceof File) : [];
      admit(files)
        .catch(() => void onUnheld('unread'))
        .then((admitted) => answer(admitted === files || admitted));
    };
  });
}
