// What the person has chosen so far for one verdict, and the answer that follows from it. Knows no React.
import { createStore } from 'zustand/vanilla';
import type { DialogAnswer, ReasonChoice, VerdictView } from './dialog-view.ts';
import type { WayOn } from './ways-on.ts';

/** What still keeps a message from going with a reason. */
export type Missing = 'reason' | 'checklist' | 'text';

export interface DialogState {
  code: string;
  text: string;
  /** Sentences of the chosen reason's checklist that were confirmed. */
  confirmed: readonly string[];
  /** The person asked for a review: how the dialog is closed then is `review-requested`. */
  isReviewAsked: boolean;
  /** They pressed *Send with this reason*: from now on what is missing is said. */
  hasTried: boolean;
  chooseReason(code: string): void;
  write(text: string): void;
  confirm(sentence: string, isConfirmed: boolean): void;
  askReview(): void;
  goBack(): void;
  removeOutside(): void;
  take(way: WayOn): void;
  sendAnyway(): void;
  sendWithCode(releaseCode: string): void;
  /** Sends when nothing is missing; says what is otherwise. */
  sendWithReason(): Missing[];
}

/** Copies go on; what changes the draft goes back to it. */
const answerTo: Record<WayOn, Pick<DialogAnswer, 'choice' | 'release'>> = {
  'remove-people': { choice: 'removed-people', release: false },
  'safe-copy': { choice: 'safe-copy', release: true },
  counts: { choice: 'counted-copy', release: true },
  pseudonyms: { choice: 'pseudonymised-copy', release: true },
  'remove-files': { choice: 'removed-files', release: false },
};

/** A reason shorter than this explains nothing. Letters and digits. */
const shortestReason = 10;

export function missingFor(view: VerdictView, state: Pick<DialogState, 'code' | 'text' | 'confirmed'>): Missing[] {
  const reason = chosenReason(view, state.code);
  const missing: Missing[] = [];
  if (!reason) missing.push('reason');
  if (reason?.checklist.some((sentence) => !state.confirmed.includes(sentence))) missing.push('checklist');
  if ((state.text.match(/[\p{L}\p{N}]/gu) ?? []).length < shortestReason) missing.push('text');
  return missing;
}

export function chosenReason(view: VerdictView, code: string): ReasonChoice | undefined {
  return view.reasons.find((reason) => reason.code === code);
}

/** One store for one verdict. `answer` is called once; later presses are ignored. */
export function createDialogStore(view: VerdictView, answer: (answer: DialogAnswer) => void) {
  let hasAnswered = false;
  const give = (given: DialogAnswer) => {
    if (hasAnswered) return;
    hasAnswered = true;
    answer(given);
  };
  return createStore<DialogState>((set, get) => ({
    code: '',
    text: '',
    confirmed: [],
    isReviewAsked: false,
    hasTried: false,
    chooseReason: (code) => set({ code, confirmed: [] }),
    write: (text) => set({ text }),
    confirm: (sentence, isConfirmed) =>
      set(({ confirmed }) => ({
        confirmed: isConfirmed ? [...confirmed, sentence] : confirmed.filter((one) => one !== sentence),
      })),
    askReview: () => set({ isReviewAsked: true }),
    goBack: () =>
      give({ choice: get().isReviewAsked ? 'review-requested' : 'edited', release: false, removeRecipients: [] }),
    removeOutside: () =>
      give({
        choice: 'removed-recipients',
        release: false,
        removeRecipients: view.outside.map(({ address }) => address),
      }),
    take: (way) => {
      if (view.ways.includes(way)) give({ ...answerTo[way], removeRecipients: [] });
    },
    sendAnyway: () => {
      if (view.action === 'warn') give({ choice: 'sent-after-warning', release: true, removeRecipients: [] });
    },
    sendWithCode: (releaseCode) => {
      if (view.takesCode && releaseCode.trim() !== '')
        give({ choice: 'sent-with-code', release: true, removeRecipients: [], releaseCode });
    },
    sendWithReason: () => {
      const { code, text } = get();
      const missing = missingFor(view, get());
      set({ hasTried: true });
      if (view.action === 'justify' && missing.length === 0)
        give({ choice: 'sent-with-reason', release: true, removeRecipients: [], reason: { code, text: text.trim() } });
      return missing;
    },
  }));
}

export type DialogStore = ReturnType<typeof createDialogStore>;
