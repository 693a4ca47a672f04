// Rich Text files. What a picture or an embedded object in them holds is not read, so they count as read in part.
// Rich Text Format Specification 1.9.1

import type { Extractor } from './extractor.ts';
import { htmlToPart } from './html.ts';
import { readRtf } from './rtf/document.ts';

export const rtf: Extractor = {
  id: 'rtf',
  accepts: ({ head }) => new TextDecoder('windows-1252').decode(head.subarray(0, 64)).trimStart().startsWith('{\\rt'),
  async extract({ file, name }, reading) {
    reading.spend(file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { text, html, hasPictures } = readRtf(bytes, () => reading.check());
    const shown = html === undefined ? text : [htmlToPart(html, name).text, text].join('\n\n');
    return { name, type: 'rtf', text: shown, unreadable: hasPictures ? 'media' : 'unknown-format' };
  },
};
