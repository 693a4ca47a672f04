// Between the moment a compose window appears and the moment the part that knows messages is here, what looks like a commit waits
// and is then done again, for that part to judge. Where it cannot be had, nothing goes.

import { requestSubmit, submitForm } from '@/webmails/page/unclobbered.ts';
import { cancel } from './cancel.ts';
import type { Expected } from './expect-drafts.ts';
import { likeABrowser } from './page-world/like-a-browser.ts';
import { submitEvent } from './page-world/names.ts';
import type { Steadfast } from './steadfast.ts';

const gestures = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick'];
// Links that lead away are none, whatever they say: the words of sending are known to the part that is awaited.
const controls =
  'button,input:is([type=submit],[type=image],[type=button]),a:not([href]),a:is([href^="#"],[href^="javascript:"]),[role=button],[onclick],[tabindex]:not(input,textarea,[contenteditable])';

export function holdUntilDrafts(
  listeners: Steadfast,
  areHere: () => boolean,
  expected: Expected,
  onMissing: () => void,
): void {
  let isWaiting = false;
  /** Done again once: a second press while the first waits is swallowed with it. */
  const hold = (event: Event, again?: () => void): void => {
    if (!expected.mayCompose()) return;
    cancel(event);
    if (!again || isWaiting) return;
    isWaiting = true;
    void expected.come().then((came) => {
      isWaiting = false;
      if (came) again();
      else onMissing();
    });
  };
  const on = <Kind extends Event>(type: string, listener: (event: Kind) => void) =>
    listeners.on(type, (event) => areHere() || listener(event as Kind));

  for (const type of gestures)
    on(type, (event) => {
      const control = commitUnder(event);
      if (control) hold(event, type === 'click' ? () => control.click() : undefined);
    });
  on<KeyboardEvent>('keydown', (event) => {
    const target = event.composedPath()[0];
    const isPress = event.key === 'Enter' || event.key === ' ';
    const sends = (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) || (event.altKey && event.key === 's');
    if (event.isComposing || (!sends && !(isPress && commitUnder(event)))) return;
    hold(event, () => target?.dispatchEvent(new KeyboardEvent('keydown', event)));
  });
  on<SubmitEvent>('submit', (event) => {
    const form = event.target as HTMLFormElement;
    hold(event, () => requestSubmit(form, event.submitter));
  });
  on(submitEvent, (event) => {
    const form = event.target as HTMLFormElement;
    const ask = () => form.dispatchEvent(new Event(submitEvent, likeABrowser));
    hold(event, () => ask() && submitForm(form));
  });
}

/** A control that may send. One that submits a form is held at the submission as well. */
function commitUnder(event: Event): HTMLElement | null | undefined {
  const target = event.composedPath()[0] as Partial<Element> | undefined;
  return target?.closest?.<HTMLElement>(controls);
}
