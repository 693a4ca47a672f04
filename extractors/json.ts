// JSON and lines of JSON: lists of records as tables, single records as lines. https://www.rfc-editor.org/rfc/rfc8259
import type { Part } from '../scan/part.ts';
import { readText } from './charset.ts';
import type { Extractor } from './extractor.ts';
import { parseJson } from './records/json.ts';
import { layOutRecords } from './records/layout.ts';

export const json: Extractor = {
  id: 'json',
  accepts: ({ head }) =>
    /^\ufeff?\s{0,64}[[{]\s{0,64}(?:["\d\-[{\]}]|true|false|null)/.test(
      new TextDecoder().decode(head.filter((byte) => byte !== 0).subarray(0, 256)),
    ),
  async extract({ file, name }, reading) {
    const { text, isBinary } = await readText(file, reading);
    const tree = parseJson(text, reading);
    // What only looks like JSON is text.
    if (tree === undefined || isBinary)
      return { name, type: 'text', text, ...(isBinary ? { unreadable: 'unknown-format' as const } : {}) };
    const part: Part = { name, type: 'json', ...layOutRecords(tree) };
    if (part.tables!.length === 0) delete part.tables;
    return part;
  },
};
