// Excel workbooks of 97–2003 (and 5.0): cells of every sheet as tables; comments, text boxes, headers and properties as text. Formulas,
// drawings and macros are not read, so it counts as read in part. https://learn.microsoft.com/openspecs/office_file_formats/ms-xls
import type { Part } from '../scan/part.ts';
import { embeddedFiles } from './compound/embedded.ts';
import { documentProperties } from './compound/property-set.ts';
import type { Extractor } from './extractor.ts';
import { unreadable } from './reading.ts';
import { readBiff } from './spreadsheet/biff.ts';

const stream = /^(?:Workbook|Book)$/i;

export const xls: Extractor = {
  id: 'xls',
  accepts: ({ compound }) => compound?.root.children.some((entry) => stream.test(entry.name)) ?? false,
  async extract({ compound, name }, reading) {
    const part: Part = { name, type: 'xls', unreadable: 'unknown-format' };
    const entry = compound!.root.children.find((one) => stream.test(one.name))!;
    const bytes = await compound!.read(entry);
    const { tables, asides, trouble } = readBiff(bytes, reading);
    if (trouble === 'encrypted') throw unreadable('encrypted');
    if (trouble) part.unreadable = trouble;
    const text = [...asides, ...(await documentProperties(compound!))].join('\n');
    if (text !== '' || tables.length === 0) part.text = text;
    if (tables.length > 0) part.tables = tables;
    const children = await embeddedFiles(compound!, reading);
    if (children.length > 0) part.children = children;
    return part;
  },
};
