// Plain text in any common charset, CSV and TSV with it: their tables are recognised in scan, which must see pasted ones anyway.

import { readText } from './charset.ts';
import type { Extractor } from './extractor.ts';

export const text: Extractor = {
  id: 'text',
  accepts: () => true,
  async extract({ file, name }, reading) {
    const { text, isBinary } = await readText(file, reading);
    if (!isBinary) return { name, type: typeOf(name, text), text };
    // The first slice is not text either: then nothing of it is.
    return text === ''
      ? { name, type: 'unknown', unreadable: 'unknown-format' }
      : { name, type: 'text', text, unreadable: 'unknown-format' };
  },
};

/** The name proposes, the first lines decide. */
function typeOf(name: string, text: string): 'csv' | 'tsv' | 'text' {
  const extension = /\.(csv|tsv|tab|txt)$/i.exec(name)?.[1]?.toLowerCase();
  const lines = text.slice(0, 2_048).split(/\r\n?|\n/, 3);
  const hasIn = (delimiter: string) => lines.some((line) => line.includes(delimiter));
  if (extension === 'csv' && [',', ';', '\t', '|'].some(hasIn)) return 'csv';
  return (extension === 'tsv' || extension === 'tab') && hasIn('\t') ? 'tsv' : 'text';
}
