// Runs in the page's own world. Files come into a page without an event that reaches the guard: by the pickers of the File System
// Access API, and by an input that lies in no document. They wait here for the guard's answer, which comes on a port that the page
// never sees: the guard's listener is the window's first, and stops the message that carries it.
// https://wicg.github.io/file-system-access/
import { filesMessage } from './names.ts';

type View = Window & typeof globalThis;

/** Holds picked files, and files chosen in inputs outside the document, until the guard lets them in. */
export function askForFiles(view: View): void {
  const ask = asking(view);
  holdPickers(view, ask);
  holdLooseInputs(view, ask);
}

type Found = File[] | 'too-many' | 'unread';

/** The files that may be had, one for each; none where nothing may. What could not be read is only said. The guard knows at once that they come. */
type Ask = (files: Found | Promise<Found>) => Promise<File[] | undefined>;

/** With the browser's own functions, taken before any page script could replace them. */
function asking(view: View): Ask {
  const { MessageChannel, Promise: Answer } = view;
  const { apply } = view.Reflect;
  const { postMessage } = view;
  const { addEventListener, postMessage: send, start } = view.MessagePort.prototype;
  return (files) =>
    new Answer((answered) => {
      const { port1, port2 } = new MessageChannel();
      let found: Found = 'unread';
      apply(addEventListener, port1, [
        'message',
        ({ data }: MessageEvent) => answered(data === true && typeof found !== 'string' ? found : data),
        { once: true },
      ]);
      apply(start, port1, []);
      apply(postMessage, view, [filesMessage, '*', [port2]]);
      const tell = async () => {
        try {
          found = await files;
        } finally {
          apply(send, port1, [found]);
        }
      };
      tell().catch(() => undefined);
    });
}

interface Pickers {
  showOpenFilePicker?: (...options: unknown[]) => Promise<FileSystemFileHandle[]>;
  showDirectoryPicker?: (...options: unknown[]) => Promise<FileSystemDirectoryHandle>;
}

/** Only Chromium has them. Refused, they end as when a person cancels. */
function holdPickers(view: View, ask: Ask): void {
  const { DOMException } = view;
  const { apply, defineProperty } = view.Reflect;
  const cancelled = () => new DOMException('The user aborted a request.', 'AbortError');
  const pickers = view as unknown as Pickers;
  const { showOpenFilePicker, showDirectoryPicker } = pickers;
  if (showOpenFilePicker)
    pickers.showOpenFilePicker = async function showOpenFilePickerHeld(...options) {
      const handles = await apply(showOpenFilePicker, view, options);
      const files: File[] = [];
      const admitted = await ask(filesOf(handles, files));
      if (!admitted) throw cancelled();
      for (const [index, handle] of handles.entries())
        defineProperty(handle, 'getFile', {
          value: asJudged(handle, files[index]!, admitted[index]!, ask),
          configurable: true,
        });
      return handles;
    };
  if (showDirectoryPicker)
    pickers.showDirectoryPicker = async function showDirectoryPickerHeld(...options) {
      const folder = await apply(showDirectoryPicker, view, options);
      const files: File[] = [];
      // Handles that are read later cannot be given other files.
      if ((await ask(collect(folder, files))) !== files) throw cancelled();
      return folder;
    };
}

/** A handle reads its file anew each time: one that has changed since is asked about again. */
function asJudged(handle: FileSystemFileHandle, judged: File, admitted: File, ask: Ask): () => Promise<File> {
  const { getFile } = handle;
  return async () => {
    if (admitted !== judged) return admitted;
    const now: File = await Reflect.apply(getFile, handle, []);
    if (now.lastModified === judged.lastModified && now.size === judged.size) return judged;
    const [again] = (await ask([now])) ?? [];
    if (!again) throw new DOMException('The request is not allowed.', 'NotAllowedError');
    return again;
  };
}

async function filesOf(handles: readonly FileSystemFileHandle[], files: File[]): Promise<File[]> {
  for (const handle of handles) files.push(await handle.getFile());
  return files;
}

/** As many as a dropped folder may hold. */
const most = 10_000;

async function collect(folder: FileSystemDirectoryHandle, files: File[]): Promise<Found> {
  for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values()) {
    if (handle.kind === 'file') files.push(await (handle as FileSystemFileHandle).getFile());
    else await collect(handle as FileSystemDirectoryHandle, files);
    if (files.length > most) return 'too-many';
  }
  return files;
}

/** An input that a script made and never put into the document: its events reach no window. */
function holdLooseInputs(view: View, ask: Ask): void {
  const { DataTransfer, HTMLElement, HTMLInputElement, Event } = view;
  const { apply, get } = view.Reflect;
  const { addEventListener, dispatchEvent } = view.EventTarget.prototype;
  const isFor = (element: unknown): element is HTMLInputElement =>
    element instanceof HTMLInputElement &&
    get(HTMLInputElement.prototype, 'type', element) === 'file' &&
    !get(view.Node.prototype, 'isConnected', element);
  /** The last choice in each that waits. */
  const held = new WeakMap<HTMLInputElement, Promise<void>>();
  let letGo: HTMLInputElement | undefined;

  const onChosen = function (this: HTMLInputElement, event: Event): void {
    if (letGo === this) return;
    const files = [...(this.files ?? [])];
    // In the document by now: the guard has seen the event before this listener.
    if (!held.has(this) && (!isFor(this) || !event.isTrusted || files.length === 0)) return;
    event.stopImmediatePropagation();
    // `input` is followed by `change`, when the field is empty.
    if (files.length === 0) return;
    this.value = '';
    const before = held.get(this);
    const give = async () => {
      await before;
      const admitted = await ask(files);
      if (held.get(this) === turn) held.delete(this);
      if (!admitted) return;
      const transfer = new DataTransfer();
      for (const file of admitted) transfer.items.add(file);
      this.files = transfer.files;
      letGo = this;
      apply(dispatchEvent, this, [new Event('input', { bubbles: true, composed: true })]);
      apply(dispatchEvent, this, [new Event('change', { bubbles: true })]);
      letGo = undefined;
    };
    const turn = give();
    held.set(this, turn);
  };
  const watch = (element: unknown): void => {
    if (!isFor(element)) return;
    // A listener that is there is not added again.
    for (const type of ['input', 'change']) apply(addEventListener, element, [type, onChosen, true]);
  };

  const watchBefore = (owner: object, name: string) => {
    const methods = owner as Record<string, (...given: unknown[]) => unknown>;
    const method = methods[name]!;
    methods[name] = function (this: unknown, ...given) {
      watch(this);
      return apply(method, this, given);
    };
  };
  watchBefore(HTMLElement.prototype, 'click');
  watchBefore(HTMLInputElement.prototype, 'showPicker');
  // Its own, in front of the one all targets share: a made click opens the picker too.
  watchBefore(HTMLInputElement.prototype, 'dispatchEvent');
}
