// Finds the webmail and its compose windows, and notices when they change. A page without one pays for a flag being set.
import { contains, inOneLook, queryAll } from '@/webmails/page/composed-tree.ts';
import { documentOf, isReadable, isWritten } from '@/webmails/page/editable.ts';
import { documentWith, viewOf } from '@/webmails/page/unclobbered.ts';
import type { Compose, Webmail } from '@/webmails/webmail.ts';
import type { Steadfast } from './steadfast.ts';

export interface Watch {
  /** As the page is now, not as it was when last looked at. */
  webmail(): Webmail | undefined;
  composes(): Compose[];
  /** Whether a compose window was ever seen here. */
  hasSeen(): boolean;
  /** The compose window an element belongs to; where there is only one, controls outside its root are its own too. */
  composeOf(element: Element): Compose | undefined;
}

const pause = 300;
/** A page that changes all the time without a window coming or going is looked at less often. */
const longestPause = 1_200;

/** More changes at once than are gone through: the page is drawn anew. */
const mostChanges = 100;

/** `onLook` runs after the page changed, at most every 300 ms, rarer where it never brings anything; `onWritten` where only what a person writes did. */
export function watchComposes(
  document: Document,
  webmails: readonly Webmail[],
  onLook: () => void,
  onWritten: () => void,
  listeners: Steadfast,
  signal: AbortSignal,
): Watch {
  const view = document.defaultView!;
  let found: Webmail | undefined;
  let isStale = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const webmail = () => {
    if (isStale) {
      isStale = false;
      // Asked at every press: only a look after a pause asks all of them whether this is their page now.
      if (!found?.recognises(document)) found = webmails.find((one) => one.recognises(document));
    }
    return found;
  };
  let hasSeen = false;
  const composes = () => {
    const all = webmail()?.composes(document) ?? [];
    hasSeen ||= all.length > 0;
    return all;
  };
  let wait = pause;
  let before: Element[] = [];
  const look = () =>
    inOneLook(() => {
      const now = composes().map(({ root }) => root);
      const isSame = now.every((root, index) => root === before[index]) && !before[now.length];
      wait = isSame ? Math.min(wait * 2, longestPause) : pause;
      before = now;
      onLook();
    });
  const onChange = () => {
    isStale = true;
    waiting ??= setTimeout(() => {
      waiting = undefined;
      isStale = true;
      found = undefined;
      look();
    }, wait);
  };
  const onFocus = () => {
    clearTimeout(waiting);
    waiting = undefined;
    wait = pause;
    onChange();
    // The frame of an editor that was just drawn: a person may paste into it at once.
    if (document.activeElement?.localName === 'iframe') look();
  };

  let element = document.documentElement;
  const observer = new view.MutationObserver((changes) => {
    // Written anew by `document.open()`.
    if (document.documentElement !== element) listeners.renew();
    element = document.documentElement;
    const isText =
      hasSeen && changes.length <= mostChanges && changes.every(({ target }) => isWritten(target as Element));
    if (isText) onWritten();
    else onChange();
  });
  observer.observe(document, { childList: true, subtree: true });
  // Focus tells of what mutations do not: a field that was made editable, an editor frame that was entered.
  listeners.on('focusin', onFocus);
  listeners.on('blur', onFocus);
  listeners.on('DOMContentLoaded', look);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(waiting);
  });
  if (document.readyState !== 'loading') onChange();

  /** A control outside all compose windows. */
  const ownerAmong = (all: Compose[], control: Element) => (all.length > 1 ? webmail()?.ownerOf?.(control) : all[0]);

  return {
    webmail,
    composes,
    hasSeen: () => hasSeen,
    composeOf(element) {
      const own = ownerIn(document, element);
      const all = composes();
      return all.find(({ root }) => own && contains(root, own)) ?? ownerAmong(all, element);
    },
  };
}

/** The element itself, or the frame of `document` it lies in. */
function ownerIn(document: Document, element: Element): Element | null | undefined {
  let owner: Element | null | undefined = element;
  while (owner && documentWith(owner) !== document) owner = viewOf(owner)?.frameElement;
  return owner;
}

/** Windows of the editor frames in a compose window: events in them reach no listener outside. */
export function editorWindows({ root }: Compose): Window[] {
  return queryAll<HTMLIFrameElement>(root, 'iframe').flatMap((frame) => {
    const view = isReadable(frame) ? documentOf(frame)?.defaultView : undefined;
    return view ? [view] : [];
  });
}
