// Large files for the extraction benchmark: generated clients in the shapes LibreOffice writes, made in seconds instead of minutes.

import { type EntryToWrite, writeArchive } from '../tests/extractors/archive-writer.ts';
import { allClients, clientRows, header } from '../tests/extractors/client-rows.ts';
import { generateClients } from './corpus/clients.ts';

export const formats = ['csv', 'html', 'xlsx', 'docx', 'zip'] as const;
export type Format = (typeof formats)[number];

export async function officeFile(format: Format, people: number): Promise<Uint8Array<ArrayBuffer>> {
  const rows = [header, ...clientRows(people === 957 ? allClients() : generateClients(people, 20_100))];
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(csv(rows));
    case 'html':
      return new TextEncoder().encode(`<!DOCTYPE html><table>${tagged(rows, 'tr', 'td', plain)}</table>`);
    case 'zip':
      return writeArchive([await deflated('clients.csv', csv(rows))]);
    case 'xlsx':
      return workbook(rows);
    case 'docx':
      return document(rows);
  }
}

const csv = (rows: string[][]) => rows.map((row) => row.join(',')).join('\r\n');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const plain = (value: string) => escaped(value);

function tagged(rows: string[][], row: string, cell: string, write: (value: string) => string): string {
  return rows
    .map((values) => `<${row}>${values.map((value) => `<${cell}>${write(value)}</${cell}>`).join('')}</${row}>`)
    .join('');
}

async function deflated(name: string, content: string): Promise<EntryToWrite> {
  const bytes = new TextEncoder().encode(content);
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return { name, content: new Uint8Array(await new Response(packed).arrayBuffer()), inflatesTo: bytes.length };
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

async function workbook(rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const strings = new Map<string, number>();
  const indexOf = (value: string) => {
    const index = strings.get(value) ?? strings.size;
    strings.set(value, index);
    return index;
  };
  const rowTags = rows.map((row, r) => {
    const cells = row.map(
      (value, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" s="0" t="s"><v>${indexOf(value)}</v></c>`,
    );
    return `<row r="${r + 1}" customFormat="false" ht="12.8" hidden="false" outlineLevel="0">${cells.join('')}</row>`;
  });
  const items = Array.from(strings.keys(), (value) => `<si><t xml:space="preserve">${escaped(value)}</t></si>`);
  return writeArchive([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/></Types>`,
    },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    await deflated('xl/sheet1.xml', `<worksheet><sheetData>${rowTags.join('')}</sheetData></worksheet>`),
    await deflated('xl/sharedStrings.xml', `<sst>${items.join('')}</sst>`),
  ]);
}

async function document(rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const paragraph = (value: string) =>
    `<w:tcPr><w:tcW w:w="800" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Normal"/><w:rPr></w:rPr></w:pPr><w:r><w:rPr></w:rPr><w:t>${escaped(value)}</w:t></w:r></w:p>`;
  return writeArchive([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    await deflated(
      'word/document.xml',
      `<w:document><w:body><w:tbl>${tagged(rows, 'w:tr', 'w:tc', paragraph)}</w:tbl></w:body></w:document>`,
    ),
  ]);
}
