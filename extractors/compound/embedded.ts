// New Office files embedded in old ones. https://learn.microsoft.com/openspecs/windows_protocols/ms-oleds (the Package stream)
import type { Part } from '../../scan/part.ts';
import type { Reading } from '../reading.ts';
import type { Compound, CompoundEntry } from './compound-file.ts';

export async function embeddedFiles({ root, open }: Compound, reading: Reading): Promise<Part[]> {
  const children: Part[] = [];
  const pending: CompoundEntry[] = [...root.children];
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    pending.push(...entry.children);
    if (entry.isStorage || entry.name !== 'Package') continue;
    try {
      reading.enter(1);
      children.push(await reading.child(await open(entry), 'embedded', 1, 1));
    } catch (problem) {
      children.push({ name: 'embedded', type: 'unknown', unreadable: reading.reasonFor(problem) });
    }
  }
  return children;
}
