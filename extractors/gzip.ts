// gzip: one file, unpacked by the platform and counted as it comes. https://www.rfc-editor.org/rfc/rfc1952

import type { Part } from '../scan/part.ts';
import { contentOf } from './content.ts';
import type { Extractor } from './extractor.ts';
import { inflate } from './inflate.ts';

export const gzip: Extractor = {
  id: 'gzip',
  accepts: ({ head }) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  async extract({ file, name }, reading) {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const part: Part = { name, type: 'gzip' };
    try {
      for await (const bytes of inflate(file, 'gzip', reading)) chunks.push(bytes);
    } catch (problem) {
      part.unreadable = reading.reasonFor(problem);
    }
    if (chunks.length > 0) part.children = [await reading.child(contentOf(chunks), name.replace(/\.t?gz$/i, ''), 0, 1)];
    return part;
  },
};
