// Shows what is being read when it takes long and a person waits.
import type { DialogAnswer, DialogView } from '@/components/dialog/dialog-view.ts';
import type { ReadingProgress } from '@/platform/desk-messages.ts';

/** A read is shown once it has taken this many milliseconds. */
const showReadingAfter = 1_000;

export interface ReadingShown {
  /** Aborts when the person cancels. */
  signal: AbortSignal;
  at(progress: ReadingProgress): void;
  end(): void;
}

export function showReading(
  isAwaited: boolean,
  signal: AbortSignal,
  present: (view: DialogView, signal: AbortSignal) => Promise<DialogAnswer>,
  update: (view: DialogView) => void,
): ReadingShown {
  const cancelled = new AbortController();
  const over = new AbortController();
  let shown = false;
  let view: DialogView = { state: 'reading', file: '' };
  const show = async () => {
    shown = true;
    const { choice } = await present(view, AbortSignal.any([over.signal, signal]));
    if (choice === 'cancelled') cancelled.abort();
  };
  const timer = isAwaited ? setTimeout(() => void show(), showReadingAfter) : undefined;
  return {
    signal: AbortSignal.any([signal, cancelled.signal]),
    at({ part, share }: ReadingProgress) {
      view = { state: 'reading', file: part, share };
      if (shown && !over.signal.aborted) update(view);
    },
    end() {
      clearTimeout(timer);
      over.abort();
    },
  };
}
