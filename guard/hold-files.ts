// Holds files on their way into a page, by picker, drop or paste, before page script sees them.

import { viewOf } from '@/webmails/page/unclobbered.ts';
import { cancel } from './cancel.ts';
import { readDropped } from './dropped-files.ts';
import { giveByEvent, giveToInput, listOf } from './give-back.ts';
import { inLine, isInLine } from './in-line.ts';
import { innermost, type ShadowRootOf } from './innermost.ts';
import { likeABrowser } from './page-world/like-a-browser.ts';
import type { Passage } from './passage.ts';
import type { Waiting } from './ports.ts';
import type { Steadfast } from './steadfast.ts';

export interface FileHold {
  passage: Passage;
  /** Whether files that arrive at an element by this event are the guard's business. */
  isGuarded(target: Element, event: Event): boolean;
  /** The files that may go on to the page, those that arrived or others in their place; none where nothing may. */
  admit(target: () => Element, files: File[], trigger: 'attach' | 'drop' | 'paste'): Promise<File[] | undefined>;
  /** What arrived stays out without having been judged: a folder with more in it than can be given back, or one that cannot be read. */
  onUnheld(why: 'too-many' | 'unread'): void;
  /** A person waits while a folder is gone through. */
  waiting(): Waiting;
  shadowRootOf: ShadowRootOf;
}

export function holdFiles(listeners: Steadfast, hold: FileHold): void {
  const onChosen = (event: Event) => onFilesChosen(event, hold);
  listeners.on('input', onChosen);
  listeners.on('change', onChosen);
  listeners.on('drop', (event) => onArrival(event, event.dataTransfer, 'drop', hold));
  listeners.on('paste', (event) => onArrival(event, event.clipboardData, 'paste', hold));
}

function onFilesChosen(event: Event, hold: FileHold): void {
  const input = fileInputOf(event, hold.shadowRootOf);
  if (!input || hold.passage.isOpenTo(input)) return;
  const list = input.files!;
  const files = [...list];
  if (!isInLine(input) && (!files.length || !hold.isGuarded(input, event))) return;
  event.stopImmediatePropagation();
  // The field is emptied so that nobody can read it meanwhile. What is chosen before the last choice is through waits for its turn.
  const view = viewOf(input);
  input.files = new view.DataTransfer().files;
  // `input` is followed by `change` in the same task, when the field is empty.
  if (!files.length) return;
  stopChangeBelow(input, event);
  inLine(input, async () => {
    const admitted = await hold.admit(() => input, files, 'attach');
    if (admitted) giveToInput(input, await listOf(view, admitted, list), hold.passage);
  }).catch(() => hold.onUnheld('unread'));
}

function fileInputOf(event: Event, shadowRootOf: ShadowRootOf): HTMLInputElement | undefined {
  const target = event.composedPath()[0] as Element;
  if (isFileInput(target)) return target;
  // Asked at every key: nothing a person writes in has such a tree.
  const root = target.matches?.(':not(textarea,[contenteditable])') ? shadowRootOf(target) : undefined;
  if (!root || root.mode === 'open') return undefined;
  return [...root.querySelectorAll('input')].find((input) => isFileInput(input) && input.files?.length);
}

function isFileInput(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && (element as HTMLInputElement).type === 'file';
}

/** `change` does not leave a shadow tree, so it is stopped where the tree begins. */
function stopChangeBelow(input: HTMLInputElement, event: Event): void {
  const root = input.getRootNode();
  if (event.type === 'input' && root !== input.ownerDocument)
    root.addEventListener('change', (change) => change.stopImmediatePropagation(), { capture: true, once: true });
}

/** A table copied from a spreadsheet comes with its own picture: it is text, and judged with the body. What names the picture alone is none. */
function isTextWithPicture(transfer: DataTransfer): boolean {
  const html = transfer.getData('text/html');
  // Beside a picture that was copied in a page stands an element that shows it; a file manager tells the names of files.
  const text = html
    ? new DOMParser().parseFromString(html, 'text/html').body.textContent
    : transfer.getData('text/plain');
  return (
    text.trim() !== '' && [...transfer.files].every(({ name, type }) => /^image/.test(type) && !text.includes(name))
  );
}

function onArrival(
  event: DragEvent | ClipboardEvent,
  transfer: DataTransfer | null,
  trigger: 'drop' | 'paste',
  hold: FileHold,
): void {
  if (!transfer?.files.length) return;
  const target = innermost(event, hold.shadowRootOf);
  if (!target || hold.passage.isOpenTo(target) || !hold.isGuarded(target, event)) return;
  if (trigger === 'paste' && isTextWithPicture(transfer)) return;
  cancel(event);
  // What a drag lies in a page's own stays drawn until it leaves.
  if (trigger === 'drop') endDrag(target);
  const place = lastingPlace(target);
  const waiting = hold.waiting();
  const reading = readDropped(transfer, waiting.signal).finally(waiting.end);
  // By document: one place in a page takes what falls on any of its elements.
  inLine(target.ownerDocument, async () => {
    const dropped = await reading;
    if (typeof dropped === 'string') return hold.onUnheld(dropped);
    const files = dropped && (await hold.admit(place, dropped.files, trigger));
    if (files) await giveByEvent(place(), { ...dropped, files }, event, hold.passage);
  }).catch(() => hold.onUnheld('unread'));
}

/** Some editors take what is pasted in an element that they remove at once: what is around it stays. */
function lastingPlace(target: Element): () => Element {
  const around: Element[] = [];
  for (let element: Element | null = target; element; element = element.parentElement) around.push(element);
  return () => around.find(({ isConnected }) => isConnected) ?? target;
}

function endDrag(target: Element): void {
  const view = viewOf(target);
  target.dispatchEvent(new view.DragEvent('dragleave', likeABrowser));
}
