// What became of a message where the page has no sign of its own for it: sent = the page goes, or the compose window goes.
import { documentWith, isConnected } from './unclobbered.ts';
import type { Outcome } from './webmail.ts';

const answerWithin = 5_000;
/** A compose window that goes takes this long at most to make way for what the page shows about it. */
const makesWayWithin = 400;
const asking = '[role="alertdialog"], [role="dialog"], dialog[open]';

/** Call before committing. That the compose window stays proves nothing; where a dialog opens over it, the page has more to ask. */
export function leaving(root: Element, isGone = () => !isConnected(root)): Promise<Outcome> {
  const document = documentWith(root);
  const view = document.defaultView!;
  // Some pages have their dialogs there from the beginning, and show them.
  const dialogs = () => [...document.querySelectorAll(asking)].filter((one) => one.checkVisibility?.() ?? true);
  const before = new Set(dialogs());
  return new Promise((resolve) => {
    let asks: ReturnType<typeof setTimeout> | undefined;
    const observer = new view.MutationObserver(() => {
      if (isGone()) end('sent');
      else if (dialogs().some((one) => !before.has(one))) asks ??= setTimeout(() => end('unknown'), makesWayWithin);
    });
    const onLeave = () => end('sent');
    const patience = setTimeout(() => end(isGone() ? 'sent' : 'unknown'), answerWithin);
    const end = (outcome: Outcome): void => {
      observer.disconnect();
      view.removeEventListener('pagehide', onLeave);
      clearTimeout(patience);
      clearTimeout(asks);
      resolve(outcome);
    };
    view.addEventListener('pagehide', onLeave);
    const attributeFilter = ['class', 'style', 'hidden', 'open', 'aria-hidden'];
    observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter });
  });
}
