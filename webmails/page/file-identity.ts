// Names files one by one. Two files may share name, size and date: the second is not the first that was read and judged.
import type { Attachment } from '../webmail.ts';

interface Named {
  names: WeakMap<File, string>;
  last: number;
}

/** In the extension's own world: the guard comes in two scripts, and both must call a file by one name. */
const world = globalThis as { gatehouseFiles?: Named };

/** The same for the same `File` object, as long as somebody holds it. */
export function identityOf(file: File): string {
  world.gatehouseFiles ??= { names: new WeakMap(), last: 0 };
  const named = world.gatehouseFiles;
  const known = named.names.get(file);
  if (known) return known;
  named.last += 1;
  const name = `file-${named.last}`;
  named.names.set(file, name);
  return name;
}

export const attachmentOf = (file: File): Attachment => ({
  id: identityOf(file),
  name: file.name,
  size: file.size,
  load: async () => file,
});
