// A stage in a frame that its host shows while something stands on it.

import type { FrameEvents } from '@/platform/desk/messages.ts';
import { type Endpoint, tell } from '@/platform/messages/channel.ts';
import type { Stage } from './stage.tsx';

/** Milliseconds for which the dialog stays open for what may follow. */
const closesAfter = 60;

export function shownBy(host: Endpoint, stage: Stage): Stage {
  /** Views that are shown or about to be: what follows at once takes the place of what was there, and the dialog stays open. */
  let shown = 0;
  return {
    ...stage,
    async present(view, signal) {
      shown += 1;
      tell<FrameEvents, 'show'>(host, 'show', {});
      try {
        return await stage.present(view, signal);
      } finally {
        shown -= 1;
        setTimeout(() => shown === 0 && tell<FrameEvents, 'hide'>(host, 'hide', {}), closesAfter);
      }
    },
  };
}
