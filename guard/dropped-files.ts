// What was dropped or pasted: files, and the files in folders, with the way to each. https://wicg.github.io/entries-api/

export interface Dropped {
  files: File[];
  /** Where folders were dropped: the path of each file, `/clients/2024/list.csv`. */
  paths?: string[];
}

const most = 10_000;

/**
 * Starts at once, while the event still shows its files. `too-many`: more files than a page is given back. Nothing when the signal
 * aborts, even where a disk does not answer.
 */
export function readDropped(
  transfer: DataTransfer,
  signal: AbortSignal,
): Promise<Dropped | 'too-many' | 'unread' | undefined> {
  const found: Required<Dropped> = { files: [], paths: [] };
  const aborted = new Promise<undefined>((end) => signal.addEventListener('abort', () => end(undefined)));
  const read = readInto(found, transfer, signal);
  return Promise.race([aborted, read.catch(() => (found.files.length > most ? 'too-many' : 'unread'))]);
}

async function readInto(found: Required<Dropped>, transfer: DataTransfer, signal: AbortSignal): Promise<Dropped> {
  const files = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return { files };
  for (const entry of entries) await collect(entry, found, signal);
  return found;
}

/** Rejects where it stops before the end: at more than the most, at an abort, and at what cannot be read. */
async function collect(entry: FileSystemEntry, found: Required<Dropped>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (entry.isFile) {
    found.files.push(await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed)));
    found.paths.push(entry.fullPath);
    if (found.files.length > most) throw new Error();
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const inner of some) await collect(inner, found, signal);
  }
}
