// What was dropped or pasted: files, and the files in folders, with the way to each. https://wicg.github.io/entries-api/

export interface Dropped {
  files: File[];
  /** Where folders were dropped: the path of each file, `/clients/2024/list.csv`. */
  paths?: string[];
}

const most = 10_000;

/**
 * Starts at once, while the event still shows its files. `undefined`: more files than a page is given back. Rejects with the signal's
 * reason when it aborts.
 */
export async function readDropped(transfer: DataTransfer, signal: AbortSignal): Promise<Dropped | undefined> {
  const files = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return { files };
  const found: Required<Dropped> = { files: [], paths: [] };
  for (const entry of entries) if (!(await collect(entry, found, signal))) return undefined;
  return found;
}

async function collect(entry: FileSystemEntry, found: Required<Dropped>, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted();
  if (entry.isFile) {
    found.files.push(await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed)));
    found.paths.push(entry.fullPath);
    return found.files.length <= most;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return true;
    for (const inner of some) if (!(await collect(inner, found, signal))) return false;
  }
}
