// Holds files on their way into a page with a compose window, by picker, drop or paste, before page script sees them.
import type { Compose } from '@/webmails/webmail.ts';
import { giveByEvent, giveToInput } from './give-back.ts';
import type { Passage } from './passage.ts';
import type { Steadfast } from './steadfast.ts';

export interface FileHold {
  composeOf(element: Element): Compose | undefined;
  passage: Passage;
  /** Whether the files may go on to the page. */
  mayEnter(compose: Compose, files: File[], trigger: 'attach' | 'drop' | 'paste'): Promise<boolean>;
  /** A folder: what is in it cannot be given back, so it is not taken. */
  onFolder(): void;
}

export function holdFiles(listeners: Steadfast, hold: FileHold): void {
  const pending = new WeakSet<HTMLInputElement>();
  const onChosen = (event: Event) => onFilesChosen(event, hold, pending);
  listeners.on('input', onChosen);
  listeners.on('change', onChosen);
  listeners.on('drop', (event) => onArrival(event, event.dataTransfer, 'drop', hold));
  listeners.on('paste', (event) => onArrival(event, event.clipboardData, 'paste', hold));
}

function onFilesChosen(event: Event, hold: FileHold, pending: WeakSet<HTMLInputElement>): void {
  const input = event.composedPath()[0] as HTMLInputElement;
  if (input?.localName !== 'input' || input.type !== 'file' || hold.passage.isOpenTo(input)) return;
  if (pending.has(input)) {
    event.stopImmediatePropagation();
    return;
  }
  const compose = hold.composeOf(input);
  const files = [...(input.files ?? [])];
  if (!compose || files.length === 0) return;
  event.stopImmediatePropagation();
  // `input` is followed by `change` in the same task; the field is emptied so that nobody can read it meanwhile.
  pending.add(input);
  input.value = '';
  hold
    .mayEnter(compose, files, 'attach')
    .catch(() => false)
    .then((may) => {
      pending.delete(input);
      if (may) giveToInput(input, files, hold.passage);
    });
}

/** A table copied from a spreadsheet comes with its own picture: it is text, and judged with the body. A file manager tells names as text too. */
function isTextWithPicture({ files, types }: DataTransfer): boolean {
  const hasText = types.includes('text/plain') || types.includes('text/html');
  return hasText && [...files].every(({ type }) => type.startsWith('image/'));
}

function onArrival(
  event: DragEvent | ClipboardEvent,
  transfer: DataTransfer | null,
  trigger: 'drop' | 'paste',
  hold: FileHold,
): void {
  const target = event.composedPath()[0] as Element;
  if (!transfer || transfer.files.length === 0 || hold.passage.isOpenTo(target)) return;
  if (trigger === 'paste' && isTextWithPicture(transfer)) return;
  const compose = hold.composeOf(target);
  if (!compose) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if ([...transfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory)) {
    hold.onFolder();
    return;
  }
  const files = [...transfer.files];
  hold
    .mayEnter(compose, files, trigger)
    .catch(() => false)
    .then((may) => {
      if (may && target.isConnected) giveByEvent(target, files, event, hold.passage);
    });
}
