// ZIP: every entry is read as a file of its own, whatever its name says.
import type { Part } from '../scan/part.ts';
import { readEntryFile } from './archive.ts';
import type { Extractor } from './extractor.ts';

export const zip: Extractor = {
  id: 'zip',
  accepts: ({ archive }) => archive !== undefined,
  async extract({ file, name, archive }, reading) {
    const files = archive!.entries.filter((entry) => !entry.name.endsWith('/') || entry.size > 0);
    const children: Part[] = [];
    const part: Part = { name, type: 'zip', children };
    for (const [index, entry] of files.entries()) {
      try {
        reading.check();
        const content = await readEntryFile(file, entry, reading);
        const child = await reading.child(content, entry.name, index / files.length, (index + 1) / files.length);
        // Macintosh archives hold a record without content beside every file.
        if (child.type !== 'applefile') children.push(child);
      } catch (problem) {
        children.push({ name: entry.name, type: 'unknown', unreadable: reading.reasonFor(problem) });
      }
      reading.progress((index + 1) / files.length);
    }
    return children.length > 0 ? part : { ...part, unreadable: 'empty' };
  },
};
