// Large files for the extraction benchmark: generated clients in the shapes LibreOffice writes, made in seconds instead of minutes.

import { type EntryToWrite, writeArchive } from '../tests/extractors/archive-writer.ts';
import { allClients, clientRows, header } from '../tests/extractors/client-rows.ts';
import { generateClients } from './corpus/clients.ts';
import { moreFile, moreFormats } from './more-files.ts';

export const formats = [
  'csv',
  'html',
  'json',
  'xml',
  'eml',
  'xlsx',
  'docx',
  'ods',
  'pdf',
  'zip',
  ...moreFormats,
] as const;
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
    case 'ods':
      return openSheet(rows);
    case 'json': {
      const [names, ...values] = rows;
      const records = values.map((row) => Object.fromEntries(row.map((value, column) => [names![column], value])));
      return new TextEncoder().encode(JSON.stringify(records));
    }
    case 'xml':
      return new TextEncoder().encode(
        `<?xml version="1.0"?><all>${rows
          .slice(1)
          .map((row) => `<client>${row.map((value, column) => fieldOf(rows[0]![column]!, value)).join('')}</client>`)
          .join('')}</all>`,
      );
    case 'eml': {
      const lines = Buffer.from(csv(rows)).toString('base64').replace(/.{76}/g, '$&\r\n');
      return new TextEncoder().encode(
        `From: a@firm.example\r\nMIME-Version: 1.0\r\nContent-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment; filename=a.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`,
      );
    }
    case 'pdf':
      return printed(rows);
    default:
      return moreFile(format, rows, deflated);
  }
}

const fieldOf = (label: string, value: string) => {
  const name = label.replaceAll(' ', '');
  return `<${name}>${escaped(value)}</${name}>`;
};

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

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
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
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    await deflated(
      'xl/sheet1.xml',
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rowTags.join('')}</sheetData></worksheet>`,
    ),
    await deflated(
      'xl/sharedStrings.xml',
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items.join('')}</sst>`,
    ),
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
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>${tagged(rows, 'w:tr', 'w:tc', paragraph)}</w:tbl></w:body></w:document>`,
    ),
  ]);
}

async function openSheet(rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const cell = (value: string) => `<text:p>${escaped(value)}</text:p>`;
  const table = tagged(rows, 'table:table-row', 'table:table-cell', cell);
  return writeArchive([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    await deflated(
      'content.xml',
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    {
      name: 'META-INF/manifest.xml',
      content: '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    },
  ]);
}

const rowsOfPage = 60;

/** Every cell at its place, sixty rows a page. Letters Latin-1 has not are left out. */
function printed(rows: string[][]): Uint8Array<ArrayBuffer> {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  const pages: number[] = [];
  for (let from = 0; from < rows.length; from += rowsOfPage) {
    const cells = rows
      .slice(from, from + rowsOfPage)
      .flatMap((row, r) =>
        row.map((value, c) => `BT /F 7 Tf ${20 + c * 110} ${800 - r * 13} Td (${printable(value)}) Tj ET`),
      )
      .join('\n');
    objects.push(`<</Length ${cells.length}>>\nstream\n${cells}\nendstream`);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 1250 850]/Contents ${objects.length} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
    );
    pages.push(objects.length);
  }
  objects[1] = `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]/Count ${pages.length}>>`;
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

const printable = (value: string) => value.replace(/[^ -~\u00a3-\u00ff]/g, '').replace(/[()\\]/g, '\\$&');
