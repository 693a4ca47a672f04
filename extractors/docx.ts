// Word documents (DOCX, DOCM, DOTX): every part is read, not the visible page: body, headers, footers, notes, comments, text boxes,
// tracked deletions, properties. ECMA-376 part 1, 17 (WordprocessingML).
import type { Part } from '../scan/part.ts';
import type { Extractor } from './extractor.ts';
import { isXml, officeParts, readEmbedded, scanPart } from './office-package.ts';
import { createOfficeText } from './office-text.ts';

const mainType = /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroenabled/i;

export const docx: Extractor = {
  id: 'docx',
  accepts: ({ archive }) => archive !== undefined && mainType.test(archive.contentTypes),
  async extract(source, reading) {
    const parts = officeParts(source);
    const texts: string[] = [];
    const part: Part = { name: source.name, type: 'docx' };
    const stories = parts.filter(isXml).sort((a, b) => Number(mainType.test(b.type)) - Number(mainType.test(a.type)));
    for (const [index, story] of stories.entries()) {
      const text = createOfficeText();
      try {
        await scanPart(source, story, text, reading);
      } catch (problem) {
        part.unreadable ??= reading.reasonFor(problem);
      }
      texts.push(text.finish());
      reading.progress((index + 1) / stories.length);
    }
    part.text = texts.filter(Boolean).join('\n\n');
    const children = await readEmbedded(
      source,
      parts.filter((one) => !isXml(one)),
      reading,
    );
    if (children.length > 0) part.children = children;
    return part;
  },
};
