// XML Spreadsheet 2003, which many programs still write as .xls. Cells are values as stored; `ss:Index` skips columns.
// https://learn.microsoft.com/previous-versions/office/developer/office-xp/aa140066(v=office.10)
import type { Table } from '../../scan/part.ts';
import type { Reading } from '../reading.ts';
import { attribute, type XmlHandler } from '../xml.ts';

const mostColumns = 16_384;
const cellCost = 32;

export function createSpreadsheetXml(reading: Reading): XmlHandler & { tables: Table[]; asides: string[] } {
  const tables: Table[] = [];
  const asides: string[] = [];
  let row: string[] | undefined;
  let inData = 0;
  let data = '';
  let loose = '';
  return {
    tables,
    asides,
    open(name, attributes) {
      if (name === 'Worksheet') tables.push({ name: attribute(attributes, 'Name') ?? '', rows: [] });
      else if (name === 'Row') row = [];
      else if (name === 'Cell' && row) {
        const index = Math.min(mostColumns, Number(attribute(attributes, 'Index')) || row.length + 1);
        reading.spend(cellCost * Math.max(1, index - row.length));
        while (row.length < index - 1) row.push('');
        row.push('');
        const link = attribute(attributes, 'HRef')?.replace(/^mailto:/i, '');
        if (link) asides.push(link);
      } else if (name === 'Data') inData++;
    },
    close(name) {
      if (name === 'Data') {
        inData--;
        if (row && row.length > 0) row[row.length - 1] += data.replace(/T00:00:00(?:\.0+)?$/, '');
        else if (data !== '') asides.push(data);
        data = '';
      } else if (name === 'Row') {
        if (row?.some((cell) => cell !== '')) tables.at(-1)?.rows.push(row);
        row = undefined;
      } else if (loose.trim() !== '') asides.push(loose.trim());
      loose = '';
    },
    text(text) {
      if (inData > 0) data += text;
      else loose += text;
    },
  };
}
