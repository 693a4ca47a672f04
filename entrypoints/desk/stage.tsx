// What the desk's dialog shows now. One question at a time: a new one replaces what was there.
import { createRoot } from 'react-dom/client';
import { Dialog } from '@/components/dialog/Dialog.tsx';
import type { DialogAnswer, DialogPorts, DialogView } from '@/components/dialog/dialog-view.ts';

export interface Stage {
  /** Resolves with the person's answer, or with *edited* when the signal aborts. */
  present(view: DialogView, signal: AbortSignal): Promise<DialogAnswer>;
  /** Redraws the question on stage. */
  update(view: DialogView): void;
  /** Answers it with *edited*. */
  leave(): void;
}

/** Desk → a stage that stands elsewhere. */
export interface StageAsks {
  present: { ask: { view: DialogView }; answer: DialogAnswer };
}

export interface StageEvents {
  update: { view: DialogView };
}

export const back: DialogAnswer = { choice: 'edited', release: false, removeRecipients: [] };

export function createStage(container: Element, ports: Omit<DialogPorts, 'answer'>): Stage {
  const root = createRoot(container);
  let answer: (answer: DialogAnswer) => void = () => {};
  const draw = (view: DialogView) =>
    root.render(<Dialog view={view} ports={{ ...ports, answer: (given) => answer(given) }} />);
  return {
    present: (view, signal) =>
      new Promise((resolve) => {
        const end = (given: DialogAnswer) => {
          signal.removeEventListener('abort', leave);
          answer = () => {};
          root.render(null);
          resolve(given);
        };
        const leave = () => end(back);
        if (signal.aborted) return resolve(back);
        answer(back);
        answer = end;
        signal.addEventListener('abort', leave);
        draw(view);
      }),
    update: draw,
    leave: () => answer(back),
  };
}
