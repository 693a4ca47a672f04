// The rest of the formats for the extraction benchmark: packed, one record each, or as a program of Microsoft's writes them.
import { gzipSync } from 'node:zlib';
import { type EntryToWrite, writeArchive } from '../tests/extractors/archive-writer.ts';
import { writeCompound } from '../tests/extractors/compound-writer.ts';
import { writeMessage } from '../tests/extractors/outlook-writer.ts';

type Rows = readonly (readonly string[])[];
type Bytes = Uint8Array<ArrayBuffer>;

export const moreFormats = [
  'pptx',
  'odt',
  'odp',
  'msg',
  'mbox',
  'vcf',
  'ics',
  'xls',
  'xlsb',
  'doc',
  'ppt',
  'rtf',
  'gzip',
  'tar',
] as const;
export type MoreFormat = (typeof moreFormats)[number];

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const csvOf = (rows: Rows) => rows.map((row) => row.join(',')).join('\r\n');

export async function moreFile(
  format: MoreFormat,
  rows: Rows,
  deflated: (name: string, content: string) => Promise<EntryToWrite>,
): Promise<Bytes> {
  switch (format) {
    case 'gzip':
      return new Uint8Array(gzipSync(csvOf(rows)));
    case 'tar':
      return tarOf('clients.csv', bytesOf(csvOf(rows)));
    case 'vcf':
      return bytesOf(rows.slice(1).map(card).join(''));
    case 'ics':
      return bytesOf(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${rows.slice(1).map(visit).join('')}END:VCALENDAR\r\n`);
    case 'mbox':
      return bytesOf(rows.slice(1).map(letter).join(''));
    case 'msg':
      return new Uint8Array(
        await writeMessage({ properties: { 55: 'Clients', 4096: rows.map((row) => row.join('\t')).join('\r\n') } }),
      );
    case 'rtf':
      return bytesOf(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n${rows.map(richRow).join('\n')}\n}`);
    case 'odt':
      return openDocument('text', ['', ''], rows, deflated);
    case 'odp':
      return openDocument('presentation', ['<draw:page><draw:frame>', '</draw:frame></draw:page>'], rows, deflated);
    case 'doc':
      return oldDocument(rows.map((row) => `${row.map((value) => `${value}\x07`).join('')}\x07`).join(''));
    case 'ppt':
      return writeCompound({ 'PowerPoint Document': Buffer.concat(rows.flatMap((row) => row.map(textAtom))) });
    case 'pptx':
      return slides(rows, deflated);
    default:
      return sheetOf(format, rows);
  }
}

const card = ([number, first, last, mail, phone, born, street, town, code]: readonly string[]) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${last};${first};;;\r\nFN:${first} ${last}\r\nEMAIL:${mail}\r\nTEL:${phone}\r\nBDAY:${born}\r\nADR:;;${street};${town};;${code};\r\nNOTE:${number}\r\nEND:VCARD\r\n`;

const visit = ([number, first, last, mail, phone, born, street, town, code]: readonly string[]) =>
  `BEGIN:VEVENT\r\nUID:${number}@firm.example\r\nDTSTART:20260301T090000Z\r\nSUMMARY:${first} ${last}\r\nDESCRIPTION:Phone ${phone}\\, born ${born}\r\nLOCATION:${street}\\, ${town}\\, ${code}\r\nATTENDEE;CN=${first} ${last}:mailto:${mail}\r\nEND:VEVENT\r\n`;

const letter = ([number, first, last, mail, phone, born, street, town, code, item, amount]: readonly string[]) =>
  `From ${mail} Mon Mar  2 09:00:00 2026\nFrom: ${first} ${last} <${mail}>\nTo: office@firm.example\nSubject: ${number}\nDate: Mon, 2 Mar 2026 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nPhone ${phone}, born ${born}\n${street}\n${town}\n${code}\n${item} ${amount}\n\n`;

const richRow = (row: readonly string[]) =>
  `\\trowd${row.map((_, column) => `\\cellx${(column + 1) * 900}`).join('')}\n${row.map((value) => `\\pard\\intbl ${richText(value)}\\cell`).join('')}\\row`;
const richText = (value: string) =>
  value.replace(/[\\{}]/g, '\\$&').replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0)}?`);

