// Runs in the page's own world. A transfer that script made has files, but none of the entries and handles by which pages read
// folders, and which some ask for first. https://wicg.github.io/entries-api/ https://wicg.github.io/file-system-access/#drag-and-drop

interface Entry {
  name: string;
  fullPath: string;
  file?: File;
  children: Entry[];
  /** Those of the children that are folders, by name. */
  folders: Map<string, Entry>;
}

type View = Window & typeof globalThis;

/** Puts `files` into `transfer`, as a person dropped them; `paths[i]` is the way to `files[i]`, where folders were among them. */
export function showAsDropped(
  view: View,
  transfer: DataTransfer,
  files: readonly File[],
  paths: readonly string[] = [],
): void {
  const top = treeOf(files, paths);
  // A folder is among the files as browsers show it: empty, without a type.
  for (const entry of top) transfer.items.add(entry.file ?? new view.File([], entry.name));
  const items = top.map((entry) => itemOf(view, entry));
  const list = make(view, 'DataTransferItemList', {
    ...items,
    length: items.length,
    [Symbol.iterator]: () => items[Symbol.iterator](),
  });
  define(transfer, { items: list });
}

function treeOf(files: readonly File[], paths: readonly string[]): Entry[] {
  const top = folder('', '');
  files.forEach((file, index) => {
    const names = (paths[index] ?? file.name).split('/').filter(Boolean);
    const name = names.pop() ?? file.name;
    let at = top;
    for (const step of names) {
      const known = at.folders.get(step);
      const next = known ?? folder(step, `${at.fullPath}/${step}`);
      if (!known) at.children.push(next);
      at.folders.set(step, next);
      at = next;
    }
    at.children.push({ ...folder(name, `${at.fullPath}/${name}`), file });
  });
  return top.children;
}

function folder(name: string, fullPath: string): Entry {
  return { name, fullPath, children: [], folders: new Map() };
}

function itemOf(view: View, entry: Entry): DataTransferItem {
  const { file } = entry;
  return make(view, 'DataTransferItem', {
    kind: 'file',
    type: file?.type ?? '',
    getAsFile: () => file ?? new view.File([], entry.name),
    getAsString: () => undefined,
    webkitGetAsEntry: () => asEntry(view, entry),
    ...('getAsFileSystemHandle' in view.DataTransferItem.prototype
      ? { getAsFileSystemHandle: async () => asHandle(view, entry) }
      : {}),
  });
}

function asEntry(view: View, { name, fullPath, file, children }: Entry): FileSystemEntry {
  const given = { name, fullPath, isFile: Boolean(file), isDirectory: !file, filesystem: { name: '', root: null } };
  if (file)
    return make(view, 'FileSystemFileEntry', { ...given, file: (done: FileCallback) => later(() => done(file)) });
  const createReader = () => {
    let rest = children.map((child) => asEntry(view, child));
    const readEntries = (done: FileSystemEntriesCallback) => {
      const some = rest;
      rest = [];
      later(() => done(some));
    };
    return make(view, 'FileSystemDirectoryReader', { readEntries });
  };
  return make(view, 'FileSystemDirectoryEntry', { ...given, createReader });
}

function asHandle(view: View, { name, file, children }: Entry): FileSystemHandle {
  if (file) return make(view, 'FileSystemFileHandle', { kind: 'file', name, getFile: async () => file });
  async function* entries(): AsyncGenerator<[string, FileSystemHandle]> {
    for (const child of children) yield [child.name, asHandle(view, child)];
  }
  async function* values() {
    for await (const [, handle] of entries()) yield handle;
  }
  async function* keys() {
    for await (const [key] of entries()) yield key;
  }
  const own = { kind: 'directory', name, entries, values, keys, [Symbol.asyncIterator]: entries };
  return make(view, 'FileSystemDirectoryHandle', own);
}

/** An object of that interface, where the browser shows one (Chromium has no name for entries), with own properties in front of its getters. */
function make<Made extends object>(view: View, name: string, values: object): Made {
  const known = (view as unknown as Record<string, { prototype: Made } | undefined>)[name];
  return define(view.Object.create(known?.prototype ?? view.Object.prototype) as Made, values);
}

function define<Made extends object>(made: Made, values: object): Made {
  for (const key of Reflect.ownKeys(values))
    Object.defineProperty(made, key, { value: Reflect.get(values, key), configurable: true });
  return made;
}

function later(act: () => void): void {
  queueMicrotask(act);
}
