// Runs in the page's own world. Turns files the guard gives back into a drop or paste the page can read: made by an
// extension, such an event shows no files to a page in Firefox. It knows nothing, decides nothing and loosens nothing:
// a page that sends itself this event gives itself its own files.
import { carrierId, giveEvent } from './names.ts';

export function giveFilesInPage(view: Window & typeof globalThis): void {
  const {
    Array: { from },
    JSON: { parse },
    DataTransfer,
    DragEvent,
    ClipboardEvent,
  } = view;
  view.addEventListener(
    giveEvent,
    (event) => {
      const target = event.composedPath()[0] as Element;
      const carrier = target.ownerDocument.getElementById(carrierId) as HTMLInputElement | null;
      if (!carrier?.files) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      const { type, ...point } = parse(carrier.dataset.give ?? '{}');
      const transfer = new DataTransfer();
      for (const file of from(carrier.files)) transfer.items.add(file);
      const options = { bubbles: true, cancelable: true, composed: true, ...point };
      const given =
        type === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: transfer })
          : new DragEvent('drop', { ...options, dataTransfer: transfer });
      target.dispatchEvent(given);
    },
    true,
  );
}