function tarOf(name: string, content: Bytes): Bytes {
  const header = new Uint8Array(512);
  const put = (at: number, text: string) => header.set(bytesOf(text), at);
  put(0, name);
  put(100, '0000644\0');
  put(124, `${content.length.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(148, '        ');
  put(156, '0');
  put(257, 'ustar\0' + '00');
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  const whole = new Uint8Array(512 + Math.ceil(content.length / 512) * 512 + 1024);
  whole.set(header);
  whole.set(content, 512);
  return whole;
}

async function openDocument(
  kind: 'text' | 'presentation',
  [before, behind]: [string, string],
  rows: Rows,
  deflated: (name: string, content: string) => Promise<EntryToWrite>,
): Promise<Bytes> {
  const table = rows
    .map(
      (row) =>
        `<table:table-row>${row.map((value) => `<table:table-cell><text:p>${escaped(value)}</text:p></table:table-cell>`).join('')}</table:table-row>`,
    )
    .join('');
  const urn = 'urn:oasis:names:tc:opendocument:xmlns';
  const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="${urn}:${name}:1.0"`).join(' ');
  return writeArchive([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    await deflated(
      'content.xml',
      `<office:document-content ${names} xmlns:draw="${urn}:drawing:1.0"><office:body><office:${kind}>${before}<table:table table:name="A">${table}</table:table>${behind}</office:${kind}></office:body></office:document-content>`,
    ),
    { name: 'META-INF/manifest.xml', content: `<manifest:manifest xmlns:manifest="${urn}:manifest:1.0"/>` },
  ]);
}

const headerOfWord = 0x200;

/** The least a document of Word 97 has: its mark, the text behind the header, and a table with one piece that says where that is. */
function oldDocument(text: string): Bytes {
  const header = Buffer.alloc(headerOfWord);
  const pieces = Buffer.alloc(21);
  header.writeUInt16LE(0xa5ec, 0);
  header.writeUInt32LE(pieces.length, 0x1a6);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(headerOfWord, 15);
  return writeCompound({ WordDocument: Buffer.concat([header, Buffer.from(text, 'utf16le')]), '0Table': pieces });
}

/** Each cell is a box of its own: there were no tables in PowerPoint 97. */
function textAtom(value: string): Buffer {
  const content = Buffer.from(value, 'utf16le');
  const head = Buffer.alloc(8);
  head.writeUInt16LE(0x0fa0, 2);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

const rowsOfSlide = 250;

async function slides(rows: Rows, deflated: (name: string, content: string) => Promise<EntryToWrite>): Promise<Bytes> {
  const type = 'application/vnd.openxmlformats-officedocument.presentationml';
  const cell = (value: string) =>
    `<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${escaped(value)}</a:t></a:r></a:p></a:txBody></a:tc>`;
  const pages: EntryToWrite[] = [];
  for (let from = 0; from < rows.length; from += rowsOfSlide) {
    const body = rows.slice(from, from + rowsOfSlide).map((row) => `<a:tr h="1">${row.map(cell).join('')}</a:tr>`);
    pages.push(
      await deflated(
        `ppt/slides/slide${pages.length + 1}.xml`,
        `<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:graphicFrame><a:graphic><a:graphicData><a:tbl>${body.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>`,
      ),
    );
  }
  const override = (path: string, kind: string) => `<Override PartName="/${path}" ContentType="${type}.${kind}+xml"/>`;
  const types = [
    override('ppt/presentation.xml', 'presentation.main'),
    ...pages.map(({ name }) => override(name, 'slide')),
  ];
  return writeArchive([
    { name: '[Content_Types].xml', content: `<Types>${types.join('')}</Types>` },
    {
      name: 'ppt/presentation.xml',
      content: '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
    },
    ...pages,
  ]);
}

interface SheetJs {
  utils: {
    book_new(): object;
    aoa_to_sheet(rows: Rows, options: { dense: boolean }): object;
    book_append_sheet(book: object, sheet: object, name: string): void;
  };
  write(book: object, options: { type: 'buffer'; bookType: string }): Uint8Array;
}

const mostRowsOfOldSheet = 65_536;

/** No other free program writes both. */
async function sheetOf(format: 'xls' | 'xlsb', rows: Rows): Promise<Bytes> {
  const name: string = 'xlsx';
  const { default: sheetJs } = (await import(name)) as { default: SheetJs };
  const book = sheetJs.utils.book_new();
  const most = format === 'xls' ? mostRowsOfOldSheet : rows.length;
  for (let from = 0; from < rows.length; from += most)
    sheetJs.utils.book_append_sheet(
      book,
      sheetJs.utils.aoa_to_sheet(rows.slice(from, from + most), { dense: true }),
      `S${from}`,
    );
  return new Uint8Array(sheetJs.write(book, { type: 'buffer', bookType: format }));
}
