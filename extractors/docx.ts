// Word documents (DOCX, DOCM, DOTX): every part is read, not the visible page: body, headers, footers, notes, comments, text boxes,
// tracked deletions, properties. ECMA-376 part 1, 17 (WordprocessingML).
import type { Extractor } from './extractor.ts';
import { readStories } from './office-package.ts';

const mainType = /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroenabled/i;

export const docx: Extractor = {
  id: 'docx',
  accepts: ({ archive }) => archive !== undefined && mainType.test(archive.contentTypes),
  async extract(source, reading) {
    const mainFirst = (a: { type: string }, b: { type: string }) =>
      Number(mainType.test(b.type)) - Number(mainType.test(a.type));
    return { name: source.name, type: 'docx', ...(await readStories(source, reading, mainFirst)) };
  },
};
