// Shows what is being read when it takes long and a person waits.
import type { ReadingProgress } from '@/assessment/assessment.ts';
import type { DialogAnswer, DialogView } from '@/components/dialog/dialog-view.ts';

/** A read is shown once it has taken this many milliseconds. */
const showReadingAfter = 1_000;
/** And drawn anew after this many: ten thousand small files would be drawn ten thousand times. */
const drawEvery = 100;

export interface ReadingShown {
  /** Aborts when the person cancels. */
  signal: AbortSignal;
  at(progress: ReadingProgress): void;
  end(): void;
}

/** `isFinding`: files are looked for, none is read yet. `waited`: milliseconds for which the person has been waiting already. */
export function showReading(
  isAwaited: boolean,
  signal: AbortSignal,
  present: (view: DialogView, signal: AbortSignal) => Promise<DialogAnswer>,
  update: (view: DialogView) => void,
  { isFinding, waited } = { isFinding: false, waited: 0 },
): ReadingShown {
  const cancelled = new AbortController();
  const over = new AbortController();
  let shown = false;
  let view: DialogView = { state: 'reading', file: '', isFinding };
  let drawn = 0;
  const show = async () => {
    shown = true;
    const { choice } = await present(view, AbortSignal.any([over.signal, signal]));
    if (choice === 'cancelled') cancelled.abort();
  };
  const timer = isAwaited ? setTimeout(() => void show(), showReadingAfter - waited) : undefined;
  return {
    signal: AbortSignal.any([signal, cancelled.signal]),
    at({ part, ...at }: ReadingProgress) {
      view = { state: 'reading', file: part, ...at };
      const now = performance.now();
      if (!shown || over.signal.aborted || now - drawn < drawEvery) return;
      drawn = now;
      update(view);
    },
    end() {
      clearTimeout(timer);
      over.abort();
    },
  };
}
