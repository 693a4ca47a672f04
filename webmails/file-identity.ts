// Names files one by one. Two files may share name, size and date: the second is not the first that was read and judged.
const names = new WeakMap<File, string>();
let last = 0;

/** The same for the same `File` object, as long as somebody holds it. */
export function identityOf(file: File): string {
  const known = names.get(file);
  if (known) return known;
  last += 1;
  const name = `file-${last}`;
  names.set(file, name);
  return name;
}
