// What became of a message where the page has no sign of its own for it: sent = the page goes, or the compose window goes.

import type { Outcome } from '../webmail.ts';
import { documentWith, isConnected, queryAll } from './unclobbered.ts';

const answerWithin = 5_000;
/** A compose window that goes takes this long at most to make way for what the page shows about it. */
const makesWayWithin = 400;
const overlays = '[role=alertdialog],[role=dialog],dialog[open]';

/** Call before committing. That the compose window stays proves nothing; where a dialog opens over it, the page has more to ask. */
export function leaving(root: Element, isGone = () => !isConnected(root)): Promise<Outcome> {
  const document = documentWith(root);
  // Some pages have their dialogs there from the beginning, and show them.
  const dialogs = () => queryAll(document, overlays).filter((one) => one.checkVisibility?.() ?? true);
  const before = new Set(dialogs());
  const gone = () => (isGone() ? 'sent' : undefined);
  return untilTold(
    document,
    () => 'sent',
    [[answerWithin, () => gone() ?? 'unknown']],
    (later) => {
      if (dialogs().some((one) => !before.has(one))) later(makesWayWithin, () => 'unknown');
      return gone();
    },
  );
}

type Tell = () => Outcome | undefined;
type Later = (milliseconds: number, tell: Tell) => unknown;

/** Looks whenever the page changes, and after a while; `onLeave` where the page goes first. What is told first stands. */
export function untilTold(
  document: Document,
  onLeave: Tell,
  after: readonly Parameters<Later>[],
  look: (later: Later) => Outcome | undefined,
): Promise<Outcome> {
  const view = document.defaultView!;
  return new Promise((resolve) => {
    const told = new AbortController();
    const asking = (tell: Tell) => () => {
      const outcome = tell();
      if (!outcome) return;
      observer.disconnect();
      // A window that has gone takes no listener away.
      told.abort();
      // Whatever is told after this changes nothing.
      resolve(outcome);
    };
    const later: Later = (milliseconds, tell) => setTimeout(asking(tell), milliseconds);
    const changed = asking(() => look(later));
    const observer = new view.MutationObserver(changed);
    view.addEventListener('pagehide', asking(onLeave), { signal: told.signal });
    const attributeFilter = ['class', 'style', 'hidden', 'open', 'aria-hidden'];
    observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter });
    for (const [milliseconds, tell] of after) later(milliseconds, tell);
    changed();
  });
}
