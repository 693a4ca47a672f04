/** Cuts digits as people write them: `inGroups('07700900123', [5, 3, 3])` → 07700, 900, 123. */
export function inGroups(text: string, sizes: readonly number[]): string[] {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(text.slice(at, at + size));
    at += size;
  }
  return groups;
}
