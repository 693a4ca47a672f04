// XML files: records that repeat as tables, single ones as lines; comments with them. OpenDocument in one file and the XML of Excel
// 2003 are read as what they are. https://www.w3.org/TR/xml/
import type { Part } from '../scan/part.ts';
import { readText } from './charset.ts';
import type { Extractor } from './extractor.ts';
import { createOpenDocumentScan } from './opendocument/document.ts';
import type { Reading } from './reading.ts';
import { layOutRecords } from './records/layout.ts';
import { createXmlTree } from './records/xml.ts';
import { createXmlScanner, type XmlHandler } from './xml.ts';
import { createSpreadsheetXml } from './xml-dialects/spreadsheet-2003.ts';

export const xmlFile: Extractor = {
  id: 'xml',
  accepts: ({ head }) =>
    /^\ufeff?\s{0,64}<(?:\?xml\s|!DOCTYPE\s|!--|[A-Za-z_][\w:.-]{0,100}[\s/>])/.test(startOf(head)),
  async extract({ file, name, head }, reading) {
    const start = startOf(head);
    const declared = /^[^>]{0,200}encoding\s*=\s*["']([\w-]{2,30})/.exec(start)?.[1];
    const { text, isBinary } = await readText(file, reading, declared);
    const part = readDialect(text, start, name, reading);
    return isBinary ? { ...part, unreadable: 'unknown-format' } : part;
  },
};

const startOf = (head: Uint8Array) => new TextDecoder().decode(head.filter((byte) => byte !== 0));

function readDialect(text: string, start: string, name: string, reading: Reading): Part {
  if (/<(?:\w{1,20}:)?document\b[^>]{0,4000}opendocument/.test(start)) {
    const scan = createOpenDocumentScan(reading);
    const isWhole = run(text, scan, reading);
    return whole({ name, type: 'fodf', text: scan.finish(), tables: scan.tables }, isWhole);
  }
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    const scan = createSpreadsheetXml(reading);
    const isWhole = run(text, scan, reading);
    return whole({ name, type: 'xml', text: scan.asides.join('\n'), tables: scan.tables }, isWhole);
  }
  const tree = createXmlTree(reading);
  // What only looks like XML is text.
  if (!run(text, tree, reading)) return { name, type: 'text', text };
  const { text: lines, tables } = layOutRecords(tree.finish());
  const comments = Array.from(text.matchAll(/<!--([\s\S]*?)-->/g), ([, comment]) => comment!.trim());
  return whole({ name, type: 'xml', text: [lines, ...comments].filter(Boolean).join('\n'), tables }, true);
}

function whole(part: Part, isWhole: boolean): Part {
  if (part.tables?.length === 0) delete part.tables;
  return isWhole ? part : { ...part, unreadable: 'broken' };
}

const slice = 1 << 18;

/** Whether it could be scanned to its end. Limits are thrown. */
function run(text: string, handler: XmlHandler, reading: Reading): boolean {
  const scanner = createXmlScanner(handler);
  try {
    for (let at = 0; at < text.length; at += slice) {
      reading.check();
      scanner.write(text.slice(at, at + slice));
    }
    scanner.end();
    return true;
  } catch (problem) {
    if (reading.reasonFor(problem) !== 'broken') throw problem;
    return false;
  }
}
