// Holds text pasted into a compose window of a private mail account, where a draft is saved as it is written: pasted is sent.
import type { Compose } from '@/webmails/webmail.ts';
import { lastingPlace } from './lasting-place.ts';
import { likeABrowser } from './page-world/like-a-browser.ts';
import type { Steadfast } from './steadfast.ts';

export interface TextHold {
  composeOf(element: Element): Compose | undefined;
  isPrivateMail(compose: Compose): boolean;
  mayEnter(compose: Compose, text: string, isHtml: boolean): Promise<boolean>;
}

export function holdText(listeners: Steadfast, hold: TextHold): void {
  listeners.on('paste', (event) => onPaste(event, hold));
}

function onPaste(event: ClipboardEvent, hold: TextHold): void {
  const target = event.composedPath()[0] as Element;
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (!event.isTrusted || (!plain && !html)) return;
  const compose = hold.composeOf(target);
  if (!compose || !hold.isPrivateMail(compose)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const isHtml = html !== '' && (target as HTMLElement).isContentEditable;
  const place = lastingPlace(target);
  const isSeen = target.checkVisibility?.({ checkOpacity: true }) ?? true;
  hold.mayEnter(compose, isHtml ? html : plain || html, isHtml).then(
    (may) => {
      if (!may) return;
      const into = place() as HTMLElement;
      // Taken in an element that nobody sees: the editor knows where it belongs, and asks what was pasted.
      if ((into !== target || !isSeen) && isTaken(into, plain, html)) return;
      into.focus?.({ preventScroll: true });
      // Deprecated and without a successor: the one way to insert that the person can undo and the page hears of.
      into.ownerDocument.execCommand(isHtml ? 'insertHTML' : 'insertText', false, isHtml ? html : plain || html);
    },
    () => undefined,
  );
}

/** Whether the page takes it as a paste of its own. */
function isTaken(into: Element, plain: string, html: string): boolean {
  const view = into.ownerDocument.defaultView as Window & typeof globalThis;
  const clipboardData = new view.DataTransfer();
  if (plain) clipboardData.setData('text/plain', plain);
  if (html) clipboardData.setData('text/html', html);
  return !into.dispatchEvent(new view.ClipboardEvent('paste', { ...likeABrowser, clipboardData }));
}
