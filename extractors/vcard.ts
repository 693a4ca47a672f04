// Contact cards. Scan reads them as they stand, so here they are only unfolded and decoded. https://www.rfc-editor.org/rfc/rfc6350
import { readText } from './charset.ts';
import { contentLines } from './content-lines.ts';
import type { Extractor } from './extractor.ts';

export const vcard: Extractor = {
  id: 'vcf',
  accepts: ({ head }) =>
    /^\ufeff?\s{0,9}BEGIN:VCARD/i.test(new TextDecoder().decode(head.filter((byte) => byte !== 0))),
  async extract({ file, name }, reading) {
    const { text, isBinary } = await readText(file, reading);
    const lines = contentLines(text)
      // Portraits and keys.
      .filter((line) => !line.isBase64 && !/^data:/i.test(line.value))
      .map(({ name: property, parameters, value }) => {
        const label = parameters === '' ? property : `${property};${parameters}`;
        return `${label}:${value.replace(/\r?\n/g, '\\n')}`;
      });
    return { name, type: 'vcf', text: lines.join('\n'), ...(isBinary ? { unreadable: 'unknown-format' } : {}) };
  },
};
