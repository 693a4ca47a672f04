// Roundcube's *Resend (bounce)*: a message that lies in the mailbox goes out again, whole and unchanged, to anybody. Nothing
// is typed or attached. A dialog with the address fields in a frame; the message itself is read through its source link.
// Source: program/js/app.js (bounce), program/actions/mail/viewsource.php, as seen in a running 1.6.5.
import { documentOf } from '../page/editable.ts';
import { fetchAttachment } from '../page/fetch-attachment.ts';
import { queryAll } from '../page/unclobbered.ts';
import type { Compose } from '../webmail.ts';
import { accountOf, readRecipients, setRecipients } from './roundcube-headers.ts';
import { fateOf, whenIdle } from './roundcube-status.ts';

const frames = '.ui-dialog iframe[src*="_action=bounce"]';

export const dialogButtons = '.ui-dialog-buttonpane button:not(.cancel)';

export function resends(document: Document): Compose[] {
  return queryAll<HTMLIFrameElement>(document, frames).flatMap((frame) => {
    const inner = documentOf(frame);
    const form = inner?.querySelector<HTMLFormElement>('form[name=form]');
    const dialog = frame.closest('.ui-dialog');
    return inner && form && dialog ? [resendIn(dialog, frame, form)] : [];
  });
}

/** Every button but Cancel, of this dialog and of the one that asks when many recipients would see each other. */
export function resendCommitOf(target: Element): Element | undefined {
  const button = target.closest(dialogButtons);
  const dialog = button?.closest('.ui-dialog');
  if (!button || !dialog) return undefined;
  const isOwn =
    dialog.querySelector(frames) ?? (dialog.matches('.warning') && button.ownerDocument.querySelector(frames));
  return isOwn ? button : undefined;
}

function resendIn(dialog: Element, frame: HTMLIFrameElement, form: HTMLFormElement): Compose {
  const { ownerDocument } = dialog;
  return {
    root: dialog,
    read: () => ({
      account: accountOf(ownerDocument, form),
      ...readRecipients(form),
      subject: '',
      body: '',
      isHtml: false,
      attachments: [{ id: frame.src, name: 'message.eml', load: (signal) => loadMessage(frame, signal) }],
    }),
    setRecipients: (recipients) => setRecipients(form, recipients),
    ready: (signal) => whenIdle(ownerDocument, signal),
    resume(_how, trigger) {
      const outcome = fateOf(ownerDocument, () => !dialog.isConnected);
      if (trigger.isConnected) (trigger as HTMLElement).click();
      return outcome();
    },
    markerPlace: () => dialog.querySelector('.ui-dialog-content') ?? undefined,
  };
}

async function loadMessage(frame: HTMLIFrameElement, signal: AbortSignal): Promise<Blob> {
  const url = new URL(frame.src);
  url.searchParams.set('_action', 'viewsource');
  const source = await fetchAttachment(url, signal);
  // A lost session is answered with a page and status 200.
  if (source.type.includes('html') || source.size === 0) throw new Error('answered with a page');
  return source;
}
