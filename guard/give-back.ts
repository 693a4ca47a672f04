// Gives files to the page after they were held, as if they had just arrived.

import { viewOf } from '@/webmails/page/unclobbered.ts';
import type { Dropped } from './dropped-files.ts';
import { inPortions } from './in-portions.ts';
import { likeABrowser } from './page-world/like-a-browser.ts';
import { carrierId, giveEvent } from './page-world/names.ts';
import type { Passage } from './passage.ts';

type View = Window & typeof globalThis;

/** Through the input they were chosen in. Both events, `input` first: pages listen for either. */
export function giveToInput(input: HTMLInputElement, files: FileList, passage: Passage): void {
  const view = viewOf(input);
  input.files = files;
  passage.through(input, () => {
    input.dispatchEvent(new view.Event('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new view.Event('change', { bubbles: true }));
  });
}

/** A browser takes seconds to make a list of ten thousand files, so `list` is used where they are the files that are in it. */
export async function listOf(view: View, files: readonly File[], list: FileList): Promise<FileList> {
  // Firefox empties a list together with the field it came from.
  const isIt = list.length === files.length && files.every((file, index) => file === list[index]);
  return isIt ? list : (await transferOf(view, files)).files;
}

/** The same at once, for a few. */
export function shortListOf(view: View, files: Iterable<File>): FileList {
  const transfer = new view.DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}

/**
 * As a drop or paste on the element they fell on. The event is made in the page's own world where the hook is there:
 * Firefox shows a page no files of a transfer that an extension made, and only there can a folder be shown. Without the hook, and
 * in a closed shadow tree, where it sees no element, it is made here.
 */
export async function giveByEvent(
  target: Element,
  { files, paths }: Dropped,
  event: DragEvent | ClipboardEvent,
  passage: Passage,
): Promise<void> {
  const document = target.ownerDocument;
  const view = viewOf(target);
  const point = 'clientX' in event ? { clientX: event.clientX, clientY: event.clientY } : {};
  const carrier = document.createElement('input');
  carrier.type = 'file';
  carrier.multiple = true;
  carrier.hidden = true;
  carrier.id = carrierId;
  const transfer = await transferOf(view, files);
  if (!target.isConnected) return;
  carrier.files = transfer.files;
  carrier.dataset.give = JSON.stringify({ type: event.type, paths, ...point });
  document.documentElement.append(carrier);
  const root = target.getRootNode();
  const isHidden = root instanceof ShadowRoot && root.mode === 'closed';
  passage.through(target, () => {
    const isTaken = !isHidden && !target.dispatchEvent(new view.Event(giveEvent, likeABrowser));
    if (!isTaken) target.dispatchEvent(remake(view, transfer, event.type, point));
  });
  carrier.remove();
}

function remake(view: View, transfer: DataTransfer, type: string, point: object): Event {
  return type === 'paste'
    ? new view.ClipboardEvent('paste', { ...likeABrowser, clipboardData: transfer })
    : new view.DragEvent('drop', { ...likeABrowser, ...point, dataTransfer: transfer });
}

async function transferOf(view: View, files: readonly File[]): Promise<DataTransfer> {
  const transfer = new view.DataTransfer();
  await inPortions(files, (file) => transfer.items.add(file));
  return transfer;
}
