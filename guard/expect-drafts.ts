// Notices what may become a compose window and calls the part of the guard that knows messages. A page in which nobody can write a
// longer text pays for one look at it when it changes, and for nothing else.
import { shadowsIn } from '@/webmails/page/composed-tree.ts';
import { documentOf, isEditorFrame } from '@/webmails/page/editable.ts';
import type { Steadfast } from './steadfast.ts';

export interface Expected {
  /** Whether there is a place for a longer text: no webmail is without one. */
  mayCompose(): boolean;
  /** Resolves when the part is here, or with false when it cannot be had now. */
  come(): Promise<boolean>;
  /** The part is here: nothing is looked for any more. */
  arrived(): void;
}

const longTexts = 'textarea,[contenteditable]:not([contenteditable="false" i])';
const pause = 300;

export function expectDrafts(
  document: Document,
  load: () => Promise<boolean>,
  listeners: Steadfast,
  signal: AbortSignal,
): Expected {
  const view = document.defaultView!;
  let loading: Promise<boolean> | undefined;
  let isHere = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const mayCompose = () => holdsLongText(document);
  const come = () => {
    loading ??= load().then((came) => {
      // Asked again at the next press or change.
      if (!came) loading = undefined;
      return came;
    });
    return loading;
  };
  const look = () => {
    waiting = undefined;
    if (!isHere && mayCompose()) void come();
  };

  let element = document.documentElement;
  const observer = new view.MutationObserver(() => {
    // Written anew by `document.open()`.
    if (document.documentElement !== element) listeners.renew();
    element = document.documentElement;
    waiting ??= setTimeout(look, pause);
  });
  observer.observe(document, { childList: true, subtree: true });
  // Focus tells of what no mutation does: a field that was made editable, an editor's frame that was entered.
  listeners.on('focusin', (event) => isHere || (isLongText(event.composedPath()[0]) ? void come() : look()));
  listeners.on('blur', look);
  listeners.on('DOMContentLoaded', look);
  const end = () => {
    observer.disconnect();
    clearTimeout(waiting);
  };
  signal.addEventListener('abort', end);
  if (document.readyState !== 'loading') look();

  return {
    mayCompose,
    come,
    arrived() {
      isHere = true;
      end();
    },
  };
}

function holdsLongText(document: Document): boolean {
  // The frame of an editor belongs to the compose window around it, whose guard reads it.
  if (isEditor(document)) return false;
  if (document.querySelector(longTexts)) return true;
  return [document, ...shadowsIn(document)].some(
    (tree) =>
      tree.querySelector(longTexts) ??
      [...tree.querySelectorAll('iframe')].some((frame) => {
        const inner = documentOf(frame);
        return inner?.body && (isEditorFrame(frame) || inner.querySelector(longTexts));
      }),
  );
}

/** Whether this is the document of an editor, in a page of the same origin. */
function isEditor({ defaultView }: Document): boolean {
  // Null across origins.
  const frame = defaultView?.frameElement as HTMLIFrameElement | null;
  return Boolean(frame && isEditorFrame(frame));
}

function isLongText(target: EventTarget | undefined): boolean | undefined {
  return (target as Partial<Element> | undefined)?.matches?.(longTexts);
}
