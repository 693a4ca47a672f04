// Holds text pasted into a compose window of a private mail account, where a draft is saved as it is written: pasted is sent.
import { contains } from '@/webmails/page/composed-tree.ts';
import { documentWith, isConnected } from '@/webmails/page/unclobbered.ts';
import type { Compose } from '@/webmails/webmail.ts';
import { cancel } from './cancel.ts';
import { holdingOnError } from './hold-send.ts';
import type { Steadfast } from './steadfast.ts';

export interface TextHold {
  composeOf(element: Element): Compose | undefined;
  isPrivateMail(compose: Compose): boolean;
  mayEnter(compose: Compose, text: string, isHtml: boolean): Promise<boolean>;
  hasSeen(): boolean;
  /** It could not be judged, and stays out. */
  onUnreadable(): void;
}

export function holdText(listeners: Steadfast, hold: TextHold): void {
  listeners.on('paste', (event) => {
    // Where nobody can say whose field it is, a line is a search, and no text of a message.
    const hasSeen = () => hold.hasSeen() && (event.composedPath()[0] as Element).localName !== 'input';
    holdingOnError(event, (pasted) => onPaste(pasted, hold), { ...hold, hasSeen });
  });
}

function onPaste(event: ClipboardEvent, hold: TextHold): void {
  const path = event.composedPath() as HTMLElement[];
  const target = path[0]!;
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (!event.isTrusted || (!plain && !html)) return;
  const compose = hold.composeOf(target);
  if (!compose || !hold.isPrivateMail(compose)) return;
  cancel(event);
  const isHtml = html !== '' && target.isContentEditable;
  const text = isHtml ? html : plain || html;
  const isHidden = target.checkVisibility?.({ checkOpacity: true }) === false;
  hold.mayEnter(compose, text, isHtml).then(
    (may) => {
      const { root } = compose;
      if (!may || !isConnected(root)) return;
      // An editor that took it in an element nobody sees, or took that away, knows where it belongs: it is asked first.
      const into = path.find((one) => isConnected(one))!;
      // Around what has gone may be another message.
      if (into !== target && documentWith(into) === documentWith(root) && !contains(root, into)) return;
      if (isHidden || into !== target) {
        const clipboardData = new DataTransfer();
        clipboardData.setData(isHtml ? 'text/html' : 'text/plain', text);
        const again = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
        if (!into.dispatchEvent(again)) return;
      }
      into.focus?.({ preventScroll: true });
      // Deprecated and without a successor: the one way to insert that the person can undo and the page hears of.
      target.ownerDocument.execCommand(isHtml ? 'insertHTML' : 'insertText', false, text);
    },
    () => hold.onUnreadable(),
  );
}
