// Runs in the page's own world. Turns files the guard gives back into a drop or paste the page can read: made by an
// extension, such an event shows no files to a page in Firefox. It knows nothing, decides nothing and loosens nothing:
// a page that sends itself this event gives itself its own files.

import { showAsDropped } from './dropped-items.ts';
import { likeABrowser } from './like-a-browser.ts';
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
      const { type, paths, ...point } = parse(carrier.dataset.give ?? '{}');
      const files = from(carrier.files);
      const options = { ...likeABrowser, ...point };
      const transfer = new DataTransfer();
      if (type === 'paste') {
        for (const file of files) transfer.items.add(file);
        target.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }));
        return;
      }
      showAsDropped(view, transfer, files, paths);
      // The drag was ended when it was held: pages that count enters and leaves see it come again.
      for (const step of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(step, { ...options, dataTransfer: transfer }));
    },
    true,
  );
}
